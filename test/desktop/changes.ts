import { patienceMs } from '../patience.ts'

/** Says that something happened; whoever waits looks again. */
export class Changes {
  readonly #listeners = new Set<() => void>()

  tell(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Waits until `look` finds something, looking now and at each change; in vain, `instead` says what there was. */
  async until<T>(
    what: string,
    look: () => T | undefined,
    limitMs = patienceMs,
    instead: () => string = () => '',
  ): Promise<T> {
    const found = Promise.withResolvers<T>()
    const listener = (): void => {
      const value = look()
      if (value === undefined) return
      this.#listeners.delete(listener) // at once: a look may take what it finds
      found.resolve(value)
    }
    const giveUp = () => found.reject(new Error(`waited ${limitMs} ms for ${what}${instead()}`))
    const timer = setTimeout(giveUp, limitMs)
    this.#listeners.add(listener)
    try {
      listener()
      return await found.promise
    } finally {
      clearTimeout(timer)
      this.#listeners.delete(listener)
    }
  }
}
