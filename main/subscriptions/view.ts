import type { SubscriptionView } from '../../preload/contract/state.ts'
import { rulesInWords } from '../rules/rule-words.ts'
import type { Subscription } from '../settings/schema.ts'

/** What is followed, as the window shows it. */
export function subscriptionView(
  { id, accountId, target, scope, icon, rules, name, place }: Subscription,
  now: Pick<SubscriptionView, 'hearing' | 'learning' | 'unseen'>,
): SubscriptionView {
  const rulesWords = rulesInWords(rules)
  return { id, accountId, target, scope, icon, rules, rulesInWords: rulesWords, name, place, ...now }
}
