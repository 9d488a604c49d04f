import type { Handlers } from '../../../preload/contract/commands.ts'
import type { Rules } from '../../../preload/contract/rules.ts'
import { mostTried, preview } from '../../activity/rule-preview.ts'
import { mutableOf } from '../../rules/mute-match.ts'
import { allowSimilar } from '../../rules/allow-similar.ts'
import { done, followed, type CommandDeps, refused } from './answers.ts'

type Commands = Pick<
  Handlers,
  'muteChange' | 'mute' | 'unmute' | 'allowSimilar' | 'previewRules' | 'setRules'
>

/** What decides whether a change is told. */
export function ruleHandlers(deps: CommandDeps): Commands {
  const { history, subscriptions, webhooks, mutes, rules: context } = deps
  const rulesOf = (id: string) => subscriptions.find(id)?.rules ?? webhooks.rulesOf(id)
  const setRules = (id: string, rules: Rules) =>
    followed(subscriptions.setRules(id, rules) || webhooks.setRules(id, rules))
  return {
    async muteChange({ changeId, what, length }) {
      const change = history.find(changeId)
      const mutable = change && mutableOf(change, what)
      if (!mutable) return refused({ key: 'refusal.nothing-to-mute' })
      return { ok: true, muteId: mutes.mute(mutable, length) }
    },
    mute: async ({ what, length }) => ({ ok: true, muteId: mutes.mute(what, length) }),
    async unmute({ muteId }) {
      mutes.unmute(muteId) // one that is over is no longer muted anyway
      return done
    },
    async allowSimilar({ changeId }) {
      const change = history.find(changeId)
      const rules = change && rulesOf(change.subscriptionId)
      if (!rules) return followed(false)
      const ownDomains = context().ownDomains(change.accountId)
      return setRules(change.subscriptionId, allowSimilar(change, rules, ownDomains))
    },
    previewRules: async ({ subscriptionId, rules }) =>
      preview(history.latest(mostTried, subscriptionId), rules, context()),
    setRules: async ({ subscriptionId, rules }) => setRules(subscriptionId, rules),
  }
}
