import { app } from 'electron'
import type { Message } from '../../preload/words/phrase.ts'
import { Listeners } from '../kit/listeners.ts'
import type { Log } from '../kit/log.ts'
import type { LoginItem } from './login-item.ts'
import { electronLoginItem } from './login-item-electron.ts'
import { autostartFile, linuxLoginItem, loginCommand } from './login-item-linux.ts'

/** The login item of this system. */
export function loginItem(platform: NodeJS.Platform): LoginItem {
  if (platform !== 'linux') return electronLoginItem(app, platform)
  return linuxLoginItem({
    file: autostartFile(process.env, app.getPath('home')),
    command: loginCommand(app),
    isPackaged: app.isPackaged,
  })
}

/** Whether the system starts Drivebell at login: kept by the system alone, for it can be changed there too. */
export class LaunchAtLogin {
  readonly #item: LoginItem
  readonly #changed = new Listeners<void>()
  #isOn: boolean

  constructor(item: LoginItem, log: Log) {
    this.#item = item
    try {
      item.renew()
    } catch (error) {
      log.warn('login item not renewed', { why: String(error) })
    }
    this.#isOn = item.isOn()
  }

  get isOn(): boolean {
    return this.#isOn
  }

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  /** Looks again: somebody may have been in the system's own settings. */
  look(): void {
    const isOn = this.#item.isOn()
    if (isOn === this.#isOn) return
    this.#isOn = isOn
    this.#changed.emit()
  }

  /** Turns it on or off; why that was not possible, or null. */
  turn(on: boolean): Message | null {
    const refusal = this.#item.turn(on)
    this.look()
    return refusal
  }
}
