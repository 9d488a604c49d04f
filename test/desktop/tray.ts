import * as z from 'zod'
import { unwrap, type Connection } from '../host/dbus/connection.ts'
import { Changes } from './changes.ts'
import { clickItem, itemAt, readMenu, type TrayMenuItem } from './menu.ts'
import { StatusNotifierWatcher, type ItemAddress } from './watcher.ts'

/** The icon an app shows in the tray. */
export type TrayItem = {
  address: ItemAddress
  id: string
  title: string
  status: string
  toolTip: string
  icons: { width: number; height: number; argb: Buffer }[]
  /** A picture in a file, as GNOME gets it. */
  iconFile: string
  menuPath: string
}

const name = 'org.kde.StatusNotifierItem'
const changeSignals = ['NewIcon', 'NewToolTip', 'NewTitle', 'NewStatus', 'NewAttentionIcon']
const Properties = z.object({
  Id: z.string(),
  Title: z.string().default(''),
  Status: z.string().default('Active'),
  IconPixmap: z.array(z.tuple([z.number(), z.number(), z.instanceof(Buffer)])).default([]),
  IconName: z.string().default(''),
  ToolTip: z.tuple([z.string(), z.array(z.unknown()), z.string(), z.string()]).default(['', [], '', '']),
  Menu: z.string().default('/'),
})

/** The desktop's tray: shows the items that register, and clicks as a person would. */
export class DesktopTray {
  readonly #connection: Connection
  readonly #watcher: StatusNotifierWatcher
  readonly #changes = new Changes()
  readonly #items = new Map<string, { item: TrayItem; ends: (() => void)[] }>()

  constructor(connection: Connection, { hasHost = true } = {}) {
    this.#connection = connection
    this.#watcher = new StatusNotifierWatcher({
      connection,
      hasHost,
      registered: (address) => void this.#watch(address).catch(() => undefined), // gone before it was read
      left: (address) => this.#forget(address),
    })
  }

  start(): Promise<void> {
    return this.#watcher.start()
  }

  /** The panel goes away; `start` brings it back and items have to register again. */
  stop(): Promise<void> {
    return this.#watcher.stop()
  }

  /** The panel that draws icons comes or goes while the watcher, which lists them, stays. */
  setHost(isThere: boolean, told: 'signal' | 'property' = 'signal'): void {
    this.#watcher.setHost(isThere, told)
  }

  items(): TrayItem[] {
    return [...this.#items.values()].map(({ item }) => item)
  }

  /** The app's item: the latest to appear. */
  item(): TrayItem {
    const item = this.items().at(-1)
    if (item === undefined) throw new Error('there is no tray icon')
    return item
  }

  appears(limitMs?: number): Promise<TrayItem> {
    return this.#changes.until('a tray icon', () => this.items().at(-1), limitMs)
  }

  async disappears(limitMs?: number): Promise<void> {
    await this.#changes.until('no tray icon', () => this.#items.size === 0 || undefined, limitMs)
  }

  /** Waits for an item that satisfies `test`, for its picture or title. */
  until(test: (item: TrayItem) => boolean, limitMs?: number): Promise<TrayItem> {
    return this.#changes.until('another tray icon', () => this.items().find(test), limitMs)
  }

  /** Waits for a tooltip that matches and resolves to it. */
  async tooltip(match: RegExp | ((text: string) => boolean), limitMs?: number): Promise<string> {
    const fits = (text: string): boolean => (match instanceof RegExp ? match.test(text) : match(text))
    const found = (): TrayItem | undefined => this.items().find(({ toolTip }) => fits(toolTip))
    const seen = this.items().map(({ toolTip }) => toolTip)
    const what = `a tooltip like ${String(match)} (at first: ${seen.join(', ') || 'none'})`
    return (await this.#changes.until(what, found, limitMs)).toolTip
  }

  /** The menu as it is now. */
  menu(): Promise<TrayMenuItem[]> {
    return readMenu(this.#connection, this.#menuAddress())
  }

  /** Waits until the menu satisfies `test`, reading it again at each change. */
  async menuUntil(test: (menu: TrayMenuItem[]) => boolean, limitMs?: number): Promise<TrayMenuItem[]> {
    let menu: TrayMenuItem[] | undefined
    const read = async (): Promise<void> => {
      const read = await this.menu()
      if (test(read)) menu = read
      this.#changes.tell()
    }
    const { service, path } = this.#menuAddress()
    const ends = await Promise.all(
      ['LayoutUpdated', 'ItemsPropertiesUpdated'].map((member) =>
        this.#connection.onSignal(
          { sender: service, path, interface: 'com.canonical.dbusmenu', member },
          () => {
            read().catch(() => undefined) // the item may be gone again
          },
        ),
      ),
    )
    try {
      await read()
      return await this.#changes.until('another menu', () => menu, limitMs)
    } finally {
      for (const end of ends) end()
    }
  }

  /** Clicks a menu item by its labels from the top: `click('Pause for', 'An hour')`. */
  async click(...labels: string[]): Promise<void> {
    const item = itemAt(await this.menu(), labels)
    if (item.type === 'separator' || item.type === 'submenu')
      throw new Error(`"${item.label}" cannot be clicked`)
    try {
      await clickItem(this.#connection, this.#menuAddress(), item.id)
    } catch (error) {
      // The menu was drawn anew between the look and the click: a person looks again.
      if (!/no menu item/.test(String(error))) throw error
      await this.click(...labels)
    }
  }

  /** A left click on the icon. */
  async activate(): Promise<void> {
    const { service, path } = this.item().address
    await this.#connection.call({
      destination: service,
      path,
      interface: name,
      member: 'Activate',
      signature: 'ii',
      body: [0, 0],
    })
  }

  #menuAddress(): { service: string; path: string } {
    const { address, menuPath } = this.item()
    return { service: address.service, path: menuPath }
  }

  async #watch(address: ItemAddress): Promise<void> {
    const owner = await this.#connection.owner(address.service)
    const ends: (() => void)[] = []
    const read = async (): Promise<void> => {
      const item = await this.#read(address)
      this.#items.set(keyOf(address), { item, ends })
      this.#changes.tell()
    }
    for (const member of changeSignals) {
      const match = { sender: address.service, path: address.path, interface: name, member }
      const hear = (_body: unknown[], sender: string): void => {
        if (sender === owner) read().catch(() => undefined) // gone since
      }
      ends.push(await this.#connection.onSignal(match, hear))
    }
    await read()
  }

  #forget(address: ItemAddress): void {
    for (const end of this.#items.get(keyOf(address))?.ends ?? []) end()
    this.#items.delete(keyOf(address))
    this.#changes.tell()
  }

  async #read(address: ItemAddress): Promise<TrayItem> {
    const [all] = await this.#connection.call({
      destination: address.service,
      path: address.path,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'GetAll',
      signature: 's',
      body: [name],
    })
    const read = Properties.parse(unwrap(all))
    return {
      address,
      id: read.Id,
      title: read.Title,
      status: read.Status,
      toolTip: [read.ToolTip[2], read.ToolTip[3]].filter((text) => text !== '').join('\n'),
      iconFile: read.IconName,
      icons: read.IconPixmap.map(([width, height, argb]) => ({ width, height, argb })),
      menuPath: read.Menu,
    }
  }
}

function keyOf({ service, path }: ItemAddress): string {
  return `${service}${path}`
}
