import type { Clock } from '../../main/kit/clock.ts'
import type { Connect, Loss, SocketAddress, SocketEvents } from '../../main/link/socket.ts'
import type { Line, PushHub } from './push-hub.ts'
import type { Switches } from './switches.ts'

/** When socket.io-client gives up on a server that does not answer (protocol.md 1.5). */
const connectTimeoutMs = 20_000

/** What a connection without a wire needs to know. */
export interface PushRoom {
  readonly hub: PushHub
  readonly clock: Clock
  readonly switches: Switches['push']
}

/** The app's `Connect` straight to the hub: same tokens and switches as over the wire, in virtual time. */
export function connectIn(room: PushRoom): Connect {
  return (address, events) => new InProcessConnection(room, address, events)
}

class InProcessConnection implements Disposable, Line {
  readonly #room: PushRoom
  readonly #events: SocketEvents
  #open = true
  #connectedAt = 0
  #seat: Disposable | undefined
  #silence: Disposable | undefined

  constructor(room: PushRoom, address: SocketAddress, events: SocketEvents) {
    this.#room = room
    this.#events = events
    this.#later(() => this.#knock(address))
  }

  [Symbol.dispose](): void {
    this.#open = false
    this.#leave()
  }

  deliver(event: string): void {
    if (event === 'notification') this.#later(() => this.#events.hint())
  }

  kick(): void {
    this.#lose({ reason: 'io server disconnect', status: null, opened: true })
  }

  cut(): void {
    this.#lose({ reason: 'transport close', status: null, opened: true })
  }

  garble(): void {
    this.#lose({ reason: 'parse error', status: null, opened: true })
  }

  /** The client finds out by itself, when no ping came for interval + timeout (protocol.md 1.6). */
  silence(): void {
    const { clock, switches } = this.#room
    const { pingIntervalMs, pingTimeoutMs } = switches
    const pings = Math.floor((clock.now() - this.#connectedAt) / pingIntervalMs)
    const deadline = this.#connectedAt + pings * pingIntervalMs + pingIntervalMs + pingTimeoutMs
    this.#seat?.[Symbol.dispose]()
    this.#silence = clock.at(deadline, () =>
      this.#lose({ reason: 'ping timeout', status: null, opened: true }),
    )
  }

  #knock(address: SocketAddress): void {
    const { hub, clock, switches } = this.#room
    if (!hub.reachable) return this.#lose({ reason: 'websocket error', status: null, opened: false })
    if (switches.mute || hub.swallows) {
      this.#silence = clock.after(connectTimeoutMs, () =>
        this.#lose({ reason: 'timeout', status: null, opened: false }),
      )
      return
    }
    const admission = hub.admit(address.namespace, new URLSearchParams(address.query))
    if (admission.kind === 'http')
      return this.#lose({ reason: 'websocket error', status: admission.status, opened: false })
    if (admission.kind === 'refused') {
      this.#open = false
      return this.#events.refused(admission.message)
    }
    this.#connectedAt = clock.now()
    this.#seat = hub.join(admission.ticket, this)
    this.#events.connected()
  }

  #lose(loss: Loss): void {
    this.#leave()
    this.#later(() => {
      this.#open = false
      this.#events.lost(loss)
    })
  }

  #leave(): void {
    this.#seat?.[Symbol.dispose]()
    this.#silence?.[Symbol.dispose]()
  }

  /** As from a wire: never before the caller's own step is over, never after it hung up. */
  #later(tell: () => void): void {
    queueMicrotask(() => {
      if (this.#open) tell()
    })
  }
}
