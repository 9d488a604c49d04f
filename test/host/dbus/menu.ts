import { EventEmitter } from 'node:events'
import type { KeyboardEvent, MenuItemConstructorOptions } from 'electron'
import { absent } from './absent.ts'

/** Options that mean something here; any other that is set is refused. */
const understood: ReadonlySet<string> = new Set([
  'label',
  'type',
  'enabled',
  'visible',
  'checked',
  'click',
  'submenu',
  'id',
  'role',
] satisfies (keyof MenuItemConstructorOptions)[])

const types: ReadonlySet<string> = new Set([
  'normal',
  'separator',
  'submenu',
  'checkbox',
  'radio',
  'header',
  'palette',
])

/** Electron's MenuItem (lib/browser/api/menu-item.ts): data, and a `click` that toggles before it tells. */
export class MenuItem implements Electron.MenuItem {
  static #lastCommandId = 0

  declare readonly commandId: number
  /** Of radio items alone, from when they are in a menu. */
  declare readonly groupId: number
  declare readonly type: Electron.MenuItem['type']
  readonly accelerator = null
  readonly accessibilityLabel = ''
  readonly registerAccelerator = true
  readonly sublabel = ''
  readonly toolTip = ''
  readonly userAccelerator = null
  readonly click: (event?: KeyboardEvent) => void
  id: string
  label: string
  enabled: boolean
  visible: boolean
  submenu?: Menu
  #menu: Menu | null = null
  #checked: boolean

  constructor(options: MenuItemConstructorOptions) {
    const unknown = Object.entries(options).find(
      ([key, value]) => value !== undefined && !understood.has(key),
    )
    if (unknown !== undefined) absent(`MenuItem option "${unknown[0]}"`)
    const { label = '', enabled = true, visible = true, checked = false, submenu, id = '' } = options
    const type = typeOf(options)
    if (submenu !== undefined)
      this.submenu = submenu instanceof Menu ? submenu : Menu.buildFromTemplate(templateOf(submenu))
    this.id = id
    this.label = label
    this.enabled = enabled
    this.visible = visible
    this.#checked = checked
    MenuItem.#lastCommandId += 1
    readOnly(this, { type, commandId: MenuItem.#lastCommandId })
    this.click = (event = {}) => {
      if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked
      options.click?.(this, undefined, event)
    }
  }

  get checked(): boolean {
    return this.#checked
  }

  /** Whatever a radio item in a menu is set to, it becomes the checked one of its group. */
  set checked(checked: boolean) {
    const group = this.type === 'radio' ? this.#menu?.radioGroup(this) : undefined
    for (const other of group ?? []) other.#checked = false
    this.#checked = group !== undefined || checked
  }

  get menu(): Menu {
    return this.#menu ?? absent('the menu of an item that is in none')
  }

  /** A menu takes it in: until then it is in none, and afterward in no other. */
  enter(menu: Menu, groupId: number | null): void {
    this.#menu = menu
    if (groupId !== null) readOnly(this, { groupId })
  }

  get sharingItem(): never {
    return absent('MenuItem.sharingItem')
  }
}

/** Electron's Menu (lib/browser/api/menu.ts): a list of items, shown by the tray. */
export class Menu extends EventEmitter implements Electron.Menu {
  static #lastGroupId = 0
  static #applicationMenu: Menu | null = null
  static #isApplicationMenuSet = false
  items: MenuItem[] = []

  /** Builds a menu; drops separators beside separators and at the edges. */
  static buildFromTemplate(template: (MenuItemConstructorOptions | Electron.MenuItem)[]): Menu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const isValid = (entry: object): boolean =>
      Object.hasOwn(entry, 'label') ||
      Object.hasOwn(entry, 'role') ||
      Reflect.get(entry, 'type') === 'separator'
    if (!template.every(isValid))
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
    const menu = new Menu()
    for (const entry of withoutExtraSeparators(template))
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(optionsOf(entry)))
    return menu
  }

  static setApplicationMenu(menu: Electron.Menu | null): void {
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError('Invalid menu')
    Menu.#applicationMenu = menu
    Menu.#isApplicationMenuSet = true
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#applicationMenu
  }

  /** Before `ready` Electron gives an app a menu unless it chose (lib/browser/default-menu.ts): with Alt it shows, and its keys work. */
  static setDefaultApplicationMenu(isMac: boolean): void {
    if (Menu.#isApplicationMenuSet) return
    const names = [...(isMac ? ['App'] : []), 'File', 'Edit', 'View', 'Window']
    const template = names.map((label) => ({ label, submenu: defaultItems[label] ?? [] }))
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  static sendActionToFirstResponder(): never {
    return absent('Menu.sendActionToFirstResponder')
  }

  static setHighlightColors(): never {
    return absent('Menu.setHighlightColors')
  }

  append(item: Electron.MenuItem): void {
    this.insert(this.items.length, item)
  }

  insert(position: number, item: Electron.MenuItem): void {
    if (!(item instanceof MenuItem)) throw new TypeError('Invalid item')
    if (position < 0) throw new RangeError(`Position ${position} cannot be less than 0`)
    if (position > this.items.length)
      throw new RangeError(`Position ${position} cannot be greater than the total MenuItem count`)
    item.enter(this, item.type === 'radio' ? this.#groupAt(position) : null)
    this.items.splice(position, 0, item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found !== null) return found
    }
    return null
  }

  /** The radio items that are checked one at a time. */
  radioGroup(item: MenuItem): MenuItem[] {
    return this.items.filter(({ type, groupId }) => type === 'radio' && groupId === item.groupId)
  }

  /** Shown by the window; the tray has its own way. */
  popup({ window }: Electron.PopupOptions = {}): void {
    const contents: unknown = Reflect.get(Object(window), 'webContents')
    const popUp: unknown = Reflect.get(Object(contents), 'popUp')
    if (typeof popUp !== 'function') absent('Menu.popup without a window')
    Reflect.apply(popUp, contents, [this])
  }

  closePopup(): never {
    return absent('Menu.closePopup')
  }

  /** A radio item joins the nearest one before it, up to a separator; at the very beginning, the nearest after it. */
  #groupAt(position: number): number {
    const near = position > 0 ? this.items.slice(0, position).toReversed() : this.items
    const until = near.findIndex(({ type }) => type === 'separator')
    const neighbour = near.slice(0, until === -1 ? undefined : until).find(({ type }) => type === 'radio')
    if (neighbour) return neighbour.groupId
    Menu.#lastGroupId += 1
    return Menu.#lastGroupId
  }
}

/** What the default menu can do to a window that has no menu of its own; only what somebody may do by mistake. */
const defaultItems: Readonly<Record<string, MenuItemConstructorOptions[]>> = {
  View: [{ label: 'Reload' }, { label: 'Force Reload' }, { label: 'Toggle Developer Tools' }],
}

function readOnly(item: MenuItem, values: Partial<Pick<MenuItem, 'type' | 'commandId' | 'groupId'>>): void {
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(item, name, { enumerable: true, writable: false, value })
}

function typeOf({ type, submenu, label, role }: MenuItemConstructorOptions): Electron.MenuItem['type'] {
  const found = type ?? (submenu === undefined ? 'normal' : 'submenu')
  if (!types.has(found)) throw new Error(`Unknown menu item type: ${found}`)
  if (found === 'header' || found === 'palette') absent(`MenuItem of type "${found}"`)
  if (found === 'submenu' && submenu === undefined) throw new Error('Invalid submenu')
  // what a role does and is called is for lib/browser/api/menu-item-roles.ts and the system; here it is a name and no more
  if (role !== undefined && label === undefined) absent(`MenuItem of role "${role}" without a label`)
  if (found !== 'separator' && label === undefined) absent('MenuItem without a label')
  return found
}

function templateOf(submenu: MenuItemConstructorOptions[] | Electron.Menu): MenuItemConstructorOptions[] {
  return Array.isArray(submenu) ? submenu : absent('a submenu from another Menu class')
}

function optionsOf(entry: MenuItemConstructorOptions | Electron.MenuItem): MenuItemConstructorOptions {
  return 'commandId' in entry ? absent('an item from another MenuItem class') : entry
}

function withoutExtraSeparators<T extends MenuItemConstructorOptions | Electron.MenuItem>(items: T[]): T[] {
  const isUseful = ({ visible, type }: T): boolean => visible === false || type !== 'separator'
  const folded = items.filter((item, at) => isUseful(item) || items[at - 1]?.type !== 'separator')
  return folded.filter((item, at) => isUseful(item) || (at !== 0 && at !== folded.length - 1))
}
