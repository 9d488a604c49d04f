import type { Connect, Seat } from './socket.ts'

/** Chromium lets 128 through one proxy (platform.md 1.10); a link that is renewed has two for a moment. */
const mostThroughProxy = 100

interface CrowdDeps {
  readonly connect: Connect
  /** Whether a proxy stands before an origin. */
  readonly isProxied: (origin: string) => Promise<boolean>
  readonly most?: number
}

/** All links of this computer: through a proxy only so many have room, and the others hear that at once. */
export class Crowd {
  readonly #deps: CrowdDeps
  /** Links with connections through a proxy, and how many each has. */
  readonly #seats = new Map<object, number>()

  constructor(deps: CrowdDeps) {
    this.#deps = deps
  }

  /** How one link connects. Whoever has a connection may have another beside it, to renew it. */
  seat(): Seat {
    const seat = {}
    const { connect, isProxied, most = mostThroughProxy } = this.#deps
    return (address, events) => {
      let hangUp: (() => void) | null = null
      let isOver = false
      const begin = (isCrowded: boolean) => {
        if (isOver) return
        if (isCrowded && !this.#seats.has(seat) && this.#seats.size >= most) return events.crowded()
        if (isCrowded) this.#take(seat, 1)
        const socket = connect(address, events)
        hangUp = () => {
          socket[Symbol.dispose]()
          if (isCrowded) this.#take(seat, -1)
        }
      }
      void isProxied(address.origin).then(begin, () => begin(false))
      return {
        [Symbol.dispose]: () => {
          if (!isOver) hangUp?.()
          isOver = true
        },
      }
    }
  }

  #take(seat: object, more: number): void {
    const connections = (this.#seats.get(seat) ?? 0) + more
    if (connections === 0) this.#seats.delete(seat)
    else this.#seats.set(seat, connections)
  }
}
