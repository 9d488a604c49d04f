import type { GlobalShortcut } from 'electron'

/** Ctrl on Windows and Linux, the command key on macOS; taken by no desktop that is known. */
export const openKeys = 'CommandOrControl+Alt+Shift+D'

/** Keys that open the window from anywhere; off until somebody wants them. */
export class OpenShortcut implements Disposable {
  readonly #keys: () => Pick<GlobalShortcut, 'register' | 'unregister'>
  readonly #open: () => void
  #isOn = false

  /** `keys` is asked for only where it is needed. */
  constructor(keys: () => Pick<GlobalShortcut, 'register' | 'unregister'>, open: () => void) {
    this.#keys = keys
    this.#open = open
  }

  /** Answers whether it is so now: another program may have the keys, and Wayland gives none. */
  turn(on: boolean): boolean {
    if (on === this.#isOn) return true
    if (!on) this.#keys().unregister(openKeys)
    this.#isOn = on && this.#keys().register(openKeys, this.#open)
    return this.#isOn === on
  }

  [Symbol.dispose](): void {
    this.turn(false)
  }
}
