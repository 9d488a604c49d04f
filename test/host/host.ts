import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { HostApp } from './app.ts'
import { Browser } from './browser.ts'
import type { HostWindow, WindowHost } from './browser-window.ts'
import { CustomProtocol } from './custom-protocol.ts'
import { sessionBus } from './dbus/session-bus.ts'
import { DebuggingPort } from './debugging-port.ts'
import { HostIpcMain } from './ipc-main.ts'
import { HostNativeTheme } from './native-theme.ts'
import { HostPowerMonitor } from './power-monitor.ts'
import type { Page } from './page.ts'
import { Paths } from './paths.ts'
import { preventable } from './preventable.ts'
import { HostSafeStorage } from './safe-storage.ts'
import { HostSession } from './session.ts'
import { Switches } from './switches.ts'
import { Windows } from './windows.ts'

const PackageFacts = z.object({
  name: z.string(),
  productName: z.string().optional(),
  version: z.string(),
  desktopName: z.string().optional(),
})

/** The stand-in's parts, put together for one app folder and one command line. */
export class Host implements WindowHost {
  readonly app: HostApp
  readonly browser: Browser
  readonly ipcMain = new HostIpcMain()
  readonly nativeTheme: HostNativeTheme
  readonly powerMonitor = new HostPowerMonitor()
  readonly protocol: CustomProtocol
  readonly safeStorage: HostSafeStorage
  readonly session: HostSession
  readonly windows = new Windows<HostWindow>()
  readonly #switches: Switches
  readonly #targets = new Map<HostWindow, string>()
  #port: DebuggingPort | null = null
  #lastContentsId = 0

  constructor(folder: string, args: readonly string[]) {
    const facts = PackageFacts.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    const { version, desktopName } = facts
    const name = facts.productName ?? facts.name
    sessionBus.identity = { appName: name, desktopEntry: desktopName?.replace(/\.desktop$/, '') ?? null }
    this.#switches = new Switches(args)
    const paths = new Paths(name, this.#switches.getSwitchValue('user-data-dir'), process.env)
    paths.makeUserData()
    const isReady = (): boolean => this.app.isReady()
    this.app = new HostApp(
      { name, version, folder, isPackaged: folder.endsWith('.asar') },
      this.#switches,
      paths,
      this.windows,
      (code) => void this.#end(code),
    )
    this.protocol = new CustomProtocol(isReady)
    this.session = new HostSession(this.protocol, isReady)
    this.safeStorage = new HostSafeStorage(this.#switches, isReady)
    const dark = this.#switches.hasSwitch('force-dark-mode')
    const taskbar = process.env['STAND_IN_TASKBAR']
    this.nativeTheme = new HostNativeTheme({
      isDark: dark,
      isTaskbarDark: taskbar === undefined ? dark : taskbar === 'dark',
    })
    const withPort = this.#switches.hasSwitch('remote-debugging-port')
    this.browser = new Browser(() => join(paths.get('userData'), 'stand-in-chromium'), withPort, dark)
  }

  isReady(): boolean {
    return this.app.isReady()
  }

  nextContentsId(): number {
    return ++this.#lastContentsId
  }

  created(window: HostWindow): void {
    this.app.emit('web-contents-created', preventable({}), window.webContents)
    this.app.emit('browser-window-created', preventable({}), window)
    window.on('focus', () => this.app.emit('browser-window-focus', preventable({}), window))
    window.on('blur', () => this.app.emit('browser-window-blur', preventable({}), window))
  }

  async dress(window: HostWindow, page: Page): Promise<void> {
    this.#targets.set(window, page.targetId)
    window.once('closed', () => this.#targets.delete(window))
    const theme = (): Promise<unknown> => {
      const value = this.nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
      return page.session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value }],
      })
    }
    const followTheme = (): void => void theme().catch(() => undefined)
    this.nativeTheme.on('updated', followTheme)
    window.once('closed', () => this.nativeTheme.off('updated', followTheme))
    window.webContents.on('did-finish-load', () => void this.#permit(window, page).catch(() => undefined))
    await theme()
  }

  /** Opens the debugging port when the command line asks for one. */
  async listen(): Promise<void> {
    if (!this.#switches.hasSwitch('remote-debugging-port')) return
    const port = Number(this.#switches.getSwitchValue('remote-debugging-port'))
    const { browser } = this
    const [origins, pageTargets] = [() => this.protocol.origins, () => [...this.#targets.values()]]
    this.#port = new DebuggingPort({ browser, origins, pageTargets })
    process.stderr.write(`\nDevTools listening on ${await this.#port.open(port)}\n`)
  }

  async #permit(window: HostWindow, page: Page): Promise<void> {
    for (const { name, granted } of this.session.permissionsFor(
      window.webContents,
      window.webContents.getURL(),
    ))
      await page.session.send('Browser.setPermission', {
        permission: { name },
        setting: granted ? 'granted' : 'denied',
      })
  }

  async #end(code: number): Promise<void> {
    this.#port?.close()
    await this.browser.stop()
    process.exit(code)
  }
}
