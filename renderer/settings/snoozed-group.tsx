import { Button } from '@fluentui/react-components'
import { AlertSnooze20Regular } from '@fluentui/react-icons/svg/alert-snooze'
import type { Snooze } from '../../preload/contract/rules.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { minutely, useNow } from '../ui/use-now.ts'
import { useRun } from '../ui/use-run.tsx'
import { settingsWords as said } from '../words/settings.ts'
import { SettingsGroup, SettingsRow } from './setting-row.tsx'

/** What is snoozed now; absent when nothing is. */
export function SnoozedGroup() {
  const { bridge, state, time } = useDrivebell()
  const run = useRun()
  const now = useNow(minutely)
  if (state.snoozes.length === 0) return null
  return (
    <SettingsGroup title={said.snoozed}>
      {state.snoozes.map((snooze) => (
        <SettingsRow
          key={snooze.id}
          id={snooze.id}
          Icon={AlertSnooze20Regular}
          name={<bdi>{nameOf(snooze)}</bdi>}
          caption={said.snoozedUntil(time.until(snooze.until, now))}
        >
          <Button
            size="small"
            aria-describedby={`${snooze.id}-name`}
            onClick={() => void run(bridge.wakeSnooze({ snoozeId: snooze.id }))}
          >
            {said.wake}
          </Button>
        </SettingsRow>
      ))}
    </SettingsGroup>
  )
}

function nameOf({ what }: Snooze): string {
  if (what.kind !== 'someone') return what.name
  return what.someone.kind === 'guests' ? said.guests : what.someone.name
}
