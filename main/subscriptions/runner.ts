import type { DriveStatus } from '../../preload/contract/state.ts'
import type { Clock } from '../kit/clock.ts'
import type { WakeCause } from './attention.ts'
import type { Subscription } from '../settings/schema.ts'
import type { Connection } from './connection.ts'

/** A subscription at work. */
export interface Run extends Disposable {
  start(): void
  wake(why: WakeCause): void
  askNow(): void
  /** Something changed, says somebody else than the link. */
  hinted(): void
  readonly status: DriveStatus
  /** How its connection is, for those who look closer. */
  readonly connection: Connection
  readonly learning: { readonly done: number; readonly about: number | null } | null
  readonly isCatchingUp: boolean
  /** It may be the network that keeps it from being heard. */
  readonly isInDoubt: boolean
}

interface RunnerDeps {
  readonly run: (subscription: Subscription) => Run
  readonly clock: Clock
  readonly random: () => number
}

/** So many start together, and the next after a short breath: two hundred begin politely, within seconds. */
const startsAtOnce = 4
const breathMs = 50

/** Which subscriptions are at work: started a few at a time, ended at once. */
export class Runner implements Disposable {
  readonly #deps: RunnerDeps
  readonly #runs = new Map<string, Run>()
  readonly #waiting = new Map<string, Subscription>()
  #breath: Disposable | null = null

  constructor(deps: RunnerDeps) {
    this.#deps = deps
  }

  get isInDoubt(): boolean {
    return this.#all.some((run) => run.isInDoubt)
  }

  get isCatchingUp(): boolean {
    return this.#all.some((run) => run.isCatchingUp)
  }

  wake(why: WakeCause): void {
    for (const run of this.#all) run.wake(why)
  }

  /** How each is connected, by its id. */
  get connections(): ReadonlyMap<string, Connection> {
    return new Map([...this.#runs].map(([id, run]) => [id, run.connection]))
  }

  get(id: string): Run | undefined {
    return this.#runs.get(id)
  }

  /** These are to run, and no others. */
  keep(wanted: readonly Subscription[]): void {
    const ids = new Set(wanted.map(({ id }) => id))
    for (const id of [...this.#runs.keys(), ...this.#waiting.keys()]) if (!ids.has(id)) this.stop(id)
    for (const each of wanted) if (!this.#runs.has(each.id)) this.#waiting.set(each.id, each)
    if (this.#breath === null) this.#startSome()
  }

  stop(id: string): void {
    this.#waiting.delete(id)
    this.#runs.get(id)?.[Symbol.dispose]()
    this.#runs.delete(id)
  }

  [Symbol.dispose](): void {
    this.#breath?.[Symbol.dispose]()
    this.keep([])
  }

  get #all(): readonly Run[] {
    return [...this.#runs.values()]
  }

  #startSome(): void {
    this.#breath = null
    const some = [...this.#waiting.values()].slice(0, startsAtOnce)
    if (some.length === 0) return
    const { clock, random, run } = this.#deps
    this.#breath = clock.after(Math.round(breathMs * (0.5 + random())), () => this.#startSome())
    for (const subscription of some) {
      this.#waiting.delete(subscription.id)
      const begun = run(subscription)
      this.#runs.set(subscription.id, begun)
      begun.start()
    }
  }
}
