import { randomUUID } from 'node:crypto'
import type { MuteLength } from '../../preload/contract/activity.ts'
import type { Mute, Mutable } from '../../preload/contract/rules.ts'
import type { Clock } from '../kit/clock.ts'
import { hourMs } from '../kit/time.ts'

interface MutesDeps {
  readonly kept: { read(): readonly Mute[]; write(mutes: Mute[]): void }
  readonly clock: Clock
}

/** So many are kept; those that end first give way. */
const mostKept = 200
/** Tomorrow begins at eight, by this computer's clock. */
const morning = 8

/** What is muted, until a moment of the wall clock or until it is unmuted; also across restarts and sleep. */
export class Mutes implements Disposable {
  readonly #deps: MutesDeps
  #end: Disposable | null = null

  constructor(deps: MutesDeps) {
    this.#deps = deps
    this.#mind()
  }

  /** What is muted now. */
  get all(): readonly Mute[] {
    const now = this.#deps.clock.now()
    return this.#deps.kept.read().filter(({ until }) => until === null || until > now)
  }

  /** Mutes it anew, whatever was said of it before. Answers the mute's id. */
  mute(what: Mutable, length: MuteLength): string {
    const id = randomUUID()
    const others = this.all.filter((each) => !isSame(each.what, what))
    const all = [...others, { id, what, until: this.#until(length) }]
    this.#keep(all.length > mostKept ? all.sort((a, b) => endOf(a) - endOf(b)).slice(-mostKept) : all)
    return id
  }

  /** False: it was not muted any more. */
  unmute(muteId: string): boolean {
    const { all } = this
    const others = all.filter(({ id }) => id !== muteId)
    if (others.length === all.length) return false
    this.#keep(others)
    return true
  }

  /** A subscription goes, and with it what it has muted. */
  forget(subscriptionId: string): void {
    const others = this.all.filter(
      ({ what }) => what.kind === 'someone' || what.subscriptionId !== subscriptionId,
    )
    if (others.length < this.#deps.kept.read().length) this.#keep(others)
  }

  [Symbol.dispose](): void {
    this.#end?.[Symbol.dispose]()
  }

  #until(length: MuteLength): number | null {
    if (length === 'until-unmuted') return null
    const now = this.#deps.clock.now()
    if (length === 'an-hour') return now + hourMs
    const today = new Date(now)
    return new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1, morning).getTime()
  }

  #keep(mutes: readonly Mute[]): void {
    this.#deps.kept.write([...mutes])
    this.#mind()
  }

  /** Waits for the next one to end. */
  #mind(): void {
    this.#end?.[Symbol.dispose]()
    const ends = this.all.flatMap(({ until }) => until ?? [])
    const end = ends.length > 0 ? Math.min(...ends) : null
    this.#end = end === null ? null : this.#deps.clock.at(end, () => this.#keep(this.all))
  }
}

/** Until when, for comparing. */
export const endOf = ({ until }: Pick<Mute, 'until'>): number => until ?? Infinity

const isSame = (a: Mutable, b: Mutable): boolean => keyOf(a) === keyOf(b)

/** Names may change; what is muted stays the same. */
function keyOf(what: Mutable): string {
  if (what.kind === 'subscription') return JSON.stringify([what.kind, what.subscriptionId])
  if (what.kind !== 'someone') return JSON.stringify([what.kind, what.subscriptionId, what.itemId])
  const { someone } = what
  return JSON.stringify(
    someone.kind === 'guests' ? [someone.kind] : [someone.kind, someone.id ?? someone.name],
  )
}
