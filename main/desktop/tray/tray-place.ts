import type { Clock } from '../../kit/clock.ts'
import type { TrayHosts } from './tray-hosts.ts'
import type { TrayIcon } from './tray-icon.ts'
import type { TrayView } from './tray-view.ts'

interface TrayPlaceDeps {
  readonly hosts: TrayHosts
  readonly clock: Clock
  readonly make: (view: TrayView) => TrayIcon
}

/** An icon made with nobody to draw it is of the older kind for good: where that may be right, it is made after this. */
const patienceMs = 10_000

/** The icon, made once somebody draws it, and anew when somebody else does: Electron asks only as it makes one. */
export class TrayPlace implements Disposable {
  readonly #deps: TrayPlaceDeps
  readonly #hearing: Disposable
  readonly #timer: Disposable
  #view: TrayView
  #made: { readonly icon: TrayIcon; readonly by: string } | null = null

  constructor(deps: TrayPlaceDeps, view: TrayView) {
    this.#deps = deps
    this.#view = view
    this.#hearing = deps.hosts.onChange(() => this.#settle())
    this.#timer = deps.clock.after(patienceMs, () => this.#made ?? this.#make('nobody'))
    this.#settle()
  }

  show(view: TrayView): void {
    this.#view = view
    this.#made?.icon.show(view)
  }

  repaint(): void {
    this.#made?.icon.repaint()
  }

  [Symbol.dispose](): void {
    this.#hearing[Symbol.dispose]()
    this.#timer[Symbol.dispose]()
    this.#made?.icon[Symbol.dispose]()
  }

  #settle(): void {
    const { current } = this.#deps.hosts
    if (current.kind === 'panel' && this.#made?.by !== current.watcher) this.#make(current.watcher)
    if (current.kind === 'xembed' && this.#made === null) this.#make('nobody')
  }

  #make(by: string): void {
    this.#made?.icon[Symbol.dispose]()
    this.#made = { icon: this.#deps.make(this.#view), by }
  }
}
