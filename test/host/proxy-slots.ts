/** So many WebSockets Chromium keeps through one proxy at a time (156: measured; net/socket/client_socket_pool_manager.cc). */
export const mostThroughProxy = 128

/** Lets so many through at a time; the others wait, without a word, until one has gone. */
export class Slots {
  readonly #most: number
  readonly #waiting = new Set<() => void>()
  #taken = 0

  constructor(most: number) {
    this.#most = most
  }

  /** Calls `enter` when there is room. The answer gives the room back, or leaves the queue. */
  take(enter: () => void): () => void {
    let isIn = false
    const go = (): void => {
      this.#waiting.delete(go)
      this.#taken += 1
      isIn = true
      enter()
    }
    if (this.#taken < this.#most) go()
    else this.#waiting.add(go)
    return () => {
      this.#waiting.delete(go)
      if (!isIn) return
      isIn = false
      this.#taken -= 1
      const [next] = this.#waiting
      next?.()
    }
  }
}
