import { useDrivebell } from '../../ui/drivebell-context.ts'
import type { Choices } from './filter-choices.ts'
import { useWords } from '../../ui/words-context.ts'

/** What is chosen, in the words of its button; null where it is anything. */
export function useChosen({ told, person, kind, subscriptionId, time }: Choices) {
  const words = useWords()
  const { subscriptions, webhooks } = useDrivebell().state
  const drive = subscriptions.find(({ id }) => id === subscriptionId)
  const webhook = webhooks.rows.find(({ id }) => id === subscriptionId)
  const called = drive?.name ?? (webhook && words.say(webhook.title))
  return {
    show:
      told === null
        ? null
        : told
          ? words.phrase('activity.show.notified')
          : words.phrase('activity.show.not-notified'),
    person: person?.name ?? null,
    kind: kind && words.phrase(`activity.kind.${kind}`),
    drive: subscriptionId && (called ?? words.phrase('activity.drive.unfollowed')),
    time: time && words.phrase(`activity.time.${time}`),
  }
}
