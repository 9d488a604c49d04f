import type { Pattern, QuietHours, Rules, Someone } from '../../preload/contract/rules.ts'
import { type RuleKind, ruleKinds } from '../../preload/contract/kinds.ts'
import { usualHours } from '../ui/usual-hours.ts'
import { weekOrder } from '../words/quiet-hours.ts'

/** Rules while they are edited: what a choice hides is kept until the page is left, and comes back with the choice. */
export interface Draft extends Omit<Rules, 'people' | 'quiet' | 'often'> {
  readonly people: { readonly kind: Rules['people']['kind']; readonly who: readonly Someone[] }
  readonly quiet: { readonly kind: Rules['quiet']['kind']; readonly hours: QuietHours }
  readonly often: { readonly kind: Rules['often']['kind']; readonly at: string }
  /** The pattern that is being typed; it counts already. */
  readonly typed: Pattern
}

/** A draft, and the rules in force that it began with. */
export interface Editing {
  readonly base: Rules
  readonly draft: Draft
}

const nothingTyped: Pattern = { glob: '', not: false }
const usualDigestAt = '08:00'

/** A draft that changes nothing yet. `hours`: what own quiet hours begin with. */
export function draftOf(rules: Rules, hours: QuietHours): Draft {
  const { people, quiet, often } = rules
  return {
    ...rules,
    people: { kind: people.kind, who: people.kind === 'everyone' ? [] : people.who },
    quiet: { kind: quiet.kind, hours: quiet.kind === 'own' ? quiet.hours : hours },
    often: { kind: often.kind, at: often.kind === 'daily' ? often.at : usualDigestAt },
    typed: nothingTyped,
  }
}

/** The rules that a draft would be saved as, in one order whatever the order of the clicks. */
export function rulesOf({ people, quiet, often, typed, ...draft }: Draft): Rules {
  const added = patternOf(typed)
  return {
    kinds: ruleKinds.filter((kind) => draft.kinds.includes(kind)),
    people: people.kind === 'everyone' ? { kind: people.kind } : { kind: people.kind, who: [...people.who] },
    own: draft.own,
    apps: draft.apps,
    patterns: added ? [...draft.patterns, added] : draft.patterns,
    types: draft.types.toSorted(),
    size: { least: draft.size.least, most: draft.size.most },
    quiet: quiet.kind === 'own' ? { kind: quiet.kind, hours: inOrder(quiet.hours) } : { kind: quiet.kind },
    often: often.kind === 'daily' ? { kind: often.kind, at: often.at } : { kind: often.kind },
  }
}

/** Begins to edit the rules in force. */
export const editingOf = (rules: Rules, hours: QuietHours): Editing => ({
  base: rules,
  draft: draftOf(rules, hours),
})

/** Whether something differs from the rules in force. */
export const differs = ({ base, draft }: Editing): boolean => !sameRules(base, rulesOf(draft))

/** Keeps up with the rules in force: an untouched draft follows them, a touched one stays. */
export function followed(editing: Editing, rules: Rules, hours: QuietHours): Editing {
  if (sameRules(editing.base, rules)) return editing
  return differs(editing) ? { base: rules, draft: editing.draft } : editingOf(rules, hours)
}

/** The pattern somebody typed; "not" and "!" before it leave out what it matches. Null: nothing yet. */
export function patternOf(typed: Pattern): Pattern | null {
  const [, before = '', rest = ''] = /^(not\s+|!)?(.*)$/is.exec(typed.glob.trim()) ?? []
  const glob = rest.trim().slice(0, 400)
  return glob === '' ? null : { glob, not: typed.not || before !== '' }
}

/** Takes the typed pattern among the others, once. */
export function withTyped(draft: Draft): Draft {
  const added = patternOf(draft.typed)
  if (!added) return draft
  const known = draft.patterns.some(({ glob, not }) => glob === added.glob && not === added.not)
  return { ...draft, typed: nothingTyped, patterns: known ? draft.patterns : [...draft.patterns, added] }
}

/** Names somebody, once. */
export function withSomeone(draft: Draft, someone: Someone): Draft {
  const { who } = draft.people
  if (who.some((other) => keyOf(other) === keyOf(someone))) return draft
  return { ...draft, people: { ...draft.people, who: [...who, someone] } }
}

/** Turns a kind of change on or off. */
export function withKind(draft: Draft, kind: RuleKind, told: boolean): Draft {
  const others = draft.kinds.filter((other) => other !== kind)
  return { ...draft, kinds: told ? [...others, kind] : others }
}

/** Puts back, where it was, what was taken out of a list. */
export function putBack<T>(list: readonly T[], index: number, item: T): T[] {
  return list.toSpliced(Math.min(index, list.length), 0, item)
}

/** Tells one person or app from another. */
export const keyOf = (someone: Someone): string =>
  someone.kind === 'guests' ? 'guests' : `${someone.kind} ${someone.id ?? `called ${someone.name}`}`

/** Rules that no change can pass. */
export function tellsNothing({ kinds, people, size }: Rules): boolean {
  const noSize = size.least !== null && size.most !== null && size.least > size.most
  return kinds.length === 0 || (people.kind === 'only' && people.who.length === 0) || noSize
}

function sameRules(one: Rules, other: Rules): boolean {
  const plain = (rules: Rules) => JSON.stringify(rulesOf(draftOf(rules, usualHours)))
  return plain(one) === plain(other)
}

const inOrder = ({ from, to, days, wholeDays, zone, digest }: QuietHours): QuietHours => ({
  from,
  to,
  days: weekOrder(days),
  wholeDays: weekOrder(wholeDays),
  zone,
  digest,
})
