import { DbusMenu } from './dbusmenu.ts'
import { unwrap, type Connection } from './connection.ts'
import type { Menu } from './menu.ts'
import type { Pixmap } from './png.ts'
import type { Method, Property, Service } from './service.ts'

/** What a tray icon shows. GNOME gets its picture as a file. */
export type TrayFacts = { id: string; toolTip: string; pixmaps: Pixmap[]; file: string | null }

const name = 'org.kde.StatusNotifierItem'
const path = '/StatusNotifierItem'
const menuPath = '/com/canonical/dbusmenu'
const watcher = 'org.kde.StatusNotifierWatcher'

/**
 * One tray icon on a connection of its own: Chromium's chrome/browser/ui/views/status_icons/status_icon_linux_dbus.cc with
 * Electron's patches/chromium/fix_linux_tray_id.patch.
 */
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

  /**
   * Puts the icon on the bus, or answers null: whether somebody shows icons is asked once, here (CheckStatusNotifierWatcherHasOwner,
   * OnHostRegisteredResponse). A watcher or host that comes later finds no icon, and one that comes back does not either.
   */
  static async open(options: {
    connection: Connection
    busName: string
    facts: TrayFacts
    activate: () => void
  }): Promise<StatusNotifierItem | null> {
    const { connection, busName, facts, activate } = options
    if (!(await hasHost(connection))) return null
    const item = new StatusNotifierItem(connection, busName, facts, activate)
    await connection.own(busName)
    await item.#register()
    return item
  }

  /** Shows other facts, telling the desktop only what is different. */
  show(facts: TrayFacts): void {
    const before = this.#facts
    this.#facts = facts
    if (facts.pixmaps !== before.pixmaps || facts.file !== before.file) this.#emit('NewIcon')
    if (facts.toolTip !== before.toolTip) this.#emit('NewToolTip')
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
      this.#facts.file !== null
        ? []
        : this.#facts.pixmaps.map(({ width, height, argb }) => [width, height, argb])
    return {
      path,
      interface: name,
      methods: this.#methods(),
      properties: {
        Category: read('s', () => 'ApplicationStatus'),
        Id: read('s', () => this.#facts.id),
        Title: read('s', () => ''),
        Status: read('s', () => 'Active'),
        WindowId: read('i', () => 0),
        IconName: read('s', () => this.#facts.file ?? ''),
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
      SecondaryActivate: { ...nothing, run: activate }, // the middle button is a click
      ContextMenu: nothing, // the desktop draws the menu itself, from Menu
      Scroll: { ...nothing, takes: 'is' },
    }
  }
}

/** Whether a watcher is there and says that somebody draws what it lists. */
async function hasHost(connection: Connection): Promise<boolean> {
  if ((await connection.owner(watcher)) === '') return false
  const [there] = await connection
    .call({
      destination: watcher,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [watcher, 'IsStatusNotifierHostRegistered'],
    })
    .catch(() => [false])
  return unwrap(there) === true
}

function read(type: string, value: () => unknown): Property {
  return { type, read: value }
}
