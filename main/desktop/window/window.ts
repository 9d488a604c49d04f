import { BrowserWindow, nativeTheme, type Session, type WebContents } from 'electron'
import type { AppState, Destination } from '../../../preload/contract/state.ts'
import { languageChannel, showPageChannel, stateChannel } from '../../../preload/contract/commands.ts'
import type { Language } from '../../../preload/words/words.ts'
import { isGranted, isOwnPage, webPreferences, windowOrigin } from './confinement.ts'

/** Painted before the page is, so that nothing flashes. */
const backgroundColor = (dark: boolean) => (dark ? '#292929' : '#ffffff')

/** The one window: made when shown, destroyed when closed. All state lives in main. */
export class AppWindow implements Disposable {
  readonly #preload: string
  readonly #icon: string
  #window: BrowserWindow | null = null
  #pending: Destination | null = null

  constructor({ preload, icon }: { preload: string; icon: string }) {
    this.#preload = preload
    this.#icon = icon
  }

  /** Opens the window, or brings it to the front; with a destination, goes there. */
  open(to: Destination | null = null): void {
    this.#pending = to
    if (!this.#window) return this.#create()
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.show()
    this.#window.focus()
    this.#showPending()
  }

  /** Whether `contents` is this window's page. */
  owns(contents: WebContents): boolean {
    return this.#window?.webContents === contents
  }

  /** The page has its listeners now: give it what it asked for. */
  ready(state: AppState): void {
    this.send(state)
    this.#showPending()
  }

  /** In which words the page speaks from now on. */
  speak(language: Language): void {
    this.#post(languageChannel, language)
  }

  send(state: AppState): void {
    this.#post(stateChannel, state)
  }

  [Symbol.dispose](): void {
    this.#window?.destroy()
  }

  #create(): void {
    const window = new BrowserWindow({
      width: 1000,
      height: 700,
      minWidth: 480,
      minHeight: 520,
      show: false,
      title: 'Drivebell',
      icon: this.#icon,
      autoHideMenuBar: true,
      backgroundColor: backgroundColor(nativeTheme.shouldUseDarkColors),
      webPreferences: { ...webPreferences, preload: this.#preload },
    })
    this.#window = window
    window.once('ready-to-show', () => window.show())
    window.on('closed', () => {
      if (this.#window === window) this.#window = null
    })
    window.webContents.on('render-process-gone', () => window.destroy())
    void window.loadURL(`${windowOrigin}/index.html`)
  }

  #showPending(): void {
    if (this.#pending) this.#post(showPageChannel, this.#pending)
    this.#pending = null
  }

  #post(channel: string, value: unknown): void {
    const contents = this.#window?.webContents
    if (contents && !contents.isDestroyed()) contents.send(channel, value)
  }
}

/** Nothing may leave the window's origin, open a window, embed a page or get a permission (platform.md 1.9). */
export function confine(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; url: string }) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Electron grants every permission unless told otherwise; the window may put text on the clipboard, and no more. */
export function denyPermissions(session: Session): void {
  session.on('will-download', (event) => event.preventDefault())
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(isGranted(permission, contents.getURL())),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  session.setDevicePermissionHandler(() => false)
}
