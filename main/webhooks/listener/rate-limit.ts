interface Bucket {
  tokens: number
  at: number
}

/** Lets so many calls pass at once, and so many more each second: a token bucket for each address. */
export class CallRate {
  readonly #burst: number
  readonly #perSecond: number
  readonly #buckets = new Map<string, Bucket>()

  constructor({ burst, perSecond }: { burst: number; perSecond: number }) {
    this.#burst = burst
    this.#perSecond = perSecond
  }

  /** May this one pass? */
  take(address: string, now: number): boolean {
    const bucket = this.#buckets.get(address) ?? { tokens: this.#burst, at: now }
    const passedMs = Math.max(0, now - bucket.at)
    bucket.tokens = Math.min(this.#burst, bucket.tokens + (passedMs / 1000) * this.#perSecond)
    bucket.at = now
    this.#buckets.set(address, bucket)
    if (bucket.tokens < 1) return false
    bucket.tokens -= 1
    return true
  }

  forget(address: string): void {
    this.#buckets.delete(address)
  }
}
