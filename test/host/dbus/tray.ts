import { EventEmitter } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NativeImage } from 'electron'
import { nativeImage, representations } from '../native-image.ts'
import { absent } from './absent.ts'
import { Menu } from './menu.ts'
import { pixmapOf } from './png.ts'
import { sessionBus } from './session-bus.ts'
import { StatusNotifierItem, type TrayFacts } from './status-notifier-item.ts'

/**
 * Electron's Tray (shell/browser/ui/tray_icon_linux.cc): a StatusNotifierItem, or for good a GTK icon by XEmbed where no
 * host is at its creation. Of that one the stand-in shows nothing; on a desktop without a tray of that kind nobody would.
 */
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
    const id = `${appName}_status_icon_${Tray.#count}`
    this.#facts = { id, toolTip: '', ...pictureOf(image) }
    void this.#open(`org.kde.StatusNotifierItem-${process.pid}-${Tray.#count}`)
  }

  setImage(image: NativeImage | string): void {
    this.#show(pictureOf(image))
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
      if (this.#destroyed) return
      const nowhere = { x: 0, y: 0 }
      this.emit('click', {}, { ...nowhere, width: 0, height: 0 }, nowhere)
    }
    try {
      const item = await StatusNotifierItem.open({ connection, busName, facts: this.#facts, activate })
      if (item === null) return connection[Symbol.dispose]()
      if (this.#destroyed) return item[Symbol.dispose]()
      this.#item = item
      item.show(this.#facts) // what was set while the bus was being opened
      item.showMenu(this.#menu)
    } catch {
      connection[Symbol.dispose]() // the bus went away: no icon and no error
    }
  }
}

/** The one picture with the largest scale; a file of it on GNOME (status_icon_linux_dbus.cc, ShouldWriteIconToFile). */
function pictureOf(image: NativeImage | string): Pick<TrayFacts, 'pixmaps' | 'file'> {
  const pictures = representations(typeof image === 'string' ? nativeImage.createFromPath(image) : image)
  const best = pictures.at(-1)
  if (best === undefined) {
    if (typeof image === 'string') throw new Error(`Failed to load image from path '${image}'`)
    return { pixmaps: [], file: null }
  }
  const isGnome = (process.env['XDG_CURRENT_DESKTOP'] ?? '').split(':').includes('GNOME')
  return { pixmaps: [pixmapOf(best.png)], file: isGnome ? written(best.png) : null }
}

function written(png: Buffer): string {
  const file = join(mkdtempSync(join(tmpdir(), 'stand-in-tray-')), 'icon.png')
  writeFileSync(file, png)
  return file
}
