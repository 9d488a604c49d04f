import { isAlarming, type StoredChange } from '../history/stored-change.ts'
import { type Burst, burstOf, type DigestCause, digestOf, keysOf, rowBeside, takesIn } from './bursts.ts'
import { BurstSummary, mostNamed } from './burst-summary.ts'

/** What one notice is to tell next, together with what it told before. */
export interface PendingNotice extends Omit<Burst, 'at' | 'raisedAt'> {
  /** The notice it rewrites; null: it opens one. */
  readonly burst: Burst | null
  /** The changes that wait, and the row of each. */
  readonly ids: readonly string[]
  readonly rowOf: ReadonlyMap<string, string>
}

type Open = Omit<PendingNotice, 'ids' | 'rowOf' | 'subscriptionIds' | 'rows' | 'causes' | 'isBroad'> & {
  readonly ids: string[]
  readonly subscriptionIds: Set<string>
  readonly rows: Map<string, string>
  readonly rowOf: Map<string, string>
  readonly causes: Set<DigestCause>
  isBroad: boolean
}

/** So many alarms of one drive at a time are told one by one. */
const mostAlarms = 3

/** Sorts what waits into the notices on screen and into new ones, as few as read well (interface.md 7). */
export class Grouping {
  readonly #bursts: readonly Burst[]
  readonly #idOf: (change: StoredChange) => string
  readonly #all = new Map<string, Open>()
  readonly #alarms = new Map<string, Open[]>()

  /** `idOf`: what a notice is called that begins with a change. */
  constructor(bursts: readonly Burst[], idOf: (change: StoredChange) => string) {
    this.#bursts = bursts
    this.#idOf = idOf
  }

  /** `cause`: it was missed or held back, and belongs into the digest; null: it is news. */
  add(change: StoredChange, cause: DigestCause | null): void {
    if (isAlarming(change)) return this.#alarm(change)
    const burst = cause === null ? burstOf(change, this.#bursts) : digestOf(change, this.#bursts)
    const keys = cause === null ? (burst ? [burst.id] : keysOf(change)) : ['digest']
    const known = keys.map((key) => this.#all.get(key)).find((each) => each !== undefined)
    const pending = known ?? this.#opened(change, burst, cause === null ? 'news' : 'digest')
    if (known || burst) pending.summary.add(change)
    put(pending, change)
    if (cause !== null) pending.causes.add(cause)
    for (const key of keys) this.#all.set(key, pending)
  }

  /**
   * Alarms first, then news, then those that waited longest to be rewritten, then what was missed. Of news of drives there
   * is one new notice at most, and one of each webhook: what one brings is told with nothing else. `mayRaise`: it may be shown now; else the news join the notice that was raised a moment ago, if that
   * can be rewritten.
   */
  pending(mayRaise: boolean): readonly PendingNotice[] {
    const all = [...new Set(this.#all.values())]
    const running = all.filter(({ burst, kind }) => burst && kind === 'news')
    const opening = all.filter(({ burst, kind }) => !burst && kind === 'news')
    const news = [...Map.groupBy(opening, familyOf).entries()].flatMap(([family, those]) => {
      const into = this.#home(family, those, running, mayRaise) ?? those[0]
      for (const other of those) if (into && other !== into) take(into, other)
      return into ?? []
    })
    const digest = all.filter(({ kind }) => kind === 'digest')
    const rewritten = [...new Set([...running, ...news.filter(({ burst }) => burst)])]
    const fresh = news.filter(({ burst }) => !burst)
    const byAge = rewritten.sort((a, b) => (a.burst?.at ?? 0) - (b.burst?.at ?? 0))
    return [...[...this.#alarms.values()].flatMap(fewAlarms), ...fresh, ...byAge, ...digest]
  }

  /** The notice on screen that news without one of their own are told in; null: they open one. */
  #home(family: string, opening: readonly Open[], running: readonly Open[], mayRaise: boolean): Open | null {
    const changes = opening.reduce((sum, { ids }) => sum + ids.length, 0)
    if (changes === 0) return null
    const open = this.#bursts
      .filter((each) => takesIn(each) && familyOf(each) === family)
      .toSorted((a, b) => b.raisedAt - a.raisedAt)
    // more than can be named: a notice that tells a crowd already tells them as well
    const crowd = changes > mostNamed ? open.find(({ isBroad }) => isBroad) : undefined
    const burst = mayRaise ? crowd : (crowd ?? open[0])
    if (!burst) return null
    return (
      running.find((each) => each.burst === burst) ?? { ...copied(burst), burst, ids: [], rowOf: new Map() }
    )
  }

  #alarm(change: StoredChange): void {
    const key = `${change.subscriptionId} ${change.kind}`
    const alarm = this.#opened(change, null, 'news')
    put(alarm, change)
    this.#alarms.set(key, [...(this.#alarms.get(key) ?? []), alarm])
  }

  #opened(change: StoredChange, burst: Burst | null, kind: Burst['kind']): Open {
    if (burst) return { ...copied(burst), burst, ids: [], rowOf: new Map() }
    return {
      burst: null,
      id: kind === 'news' && !isAlarming(change) ? this.#idOf(change) : change.id,
      kind,
      summary: new BurstSummary(change),
      ids: [],
      rowOf: new Map(),
      subscriptionIds: new Set(),
      rows: new Map(),
      isBroad: false,
      causes: new Set(),
      toldGap: null,
    }
  }
}

/** What may be told together: changes of drives, or what one webhook brings. */
const familyOf = ({ summary: { isBrought, latest } }: Pick<Burst, 'summary'>): string =>
  isBrought ? latest.subscriptionId : ''

/** What a notice told, to be told with more. */
function copied({ at: _at, raisedAt: _raisedAt, ...burst }: Burst): Omit<Open, 'burst' | 'ids' | 'rowOf'> {
  return {
    ...burst,
    summary: burst.summary.copy(),
    subscriptionIds: new Set(burst.subscriptionIds),
    rows: new Map(burst.rows),
    causes: new Set(burst.causes),
  }
}

/** Each is told alone; a wave of them together, with nothing else. */
function fewAlarms(alarms: readonly Open[]): readonly Open[] {
  const [into, ...others] = alarms
  if (!into || alarms.length <= mostAlarms) return alarms
  for (const other of others) take(into, other)
  return [into]
}

function put(pending: Open, change: StoredChange): void {
  const keys = keysOf(change)
  const known = keys.map((key) => pending.rows.get(key)).find((row) => row !== undefined)
  if (pending.burst && known === undefined) pending.isBroad = true
  pending.ids.push(change.id)
  pending.subscriptionIds.add(change.subscriptionId)
  for (const key of keys) pending.rows.set(key, known ?? pending.id)
  pending.rowOf.set(change.id, known ?? pending.id)
}

/** Tells it as well, in rows of its own. */
function take(into: Open, other: Open): void {
  const beside = (row: string) => (row === other.id ? rowBeside(into.id, other.id) : row)
  into.summary.absorb(other.summary)
  for (const id of other.subscriptionIds) into.subscriptionIds.add(id)
  for (const [key, row] of other.rows) if (!into.rows.has(key)) into.rows.set(key, beside(row))
  for (const id of other.ids) into.ids.push(id)
  for (const [id, row] of other.rowOf) into.rowOf.set(id, beside(row))
  into.isBroad = true
}
