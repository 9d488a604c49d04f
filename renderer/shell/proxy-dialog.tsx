import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { type FormEvent, useRef } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  fields: { display: 'grid', gap: tokens.spacingVerticalM },
  text: { margin: 0 },
})

/** Asks for what the proxy of a network asks for: once, and again when it was not right. */
export function ProxyDialog() {
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const username = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const { proxy } = state
  if (proxy === null) return null
  const later = () => void run(bridge.answerProxy(null))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const login = { username: username.current?.value ?? '', password: password.current?.value ?? '' }
    void run(bridge.answerProxy(login))
  }
  return (
    <DialogFrame
      isQuestion
      title={words.phrase('proxy.title')}
      contentClass={styles.fields}
      close={later}
      submit={submit}
      buttons={
        <>
          <Button type="submit" appearance="primary">
            {words.phrase('proxy.use')}
          </Button>
          <Button onClick={later}>{words.phrase('button.cancel')}</Button>
        </>
      }
    >
      <p className={styles.text}>{words.phrase('proxy.text', { host: proxy.host })}</p>
      <Field label={words.phrase('proxy.username')}>
        <Input input={{ ref: username, autoComplete: 'off', spellCheck: false, maxLength: 320 }} />
      </Field>
      <Field
        label={words.phrase('proxy.password')}
        {...(proxy.isRefused && { validationMessage: words.phrase('proxy.refused') })}
      >
        <Input type="password" input={{ ref: password, autoComplete: 'off', maxLength: 1000 }} />
      </Field>
    </DialogFrame>
  )
}
