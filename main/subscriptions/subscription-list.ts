import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Target } from '../../preload/contract/discovery.ts'
import { calledText } from '../../preload/contract/called.ts'
import { defaultRules } from '../../preload/contract/rules.ts'
import type { Followable } from '../discovery/followable.ts'
import type { Subscription } from '../settings/schema.ts'
import type { Pauses } from './pauses.ts'
import { identityOf } from '../discovery/targets.ts'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import type { Words } from '../../preload/words/words.ts'
import { rulesInWords } from '../rules/rule-words.ts'

/** Where the list of what is followed is kept. */
export interface KeptSubscriptions {
  read(): Pauses
  write(change: Partial<Pauses>): void
}

/** The list of what is followed: nothing in it twice. */
export class SubscriptionList {
  readonly #kept: KeptSubscriptions

  constructor(kept: KeptSubscriptions) {
    this.#kept = kept
  }

  get all(): readonly Subscription[] {
    return this.#kept.read().subscriptions
  }

  find(id: string): Subscription | undefined {
    return this.all.find((each) => each.id === id)
  }

  /** What follows the same thing, by whatever account and name. */
  same(identity: string, butNot = ''): Subscription | undefined {
    return this.all.find(
      ({ id, target, accountId }) => id !== butNot && identityOf(target, accountId) === identity,
    )
  }

  like(target: Target, accountId: string): Subscription | undefined {
    return this.same(identityOf(target, accountId))
  }

  /** The last one, with an id of its own. */
  add(facts: Omit<Subscription, 'id' | 'pause' | 'rules' | 'goneSeen'>): Subscription {
    const subscription = { ...facts, id: randomUUID(), pause: null, rules: defaultRules }
    this.keep([...this.all, subscription])
    return subscription
  }

  change(id: string, facts: Partial<Subscription>): void {
    this.keep(this.all.map((each) => (each.id === id ? { ...each, ...facts } : each)))
  }

  keep(subscriptions: readonly Subscription[]): void {
    this.#kept.write({ subscriptions: [...subscriptions] })
  }

  /** What to call it here, and what to say beside it: with its address when something else has that name. */
  namesFor({ name, called, place, icon, webUrl }: Followable): Pick<Subscription, 'name' | 'place'> {
    const isInSite = icon === 'library' || icon === 'list'
    const beside = isInSite ? (isDeepStrictEqual(called, place) ? name : 'SharePoint') : place
    const behind = isInSite ? (webUrl?.replace(/^https?:\/\//, '') ?? place) : place
    const isTaken = behind !== '' && this.all.some((each) => isDeepStrictEqual(each.name, called))
    return { name: isTaken ? { kind: 'apart', name: called, place: behind } : called, place: beside }
  }
}

/** What is followed, as the window shows it. */
export function subscriptionView(
  { id, accountId, target, scope, icon, rules, name, place }: Subscription,
  now: Pick<SubscriptionView, 'status' | 'learning' | 'unseen'>,
  words: Words,
): SubscriptionView {
  const rulesWords = rulesInWords(rules, words)
  return {
    id,
    accountId,
    target,
    scope,
    icon,
    rules,
    rulesInWords: rulesWords,
    name: calledText(name, words),
    place: calledText(place, words),
    ...now,
  }
}
