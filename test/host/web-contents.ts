import { EventEmitter } from 'node:events'
import type { HandlerDetails, WebContents, WindowOpenHandlerResponse } from 'electron'
import type { Browser, Opening } from './browser.ts'
import type { CustomProtocol } from './custom-protocol.ts'
import { lacking, throwOnUnknown } from './honest.ts'
import { packed, type HostIpcMain } from './ipc-main.ts'
import { Page, type ConsoleLine, type PageOwner } from './page.ts'
import { Menu } from './dbus/menu.ts'
import type { Told } from './told.ts'
import { preventable } from './preventable.ts'
import { documentScripts } from './preload-script.ts'
import type { Navigation } from './requests.ts'
import type { HostSession } from './session.ts'
import { HostFrame } from './web-frame.ts'

/** What every window shares. */
export type ContentsHost = {
  browser: Browser
  protocol: CustomProtocol
  ipcMain: HostIpcMain
  session: HostSession
  nextContentsId(): number
}
/** What the window hears of its page beside the events that the app hears. */
export type ContentsOwner = {
  loaded(): void
  titled(title: string): void
  gone(): void
  focused(focused: boolean): void
  visible(visible: boolean): void
  resized(size: { width: number; height: number }): void
}
type OpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse
type Slice = Pick<
  WebContents,
  | 'id'
  | 'loadURL'
  | 'getURL'
  | 'getTitle'
  | 'send'
  | 'reload'
  | 'isDestroyed'
  | 'isCrashed'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
>

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '')
const levels: Record<string, string> = {
  warning: 'warning',
  error: 'error',
  debug: 'debug',
  verbose: 'debug',
}

/** Electron's `webContents` of one window. */
export class HostWebContents extends EventEmitter implements Slice {
  readonly id: number
  readonly mainFrame: HostFrame
  readonly session: HostSession
  /** The page, once Chromium has opened it. */
  readonly page: Promise<Page>
  readonly #host: ContentsHost
  readonly #owner: ContentsOwner
  /** What the app answers to a page that wants a window. */
  openHandler: OpenHandler | null = null
  #expected = ''
  #title = ''
  #menu: Menu | null = null
  #menuAt = { x: 0, y: 0 }
  #state: 'alive' | 'crashed' | 'destroyed' = 'alive'

  constructor(host: ContentsHost, opening: Opening, preload: string | undefined, owner: ContentsOwner) {
    super()
    this.#host = host
    this.#owner = owner
    this.id = host.nextContentsId()
    this.session = host.session
    this.mainFrame = new HostFrame(`main-frame-${this.id}`)
    this.page = Page.open(host.browser, opening, documentScripts(preload), host.protocol, this.#pageOwner())
    this.page.catch((error: unknown) => console.error(`No window: ${String(error)}`))
  }

  loadURL(url: string): Promise<void> {
    const loading = this.#load(url)
    loading.catch(() => undefined) // as in Electron: nobody has to wait for it
    return loading
  }

  async #load(url: string): Promise<void> {
    const page = await this.page
    this.#expected = withoutFragment(url)
    const { promise: over, resolve } = Promise.withResolvers<string | undefined>()
    const loaded = (): void => resolve(undefined)
    const destroyed = (): void => resolve('net::ERR_FAILED')
    this.once('did-finish-load', loaded)
    this.once('destroyed', destroyed)
    const failure = (await page.navigate(url).catch(() => 'net::ERR_FAILED')) ?? (await over)
    this.off('did-finish-load', loaded)
    this.off('destroyed', destroyed)
    if (failure !== undefined) throw new Error(`${failure.replace('net::', '')} loading '${url}'`)
  }

  getURL(): string {
    return this.mainFrame.url
  }

  getTitle(): string {
    return this.#title
  }

  send(channel: string, ...args: unknown[]): void {
    const heard = { kind: 'message', channel, args: packed(args) } as const
    if (this.#state !== 'destroyed') this.page.then((page) => page.deliver(heard)).catch(() => undefined)
  }

  reload(): void {
    this.page.then((page) => page.session.send('Page.reload')).catch(() => undefined)
  }

  isDestroyed(): boolean {
    return this.#state === 'destroyed'
  }

  isCrashed(): boolean {
    return this.#state === 'crashed'
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  /** The window goes: so does its page. */
  destroy(): void {
    if (this.#state === 'destroyed') return
    this.#state = 'destroyed'
    this.page.then((page) => page.close()).catch(() => undefined)
    this.emit('destroyed')
  }

  #pageOwner(): PageOwner {
    const owner = this.#owner
    return {
      mayNavigate: (navigation) => this.#mayNavigate(navigation),
      navigated: (url) => void (this.mainFrame.url = url),
      loaded: () => {
        this.#state = 'alive'
        owner.loaded()
        this.emit('did-finish-load')
      },
      told: (told) => this.#told(told),
      wantsDownload: (url) => this.session.wantsDownload(url, this),
      wantsWindow: (url, frameName, features) => this.#wantsWindow(url, frameName, features),
      wrote: (line) => this.#wrote(line),
      crashed: () => this.#renderProcessGone('crashed'),
      gone: (killed) => {
        if (killed && this.#state !== 'destroyed') this.#renderProcessGone('killed')
        owner.gone()
      },
    }
  }

  #mayNavigate({ url, isMainFrame, isRedirect }: Navigation): boolean {
    const target = withoutFragment(url)
    const frame = isMainFrame ? this.mainFrame : null
    const event = preventable({ url, isSameDocument: false, isInPlace: false, isMainFrame, frame })
    const isOwn = isMainFrame && (target === this.#expected || target === withoutFragment(this.getURL()))
    if (isRedirect) this.emit('will-redirect', event, url)
    else if (!isOwn) {
      this.emit('will-frame-navigate', event)
      if (isMainFrame) this.emit('will-navigate', event, url)
    }
    return !event.defaultPrevented
  }

  #told(told: Told): void {
    if (told.kind === 'focus') return this.#owner.focused(told.focused)
    if (told.kind === 'visible') return this.#owner.visible(told.visible)
    if (told.kind === 'reload-keys') return Menu.getApplicationMenu() ? this.reload() : undefined
    if (told.kind === 'title') return this.#titled(told.title)
    if (told.kind === 'resized') return this.#owner.resized(told)
    if (told.kind === 'context-menu') return this.#wantsMenu(told)
    if (told.kind === 'menu-chosen') return this.#menuChosen(told.index)
    if (told.kind === 'preload-failed')
      return this.#wrote({ level: 'error', message: told.message, sourceId: 'preload', lineNumber: 0 })
    const from = { sender: this, senderFrame: this.mainFrame }
    this.#host.ipcMain.receive(told, from, (heard) => void this.page.then((page) => page.deliver(heard)))
  }

  /** Electron tells of a right click, and shows nothing by itself. */
  #wantsMenu(on: Extract<Told, { kind: 'context-menu' }>): void {
    this.#menuAt = on
    this.emit('context-menu', preventable({}), { ...on, frame: this.mainFrame })
  }

  /** Shows a menu where the page was last clicked. */
  popUp(menu: Menu): void {
    this.#menu = menu
    const { x, y } = this.#menuAt
    const items = menu.items.map(({ label, enabled }) => ({ label, enabled }))
    void this.page.then((page) => page.deliver({ kind: 'menu', x, y, items }))
  }

  #menuChosen(index: number | null): void {
    const item = index === null ? null : this.#menu?.items[index]
    this.#menu = null
    item?.click()
  }

  cut(): void {
    this.#edit('cut')
  }

  copy(): void {
    this.#edit('copy')
  }

  paste(): void {
    this.#edit('paste')
  }

  selectAll(): void {
    this.#edit('selectAll')
  }

  #edit(command: string): void {
    const key = { type: 'keyDown' as const, commands: [command] }
    this.page.then(({ session }) => session.send('Input.dispatchKeyEvent', key)).catch(() => undefined)
  }

  #titled(title: string): void {
    if (title === '' || title === this.#title) return
    this.#title = title
    this.#owner.titled(title)
  }

  /** The page's new window is closed in any case; a handler that allows it finds that the stand-in cannot. */
  #wantsWindow(url: string, frameName: string, features: string): void {
    const referrer = { url: this.getURL(), policy: 'strict-origin-when-cross-origin' as const }
    const details = { url, frameName, features, disposition: 'new-window', referrer } as const
    if (this.openHandler?.(details).action !== 'deny') throw lacking('a window opened by the page')
  }

  #wrote({ level, ...line }: ConsoleLine): void {
    const event = { ...line, level: levels[level] ?? 'info', frame: this.mainFrame }
    if (event.level === 'error') console.error(`[page] ${line.message} (${line.sourceId}:${line.lineNumber})`)
    this.emit('console-message', event)
  }

  #renderProcessGone(reason: 'crashed' | 'killed'): void {
    this.#state = 'crashed'
    this.emit('render-process-gone', preventable({}), { reason, exitCode: reason === 'killed' ? 9 : 1 })
  }

  static {
    throwOnUnknown(this, 'webContents')
  }
}
