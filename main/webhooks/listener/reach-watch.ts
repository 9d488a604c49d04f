import type { ListenerView, SelfTest } from '../../../preload/contract/webhooks.ts'
import type { Clock } from '../../kit/clock.ts'
import { hourMs, minuteMs } from '../../kit/time.ts'
import { isEventHub } from '../model/addresses.ts'
import type { Registry } from '../model/registry.ts'
import { type Reach, reachOf } from './reach.ts'

interface ReachWatchDeps {
  readonly registry: Registry
  readonly state: () => ListenerView['state']
  /** Whether what Microsoft puts into an Event Hub is read. */
  readonly ofHub: (address: string) => Reach
  /** Does the handshake through an address; `shown` has each of its steps. */
  readonly test: (publicUrl: string, port: number, shown: (test: SelfTest) => void) => Promise<SelfTest>
  readonly clock: Clock
  readonly changed: () => void
}

/** An address at which nothing came for so long is tested. */
const quietMs = hourMs
/** One that cannot be reached, this often. */
const againMs = 5 * minuteMs

/** A moment by the wall clock, for people, and by the hand that nobody sets, which says what came first. */
interface Moment {
  readonly at: number
  readonly elapsed: number
}

/**
 * Knows of each address in use whether calls arrive there. It is tested when the app starts, the computer wakes, the
 * listener opens or the address is a new one, and when nothing came for long; what comes there speaks for it as well.
 */
export class ReachWatch implements Disposable {
  readonly #deps: ReachWatchDeps
  /** Tests as they are shown, step by step; and those that came to an end. */
  readonly #tests = new Map<string, SelfTest>()
  readonly #ended = new Map<string, { readonly test: SelfTest; readonly startedAt: number }>()
  readonly #arrivals = new Map<string, Moment>()
  /** By the hand that nobody sets. */
  #doubtedAt: number
  /** The listener's address, as it was last seen: with another one nothing is known of the one before. */
  #publicUrl: string | null
  #timer: Disposable | null = null
  #isEnded = false

  constructor(deps: ReachWatchDeps) {
    this.#deps = deps
    this.#doubtedAt = deps.clock.elapsed()
    this.#publicUrl = deps.registry.listener.publicUrl
  }

  /** Whether calls arrive below an address. */
  of(publicUrl: string): Reach {
    if (isEventHub(publicUrl)) return this.#deps.ofHub(publicUrl)
    return reachOf({
      listener: this.#deps.state(),
      doubtedAt: this.#doubtedAt,
      arrivedAt: this.#arrivals.get(publicUrl)?.elapsed ?? null,
      test: this.#endedTest(publicUrl),
    })
  }

  /** A test failed, and nothing came since. */
  isDead(publicUrl: string): boolean {
    const test = this.#endedTest(publicUrl)
    const arrivedAt = this.#arrivals.get(publicUrl)?.elapsed ?? -Infinity
    return test?.verdict.kind === 'unreachable' && arrivedAt <= test.startedAt
  }

  /** When something last came below an address. */
  arrivedAt(publicUrl: string): number | null {
    return this.#arrivals.get(publicUrl)?.at ?? null
  }

  testOf(publicUrl: string): SelfTest | null {
    return this.#tests.get(publicUrl) ?? null
  }

  /** A delivery or a validation came for a webhook. */
  arrived(webhookId: string, at: number): void {
    const publicUrl = this.#deps.registry.find(webhookId)?.publicUrl
    if (publicUrl) this.#arrivals.set(publicUrl, { at, elapsed: this.#deps.clock.elapsed() })
  }

  /** Microsoft validated an address. */
  validated(publicUrl: string): void {
    const { clock } = this.#deps
    this.#arrivals.set(publicUrl, { at: clock.now(), elapsed: clock.elapsed() })
  }

  /** Whatever was known may be different now: after sleep, on another network, once the listener is open again. */
  doubt(): void {
    this.#doubtedAt = this.#deps.clock.elapsed()
    this.#deps.changed()
    this.look()
  }

  /** Tests what is not proven, and looks again later. */
  look(): void {
    const { registry, clock, changed } = this.#deps
    const { publicUrl: chosen } = registry.listener
    if (chosen !== this.#publicUrl) {
      this.#publicUrl = chosen
      this.#doubtedAt = clock.elapsed()
      changed()
    }
    this.#timer?.[Symbol.dispose]()
    this.#timer = null
    const used = this.#used()
    if (this.#isEnded || used.length === 0) return
    const now = clock.elapsed()
    const dueAt = used.map((publicUrl) => this.#dueAt(publicUrl))
    for (const [index, publicUrl] of used.entries())
      if ((dueAt[index] ?? -Infinity) <= now) void this.test(publicUrl)
    const later = dueAt.filter((at) => at > now)
    const next = later.length > 0 ? Math.min(...later) : now + againMs
    if (registry.listener.isOn) this.#timer = clock.after(next - now, () => this.look())
  }

  /** Tests an address, unless a test of it is under way. */
  async test(publicUrl: string): Promise<void> {
    const { state, test, clock, changed } = this.#deps
    const listener = state()
    if (listener.kind !== 'listening' || this.testOf(publicUrl)?.verdict.kind === 'running') return
    const startedAt = clock.elapsed()
    const ended = await test(publicUrl, listener.port, (shown) => {
      this.#tests.set(publicUrl, shown)
      changed()
    })
    this.#ended.set(publicUrl, { test: ended, startedAt })
    changed()
    this.look()
  }

  [Symbol.dispose](): void {
    this.#isEnded = true
    this.#timer?.[Symbol.dispose]()
  }

  /** The last test that came to an end, by when it began. */
  #endedTest(
    publicUrl: string,
  ): { readonly startedAt: number; readonly verdict: SelfTest['verdict'] } | null {
    const ended = this.#ended.get(publicUrl)
    return ended ? { startedAt: ended.startedAt, verdict: ended.test.verdict } : null
  }

  #dueAt(publicUrl: string): number {
    const test = this.#endedTest(publicUrl)
    const reach = this.of(publicUrl)
    if (reach.kind === 'unproven') return -Infinity
    if (reach.kind === 'unreachable') return (test?.startedAt ?? this.#doubtedAt) + againMs
    const arrivedAt = this.#arrivals.get(publicUrl)?.elapsed ?? -Infinity
    return Math.max(test?.startedAt ?? -Infinity, arrivedAt) + quietMs
  }

  /** Where Microsoft calls for our webhooks. */
  #used(): readonly string[] {
    const ours = this.#deps.registry.all.filter(({ managedBy }) => managedBy === 'drivebell')
    const addresses = new Set(ours.flatMap(({ publicUrl }) => publicUrl ?? []))
    return [...addresses].filter((address) => !isEventHub(address))
  }
}
