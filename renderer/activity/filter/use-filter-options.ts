import { useDrivebell } from '../../ui/drivebell-context.ts'
import { type KindChoice, kindChoices, type TimeChoice, timeChoices } from './filter-choices.ts'
import { useWords } from '../../ui/words-context.ts'

/** One thing to choose, in words. */
export interface Option<T> {
  readonly key: T
  readonly text: string
}

/** What can be chosen; drives and webhooks by name, those of one name told apart by their place. */
export function useOptions() {
  const words = useWords()
  const { subscriptions, webhooks, accounts } = useDrivebell().state
  const hooks = webhooks.rows.map(({ id, title, accountId }) => ({
    id,
    name: words.say(title),
    place: accounts.find((account) => account.id === accountId)?.username ?? '',
  }))
  const all = [...subscriptions, ...hooks]
  const drives: readonly Option<string>[] = all
    .map(({ id, name, place }) => {
      const alone = all.filter((other) => other.name === name).length === 1
      return { key: id, text: alone ? name : `${name} (${place})` }
    })
    .toSorted((one, other) => one.text.localeCompare(other.text, words.locale.formats))
  const kinds = (Object.keys(kindChoices) as KindChoice[]).map((key): Option<KindChoice> => ({
    key,
    text: words.phrase(`activity.kind.${key}`),
  }))
  const times = timeChoices.map((key): Option<TimeChoice> => ({
    key,
    text: words.phrase(`activity.time.${key}`),
  }))
  return { kinds, times, drives }
}
