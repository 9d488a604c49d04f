import { useDrivebell } from '../../ui/drivebell-context.ts'
import { words } from '../../words/english.ts'
import type { Choices } from './filter-choices.ts'

const said = words.activity

/** What is chosen, in the words of its button; null where it is anything. */
export function useChosen({ told, person, kind, subscriptionId, time }: Choices) {
  const { subscriptions } = useDrivebell().state
  const drive = subscriptions.find(({ id }) => id === subscriptionId)
  return {
    show: told === null ? null : told ? said.shows.told : said.shows.notTold,
    person: person?.name ?? null,
    kind: kind && said.kinds[kind],
    drive: subscriptionId && (drive?.name ?? said.unfollowedDrive),
    time: time && said.times[time],
  }
}
