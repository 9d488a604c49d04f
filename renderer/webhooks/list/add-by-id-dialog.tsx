import { isSignedIn } from '../../../preload/contract/state.ts'
import { useWords } from '../../ui/words-context.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import { type FormEvent, useState } from 'react'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Labelled, NativeInput } from '../../ui/native.tsx'
import { useDone } from '../../ui/use-done.tsx'
import { settled } from '../../ui/use-run.tsx'
import { AccountSelect } from '../account-select.tsx'
import { Problem } from '../problem.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  wide: { width: '100%', fontFamily: tokens.fontFamilyMonospace },
})

/** Brings into the list a webhook that Microsoft holds under an id. */
export function AddByIdDialog({ close }: { readonly close: () => void }) {
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const done = useDone()
  const words = useWords()
  const [accountId, setAccountId] = useState(state.accounts.find(isSignedIn)?.id ?? '')
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<Message | null>(null)
  const graphId = typed.trim()
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (graphId === '' || accountId === '') return
    const outcome = await settled(bridge.importWebhook({ accountId, graphId }))
    if (!outcome.ok) return setRefusal(outcome.why)
    close()
    done(words.phrase('webhook.did.added'))
  }
  return (
    <DialogFrame
      title={words.phrase('webhook.by-id.title')}
      contentClass={styles.form}
      close={close}
      submit={(event) => void add(event)}
      buttons={
        <>
          <Button type="submit" appearance="primary">
            {words.phrase('webhook.by-id.add')}
          </Button>
          <Button onClick={close}>{words.phrase('button.cancel')}</Button>
        </>
      }
    >
      <span>{words.phrase('webhook.by-id.text')}</span>
      <AccountSelect accountId={accountId} choose={setAccountId} />
      <Labelled label={words.phrase('webhook.by-id.field')}>
        <NativeInput
          className={styles.wide}
          value={typed}
          maxLength={200}
          dir="ltr"
          onChange={({ target }) => setTyped(target.value)}
        />
      </Labelled>
      {refusal !== null && <Problem sentence={words.say(refusal)} />}
    </DialogFrame>
  )
}
