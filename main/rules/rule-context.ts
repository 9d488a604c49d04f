import { defaultRules } from '../../preload/contract/rules.ts'
import type { Stored } from '../settings/schema.ts'
import type { RuleContext } from './judge.ts'

/** What decides at a moment, from what is kept. */
export function ruleContext(
  {
    settings,
    subscriptions,
    webhooks,
    mutes,
  }: Pick<Stored, 'settings' | 'subscriptions' | 'webhooks' | 'mutes'>,
  now: Pick<RuleContext, 'at' | 'words' | 'ownNames' | 'ownDomains'>,
): RuleContext {
  const rules = new Map([...subscriptions, ...webhooks].map((each) => [each.id, each.rules]))
  return {
    ...now,
    rulesOf: (id) => rules.get(id) ?? defaultRules,
    showNotices: settings.showNotices,
    own: settings.ownChanges,
    quietHours: settings.quietHours,
    mutes,
  }
}
