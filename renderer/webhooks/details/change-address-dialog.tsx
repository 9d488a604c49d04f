import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import { type FormEvent, useState } from 'react'
import type { WebhookRefused } from '../../../preload/contract/webhook-commands.ts'
import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Labelled, NativeInput } from '../../ui/native.tsx'
import { useDone } from '../../ui/use-done.tsx'
import { settled } from '../../ui/use-run.tsx'
import { RefusalBar } from '../refusal-bar.tsx'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  wide: { width: '100%' },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
})

/** Has Microsoft call another public address; it tests that first, so this may take a while or be refused. */
export function ChangeAddressDialog(props: { readonly webhook: WebhookView; readonly close: () => void }) {
  const words = useWords()
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const done = useDone()
  const [typed, setTyped] = useState('')
  const [isChanging, setIsChanging] = useState(false)
  const [refused, setRefused] = useState<WebhookRefused | null>(null)
  const change = async (event: FormEvent) => {
    event.preventDefault()
    if (isChanging) return
    setIsChanging(true)
    const publicUrl = typed.trim() === '' ? null : typed.trim()
    const outcome = await settled(bridge.changeWebhookUrl({ webhookId: props.webhook.id, publicUrl }))
    setIsChanging(false)
    if (!outcome.ok) return setRefused({ code: null, requestId: null, message: null, ...outcome })
    props.close()
    done(words.phrase('webhook.did.address-changed'))
  }
  return (
    <DialogFrame
      title={words.phrase('webhook.address.title')}
      contentClass={styles.content}
      close={props.close}
      submit={(event) => void change(event)}
      buttons={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={isChanging}>
            {isChanging ? words.phrase('webhook.address.changing') : words.phrase('webhook.address.change')}
          </Button>
          <Button onClick={props.close}>{words.phrase('button.cancel')}</Button>
        </>
      }
    >
      <span>{words.phrase('webhook.address.text')}</span>
      <Labelled label={words.phrase('webhook.address.field')}>
        <NativeInput
          className={styles.wide}
          type="url"
          dir="ltr"
          maxLength={2000}
          value={typed}
          placeholder={state.webhooks.listener.publicUrl ?? 'https://'}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Labelled>
      <span className={styles.hint}>{words.phrase('webhook.address.hint')}</span>
      {refused && <RefusalBar {...refused} />}
    </DialogFrame>
  )
}
