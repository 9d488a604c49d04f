import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { lacking, throwOnUnknown } from './honest.ts'
import type { Page } from './page.ts'
import { preventable } from './preventable.ts'
import { HostWebContents, type ContentsHost } from './web-contents.ts'
import { boundsOf, hideWindow, maximizeWindow, placeWindow, type Place } from './window-place.ts'
import type { Windows } from './windows.ts'

/** What a window needs of the rest of the stand-in. */
export type WindowHost = ContentsHost & {
  windows: Windows<HostWindow>
  isReady(): boolean
  /** Tells the app of the new window and its contents, before the constructor returns. */
  created(window: HostWindow): void
  /** The page shows these from the start, and follows later changes. */
  dress(window: HostWindow, page: Page): Promise<void>
}
type Slice = Pick<
  BrowserWindow,
  | 'loadURL' | 'show' | 'hide' | 'focus' | 'isVisible' | 'isFocused' | 'isMinimized' | 'restore' | 'destroy'
  | 'isDestroyed' | 'getBounds' | 'setBounds' | 'getTitle' | 'setTitle' | 'setBackgroundColor'
  | 'setMenuBarVisibility' | 'removeMenu' | 'id' | 'getNormalBounds' | 'isMaximized' | 'maximize'
> // prettier-ignore

const closeLimitMs = 1_000

/**
 * Electron's `BrowserWindow` (electron_api_browser_window.cc, electron_api_base_window.cc): a Chromium window without browser
 * chrome, or a headless page when there is no display. `ready-to-show` comes at each first layout that is not empty
 * (electron_api_web_contents.cc); here once, when the page has loaded.
 */
export class HostWindow extends EventEmitter implements Slice {
  readonly id: number
  readonly webContents: HostWebContents
  /** What the app made it from, for the questions of a test. */
  readonly given: BrowserWindowConstructorOptions
  /** Whether its page was there to be seen when it was first shown. */
  firstShown: 'at once' | 'when ready' | 'not yet' = 'not yet'
  readonly #host: WindowHost
  readonly #minimum: { width: number; height: number }
  #bounds: Place
  #title: string
  #state: 'open' | 'closing' | 'closed' = 'open'
  #visible: boolean
  #minimized = false
  #maximized = false
  #focused = false
  #isReady = false

  constructor(host: WindowHost, options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!host.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { width = 800, height = 600, minWidth = 0, minHeight = 0, x, y, show = true } = options
    const { preload, nodeIntegration, contextIsolation, sandbox } = options.webPreferences ?? {}
    if (nodeIntegration === true || contextIsolation === false || sandbox === false)
      throw lacking('webPreferences that open the page to Node')
    this.#host = host
    this.given = options
    this.#minimum = { width: minWidth, height: minHeight }
    const position = x === undefined || y === undefined ? {} : { x, y }
    this.#bounds = { ...position, width: Math.max(width, minWidth), height: Math.max(height, minHeight) }
    this.#title = options.title ?? ''
    this.#visible = show
    if (show) this.firstShown = 'at once'
    this.webContents = new HostWebContents(host, { ...this.#bounds, show }, preload, {
      loaded: () => this.#loaded(),
      titled: (title) => this.#titled(title),
      gone: () => this.#pageGone(),
      focused: (focused) => this.#focusChanged(focused),
      resized: (size) => this.#withPage((page) => this.#resized(page, size)),
      visible: (visible) => void (this.#minimized = this.#visible && !visible),
    })
    this.id = this.webContents.id
    this.#withPage((page) => host.dress(this, page))
    this.#withPage((page) => this.#place(page))
    if (options.backgroundColor !== undefined) this.setBackgroundColor(options.backgroundColor)
    host.windows.add(this)
    host.created(this)
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  show(): void {
    if (!this.#visible) {
      this.#visible = true
      if (this.firstShown === 'not yet') this.firstShown = this.#isReady ? 'when ready' : 'at once'
      this.#withPage((page) => this.#place(page))
      this.emit('show')
    }
    this.focus()
  }

  hide(): void {
    if (!this.#visible) return
    this.#visible = false
    this.#withPage(({ session }) => hideWindow(session))
    this.#focusChanged(false)
    this.emit('hide')
  }

  focus(): void {
    this.#withPage((page) => page.session.send('Page.bringToFront'))
    this.#focusChanged(true)
  }

  isVisible(): boolean {
    return this.#visible && this.#state === 'open'
  }

  isFocused(): boolean {
    return this.#focused
  }

  isMinimized(): boolean {
    return this.#minimized
  }

  restore(): void {
    this.#minimized = false
    this.#withPage((page) => this.#place(page))
  }

  /** Answers whether it closes: false when a listener prevented it. */
  close(): boolean {
    if (this.#state !== 'open') return true
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.#state = 'closing'
    this.webContents.page.then((page) => page.close()).catch(() => this.destroy())
    setTimeout(() => this.destroy(), closeLimitMs).unref() // a page that is only just loading may not hear it
    return true
  }

  destroy(): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.webContents.destroy()
    this.emit('closed')
    this.#host.windows.remove(this)
  }

  isDestroyed(): boolean {
    return this.#state === 'closed'
  }

  getBounds(): Rectangle {
    return { x: 0, y: 0, ...this.#bounds }
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const { width, height } = { ...this.#bounds, ...bounds }
    const size = {
      width: Math.max(width, this.#minimum.width),
      height: Math.max(height, this.#minimum.height),
    }
    this.#bounds = { ...this.#bounds, ...bounds, ...size }
    this.#withPage((page) => this.#place(page))
  }

  /** Its place when it is neither maximized nor minimized. */
  getNormalBounds(): Rectangle {
    return this.getBounds()
  }

  isMaximized(): boolean {
    return this.#maximized
  }

  maximize(): void {
    this.#maximized = true
    this.#withPage((page) => this.#place(page))
    this.emit('maximize')
  }

  getTitle(): string {
    return this.#title
  }

  /** What the app is told; the title bar itself follows the page's title. */
  setTitle(title: string): void {
    this.#title = title
  }

  setBackgroundColor(color: string): void {
    const hex = /^#([0-9a-f]{2})?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
    if (hex === null) throw lacking(`background colours other than #RRGGBB or #AARRGGBB (${color})`)
    const [a = 255, r = 0, g = 0, b = 0] = [...hex]
      .slice(1)
      .map((part: string | undefined) => Number.parseInt(part ?? 'ff', 16))
    const override = { color: { r, g, b, a: a / 255 } }
    this.#withPage((page) => page.session.send('Emulation.setDefaultBackgroundColorOverride', override))
  }

  /** There is no menu bar to hide. */
  setMenuBarVisibility(_visible: boolean): void {}

  removeMenu(): void {}

  #loaded(): void {
    if (this.#isReady) return
    this.#isReady = true
    this.emit('ready-to-show')
  }

  #titled(title: string): void {
    const event = preventable({})
    this.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented) this.#title = title
  }

  /** Closed by the person, the page or a crash of Chromium: `close` can no longer be prevented then. */
  #pageGone(): void {
    if (this.#state === 'open' && !this.webContents.isCrashed()) this.emit('close', preventable({}))
    this.destroy()
  }

  #focusChanged(focused: boolean): void {
    if (this.#focused === focused || this.#state !== 'open') return
    this.#focused = focused
    this.emit(focused ? 'focus' : 'blur')
  }

  async #place({ session }: Page): Promise<void> {
    const { headed } = this.#host.browser
    if (!this.#visible && headed) return
    await placeWindow(session, headed, this.#bounds)
    if (this.#maximized && headed) await maximizeWindow(session)
  }

  /** The person did it, or the app; either way the app hears. */
  async #resized({ session }: Page, { width, height }: { width: number; height: number }): Promise<void> {
    const { headed } = this.#host.browser
    const now = headed ? await boundsOf(session) : { ...this.getBounds(), width, height, isMaximized: false }
    if (!this.#visible || this.#state !== 'open') return
    const { isMaximized, ...bounds } = now
    const isMoved = this.#bounds.x !== bounds.x || this.#bounds.y !== bounds.y
    this.#maximized = isMaximized
    if (!isMaximized) this.#bounds = bounds
    this.emit('resize')
    if (isMoved) this.emit('move')
  }

  #withPage(act: (page: Page) => unknown): void {
    this.webContents.page.then(act).catch(() => undefined) // without a page there is nothing to do it to
  }

  static {
    throwOnUnknown(this, 'BrowserWindow')
  }
}
