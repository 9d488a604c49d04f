import type { Message } from '../../../preload/words/phrase.ts'
import type { ListenerView } from '../../../preload/contract/webhooks.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { RunAgain } from '../../kit/run-again.ts'
import type { Listener } from './listener.ts'
import type { Registry } from '../model/registry.ts'
import { minuteMs } from '../../kit/time.ts'

interface ListenerControlDeps {
  readonly listener: Pick<Listener, 'open' | 'close'>
  readonly registry: Registry
  readonly clock: Clock
  readonly log: Log
  readonly listening: () => void
  readonly changed: () => void
}

const againMs = minuteMs

/** Opens the listener when it is wanted, at a port that is chosen once and kept, for a tunnel leads there. */
export class ListenerControl implements AsyncDisposable {
  readonly #deps: ListenerControlDeps
  readonly #arranging = new RunAgain(() => this.#arrange())
  #state: ListenerView['state'] = { kind: 'off' }
  #again: Disposable | null = null
  #isEnded = false

  constructor(deps: ListenerControlDeps) {
    this.#deps = deps
  }

  get state(): ListenerView['state'] {
    return this.#state
  }

  /** The port Microsoft's calls arrive at; null: the listener is not open. */
  get port(): number | null {
    return this.#state.kind === 'listening' ? this.#state.port : null
  }

  /** Resolves when the listener is as it was last wanted, or cannot be. */
  arrange(): Promise<void> {
    return this.#arranging.request()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isEnded = true
    this.#again?.[Symbol.dispose]()
    await this.arrange()
  }

  async #arrange(): Promise<void> {
    this.#again?.[Symbol.dispose]()
    this.#again = null
    const { isOn } = this.#deps.registry.listener
    if (isOn && !this.#isEnded) await this.#open()
    else if (this.#state.kind !== 'off') {
      await this.#deps.listener.close()
      this.#enter({ kind: 'off' })
    }
  }

  async #open(): Promise<void> {
    if (this.#state.kind === 'listening') return
    const { listener, registry, clock, log } = this.#deps
    const wanted = registry.listener.port
    this.#enter({ kind: 'starting' })
    try {
      const port = await listener.open(wanted ?? 0)
      if (port !== wanted) registry.choose({ port })
      this.#enter({ kind: 'listening', port })
      this.#deps.listening()
    } catch (error) {
      log.warn('listener not opened', { why: error instanceof Error ? error.message : String(error) })
      this.#enter({ kind: 'failed', why: whyNot(wanted) })
      this.#again = clock.after(againMs, () => void this.arrange())
    }
  }

  #enter(state: ListenerView['state']): void {
    this.#state = state
    this.#deps.changed()
  }
}

const whyNot = (port: number | null): Message =>
  port === null
    ? { key: 'listener.not-opened' }
    : { key: 'listener.port-taken', values: { port: String(port) } }
