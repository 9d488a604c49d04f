import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { lacking } from './honest.ts'

/** Where an app of this name keeps its things, by Electron's rules on Linux. */
export class Paths {
  readonly #values: Map<string, string>

  constructor(appName: string, userDataDir: string, environment: NodeJS.ProcessEnv) {
    const appData = environment['XDG_CONFIG_HOME'] || join(homedir(), '.config')
    const userData = userDataDir === '' ? join(appData, appName) : resolve(userDataDir)
    this.#values = new Map([
      ['home', homedir()],
      ['documents', join(homedir(), 'Documents')], // where no user-dirs.dirs says otherwise
      ['appData', appData],
      ['userData', userData],
      ['temp', tmpdir()],
      ['exe', process.execPath],
    ])
  }

  get(name: string): string {
    const known = this.#values.get(name)
    if (known !== undefined) return known
    if (name === 'sessionData') return this.get('userData')
    if (name === 'logs') return join(this.get('userData'), 'logs')
    if (name === 'crashDumps') return join(this.get('userData'), 'Crashpad')
    throw lacking(`app.getPath('${name}')`)
  }

  set(name: string, path: string): void {
    this.get(name)
    this.#values.set(name, path)
  }

  /** Electron makes this folder before the app's first line runs, and goes on where it cannot (browser.cc). */
  makeUserData(): void {
    try {
      mkdirSync(this.get('userData'), { recursive: true, mode: 0o700 })
    } catch (error) {
      console.error(`No user data folder: ${String(error)}`)
    }
  }
}
