import { DBusError, Variant } from '@jellybrick/dbus-next'
import type { Connection } from './connection.ts'
import { layoutOf, nodesUnder, rootId, type MenuNode } from './menu-layout.ts'
import type { Menu } from './menu.ts'
import type { Method, Service } from './service.ts'

const name = 'com.canonical.dbusmenu'

/** Exports a Menu as com.canonical.dbusmenu at `path`, and brings clicks back to its items. */
export class DbusMenu {
  readonly #connection: Connection
  readonly #path: string
  #menu: Menu | null = null
  #layout: MenuNode = layoutOf(null)
  #revision = 1

  constructor(connection: Connection, path: string) {
    this.#connection = connection
    this.#path = path
    connection.serve(this.#service())
  }

  /** Shows another menu. As in Electron, items changed afterward show only when the menu is set again. */
  show(menu: Menu | null): void {
    this.#menu = menu
    this.#layout = layoutOf(menu)
    this.#revision += 1
    this.#connection.emit(this.#path, name, 'LayoutUpdated', 'ui', [this.#revision, rootId])
  }

  #service(): Service {
    return {
      path: this.#path,
      interface: name,
      methods: this.#methods(),
      properties: {
        Version: { type: 'u', read: () => 3 },
        TextDirection: { type: 's', read: () => 'ltr' },
        Status: { type: 's', read: () => 'normal' },
        IconThemePath: { type: 'as', read: () => [] },
      },
      signals: {
        ItemsPropertiesUpdated: 'a(ia{sv})a(ias)',
        LayoutUpdated: 'ui',
        ItemActivationRequested: 'iu',
      },
    }
  }

  #methods(): Record<string, Method> {
    return {
      GetLayout: {
        takes: 'iias',
        gives: 'u(ia{sv}av)',
        run: ([parent, depth, names]) => [
          this.#revision,
          wire(this.#node(Number(parent)), Number(depth), strings(names)),
        ],
      },
      GetGroupProperties: {
        takes: 'aias',
        gives: 'a(ia{sv})',
        run: ([ids, names]) => {
          const wanted = numbers(ids)
          const nodes = nodesUnder(this.#layout).filter(
            ({ id }) => wanted.length === 0 || wanted.includes(id),
          )
          return [nodes.map((node) => [node.id, only(node.properties, strings(names))])]
        },
      },
      GetProperty: {
        takes: 'is',
        gives: 'v',
        run: ([id, property]) => {
          const value = this.#node(Number(id)).properties[String(property)]
          if (value === undefined) throw invalid(`item ${String(id)} has no "${String(property)}"`)
          return [value]
        },
      },
      Event: {
        takes: 'isvu',
        gives: '',
        run: ([id, event]) => {
          this.#event(this.#node(Number(id)), String(event))
          return []
        },
      },
      EventGroup: { takes: 'a(isvu)', gives: 'ai', run: ([events]) => [this.#eventGroup(events)] },
      AboutToShow: {
        takes: 'i',
        gives: 'b',
        run: ([id]) => {
          this.#node(Number(id)) // refuses unknown ones; none needs an update first
          return [false]
        },
      },
      AboutToShowGroup: {
        takes: 'ai',
        gives: 'aiai',
        run: ([ids]) => [[], numbers(ids).filter((id) => this.#find(id) === undefined)],
      },
    }
  }

  #eventGroup(events: unknown): number[] {
    const unknown: number[] = []
    for (const [id, event] of Array.isArray(events) ? events : []) {
      const node = this.#find(Number(id))
      if (node === undefined) unknown.push(Number(id))
      else this.#event(node, String(event))
    }
    return unknown
  }

  #event(node: MenuNode, event: string): void {
    if (node.id === rootId && event === 'opened') this.#menu?.emit('menu-will-show')
    if (node.id === rootId && event === 'closed') this.#menu?.emit('menu-will-close')
    if (event !== 'clicked' || node.item === null || node.item.submenu !== undefined || !node.item.enabled)
      return
    const { item } = node
    // Not inside the call: the desktop gets its answer even when the app does much, or quits, on a click.
    setImmediate(() => {
      item.click()
      this.#tellToggled()
    })
  }

  /** A click toggles checkboxes and radio items by itself: the desktop's copy must follow. */
  #tellToggled(): void {
    const changed = nodesUnder(this.#layout).flatMap((node) => {
      const shown = node.properties['toggle-state']
      const state = node.item?.checked === true ? 1 : 0
      if (shown === undefined || shown.value === state) return []
      node.properties['toggle-state'] = new Variant('i', state)
      return [[node.id, { 'toggle-state': new Variant('i', state) }]]
    })
    if (changed.length === 0) return
    this.#connection.emit(this.#path, name, 'ItemsPropertiesUpdated', 'a(ia{sv})a(ias)', [changed, []])
  }

  #find(id: number): MenuNode | undefined {
    return nodesUnder(this.#layout).find((node) => node.id === id)
  }

  #node(id: number): MenuNode {
    const node = this.#find(id)
    if (node === undefined) throw invalid(`no menu item ${id}`)
    return node
  }
}

function invalid(text: string): DBusError {
  return new DBusError('org.freedesktop.DBus.Error.InvalidArgs', text)
}

function wire(node: MenuNode, depth: number, names: string[]): unknown[] {
  const children = depth === 0 ? [] : node.children
  return [
    node.id,
    only(node.properties, names),
    children.map((child) => new Variant('(ia{sv}av)', wire(child, depth - 1, names))),
  ]
}

function only(properties: Record<string, Variant>, names: string[]): Record<string, Variant> {
  if (names.length === 0) return properties
  return Object.fromEntries(Object.entries(properties).filter(([key]) => names.includes(key)))
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number) : []
}
