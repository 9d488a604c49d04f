import type { Graphs } from './accounts/graphs.ts'
import { NetworkWatch } from './graph/network-watch.ts'
import type { Outgoing } from './graph/outgoing.ts'
import type { Clock } from './kit/clock.ts'
import { Coalesced } from './kit/run-again.ts'
import { secondMs } from './kit/time.ts'
import type { WakeCause } from './subscriptions/attention.ts'
import type { Subscriptions } from './subscriptions/subscriptions.ts'
import type { Webhooks } from './webhooks/webhooks.ts'

interface WakingDeps {
  readonly outgoing: Outgoing
  readonly graphs: Graphs
  readonly subscriptions: Subscriptions
  readonly webhooks: Webhooks
  readonly hasNetwork: () => boolean
  readonly clock: Clock
}

/** Notices that the network was away and is back, and has everything look again; so after sleep. */
export class Waking implements Disposable {
  readonly #deps: WakingDeps
  readonly #watch: NetworkWatch
  readonly #soon: Coalesced
  #slept = false
  #hearing: readonly Disposable[] = []

  constructor(deps: WakingDeps) {
    const { outgoing, graphs, subscriptions, webhooks, hasNetwork, clock } = deps
    this.#deps = deps
    this.#watch = new NetworkWatch({
      clock,
      isDoubtful: () => outgoing.isHanging || subscriptions.isInDoubt || webhooks.isOffline,
      isWaiting: () => outgoing.isWaiting,
      hasNetwork,
      answers: (signal) => graphs.answers(outgoing.plain, signal),
      back: () => this.wake('network'),
    })
    this.#soon = new Coalesced({ clock, restMs: secondMs, run: () => this.#wakeNow() })
  }

  /** After sleep, or when the network is another one; called in quick succession, it is once more. */
  wake(why: WakeCause): void {
    if (why === 'slept') this.#slept = true
    this.#soon.request()
  }

  start(): void {
    const { outgoing, subscriptions } = this.#deps
    this.#hearing = [
      outgoing.asked.add(() => this.#watch.mind()),
      subscriptions.onChange(() => this.#watch.mind()),
    ]
  }

  [Symbol.dispose](): void {
    for (const each of this.#hearing) each[Symbol.dispose]()
    this.#soon[Symbol.dispose]()
    this.#watch[Symbol.dispose]()
  }

  #wakeNow(): void {
    const { graphs, outgoing, subscriptions, webhooks } = this.#deps
    graphs.wake()
    outgoing.giveUp()
    subscriptions.wake(this.#slept ? 'slept' : 'network')
    this.#slept = false
    webhooks.wake()
  }
}
