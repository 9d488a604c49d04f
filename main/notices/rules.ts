import type { OwnChanges, QuietHours, Rules, Snooze } from '../../preload/rules.ts'
import type { StoredChange, Verdict } from '../history/stored-change.ts'

/** What decides whether a change is told. */
export interface RuleContext {
  /** Now when telling; the change's own time when rules are tried on the past. */
  readonly at: number
  readonly rulesOf: (subscriptionId: string) => Rules
  readonly showNotices: boolean
  /** Whose changes are one's own, for subscriptions that do not say. */
  readonly own: OwnChanges
  /** For subscriptions without hours of their own. */
  readonly quietHours: QuietHours | null
  readonly snoozes: readonly Snooze[]
  /** Graph's user ids of an account, or of everyone signed in here. */
  readonly ownIds: (accountId: string | null) => ReadonlySet<string>
}

/** What is to become of a change. `words`: what decided it, kept with the verdict for the reason. */
export type Judgement =
  | { readonly kind: 'tell' }
  /** Kept, with this as its reason. */
  | {
      readonly kind: 'hold'
      readonly verdict: Verdict
      readonly words: string | null
      readonly snoozeId: string | null
    }
  /** Kept for a digest at `dueAt`; null: none is wanted. */
  | {
      readonly kind: 'later'
      readonly verdict: 'quiet-hours' | 'digest'
      readonly words: string | null
      readonly dueAt: number | null
    }

/** Tell it, keep it quietly, or keep it for later? */
export function judge(change: StoredChange, context: RuleContext): Judgement {
  const own = context.rulesOf(change.subscriptionId).own ?? context.own
  const accountId = own === 'hide-this-account' ? change.accountId : null
  if (own !== 'tell' && isOwn(change, context.ownIds(accountId))) return held('own-change')
  if (!context.showNotices) return held('notices-off')
  return { kind: 'tell' }
}

const held = (verdict: Verdict): Judgement => ({ kind: 'hold', verdict, words: null, snoozeId: null })

/** Did someone signed in here do it, on this computer or any other? (graph.md 2.6) */
export function isOwn({ who }: Pick<StoredChange, 'who'>, ownIds: ReadonlySet<string>): boolean {
  if (!who?.id || who.kind !== 'user') return false
  const id = spelled(who.id)
  return [...ownIds].some((own) => spelled(own) === id)
}

/** Personal ids are 16 hexadecimal digits, whose case and leading zeros vary; object ids vary in case only. */
function spelled(id: string): string {
  return (/^[0-9a-f]{1,16}$/i.test(id) ? id.padStart(16, '0') : id).toLowerCase()
}
