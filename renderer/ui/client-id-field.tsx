import { useWords } from './words-context.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useDrivebell } from './drivebell-context.ts'
import { settled } from './use-run.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '400px' },
  input: { fontFamily: tokens.fontFamilyMonospace },
})

/** Where the application id is put in. Main judges it; its refusal stands under the field. */
export function ClientIdField(props: {
  readonly value: string
  readonly size: 'medium' | 'large'
  /** What is wrong with the one that is there. */
  readonly refused?: Message | null
  readonly done?: () => void
}) {
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const words = useWords()
  const [refusal, setRefusal] = useState<Message | null>(props.refused ?? null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const asked = useRef(0)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const turn = ++asked.current
    const clientId = (input.current?.value ?? '').slice(0, 200)
    // A command, not a hook.
    // oxlint-disable-next-line react/hooks
    const outcome = await settled(bridge.useClientId({ clientId }))
    if (turn !== asked.current) return
    setRefusal(outcome.ok ? null : outcome.why)
    if (outcome.ok) props.done?.()
    else input.current?.focus()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Field
        label={words.phrase('client-id.field')}
        {...(refusal === null ? {} : { validationMessage: words.say(refusal) })}
      >
        <Input
          input={{ ref: input, className: styles.input, spellCheck: false, autoComplete: 'off', dir: 'ltr' }}
          defaultValue={props.value}
          onChange={() => setRefusal(null)}
        />
      </Field>
      <div>
        <Button type="submit" size={props.size} appearance="primary">
          {words.phrase('client-id.use')}
        </Button>
      </div>
    </form>
  )
}
