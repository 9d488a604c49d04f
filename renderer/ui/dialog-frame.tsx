import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'

/** A dialog with a title, what stands in it, and its buttons; with `submit` it is a form. */
export function DialogFrame(props: {
  readonly title: ReactNode
  readonly children: ReactNode
  readonly buttons?: ReactNode
  readonly close: () => void
  readonly submit?: (event: FormEvent) => void
  readonly open?: boolean
  /** It wants an answer: a click beside it does not close it. */
  readonly isQuestion?: boolean
  /** Its content scrolls, and holds nothing else that takes the focus. */
  readonly isLong?: boolean
  readonly className?: string | undefined
  readonly contentClass?: string | undefined
}) {
  const { submit, open = true, isQuestion = false, isLong = false } = props
  const body = (
    <DialogBody>
      <DialogTitle>{props.title}</DialogTitle>
      <DialogContent className={props.contentClass} {...(isLong && { tabIndex: 0 })}>
        {props.children}
      </DialogContent>
      {props.buttons !== undefined && <DialogActions>{props.buttons}</DialogActions>}
    </DialogBody>
  )
  return (
    <Dialog
      open={open}
      modalType={isQuestion ? 'alert' : 'modal'}
      onOpenChange={(_event, { open }) => !open && props.close()}
    >
      <DialogSurface className={props.className}>
        {submit === undefined ? (
          body
        ) : (
          <form noValidate onSubmit={submit}>
            {body}
          </form>
        )}
      </DialogSurface>
    </Dialog>
  )
}
