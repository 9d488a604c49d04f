import type { Message } from '../../preload/words/phrase.ts'
import { useWords } from '../ui/words-context.ts'
import { Button, Dialog, DialogSurface, DialogTitle, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import type { KeyboardEvent, ReactNode } from 'react'
import { narrow } from '../ui/use-media.ts'
import { type Leaving, LeaveQuestion } from './leave-question.tsx'
import { useFollowStyles } from './follow-styles.ts'
import { useKeptFocus } from './use-kept-focus.ts'

const useStyles = makeStyles({
  // Of fixed height: tabs must not make it jump.
  surface: {
    display: 'flex',
    boxSizing: 'border-box',
    width: '720px',
    maxWidth: '100vw',
    height: '600px',
    maxHeight: '100vh',
    padding: 0,
    overflow: 'hidden',
    [narrow]: { width: '100vw', height: '100vh', borderRadius: 0 },
  },
  inside: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    paddingBlockStart: tokens.spacingVerticalL,
    paddingInline: `${tokens.spacingHorizontalXXL} ${tokens.spacingHorizontalL}`,
    [narrow]: { paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalS}` },
  },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  body: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalXXL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { paddingInline: tokens.spacingHorizontalL },
  },
  said: {
    flexGrow: 1,
    flexBasis: '140px',
    // Above the buttons, which then stay on one line.
    [narrow]: { flexBasis: '100%' },
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  refusal: { color: tokens.colorStatusDangerForeground1 },
})

/** The frame of both dialogs: title, what is inside, what is chosen in words, buttons. Below 640 px it fills the window. */
export function Surface(props: {
  readonly title: ReactNode
  readonly back?: (() => void) | undefined
  readonly beside?: ReactNode
  readonly said: ReactNode
  readonly buttons: ReactNode
  readonly close: () => void
  /** Asked above everything else; Esc stays. */
  readonly leaving?: Leaving | null
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly children: ReactNode
}) {
  const words = useWords()
  const styles = useStyles()
  const shared = useFollowStyles()
  const { leaving = null } = props
  const [dialog, attach] = useKeptFocus(leaving !== null)
  const stay = () => {
    // Before the question goes, so that the focus is never nowhere.
    dialog.current?.focus()
    leaving?.stay()
  }
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && (leaving ? stay() : props.close())}>
      <DialogSurface ref={attach} className={styles.surface}>
        {/* Keys for the whole dialog; each has its button or tab as well. */}
        <div
          role="presentation"
          className={styles.inside}
          inert={leaving !== null}
          onKeyDown={props.onKeyDown}
        >
          <header className={styles.header}>
            {props.back && (
              <Button
                appearance="subtle"
                aria-label={words.phrase('button.back')}
                icon={
                  <span className={shared.mirrored}>
                    <ArrowLeft20Regular />
                  </span>
                }
                onClick={props.back}
              />
            )}
            <DialogTitle className={styles.title} action={null}>
              {props.title}
            </DialogTitle>
            {props.beside}
            <Button
              appearance="subtle"
              aria-label={words.phrase('button.close')}
              icon={<Dismiss20Regular />}
              onClick={props.close}
            />
          </header>
          <div className={styles.body}>{props.children}</div>
          <footer className={styles.footer}>
            <div className={styles.said}>{props.said}</div>
            {props.buttons}
          </footer>
        </div>
        {leaving && <LeaveQuestion leave={leaving.leave} stay={stay} />}
      </DialogSurface>
    </Dialog>
  )
}

/** Why something was not done, heard at once. */
export function Refusal({ why }: { readonly why: Message }) {
  const styles = useStyles()
  const words = useWords()
  return (
    <span role="alert" className={styles.refusal}>
      {words.say(why)}
    </span>
  )
}
