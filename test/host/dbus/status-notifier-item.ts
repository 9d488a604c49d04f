import { DbusMenu } from './dbusmenu.ts'
import type { Connection } from './connection.ts'
import type { Menu } from './menu.ts'
import type { Pixmap } from './png.ts'
import type { Method, Property, Service } from './service.ts'

/** What a tray icon shows. */
export type TrayFacts = { id: string; title: string; toolTip: string; pixmaps: Pixmap[] }

const name = 'org.kde.StatusNotifierItem'
const path = '/StatusNotifierItem'
const menuPath = '/com/canonical/dbusmenu'
const watcher = 'org.kde.StatusNotifierWatcher'

/** One tray icon on a connection of its own, known to the desktop's watcher whenever there is one. */
export class StatusNotifierItem implements Disposable {
  readonly #connection: Connection
  readonly #busName: string
  readonly #menu: DbusMenu
  readonly #activate: () => void
  #facts: TrayFacts

  private constructor(connection: Connection, busName: string, facts: TrayFacts, activate: () => void) {
    this.#connection = connection
    this.#busName = busName
    this.#facts = facts
    this.#activate = activate
    this.#menu = new DbusMenu(connection, menuPath)
    connection.serve(this.#service())
  }

  /** Puts the icon on the bus. No watcher means no icon and no error, now or until one appears. */
  static async open(options: {
    connection: Connection
    busName: string
    facts: TrayFacts
    activate: () => void
  }): Promise<StatusNotifierItem> {
    const { connection, busName, facts, activate } = options
    const item = new StatusNotifierItem(connection, busName, facts, activate)
    await connection.own(busName)
    await connection.onOwner(watcher, (owner) => {
      if (owner !== '') void item.#register()
    })
    await item.#register()
    return item
  }

  /** Shows other facts, telling the desktop only what is different. */
  show(facts: TrayFacts): void {
    const before = this.#facts
    this.#facts = facts
    if (facts.pixmaps !== before.pixmaps) this.#emit('NewIcon')
    if (facts.toolTip !== before.toolTip) this.#emit('NewToolTip')
    if (facts.title !== before.title) this.#emit('NewTitle')
  }

  /** Shows another menu, or the same one read again. */
  showMenu(menu: Menu | null): void {
    this.#menu.show(menu)
  }

  [Symbol.dispose](): void {
    this.#connection[Symbol.dispose]()
  }

  async #register(): Promise<void> {
    const call = {
      destination: watcher,
      path: '/StatusNotifierWatcher',
      interface: watcher,
      member: 'RegisterStatusNotifierItem',
    }
    await this.#connection.call({ ...call, signature: 's', body: [this.#busName] }).catch(() => undefined)
  }

  #emit(member: string): void {
    this.#connection.emit(path, name, member, '', [])
  }

  #service(): Service {
    const pixmaps = (): unknown[] =>
      this.#facts.pixmaps.map(({ width, height, argb }) => [width, height, argb])
    return {
      path,
      interface: name,
      methods: this.#methods(),
      properties: {
        Category: read('s', () => 'ApplicationStatus'),
        Id: read('s', () => this.#facts.id),
        Title: read('s', () => this.#facts.title),
        Status: read('s', () => 'Active'),
        WindowId: read('i', () => 0),
        IconName: read('s', () => ''),
        IconPixmap: read('a(iiay)', pixmaps),
        IconThemePath: read('s', () => ''),
        OverlayIconName: read('s', () => ''),
        OverlayIconPixmap: read('a(iiay)', () => []),
        AttentionIconName: read('s', () => ''),
        AttentionIconPixmap: read('a(iiay)', () => []),
        AttentionMovieName: read('s', () => ''),
        ToolTip: read('(sa(iiay)ss)', () => ['', [], this.#facts.toolTip, '']),
        ItemIsMenu: read('b', () => false),
        Menu: read('o', () => menuPath),
      },
      signals: {
        NewTitle: '',
        NewIcon: '',
        NewAttentionIcon: '',
        NewOverlayIcon: '',
        NewToolTip: '',
        NewStatus: 's',
      },
    }
  }

  #methods(): Record<string, Method> {
    const nothing: Method = { takes: 'ii', gives: '', run: () => [] }
    const activate: Method['run'] = () => {
      setImmediate(this.#activate) // answer first
      return []
    }
    return {
      Activate: { ...nothing, run: activate },
      SecondaryActivate: nothing, // Chromium ignores it too
      ContextMenu: nothing, // the desktop draws the menu itself, from Menu
      Scroll: { ...nothing, takes: 'is' },
    }
  }
}

function read(type: string, value: () => unknown): Property {
  return { type, read: value }
}
