import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { type Forwarding, forwardedKinds } from '../../../preload/contract/forwarding.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { DialogFrame } from '../../ui/dialog-frame.tsx'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Labelled, NativeInput, NativeSelect } from '../../ui/native.tsx'
import { useDone } from '../../ui/use-done.tsx'
import { settled } from '../../ui/use-run.tsx'
import { useWords } from '../../ui/words-context.ts'
import { Problem } from '../problem.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  both: { display: 'grid', gridTemplateColumns: '96px minmax(0, 1fr)', gap: tokens.spacingHorizontalM },
  wide: { width: '100%' },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  switch: { marginInlineStart: '-8px' },
})

/** To which port of this computer deliveries are handed on, and which of them. */
export function ForwardDialog({ close }: { readonly close: () => void }) {
  const words = useWords()
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const done = useDone()
  const { forwarding } = state.webhooks.listener
  const [chosen, choose] = useState<Forwarding>({
    // who opens this for the first time wants it on
    isOn: forwarding.isOn || forwarding.port === null,
    port: forwarding.port,
    path: forwarding.path,
    kind: forwarding.kind,
  })
  const [refusal, setRefusal] = useState<Message | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await settled(bridge.setForwarding(chosen))
    if (!outcome.ok) return setRefusal(outcome.why)
    close()
    done(words.phrase('forwarding.did.changed'))
  }
  const typePort = (typed: number) =>
    choose({ ...chosen, port: Number.isInteger(typed) && typed >= 1 && typed <= 65_535 ? typed : null })
  return (
    <DialogFrame
      title={words.phrase('forwarding.title')}
      contentClass={styles.form}
      close={close}
      submit={(event) => void save(event)}
      buttons={
        <>
          <Button type="submit" appearance="primary">
            {words.phrase('button.save')}
          </Button>
          <Button onClick={close}>{words.phrase('button.cancel')}</Button>
        </>
      }
    >
      <span>{words.phrase('forwarding.text')}</span>
      <Switch
        className={styles.switch}
        label={words.phrase('forwarding.on')}
        checked={chosen.isOn}
        onChange={(_event, { checked }) => choose({ ...chosen, isOn: checked })}
      />
      <div className={styles.both}>
        <Labelled label={words.phrase('forwarding.port')}>
          <NativeInput
            className={styles.wide}
            type="number"
            min={1}
            max={65_535}
            placeholder="3000"
            value={chosen.port ?? ''}
            onChange={({ target }) => typePort(target.valueAsNumber)}
          />
        </Labelled>
        <Labelled label={words.phrase('forwarding.path')}>
          <NativeInput
            className={styles.wide}
            dir="ltr"
            maxLength={1000}
            value={chosen.path}
            onChange={({ target }) => choose({ ...chosen, path: target.value })}
          />
        </Labelled>
      </div>
      <Labelled label={words.phrase('forwarding.what')}>
        <NativeSelect
          value={chosen.kind}
          onChange={({ target }) =>
            choose({
              ...chosen,
              kind: forwardedKinds.find((kind) => kind === target.value) ?? chosen.kind,
            })
          }
        >
          {forwardedKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.phrase(`forwarding.kind.${kind}`)}
            </option>
          ))}
        </NativeSelect>
      </Labelled>
      <span className={styles.hint}>{words.phrase(`forwarding.hint.${chosen.kind}`)}</span>
      {refusal !== null && <Problem sentence={words.say(refusal)} />}
    </DialogFrame>
  )
}
