import { useEffect } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { ClientId, ClientIdSteps } from './client-id.tsx'
import { DeviceCode } from './device-code.tsx'
import { Facts, SampleNotice } from './facts.tsx'
import { Live, LiveCard } from './live.tsx'
import { SignIn } from './sign-in.tsx'
import { Split } from './split.tsx'
import { Waiting } from './waiting.tsx'

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
      start={<SignIn signIn={signIn} />}
      end={
        <>
          <SampleNotice />
          <Facts />
        </>
      }
    />
  )
}
