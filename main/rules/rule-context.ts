import { defaultRules } from '../../preload/contract/rules.ts'
import type { Stored } from '../settings/schema.ts'
import type { RuleContext } from './judge.ts'

/** What decides at a moment, from what is kept. `ownIds`: of an account, or of everyone signed in here. */
export function ruleContext(
  { settings, subscriptions, mutes }: Pick<Stored, 'settings' | 'subscriptions' | 'mutes'>,
  ownIds: RuleContext['ownIds'],
  at: number,
): RuleContext {
  const rules = new Map(subscriptions.map((each) => [each.id, each.rules]))
  return {
    at,
    rulesOf: (id) => rules.get(id) ?? defaultRules,
    showNotices: settings.showNotices,
    own: settings.ownChanges,
    quietHours: settings.quietHours,
    mutes,
    ownIds,
  }
}
