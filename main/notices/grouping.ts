import type { StoredChange } from '../history/stored-change.ts'
import { type Burst, burstOf, type DigestCause, digestOf, keyOf } from './bursts.ts'
import { BurstSummary } from './burst-summary.ts'

/** What one notice is to tell next, together with what it told before. */
export interface PendingNotice extends Omit<Burst, 'at'> {
  /** The notice it rewrites; null: it opens one. */
  readonly burst: Burst | null
  /** The changes that wait. */
  readonly ids: readonly string[]
}

type Open = Omit<PendingNotice, 'ids' | 'subscriptionIds' | 'keys' | 'causes' | 'isBroad'> & {
  readonly ids: string[]
  readonly subscriptionIds: Set<string>
  readonly keys: Set<string>
  readonly causes: Set<DigestCause>
  isBroad: boolean
}

/** So many changes of as many people or folders are still told one by one; more at a time are a crowd. */
const mostOneByOne = 3
/** So many drives have news at a time before they share a notice. */
const mostDrives = 5

/** Sorts what waits into the notices on screen and into new ones, as few as read well (interface.md 7). */
export class Grouping {
  readonly #bursts: readonly Burst[]
  readonly #idOf: (change: StoredChange) => string
  readonly #all = new Map<string, Open>()

  /** `idOf`: what a notice is called that begins with a change. */
  constructor(bursts: readonly Burst[], idOf: (change: StoredChange) => string) {
    this.#bursts = bursts
    this.#idOf = idOf
  }

  /** `cause`: it was missed or held back, and belongs into the digest; null: it is news. */
  add(change: StoredChange, cause: DigestCause | null): void {
    const burst = cause === null ? burstOf(change, this.#bursts) : digestOf(change, this.#bursts)
    const key = cause === null ? (burst?.id ?? keyOf(change)) : 'digest'
    const known = this.#all.get(key)
    const pending = known ?? this.#opened(change, burst, cause === null ? 'news' : 'digest')
    if (known || burst) pending.summary.add(change)
    pending.ids.push(change.id)
    pending.subscriptionIds.add(change.subscriptionId)
    if (!pending.isBroad) pending.keys.add(keyOf(change))
    if (cause !== null) pending.causes.add(cause)
    this.#all.set(key, pending)
  }

  /** New notices first, then those that waited longest to be rewritten. */
  pending(): readonly PendingNotice[] {
    const all = [...this.#all.values()]
    const running = all.filter(({ burst, kind }) => burst && kind === 'news')
    const drives = Map.groupBy(
      all.filter(({ burst, kind }) => !burst && kind === 'news'),
      ({ subscriptionIds }) => [...subscriptionIds][0],
    )
    const opening = [...drives.values()].flatMap((those) => fewer(those, running))
    const shared = acrossDrives(opening, running)
    const digest = all.filter(({ kind }) => kind === 'digest')
    return [...shared, ...digest, ...running].sort((a, b) => (a.burst?.at ?? 0) - (b.burst?.at ?? 0))
  }

  #opened(change: StoredChange, burst: Burst | null, kind: Burst['kind']): Open {
    return {
      burst,
      id: burst?.id ?? (kind === 'news' ? this.#idOf(change) : change.id),
      kind,
      summary: burst?.summary.copy() ?? new BurstSummary(change),
      ids: [],
      subscriptionIds: new Set(burst?.subscriptionIds),
      keys: new Set(burst?.keys),
      isBroad: burst?.isBroad ?? false,
      causes: new Set(burst?.causes),
      toldGap: burst?.toldGap ?? null,
    }
  }
}

/** Nothing to sum up: each is one change of one item, and they are few. */
export function isCalm(opening: readonly PendingNotice[]): boolean {
  return opening.length <= mostOneByOne && opening.every(({ ids }) => ids.length === 1)
}

/** The new notices of one drive: a crowd becomes one, and joins the notice that is being rewritten there. */
function fewer(those: readonly Open[], running: readonly Open[]): readonly Open[] {
  const changes = those.reduce((sum, { ids }) => sum + ids.length, 0)
  const subscriptionId = [...(those[0]?.subscriptionIds ?? [])][0] ?? ''
  const busy = running.find(({ subscriptionIds }) => subscriptionIds.has(subscriptionId))
  const isCrowd = those.length > mostOneByOne || changes > those.length
  if (!isCrowd || (!busy && those.length === 1)) return those
  const into = busy ?? those[0]
  for (const each of those) if (into && each !== into) take(into, each)
  return busy || !into ? [] : [into]
}

/** With news from very many drives at a time, the new notices are one. */
function acrossDrives(opening: readonly Open[], running: readonly Open[]): readonly Open[] {
  const [into, ...others] = opening
  const changes = opening.reduce((sum, { ids }) => sum + ids.length, 0)
  const isFlood = opening.length + running.length > mostOneByOne && changes > opening.length
  if (!into || (opening.length <= mostDrives && !isFlood)) return opening
  for (const other of others) take(into, other)
  return [into]
}

function take(into: Open, other: Open): void {
  into.summary.absorb(other.summary)
  for (const id of other.ids) into.ids.push(id)
  for (const id of other.subscriptionIds) into.subscriptionIds.add(id)
  into.isBroad = true
}
