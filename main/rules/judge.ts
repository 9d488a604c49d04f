import type { OwnChanges, QuietHours, Rules, Mute } from '../../preload/contract/rules.ts'
import type { Words } from '../../preload/words/words.ts'
import type { DecidedBy } from '../history/decided-by.ts'
import type { StoredChange, Verdict } from '../history/stored-change.ts'
import { Patterns } from './patterns.ts'
import { isOwn } from './people-match.ts'
import { nextTimeOfDay, type Quiet, quietIn } from './quiet-hours.ts'
import { factOf, isSomeonesDoing, matchingRule } from './rule-match.ts'
import { muteOver } from './mute-match.ts'
import { Zone } from './zone.ts'

/** What decides whether a change is told. */
export interface RuleContext {
  /** Now when telling; the change's own time when rules are tried on the past. */
  readonly at: number
  readonly words: Words
  readonly rulesOf: (subscriptionId: string) => Rules
  readonly showNotices: boolean
  /** Whose changes are one's own, for subscriptions that do not say. */
  readonly own: OwnChanges
  /** For subscriptions without hours of their own. */
  readonly quietHours: QuietHours | null
  readonly mutes: readonly Mute[]
  /** Graph's user ids of an account, or of everyone signed in here. */
  readonly ownNames: (accountId: string | null) => ReadonlySet<string>
  /** Domains of an account's organization: whoever has an address there is no guest. */
  readonly ownDomains: (accountId: string) => ReadonlySet<string>
}

/** What is to become of a change. */
export type Judgement =
  | { readonly kind: 'tell' }
  /** Kept, with this as its reason. */
  | {
      readonly kind: 'hold'
      readonly verdict: Verdict
      readonly decidedBy: DecidedBy | null
      readonly muteId: string | null
    }
  /** Kept for a digest at `dueAt`; null: none is wanted. */
  | {
      readonly kind: 'later'
      readonly verdict: 'quiet-hours' | 'digest'
      readonly decidedBy: DecidedBy | null
      readonly dueAt: number | null
    }

/**
 * Tell a change, keep it quietly, or keep it for later? At the context's moment or at another; patterns and hours are
 * read once for all of the changes.
 */
export function judge(context: RuleContext): (change: StoredChange, at?: number) => Judgement {
  const patterns = new Map<Rules, Patterns>()
  const hours = new Map<QuietHours, QuietIn>()
  const moments = new Map<Rules, Judgement>()
  const when: When = {
    quiet: (of, at) => remembered(hours, of, () => quietIn(of))(at),
    here: new Zone(null),
  }
  return (change, at = context.at) => {
    const rules = context.rulesOf(change.subscriptionId)
    if (isHidden(change, rules, context)) return held('own-change')
    const ownDomains = context.ownDomains(change.accountId)
    const match = matchingRule(
      change,
      rules,
      ownDomains,
      remembered(patterns, rules, () => new Patterns(rules.patterns)),
    )
    if (match?.kind === 'app') return held('app-change')
    if (match) return held('rule', factOf(match))
    const mute = muteOver(change, context.mutes, at, ownDomains)
    if (mute) return held('muted', mute.until === null ? null : { kind: 'mute', until: mute.until }, mute.id)
    if (!context.showNotices) return held('notices-off')
    const decide = () => whenToTell(rules, context.quietHours, at, when)
    return at === context.at ? remembered(moments, rules, decide) : decide()
  }
}

type QuietIn = (at: number) => Quiet | null

/** What was read of clocks and hours so far. */
interface When {
  readonly quiet: (hours: QuietHours, at: number) => Quiet | null
  readonly here: Zone
}

/** A daily digest gathers in quiet hours as well, but comes after them. */
function whenToTell(
  { quiet, often }: Rules,
  inSettings: QuietHours | null,
  at: number,
  when: When,
): Judgement {
  const hours = quiet.kind === 'own' ? quiet.hours : quiet.kind === 'none' ? null : inSettings
  if (often.kind === 'daily') {
    const dueAt = nextTimeOfDay(often.at, at, when.here)
    const until = (hours && when.quiet(hours, dueAt)?.until) ?? dueAt
    return {
      kind: 'later',
      verdict: 'digest',
      decidedBy: null,
      dueAt: Number.isFinite(until) ? until : dueAt,
    }
  }
  const now = hours && when.quiet(hours, at)
  if (!now) return { kind: 'tell' }
  const dueAt = hours.digest && Number.isFinite(now.until) ? now.until : null
  return { kind: 'later', verdict: 'quiet-hours', decidedBy: now.by, dueAt }
}

function isHidden(change: StoredChange, rules: Rules, { own, ownNames }: RuleContext): boolean {
  const hides = rules.own ?? own
  if (hides === 'tell' || !isSomeonesDoing(change)) return false
  return isOwn(change, ownNames(hides === 'hide-this-account' ? change.accountId : null))
}

const held = (
  verdict: Verdict,
  decidedBy: DecidedBy | null = null,
  muteId: string | null = null,
): Judgement => ({ kind: 'hold', verdict, decidedBy, muteId })

function remembered<K, V>(all: Map<K, V>, key: K, make: () => V): V {
  const known = all.get(key)
  if (known !== undefined) return known
  const made = make()
  all.set(key, made)
  return made
}
