/** What the app's life cycle needs of a window. `close` answers false when a listener prevented it. */
export type ClosableWindow = { close(): boolean; destroy(): void }

/** The windows that exist, oldest first. */
export class Windows<W extends ClosableWindow = ClosableWindow> {
  readonly #open = new Set<W>()
  readonly #listeners: (() => void)[] = []

  add(window: W): void {
    this.#open.add(window)
  }

  remove(window: W): void {
    if (this.#open.delete(window) && this.#open.size === 0) for (const tell of this.#listeners) tell()
  }

  all(): W[] {
    return [...this.#open]
  }

  onLastClosed(listener: () => void): void {
    this.#listeners.push(listener)
  }
}
