import type { Handlers } from '../../../preload/contract/commands.ts'
import { mostTried, preview } from '../../activity/rule-preview.ts'
import { snoozableOf } from '../../rules/mute-match.ts'
import { tellSuch } from '../../rules/allow-similar.ts'
import { done, followed, type Parts, refused } from './answers.ts'

type Commands = Pick<Handlers, 'mute' | 'snooze' | 'wakeSnooze' | 'tellSuch' | 'previewRules' | 'setRules'>

/** What decides whether a change is told. */
export function ruleHandlers({ history, subscriptions, snoozes, rules: context }: Parts): Commands {
  return {
    async mute({ changeId, what }) {
      const change = history.find(changeId)
      const snoozable = change && snoozableOf(change, what)
      if (!snoozable) return refused('There is nothing to mute here any more.')
      return { ok: true, snoozeId: snoozes.snooze(snoozable, 'an-hour') }
    },
    snooze: async ({ what, length }) => ({ ok: true, snoozeId: snoozes.snooze(what, length) }),
    async wakeSnooze({ snoozeId }) {
      snoozes.wake(snoozeId) // one that is over is awake already
      return done
    },
    async tellSuch({ changeId }) {
      const change = history.find(changeId)
      const subscription = change && subscriptions.find(change.subscriptionId)
      if (!subscription) return followed(false)
      return followed(subscriptions.setRules(subscription.id, tellSuch(change, subscription.rules)))
    },
    previewRules: async ({ subscriptionId, rules }) =>
      preview(history.latest(mostTried, subscriptionId), rules, context()),
    setRules: async ({ subscriptionId, rules }) => followed(subscriptions.setRules(subscriptionId, rules)),
  }
}
