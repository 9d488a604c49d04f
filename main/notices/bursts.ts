import type { AwayLine } from '../../preload/contract/activity.ts'
import { isAlarming, type StoredChange } from '../history/stored-change.ts'
import { personKey, type BurstSummary } from './burst-summary.ts'
import { minuteMs } from '../kit/time.ts'

/** After so much quiet the next change opens a new notice (interface.md 7). */
export const quietMs = minuteMs
/** One person's changes in this many folders are two bursts; in more, they are one. */
const mostPerPerson = 2

/** Why changes were not told at once. */
export type DigestCause = AwayLine['cause'] | 'daily'

/** What a digest says of why it was needed, where there were several reasons: the one a person knows of. */
const mostTelling = ['quiet-hours', 'paused', 'away', 'read-anew'] as const

/** Why nobody was told; null: a drive that is told once a day leaves no time in which nobody was. */
export function awayCause(causes: ReadonlySet<DigestCause>): AwayLine['cause'] | null {
  return mostTelling.find((cause) => causes.has(cause)) ?? null
}

/** The time in which nobody listened, as a digest told of it. */
export interface ToldGap {
  /** Milliseconds since 1970, by Microsoft's clock: whole seconds, so that two gaps in a row may begin at once. */
  readonly latestFrom: number
  /** The latest set told, by subscription: a later set of the same drive was missed in another gap. */
  readonly batches: ReadonlyMap<string, number>
}

/** A notice that was shown and may be rewritten: what it told, and what it would take in. */
export interface Burst {
  /** Shared by all changes it told; that of its first. */
  readonly id: string
  readonly kind: 'news' | 'digest'
  readonly subscriptionIds: ReadonlySet<string>
  /** Who did what where, see {@link keyOf}, and the row of Activity in which each is told. */
  readonly rows: ReadonlyMap<string, string>
  /** Tells unrelated changes together: it ends so long after it was raised, however much goes on. */
  readonly isBroad: boolean
  /** Why a digest was needed; empty for news. */
  readonly causes: ReadonlySet<DigestCause>
  /** Counts all it told. */
  readonly summary: BurstSummary
  /** What a digest of an earlier run still takes in; null: whatever was missed. */
  readonly toldGap: ToldGap | null
  /** When it was first shown, and when it was last rewritten. */
  readonly raisedAt: number
  readonly at: number
}

/** The row of what a notice tells besides: related changes are one row, whatever else the notice tells. */
export const rowBeside = (noticeId: string, id: string): string => `${noticeId}:${id}`

/** The notice that tells a row. */
export const noticeOfRow = (row: string): string => row.split(':')[0] ?? row

/** What a digest is called in the history. */
export const digestName = (id: string): string => `${digestMark}${id}`

/** Its id among the notices. */
export const idOfDigest = (name: string): string => name.slice(digestMark.length)

const digestMark = 'digest-'

/** One person in one folder of one drive. */
export function keyOf(change: StoredChange): string {
  return keyIn(change.parentId, change)
}

/** By what a change belongs to others: a new folder also by what its maker puts into it. */
export function keysOf(change: StoredChange): readonly string[] {
  const isNewFolder = change.itemKind === 'folder' && change.kind === 'added'
  return isNewFolder ? [keyOf(change), keyIn(change.itemId, change)] : [keyOf(change)]
}

const keyIn = (folderId: string | null, change: StoredChange): string =>
  `${change.subscriptionId} ${folderId} ${personKey(change)}`

/** Those that may still be rewritten. A clock set back ends them as well. */
export function stillOpen(bursts: readonly Burst[], now: number): readonly Burst[] {
  const isNear = (time: number) => Math.abs(now - time) < quietMs
  return bursts.filter(({ at, raisedAt, isBroad }) => isNear(at) && (!isBroad || isNear(raisedAt)))
}

/** What is told alone takes nothing in. */
export const takesIn = ({ kind, summary }: Pick<Burst, 'kind' | 'summary'>): boolean =>
  kind === 'news' && !isAlarming(summary.latest)

/** The notice that a change is a part of; null: it deserves one of its own. */
export function burstOf(change: StoredChange, bursts: readonly Burst[]): Burst | null {
  const pending = bursts.filter(takesIn)
  const ofItem = pending.find(({ summary }) => summary.isOnly(change))
  if (ofItem) return ofItem
  const here = pending.filter(({ subscriptionIds }) => subscriptionIds.has(change.subscriptionId))
  const related = here.find(({ rows }) => keysOf(change).some((key) => rows.has(key)))
  if (related) return related
  const ofPerson = here.filter(({ summary }) => summary.includes(personKey(change)))
  return ofPerson.length >= mostPerPerson ? (ofPerson.at(-1) ?? null) : null
}

/** The notice of all that was missed or held back, if there was one just now. */
export function digestOf(change: StoredChange, bursts: readonly Burst[]): Burst | null {
  return bursts.find(({ kind, toldGap }) => kind === 'digest' && isPartOf(change, toldGap)) ?? null
}

function isPartOf({ missed, subscriptionId, batch }: StoredChange, gap: ToldGap | null): boolean {
  if (missed === null || gap === null) return true
  return missed.from <= gap.latestFrom && batch <= (gap.batches.get(subscriptionId) ?? Infinity)
}
