import { EventEmitter } from 'node:events'
import type { NativeImage } from 'electron'
import { nativeImage, representations } from '../native-image.ts'
import { absent } from './absent.ts'
import { Menu } from './menu.ts'
import { pixmapOf, type Pixmap } from './png.ts'
import { sessionBus } from './session-bus.ts'
import { StatusNotifierItem, type TrayFacts } from './status-notifier-item.ts'

/** Electron's Tray on Linux: a StatusNotifierItem. Without a bus or a watcher it is silently not there. */
export class Tray extends EventEmitter implements Electron.Tray {
  static #count = 0

  #facts: TrayFacts
  #menu: Menu | null = null
  #item: StatusNotifierItem | null = null
  #destroyed = false

  constructor(image: NativeImage | string, guid?: string) {
    super()
    if (guid !== undefined) absent('the guid of a Tray')
    Tray.#count += 1
    const { appName } = sessionBus.identity
    const id = `chrome_status_icon_${Tray.#count}` // the id Chromium gives
    this.#facts = { id, title: appName, toolTip: '', pixmaps: pixmapsOf(image) }
    void this.#open(`org.kde.StatusNotifierItem-${process.pid}-${Tray.#count}`)
  }

  setImage(image: NativeImage | string): void {
    this.#show({ pixmaps: pixmapsOf(image) })
  }

  setToolTip(toolTip: string): void {
    this.#show({ toolTip })
  }

  setContextMenu(menu: Electron.Menu | null): void {
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError('setContextMenu takes a Menu or null')
    this.#live()
    this.#menu = menu
    this.#item?.showMenu(menu)
  }

  destroy(): void {
    this.#destroyed = true
    this.#item?.[Symbol.dispose]()
    this.#item = null
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  closeContextMenu(): never {
    return absent('Tray.closeContextMenu')
  }

  displayBalloon(): never {
    return absent('Tray.displayBalloon')
  }

  focus(): never {
    return absent('Tray.focus')
  }

  getBounds(): never {
    return absent('Tray.getBounds')
  }

  getGUID(): never {
    return absent('Tray.getGUID')
  }

  getIgnoreDoubleClickEvents(): never {
    return absent('Tray.getIgnoreDoubleClickEvents')
  }

  getTitle(): never {
    return absent('Tray.getTitle')
  }

  popUpContextMenu(): never {
    return absent('Tray.popUpContextMenu')
  }

  removeBalloon(): never {
    return absent('Tray.removeBalloon')
  }

  setIgnoreDoubleClickEvents(): never {
    return absent('Tray.setIgnoreDoubleClickEvents')
  }

  setPressedImage(): never {
    return absent('Tray.setPressedImage')
  }

  setTitle(): never {
    return absent('Tray.setTitle')
  }

  #show(changed: Partial<TrayFacts>): void {
    this.#live()
    this.#facts = { ...this.#facts, ...changed }
    this.#item?.show(this.#facts)
  }

  #live(): void {
    if (this.#destroyed) throw new TypeError('Tray is destroyed')
  }

  async #open(busName: string): Promise<void> {
    const connection = await sessionBus.openAnother()
    if (connection === null) return
    const activate = (): void => {
      const nowhere = { x: 0, y: 0 }
      this.emit('click', {}, { ...nowhere, width: 0, height: 0 }, nowhere)
    }
    try {
      const item = await StatusNotifierItem.open({ connection, busName, facts: this.#facts, activate })
      if (this.#destroyed) return item[Symbol.dispose]()
      this.#item = item
      item.show(this.#facts) // what was set while the bus was being opened
      item.showMenu(this.#menu)
    } catch {
      connection[Symbol.dispose]() // the bus went away: no icon and no error
    }
  }
}

function pixmapsOf(image: NativeImage | string): Pixmap[] {
  const pictures = representations(typeof image === 'string' ? nativeImage.createFromPath(image) : image)
  if (typeof image === 'string' && pictures.length === 0)
    throw new Error(`Failed to load image from path '${image}'`)
  return pictures.map(({ png }) => pixmapOf(png))
}
