import type { Platform } from '../../preload/contract/state.ts'

interface BadgeDeps {
  readonly platform: Platform
  /** Electron's own; answers whether there is somewhere to show it. */
  readonly setBadgeCount: (count: number) => boolean
}

/** How much is unread, on the icon of the dock or launcher. Windows has such a number for programs of its store alone. */
export class UnreadBadge {
  readonly #deps: BadgeDeps
  #shown = 0

  constructor(deps: BadgeDeps) {
    this.#deps = deps
  }

  show(count: number): void {
    if (this.#deps.platform === 'win32' || count === this.#shown) return
    this.#shown = count
    this.#deps.setBadgeCount(count)
  }
}
