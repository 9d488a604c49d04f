/** Who wants to hear of a value. Each subscription returns its own end. */
export class Listeners<T> {
  readonly #all = new Set<(value: T) => void>()

  add(listener: (value: T) => void): Disposable {
    const own = (value: T) => listener(value) // the same function may be added twice
    this.#all.add(own)
    return { [Symbol.dispose]: () => void this.#all.delete(own) }
  }

  emit(value: T): void {
    // Who comes while it is told hears of the next one; who leaves, of none.
    const present = [...this.#all]
    for (const listener of present) if (this.#all.has(listener)) listener(value)
  }
}
