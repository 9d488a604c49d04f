import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App, Task } from 'electron'
import { Menu } from './dbus/menu.ts'
import { throwOnUnknown } from './honest.ts'
import { notices } from './notices/presenter.ts'
import type { Paths } from './paths.ts'
import { played } from './platform.ts'
import { preventable } from './preventable.ts'
import { programFor } from './protocol-handlers.ts'
import { InstanceLock } from './single-instance.ts'
import type { Switches } from './switches.ts'
import type { Windows } from './windows.ts'

/** What package.json says about the app. */
export type AppFacts = { name: string; version: string; folder: string; isPackaged: boolean }

type Phase =
  { kind: 'starting' } | { kind: 'ready' } | { kind: 'quitting'; ready: boolean } | { kind: 'over' }

/** The listeners are Electron's; `emit` is for the stand-in itself. */
type Slice = Pick<
  App,
  | 'requestSingleInstanceLock' | 'hasSingleInstanceLock' | 'whenReady' | 'isReady' | 'quit' | 'exit'
  | 'getPath' | 'setPath' | 'getVersion' | 'getName' | 'getAppPath' | 'isPackaged' | 'getLocale'
  | 'getPreferredSystemLanguages' | 'getSystemLocale' | 'enableSandbox' | 'setAppUserModelId'
  | 'setDesktopName' | 'setToastActivatorCLSID' | 'toastActivatorCLSID' | 'getApplicationNameForProtocol'
  | 'setBadgeCount' | 'setUserTasks' | 'setLoginItemSettings' | 'getLoginItemSettings'
> // prettier-ignore

/** Electron's `app`: facts, the single-instance lock, and the order in which an app starts and quits (platform.md 1.18). */
export class HostApp extends EventEmitter implements Slice {
  readonly commandLine: Switches
  readonly isPackaged: boolean
  /** The person signed in to macOS, which started it. */
  openedAtLogin = false
  /** macOS only: undefined here, as in Electron on Linux. */
  readonly dock = undefined
  /** Whether the app asked for the sandbox of every page. */
  sandboxed = false
  readonly #facts: AppFacts
  readonly #paths: Paths
  readonly #windows: Windows
  readonly #end: (code: number) => void
  readonly #ready = Promise.withResolvers<undefined>()
  #phase: Phase = { kind: 'starting' }
  #lock: InstanceLock | null = null

  constructor(
    facts: AppFacts,
    switches: Switches,
    paths: Paths,
    windows: Windows,
    end: (code: number) => void,
  ) {
    super()
    this.#facts = facts
    this.isPackaged = facts.isPackaged
    this.commandLine = switches
    this.#paths = paths
    this.#windows = windows
    this.#end = end
    windows.onLastClosed(() => this.#lastWindowClosed())
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    this.#lock ??= new InstanceLock(this.getPath('userData'))
    const start = { argv: process.argv, cwd: process.cwd(), data: additionalData ?? null }
    return this.#lock.take(start, (second) => {
      void this.whenReady().then(() =>
        this.emit('second-instance', preventable({}), second.argv, second.cwd, second.data),
      )
    })
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.held ?? false
  }

  /** Called by the runner once the app's entry module has been evaluated, never before. */
  becomeReady(): void {
    if (this.#phase.kind !== 'starting') return
    this.emit('will-finish-launching', preventable({}))
    Menu.setDefaultApplicationMenu(played.platform === 'darwin')
    this.#phase = { kind: 'ready' }
    this.emit('ready', preventable({}), {})
    this.#ready.resolve(undefined)
  }

  async whenReady(): Promise<void> {
    await this.#ready.promise
  }

  isReady(): boolean {
    return this.#phase.kind === 'ready' || (this.#phase.kind === 'quitting' && this.#phase.ready)
  }

  quit(): void {
    if (this.#phase.kind === 'quitting' || this.#phase.kind === 'over') return
    const event = preventable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#phase = { kind: 'quitting', ready: this.isReady() }
    const windows = this.#windows.all()
    if (windows.length === 0) this.#allClosed()
    else if (!windows.map((window) => window.close()).every(Boolean)) this.#resume()
  }

  /** Ends without asking: neither before-quit, will-quit nor quit is emitted. */
  exit(code = 0): void {
    if (this.#phase.kind === 'over') return
    this.#phase = { kind: 'over' }
    for (const window of this.#windows.all()) window.destroy()
    this.#end(code)
  }

  getPath(name: string): string {
    return this.#paths.get(name)
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  getVersion(): string {
    return this.#facts.version
  }

  getName(): string {
    return this.#facts.name
  }

  getAppPath(): string {
    return this.#facts.folder
  }

  /** One of the languages that are shipped with the app (`electronLanguages`): in a test of a package, English. */
  getLocale(): string {
    return this.isPackaged ? 'en-US' : systemLanguage()
  }

  /** Only where Windows is played is there anything of the kind; nobody looks at it here. */
  setUserTasks(_tasks: Task[]): boolean {
    return true
  }

  /** No launcher here shows it. */
  setBadgeCount(_count?: number): boolean {
    return false
  }

  getSystemLocale(): string {
    return systemLanguage()
  }

  getPreferredSystemLanguages(): string[] {
    return [systemLanguage()]
  }

  getApplicationNameForProtocol(url: string): string {
    return programFor(url)
  }

  /** Windows and macOS. What is started is the program alone: from a checkout, bare Electron. */
  setLoginItemSettings({ openAtLogin = false, enabled = true, args = [] }: Electron.Settings): void {
    if (played.platform === 'linux') return
    const isAllowed = played.platform === 'win32' ? enabled : this.#loginItem().isAllowed
    writeFileSync(this.#loginFile, JSON.stringify({ openAtLogin, isAllowed, path: process.execPath, args }))
  }

  /** The person allows it, or not: in Windows' Task Manager, in macOS' Login Items. */
  allowLoginItem(isAllowed: boolean): void {
    writeFileSync(this.#loginFile, JSON.stringify({ ...this.#loginItem(), isAllowed }))
  }

  getLoginItemSettings(): Electron.LoginItemSettings {
    const { openAtLogin, isAllowed } = this.#loginItem()
    return {
      openAtLogin,
      wasOpenedAtLogin: played.platform === 'darwin' && this.openedAtLogin,
      status: !openAtLogin ? 'not-registered' : isAllowed ? 'enabled' : 'requires-approval',
      executableWillLaunchAtLogin: openAtLogin && isAllowed,
      launchItems: [],
    }
  }

  #loginItem(): { readonly openAtLogin: boolean; readonly isAllowed: boolean } {
    const kept: unknown = existsSync(this.#loginFile) ? JSON.parse(readFileSync(this.#loginFile, 'utf8')) : {}
    const read = (name: string): unknown => Reflect.get(Object(kept), name)
    return { openAtLogin: read('openAtLogin') === true, isAllowed: read('isAllowed') !== false }
  }

  get #loginFile(): string {
    return join(this.getPath('userData'), 'stand-in-login-item.json')
  }

  /** Every page of the stand-in is outside the main process anyway. */
  enableSandbox(): void {
    if (this.isReady()) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }

  /** Windows only, without effect elsewhere, as in Electron. */
  setAppUserModelId(_id: string): void {}

  /** Windows only, and only there it is a function (electron_api_app.cc); braces may be left out. */
  setToastActivatorCLSID(id: string): void {
    if (played.platform !== 'win32') throw new TypeError('app.setToastActivatorCLSID is not a function')
    if (!/^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(id))
      throw new Error('Invalid CLSID format')
    notices.clsid = id
  }

  get toastActivatorCLSID(): string {
    return notices.clsid
  }

  /** Electron sets this variable too; what reads it are the desktop libraries. */
  setDesktopName(name: string): void {
    process.env['CHROME_DESKTOP'] = name
  }

  #lastWindowClosed(): void {
    if (this.#phase.kind === 'quitting') this.#allClosed()
    else if (this.#phase.kind === 'ready' && !this.emit('window-all-closed')) this.quit()
  }

  #allClosed(): void {
    const event = preventable({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) return this.#resume()
    if (this.#phase.kind === 'over') return
    this.#phase = { kind: 'over' }
    this.emit('quit', preventable({}), 0)
    this.#end(0)
  }

  /** A listener said no: the app goes on as before. */
  #resume(): void {
    if (this.#phase.kind === 'quitting') this.#phase = { kind: this.#phase.ready ? 'ready' : 'starting' }
  }

  static {
    throwOnUnknown(this, 'app')
  }
}

function systemLanguage(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale
}
