import {
  Menu,
  type MenuItemConstructorOptions,
  nativeImage,
  type NativeImage,
  nativeTheme,
  Tray,
} from 'electron'
import { join } from 'node:path'
import type { Clock } from '../../kit/clock.ts'
import { pictureDueAt, type TrayAction, type TrayItem, type TrayPicture, type TrayView } from './tray-view.ts'

interface TrayIconDeps {
  readonly icons: string
  readonly clock: Clock
  readonly act: (action: TrayAction) => void
  /** Is told what is shown from now on. */
  readonly shown: (view: TrayView) => void
}

/** Shows a {@link TrayView}. A desktop without a tray shows nothing and breaks nothing. */
export class TrayIcon implements Disposable {
  readonly #deps: TrayIconDeps
  readonly #tray: Tray
  #shown: { view: TrayView; picture: TrayPicture; at: number }
  #wanted: { picture: TrayPicture; since: number }
  #timer: Disposable | null = null

  constructor(deps: TrayIconDeps, view: TrayView) {
    this.#deps = deps
    const now = deps.clock.elapsed()
    this.#shown = { view, picture: view.picture, at: now }
    this.#wanted = { picture: view.picture, since: now }
    this.#tray = new Tray(imageOf(view.picture, deps.icons))
    this.#tray.on('click', () => deps.act({ kind: 'open', page: null }))
    this.#say(view)
  }

  show(view: TrayView): void {
    const before = this.#shown.view
    this.#shown.view = view
    if (!same(view.tooltip, before.tooltip) || !same(view.menu, before.menu)) this.#say(view)
    if (same(view.picture, this.#wanted.picture)) return
    this.#wanted = { picture: view.picture, since: this.#deps.clock.elapsed() }
    this.#paint()
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]()
    this.#tray.destroy()
  }

  /** Rebuilt only when it differs: on some desktops a rebuild closes the open menu (platform.md 1.14). */
  #say(view: TrayView): void {
    this.#tray.setToolTip(view.tooltip)
    this.#tray.setContextMenu(Menu.buildFromTemplate(view.menu.map((item) => entry(item, this.#deps.act))))
    this.#deps.shown({ ...view, picture: this.#shown.picture })
  }

  #paint(): void {
    this.#timer?.[Symbol.dispose]()
    this.#timer = null
    const { picture, since } = this.#wanted
    if (same(picture, this.#shown.picture)) return
    const now = this.#deps.clock.elapsed()
    const dueAt = pictureDueAt(picture, since, this.#shown.at)
    if (dueAt > now) {
      this.#timer = this.#deps.clock.after(dueAt - now, () => this.#paint())
      return
    }
    this.#shown = { ...this.#shown, picture, at: now }
    this.#tray.setImage(imageOf(picture, this.#deps.icons))
    this.#deps.shown({ ...this.#shown.view, picture })
  }
}

function entry(item: TrayItem, act: (action: TrayAction) => void): MenuItemConstructorOptions {
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

function imageOf({ state, unseen }: TrayPicture, icons: string): NativeImage {
  const name = unseen ? `${state}-unread` : state
  if (process.platform === 'darwin')
    return nativeImage.createFromPath(join(icons, 'template', `${name}Template.png`))
  const panel =
    process.platform === 'win32' && !nativeTheme.shouldUseDarkColors ? 'light-panel' : 'dark-panel'
  const size = process.platform === 'win32' ? 16 : 22
  const image = nativeImage.createFromPath(join(icons, panel, `${name}-${size}.png`))
  image.addRepresentation({ scaleFactor: 2, buffer: large(join(icons, panel, `${name}-${size * 2}.png`)) })
  return image
}

const large = (file: string) => nativeImage.createFromPath(file).toPNG()

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
