/** Who wants to hear of a value. Each subscription returns its own end. */
export class Listeners<T> {
  readonly #all = new Set<(value: T) => void>()

  add(listener: (value: T) => void): Disposable {
    const own = (value: T) => listener(value) // the same function may be added twice
    this.#all.add(own)
    return { [Symbol.dispose]: () => void this.#all.delete(own) }
  }

  emit(value: T): void {
    for (const listener of this.#all) listener(value)
  }
}
