import { BrowserWindow, Menu, nativeTheme, screen, type Session, type WebContents } from 'electron'
import type { AppState, Destination } from '../../../preload/contract/state.ts'
import { languageChannel, showPageChannel, stateChannel } from '../../../preload/contract/commands.ts'
import type { Language, Words } from '../../../preload/words/words.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { isGranted, isOwnPage, webPreferences, windowOrigin } from './confinement.ts'
import { textActs } from './text-menu.ts'
import { placeOn, smallest, type WindowPlace } from './window-place.ts'

/** Painted before the page is, so that nothing flashes. */
const backgroundColor = (dark: boolean) => (dark ? '#292929' : '#ffffff')

const menuWords = {
  cut: 'menu.cut',
  copy: 'menu.copy',
  paste: 'menu.paste',
  selectAll: 'menu.select-all',
} as const

/** A window that is being moved or resized is remembered when it rests. */
const placeRestMs = 500

interface AppWindowDeps {
  readonly preload: string
  readonly icon: string
  readonly words: () => Words
  readonly clock: Clock
  /** Where the person left it. */
  readonly place: { read(): WindowPlace | null; write(place: WindowPlace): void }
}

/** The one window: made when shown, destroyed when closed. All state lives in main. */
export class AppWindow implements Disposable {
  readonly #deps: AppWindowDeps
  #placing: Disposable | null = null
  #window: BrowserWindow | null = null
  #pending: Destination | null = null

  constructor(deps: AppWindowDeps) {
    this.#deps = deps
    nativeTheme.on('updated', this.#paint)
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
    nativeTheme.off('updated', this.#paint)
    this.#window?.destroy()
  }

  readonly #paint = () => this.#window?.setBackgroundColor(backgroundColor(nativeTheme.shouldUseDarkColors))

  #create(): void {
    const { preload, icon, place } = this.#deps
    const kept = place.read()
    const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
    const window = new BrowserWindow({
      ...placeOn(kept, areas),
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      title: 'Drivebell',
      icon,
      backgroundColor: backgroundColor(nativeTheme.shouldUseDarkColors),
      webPreferences: { ...webPreferences, preload },
    })
    this.#window = window
    if (kept?.isMaximized) window.maximize()
    window.once('ready-to-show', () => window.show())
    this.#remember(window)
    this.#offerTextMenu(window)
    window.on('closed', () => {
      if (this.#window === window) this.#window = null
    })
    window.webContents.on('render-process-gone', () => window.destroy())
    void window.loadURL(`${windowOrigin}/index.html`)
  }

  /** When it rests and when it goes: of a computer that stops there is the last rest. */
  #remember(window: BrowserWindow): void {
    const { place, clock } = this.#deps
    const write = () => {
      this.#placing?.[Symbol.dispose]()
      this.#placing = null
      place.write({ ...window.getNormalBounds(), isMaximized: window.isMaximized() })
    }
    const soon = () => {
      this.#placing?.[Symbol.dispose]()
      this.#placing = clock.after(placeRestMs, write)
    }
    window.on('resize', soon)
    window.on('move', soon)
    window.on('close', write)
    window.on('closed', () => this.#placing?.[Symbol.dispose]())
  }

  #offerTextMenu(window: BrowserWindow): void {
    const { webContents: contents } = window
    contents.on('context-menu', (_event, on) => {
      const items = textActs(on).map(({ act, enabled }) => ({
        label: this.#deps.words().phrase(menuWords[act]),
        enabled,
        click: () => contents[act](),
      }))
      if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
    })
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
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(isGranted(permission, contents.getURL())),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  session.setDevicePermissionHandler(() => false)
}

/** The window has nothing to download; what it exports is written by main, where the person chose. */
export function denyDownloads(session: Session, log: Log): void {
  session.on('will-download', (event) => {
    event.preventDefault()
    log.warn('download denied')
  })
}
