import type { PowerMonitor } from 'electron'
import type { Platform } from '../../preload/contract/state.ts'
import type { SessionBus } from './notifications/session-bus.ts'

/** The session of whoever asks, as logind keeps it. */
const ownSession = {
  destination: 'org.freedesktop.login1',
  path: '/org/freedesktop/login1/session/auto',
  interface: 'org.freedesktop.login1.Session',
} as const

interface ScreenLockDeps {
  readonly platform: Platform
  /** Opens the bus of the system, where Linux has logind: when it is first needed, for most never need it. */
  readonly system: () => Promise<(Pick<SessionBus, 'property'> & Disposable) | null>
  readonly powerMonitor: Pick<PowerMonitor, 'on' | 'off'>
}

/** Whether the screen is locked: Windows and macOS tell when it is, logind is asked. Where nobody says, it is not. */
export class ScreenLock implements Disposable {
  readonly #deps: ScreenLockDeps
  #system: ReturnType<ScreenLockDeps['system']> | null = null
  #isLocked = false

  constructor(deps: ScreenLockDeps) {
    this.#deps = deps
    if (deps.platform === 'linux') return
    deps.powerMonitor.on('lock-screen', this.#locked)
    deps.powerMonitor.on('unlock-screen', this.#unlocked)
  }

  async isLocked(): Promise<boolean> {
    const { platform, system } = this.#deps
    if (platform !== 'linux') return this.#isLocked
    try {
      this.#system ??= system()
      return (await (await this.#system)?.property(ownSession, 'LockedHint')) === true
    } catch {
      return false
    }
  }

  [Symbol.dispose](): void {
    this.#deps.powerMonitor.off('lock-screen', this.#locked)
    this.#deps.powerMonitor.off('unlock-screen', this.#unlocked)
    void this.#system?.then((bus) => bus?.[Symbol.dispose]())
  }

  readonly #locked = () => void (this.#isLocked = true)
  readonly #unlocked = () => void (this.#isLocked = false)
}
