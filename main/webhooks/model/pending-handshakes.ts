/** For which addresses Microsoft is being told just now, so that its validation is answered (protocol.md 3.8). */
export class PendingHandshakes {
  readonly #counts = new Map<string, number>()

  has(webhookId: string): boolean {
    return this.#counts.has(webhookId)
  }

  /** From now on, until disposed. */
  begin(webhookId: string): Disposable {
    const count = (change: number) => {
      const now = (this.#counts.get(webhookId) ?? 0) + change
      if (now > 0) this.#counts.set(webhookId, now)
      else this.#counts.delete(webhookId)
    }
    count(1)
    return { [Symbol.dispose]: () => count(-1) }
  }
}
