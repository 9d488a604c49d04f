import { useEffect } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { ClientId, ClientIdSteps } from './client-id.tsx'
import { Facts, SampleNotice } from './facts.tsx'
import { Live, LiveCard } from './live.tsx'
import { FirstSignIn } from './first-sign-in.tsx'
import { AppIcon, Split } from './split.tsx'
import { CodePanel, type DeviceCodeState } from '../ui/code-panel.tsx'
import { useWelcomeStyles } from './welcome-styles.ts'
import { Button, useAnnounce } from '@fluentui/react-components'
import { useFocusAtFirst } from '../ui/use-focus.ts'
import { soon, useNow } from '../ui/use-now.ts'
import { useRun } from '../ui/use-run.tsx'
import { Waiting as Spinning } from '../ui/waiting.tsx'
import { minutesUntil } from '../words/time.ts'
import { useWords } from '../ui/words-context.ts'

/** From nothing to live in two clicks: the first thing whoever has no account sees. */
export function Welcome() {
  const { bridge, state } = useDrivebell()
  const { accounts, clientId, signIn } = state
  const waits = accounts.length === 0 && (signIn.kind === 'waiting' || signIn.kind === 'device-code')
  useEffect(() => {
    if (!waits) return undefined
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void bridge.cancelSignIn(undefined)
    }
    addEventListener('keydown', cancel)
    return () => removeEventListener('keydown', cancel)
  }, [waits, bridge])

  const account = accounts[0]
  if (account) return <Split start={<Live account={account} />} end={<LiveCard />} />
  if (clientId.kind === 'missing')
    return <Split start={<ClientId refused={clientId.refused} />} end={<ClientIdSteps />} />
  if (signIn.kind === 'waiting') return <Split start={<Waiting until={signIn.until} />} end={<Facts />} />
  if (signIn.kind === 'device-code') return <Split start={<DeviceCode code={signIn} />} end={<Facts />} />
  return (
    <Split
      start={<FirstSignIn signIn={signIn} />}
      end={
        <>
          <SampleNotice />
          <Facts />
        </>
      }
    />
  )
}

/** The other way in: a code to type on any phone or computer. */
function DeviceCode({ code }: { readonly code: DeviceCodeState }) {
  const words = useWords()
  const shared = useWelcomeStyles()
  return (
    <>
      <AppIcon />
      <h1 className={shared.title}>{words.phrase('device-code.title')}</h1>
      <CodePanel code={code} size="large" />
    </>
  )
}

/** Microsoft's page is open in the browser; Esc cancels, as the button does. */
function Waiting({ until }: { readonly until: number }) {
  const words = useWords()
  const shared = useWelcomeStyles()
  const { bridge } = useDrivebell()
  const { announce } = useAnnounce()
  const cancel = useFocusAtFirst()
  const run = useRun()
  const now = useNow(soon)
  useEffect(() => announce(words.phrase('welcome.waiting-for-browser')), [announce, words])
  return (
    <>
      <AppIcon />
      <h1 className={shared.title}>{words.phrase('welcome.waiting-title')}</h1>
      <p className={shared.lead}>{words.phrase('welcome.waiting-lead')}</p>
      <Spinning text={words.phrase('welcome.waiting', { minutes: minutesUntil(until, now) })} />
      <div className={shared.buttons}>
        <Button ref={cancel} size="large" onClick={() => void run(bridge.cancelSignIn(undefined))}>
          {words.phrase('button.cancel')}
        </Button>
        <Button size="large" appearance="subtle" onClick={() => void run(bridge.openSignInPage(undefined))}>
          {words.phrase('sign-in.open-again')}
        </Button>
      </div>
    </>
  )
}
