import { useWords } from '../../ui/words-context.ts'
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Switch,
  tokens,
} from '@fluentui/react-components'
import { type FormEvent, useId, useState } from 'react'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { NativeInput } from '../../ui/native.tsx'
import { useCopy } from '../../ui/use-copy.tsx'
import { useRun } from '../../ui/use-run.tsx'
import { WhatIsATunnel } from '../what-is-a-tunnel.tsx'
import { Problem } from '../problem.tsx'
import { SubPage } from '../sub-page.tsx'
import { EventHubDialog } from './event-hub-dialog.tsx'
import { RefusedCalls } from './refused-calls.tsx'
import { Steps } from './steps.tsx'
import { useTestAnnounced } from './use-test-announced.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '672px' },
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  address: { width: '100%', maxWidth: '420px' },
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** Where Microsoft's calls arrive: on or off, its public address, and whether that leads here. */
export function Listener() {
  const words = useWords()
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const { listener } = state.webhooks
  const { test, publicUrl } = listener
  const [typed, setTyped] = useState<string | null>(null)
  const [isHubShown, setIsHubShown] = useState(false)
  useTestAnnounced(test)
  const ids = { field: useId(), hint: useId(), problem: useId() }
  const isOn = listener.state.kind !== 'off'
  const port = listener.state.kind === 'listening' ? listener.state.port : null
  const address = typed ?? publicUrl ?? ''
  const differs = typed !== null && typed.trim() !== (publicUrl ?? '')
  const isRunning = test?.verdict.kind === 'running'
  const failed = test?.verdict.kind === 'unreachable' && test.publicUrl === publicUrl && !differs
  const keep = async (on: boolean): Promise<boolean> => {
    const trimmed = address.trim()
    const kept = await run(bridge.setListener({ on, publicUrl: trimmed === '' ? null : trimmed }))
    if (kept !== null) setTyped(null)
    return kept !== null
  }
  const testNow = async (event: FormEvent) => {
    event.preventDefault()
    if (isRunning || address.trim() === '') return
    if ((differs || !isOn) && !(await keep(true))) return
    await run(bridge.testListener(undefined))
  }
  return (
    <SubPage
      name={words.phrase('listener.title')}
      actions={
        <Switch
          label={isOn ? words.phrase('listener.on') : words.phrase('listener.is-off')}
          labelPosition="before"
          aria-label={words.phrase('listener.title')}
          checked={isOn}
          onChange={(_event, { checked }) => void keep(checked)}
        />
      }
    >
      <form className={styles.page} onSubmit={(event) => void testNow(event)}>
        <div className={styles.field}>
          <label htmlFor={ids.field}>{words.phrase('listener.address')}</label>
          <NativeInput
            id={ids.field}
            type="url"
            dir="ltr"
            className={styles.address}
            value={address}
            maxLength={2000}
            placeholder="https://"
            aria-invalid={failed}
            aria-describedby={failed ? `${ids.problem} ${ids.hint}` : ids.hint}
            onChange={({ target }) => setTyped(target.value)}
          />
          {failed && <Problem id={ids.problem} sentence={words.phrase('listener.does-not-lead')} />}
          {listener.state.kind === 'failed' && <Problem sentence={words.say(listener.state.why)} />}
          <p id={ids.hint} className={styles.hint}>
            {port === null
              ? words.phrase('listener.address-hint')
              : words.phrase('listener.address-hint-port', { port: String(port) })}
          </p>
        </div>
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={isRunning}>
            {isRunning ? words.phrase('webhooks.testing') : words.phrase('webhooks.test-now')}
          </Button>
          {differs && <Button onClick={() => void keep(isOn)}>{words.phrase('listener.save')}</Button>}
          {listener.tunnels.length > 0 && <Tunnels />}
          <Button appearance="subtle" onClick={() => setIsHubShown(true)}>
            {words.phrase('event-hub.open')}
          </Button>
        </div>
        <WhatIsATunnel />
        {test && test.publicUrl === publicUrl && <Steps test={test} />}
        <p className={styles.hint}>
          {failed ? words.phrase('listener.foot-failed') : words.phrase('listener.foot')}
        </p>
        <RefusedCalls />
      </form>
      {isHubShown && <EventHubDialog close={() => setIsHubShown(false)} />}
    </SubPage>
  )
}

function Tunnels() {
  const words = useWords()
  const { tunnels } = useDrivebell().state.webhooks.listener
  const copy = useCopy()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button>{words.phrase('listener.tunnel')}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {tunnels.map(({ name, command }) => (
            <MenuItem key={name} onClick={() => void copy(command, words.phrase('listener.tunnel-copied'))}>
              {words.phrase(`listener.tunnel.${name}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
