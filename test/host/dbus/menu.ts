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
] satisfies (keyof MenuItemConstructorOptions)[])

/** Electron's MenuItem: data, and a `click` that toggles before it tells. */
export class MenuItem implements Electron.MenuItem {
  static #lastCommandId = 0

  readonly commandId: number
  readonly accelerator = null
  readonly accessibilityLabel = ''
  readonly registerAccelerator = true
  readonly sublabel = ''
  readonly toolTip = ''
  readonly userAccelerator = null
  readonly type: Electron.MenuItem['type']
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
    this.type = typeOf(options)
    if (submenu !== undefined)
      this.submenu = submenu instanceof Menu ? submenu : Menu.buildFromTemplate(templateOf(submenu))
    this.id = id
    this.label = label
    this.enabled = enabled
    this.visible = visible
    this.#checked = checked
    MenuItem.#lastCommandId += 1
    this.commandId = MenuItem.#lastCommandId
    this.click = (event = {}) => {
      if (this.type === 'checkbox') this.#checked = !this.#checked
      if (this.type === 'radio') this.checked = true
      options.click?.(this, undefined, event)
    }
  }

  get checked(): boolean {
    return this.#checked
  }

  /** Of neighbouring radio items one is checked at most. */
  set checked(checked: boolean) {
    if (checked && this.type === 'radio')
      for (const other of this.#menu?.radioGroup(this) ?? []) other.#checked = false
    this.#checked = checked
  }

  get menu(): Menu {
    return this.#menu ?? absent('the menu of an item that is in none')
  }

  set menu(menu: Menu) {
    this.#menu = menu
  }

  get sharingItem(): never {
    return absent('MenuItem.sharingItem')
  }
}

/** Electron's Menu: a list of items, shown by the tray. */
export class Menu extends EventEmitter implements Electron.Menu {
  items: MenuItem[] = []

  /** Builds a menu; like Electron, drops separators that would separate nothing. */
  static buildFromTemplate(template: (MenuItemConstructorOptions | Electron.MenuItem)[]): Menu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    const items = template.map((entry) =>
      entry instanceof MenuItem ? entry : new MenuItem(optionsOf(entry)),
    )
    for (const item of withoutIdleSeparators(items)) menu.append(item)
    return menu
  }

  /** The app has no menu bar: only its absence can be set. */
  static setApplicationMenu(menu: Electron.Menu | null): void {
    if (menu !== null) absent('Menu.setApplicationMenu with a menu')
  }

  static getApplicationMenu(): null {
    return null
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
    if (position < 0 || position > this.items.length)
      throw new RangeError(`Position ${position} is outside the menu`)
    item.menu = this
    this.items.splice(position, 0, item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found !== null) return found
    }
    return null
  }

  /** The unbroken run of radio items around `item`. */
  radioGroup(item: MenuItem): MenuItem[] {
    const at = this.items.indexOf(item)
    const start = this.items.findLastIndex(({ type }, index) => index < at && type !== 'radio') + 1
    const end = this.items.findIndex(({ type }, index) => index > at && type !== 'radio')
    return this.items.slice(start, end === -1 ? undefined : end)
  }

  popup(): never {
    return absent('Menu.popup')
  }

  closePopup(): never {
    return absent('Menu.closePopup')
  }
}

function typeOf({ type, submenu, label }: MenuItemConstructorOptions): Electron.MenuItem['type'] {
  const found = type ?? (submenu === undefined ? 'normal' : 'submenu')
  if (found === 'header' || found === 'palette') absent(`MenuItem of type "${found}"`)
  if (found === 'submenu' && submenu === undefined) throw new Error('Invalid submenu')
  if (found !== 'separator' && label === undefined) absent('MenuItem without a label')
  return found
}

function templateOf(submenu: MenuItemConstructorOptions[] | Electron.Menu): MenuItemConstructorOptions[] {
  return Array.isArray(submenu) ? submenu : absent('a submenu from another Menu class')
}

function optionsOf(entry: MenuItemConstructorOptions | Electron.MenuItem): MenuItemConstructorOptions {
  return 'commandId' in entry ? absent('an item from another MenuItem class') : entry
}

function withoutIdleSeparators(items: MenuItem[]): MenuItem[] {
  const useful = items.filter((item, index) => {
    const before = items.slice(0, index).findLast(({ visible }) => visible)
    return item.type !== 'separator' || (before !== undefined && before.type !== 'separator')
  })
  const last = useful.findLastIndex(({ visible }) => visible)
  return useful.filter((item, index) => index !== last || item.type !== 'separator')
}
