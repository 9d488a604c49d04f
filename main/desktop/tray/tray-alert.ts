import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import type { Alerts } from '../alerts.ts'
import type { TrayHosts } from './tray-hosts.ts'

interface TrayAlertDeps {
  readonly hosts: TrayHosts
  readonly alerts: Alerts
  readonly clock: Clock
  readonly log: Log
  /** Opens the window: there is no other way in. */
  readonly missing: () => void
}

/** At login the panel may come a little later than we do, and one that restarts is soon back. */
const patienceMs = 5_000

/**
 * Says that nobody draws tray icons, and how to come back, for as long as that is so (interface.md 5: 21). What is not
 * known is not said.
 */
export class TrayAlert implements Disposable {
  readonly #deps: TrayAlertDeps
  readonly #hearing: Disposable
  #timer: Disposable | null = null
  /** Whether a person has another way in: the icon, or the window that was opened instead. */
  #isFound = false

  constructor(deps: TrayAlertDeps) {
    this.#deps = deps
    this.#hearing = deps.hosts.onChange(() => this.#judge())
    void deps.hosts.look().then(() => this.#judge())
  }

  /** Somebody started Drivebell again, perhaps because the icon has gone: says so at once. */
  async ask(): Promise<void> {
    if ((await this.#deps.hosts.look()).kind === 'none') this.#tell()
  }

  [Symbol.dispose](): void {
    this.#hearing[Symbol.dispose]()
    this.#timer?.[Symbol.dispose]()
  }

  #judge(): void {
    const { hosts, alerts, clock } = this.#deps
    this.#timer?.[Symbol.dispose]()
    this.#timer = null
    const { kind } = hosts.current
    if (kind === 'none') this.#timer = clock.after(patienceMs, () => void this.#look())
    if (kind !== 'panel' && kind !== 'xembed') return
    this.#isFound = true
    alerts.take('tray')
  }

  async #look(): Promise<void> {
    if ((await this.#deps.hosts.look()).kind !== 'none') return
    this.#tell()
    if (!this.#isFound) this.#deps.missing()
    this.#isFound = true
  }

  #tell(): void {
    this.#deps.log.warn('no panel draws tray icons')
    this.#deps.alerts.tell('tray', { key: 'alert.no-tray' }, { tone: 'info' })
  }
}
