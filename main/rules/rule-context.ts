import { defaultRules } from '../../preload/contract/rules.ts'
import type { Words } from '../../preload/words/words.ts'
import type { Stored } from '../settings/schema.ts'
import type { RuleContext } from './judge.ts'

/** What decides at a moment, from what is kept. `ownIds`: of an account, or of everyone signed in here. */
export function ruleContext(
  { settings, subscriptions, mutes }: Pick<Stored, 'settings' | 'subscriptions' | 'mutes'>,
  ownIds: RuleContext['ownIds'],
  at: number,
  words: Words,
): RuleContext {
  const rules = new Map(subscriptions.map((each) => [each.id, each.rules]))
  return {
    at,
    words,
    rulesOf: (id) => rules.get(id) ?? defaultRules,
    showNotices: settings.showNotices,
    own: settings.ownChanges,
    quietHours: settings.quietHours,
    mutes,
    ownIds,
  }
}
