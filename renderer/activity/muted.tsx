import type { Snooze } from '../../preload/contract/rules.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { minutely, useNow } from '../ui/use-now.ts'
import { words } from '../words/english.ts'

const said = words.activity

/** What is muted now, and until when, as the state has it. */
export function Muted({ snoozeId }: { readonly snoozeId: string }) {
  const { state, time } = useDrivebell()
  const now = useNow(minutely)
  const snooze = state.snoozes.find(({ id }) => id === snoozeId)
  if (!snooze) return said.mutedForAnHour
  return (
    <>
      {said.mutedUntil[0]}
      <bdi>{nameOf(snooze)}</bdi>
      {said.mutedUntil[1]}
      {time.until(snooze.until, now)}.
    </>
  )
}

function nameOf({ what }: Snooze): string {
  if (what.kind !== 'someone') return what.name
  return what.someone.kind === 'guests' ? said.guests : what.someone.name
}
