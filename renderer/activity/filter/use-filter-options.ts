import { useDrivebell } from '../../ui/drivebell-context.ts'
import { words } from '../../words/english.ts'
import { type KindChoice, kindChoices, type TimeChoice, timeChoices } from './filter-choices.ts'

const said = words.activity

/** One thing to choose, in words. */
export interface Option<T> {
  readonly key: T
  readonly text: string
}

const kinds: readonly Option<KindChoice>[] = (Object.keys(kindChoices) as KindChoice[]).map((key) => ({
  key,
  text: said.kinds[key],
}))
const times: readonly Option<TimeChoice>[] = timeChoices.map((key) => ({ key, text: said.times[key] }))

/** What can be chosen; drives by name, those of one name told apart by their place. */
export function useOptions() {
  const { subscriptions } = useDrivebell().state
  const drives: readonly Option<string>[] = subscriptions
    .map(({ id, name, place }) => {
      const alone = subscriptions.filter((other) => other.name === name).length === 1
      return { key: id, text: alone ? name : `${name} (${place})` }
    })
    .toSorted((one, other) => one.text.localeCompare(other.text))
  return { kinds, times, drives }
}
