import type * as Electron from 'electron'
import { join } from 'node:path'
import type { Platform } from '../../../preload/contract/state.ts'
import type { Clock } from '../../kit/clock.ts'
import { closed, step, type TrayMenu, type TrayMenuEvent } from './tray-menu.ts'
import { pictureFile, type TrayGround } from './tray-picture.ts'
import { pictureDueAt, type TrayAction, type TrayItem, type TrayPicture, type TrayView } from './tray-view.ts'

interface TrayIconDeps {
  readonly electron: Pick<typeof Electron, 'Menu' | 'nativeImage' | 'Tray'>
  readonly icons: string
  readonly platform: Platform
  readonly ground: () => TrayGround
  readonly clock: Clock
  readonly act: (action: TrayAction) => void
  /** Is told what is shown from now on. */
  readonly shown: (view: TrayView) => void
}

/** Shows a {@link TrayView}. A desktop without a tray shows nothing and breaks nothing. */
export class TrayIcon implements Disposable {
  readonly #deps: TrayIconDeps
  readonly #tray: Electron.Tray
  #shown: { view: TrayView; picture: TrayPicture; file: string; at: number }
  #wanted: { picture: TrayPicture; since: number }
  #timer: Disposable | null = null
  #menu: TrayMenu = closed
  #rest: Disposable | null = null

  constructor(deps: TrayIconDeps, view: TrayView) {
    this.#deps = deps
    const { picture } = view
    const now = deps.clock.elapsed()
    const file = pictureFile(picture, deps.ground())
    this.#shown = { view, picture, file, at: now }
    this.#wanted = { picture, since: now }
    this.#tray = new deps.electron.Tray(this.#image(file))
    // on macOS a click opens the menu, and is heard as well (tray_icon_cocoa.mm)
    if (deps.platform !== 'darwin') this.#tray.on('click', () => deps.act({ kind: 'open', page: null }))
    this.#say(view)
  }

  show(view: TrayView): void {
    const before = this.#shown.view
    this.#shown.view = view
    if (!same(view.tooltip, before.tooltip) || !same(view.menu, before.menu)) this.#say(view)
    if (!same(view.picture, this.#wanted.picture))
      this.#wanted = { picture: view.picture, since: this.#deps.clock.elapsed() }
    this.#paint()
  }

  /** The ground may be another one now. */
  repaint(): void {
    const { picture, file } = this.#shown
    const wanted = pictureFile(picture, this.#deps.ground())
    if (wanted === file) return
    this.#shown = { ...this.#shown, file: wanted }
    this.#tray.setImage(this.#image(wanted))
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]()
    this.#rest?.[Symbol.dispose]()
    this.#tray.destroy()
  }

  #image(file: string): Electron.NativeImage {
    return this.#deps.electron.nativeImage.createFromPath(join(this.#deps.icons, file))
  }

  /** Rebuilt only when it differs: on some desktops a rebuild closes the open menu (platform.md 1.14). */
  #say(view: TrayView): void {
    this.#tray.setToolTip(view.tooltip)
    this.#on('differs')
    this.#deps.shown({ ...view, picture: this.#shown.picture })
  }

  #on(event: TrayMenuEvent): void {
    const [menu, act] = step(this.#menu, event)
    this.#menu = menu
    if (menu.kind !== 'closing') this.#rest?.[Symbol.dispose]()
    if (act === 'rest') this.#rest = this.#deps.clock.after(0, () => this.#on('rested'))
    if (act === 'replace') this.#setMenu(this.#shown.view)
  }

  #setMenu({ menu: items }: TrayView): void {
    const menu = this.#deps.electron.Menu.buildFromTemplate(items.map((item) => entry(item, this.#deps.act)))
    // Linux never says that one has closed (platform.md 1.14)
    if (this.#deps.platform !== 'linux') {
      menu.on('menu-will-show', () => this.#on('opens'))
      menu.on('menu-will-close', () => this.#on('closes'))
    }
    this.#tray.setContextMenu(menu)
  }

  #paint(): void {
    this.#timer?.[Symbol.dispose]()
    this.#timer = null
    const { picture, since } = this.#wanted
    if (same(picture, this.#shown.picture)) return this.repaint()
    const now = this.#deps.clock.elapsed()
    const dueAt = pictureDueAt(picture, since, this.#shown.at)
    if (dueAt > now) {
      this.#timer = this.#deps.clock.after(dueAt - now, () => this.#paint())
      return
    }
    this.#shown = { ...this.#shown, picture, at: now }
    this.repaint()
    this.#deps.shown({ ...this.#shown.view, picture })
  }
}

function entry(item: TrayItem, act: (action: TrayAction) => void): Electron.MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' }
    case 'fact':
      return { label: plainLabel(item.label), enabled: false }
    case 'action':
      return { label: plainLabel(item.label), click: () => act(item.action) }
    case 'submenu':
      return { label: plainLabel(item.label), submenu: item.items.map((each) => entry(each, act)) }
  }
}

/** In menus `&` marks a letter; a file name's own is doubled. */
const plainLabel = (text: string) => text.replaceAll('&', '&&')

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
