import { Button, useAnnounce } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useFocusAtFirst } from '../ui/use-focus.ts'
import { soon, useNow } from '../ui/use-now.ts'
import { useRun } from '../ui/use-run.tsx'
import { Waiting as Spinning } from '../ui/waiting.tsx'
import { words } from '../words/english.ts'
import { minutesUntil } from '../words/time.ts'
import { AppIcon } from './split.tsx'
import { useWelcomeStyles } from './styles.ts'

const said = words.welcome

/** Microsoft's page is open in the browser; Esc cancels, as the button does. */
export function Waiting({ until }: { readonly until: number }) {
  const shared = useWelcomeStyles()
  const { bridge } = useDrivebell()
  const { announce } = useAnnounce()
  const cancel = useFocusAtFirst()
  const run = useRun()
  const now = useNow(soon)
  useEffect(() => announce(said.waitingAnnounced), [announce])
  return (
    <>
      <AppIcon />
      <h1 className={shared.title}>{said.waitingTitle}</h1>
      <p className={shared.lead}>{said.waitingLead}</p>
      <Spinning text={said.waiting(minutesUntil(until, now))} />
      <div className={shared.buttons}>
        <Button ref={cancel} size="large" onClick={() => void run(bridge.cancelSignIn(undefined))}>
          {words.common.cancel}
        </Button>
      </div>
    </>
  )
}
