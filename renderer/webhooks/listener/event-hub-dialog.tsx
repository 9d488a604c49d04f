import { Button, Checkbox, makeStyles, Switch, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { EventHub } from '../../../preload/contract/event-hub.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Labelled, NativeInput } from '../../ui/native.tsx'
import { useDone } from '../../ui/use-done.tsx'
import { settled } from '../../ui/use-run.tsx'
import { useWords } from '../../ui/words-context.ts'
import { Problem } from '../problem.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  wide: { width: '100%' },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  box: { marginInlineStart: '-8px' },
})

const fields = [
  ['namespace', 'contoso.servicebus.windows.net'],
  ['name', 'graph'],
  ['tenant', 'contoso.com'],
] as const

const first: EventHub = {
  namespace: '',
  name: '',
  tenant: '',
  consumerGroup: '$Default',
  overWebSocket: false,
}

/** Which Event Hub Microsoft delivers to in place of a public address, and with what it is read. */
export function EventHubDialog({ close }: { readonly close: () => void }) {
  const words = useWords()
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const done = useDone()
  const { eventHub } = state.webhooks.listener
  const [hub, choose] = useState<EventHub>(eventHub.hub ?? first)
  // who opens this for the first time wants it on
  const [isOn, setIsOn] = useState(eventHub.isOn || eventHub.hub === null)
  const [key, setKey] = useState('')
  const [isSaving, setIsSaving] = useState(false)
  const [refusal, setRefusal] = useState<Message | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isSaving) return
    setIsSaving(true)
    const connectionString = key.trim() === '' ? null : key
    const outcome = await settled(bridge.setEventHub({ isOn, hub, connectionString }))
    setIsSaving(false)
    if (!outcome.ok) return setRefusal(outcome.why)
    close()
    done(words.phrase('event-hub.did'))
  }
  return (
    <DialogFrame
      title={words.phrase('event-hub.title')}
      contentClass={styles.form}
      close={close}
      submit={(event) => void save(event)}
      buttons={
        <>
          <Button type="submit" appearance="primary" disabledFocusable={isSaving}>
            {words.phrase('button.save')}
          </Button>
          <Button onClick={close}>{words.phrase('button.cancel')}</Button>
        </>
      }
    >
      <span>{words.phrase('event-hub.text')}</span>
      <Switch
        className={styles.box}
        label={words.phrase('event-hub.on')}
        checked={isOn}
        onChange={(_event, { checked }) => setIsOn(checked)}
      />
      {fields.map(([field, example]) => (
        <Labelled key={field} label={words.phrase(`event-hub.${field}`)}>
          <NativeInput
            className={styles.wide}
            dir="ltr"
            maxLength={260}
            placeholder={example}
            value={hub[field]}
            onChange={({ target }) => choose({ ...hub, [field]: target.value })}
          />
        </Labelled>
      ))}
      <span className={styles.hint}>{words.phrase('event-hub.rights')}</span>
      <Labelled label={words.phrase('event-hub.key')}>
        <NativeInput
          className={styles.wide}
          type="password"
          autoComplete="off"
          dir="ltr"
          maxLength={4000}
          placeholder={eventHub.hasKey ? words.phrase('event-hub.key-kept') : 'Endpoint=sb://'}
          value={key}
          onChange={({ target }) => setKey(target.value)}
        />
      </Labelled>
      <Labelled label={words.phrase('event-hub.group')}>
        <NativeInput
          className={styles.wide}
          dir="ltr"
          maxLength={100}
          value={hub.consumerGroup}
          onChange={({ target }) => choose({ ...hub, consumerGroup: target.value })}
        />
      </Labelled>
      <span className={styles.hint}>{words.phrase('event-hub.group-hint')}</span>
      <Checkbox
        className={styles.box}
        label={words.phrase('event-hub.web-socket')}
        checked={hub.overWebSocket}
        onChange={(_event, { checked }) => choose({ ...hub, overWebSocket: checked === true })}
      />
      {refusal !== null && <Problem sentence={words.say(refusal)} />}
    </DialogFrame>
  )
}
