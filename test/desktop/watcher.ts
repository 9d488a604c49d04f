import { Variant } from '@jellybrick/dbus-next'
import type { Connection } from '../host/dbus/connection.ts'
import type { Method } from '../host/dbus/service.ts'

/** Where an item is: a name on the bus and the object path there. */
export type ItemAddress = { service: string; path: string }

const name = 'org.kde.StatusNotifierWatcher'
const path = '/StatusNotifierWatcher'
const usualItemPath = '/StatusNotifierItem'

/** The part of a desktop where tray icons register. */
export class StatusNotifierWatcher {
  readonly #connection: Connection
  readonly #registered: (item: ItemAddress) => void
  readonly #left: (item: ItemAddress) => void
  readonly #items = new Map<string, ItemAddress>()
  #hasHost: boolean

  constructor(options: {
    connection: Connection
    /** Whether a panel draws what is listed here. */
    hasHost: boolean
    registered: (item: ItemAddress) => void
    left: (item: ItemAddress) => void
  }) {
    this.#connection = options.connection
    this.#registered = options.registered
    this.#hasHost = options.hasHost
    this.#left = options.left
    options.connection.serve({
      path,
      interface: name,
      methods: this.#methods(),
      properties: {
        RegisteredStatusNotifierItems: { type: 'as', read: () => [...this.#items.keys()] },
        IsStatusNotifierHostRegistered: { type: 'b', read: () => this.#hasHost },
        ProtocolVersion: { type: 'i', read: () => 0 },
      },
      signals: {
        StatusNotifierItemRegistered: 's',
        StatusNotifierItemUnregistered: 's',
        StatusNotifierHostRegistered: '',
        StatusNotifierHostUnregistered: '',
      },
    })
  }

  async start(): Promise<void> {
    await this.#connection.own(name)
  }

  /** Goes away and forgets all items, as when the panel restarts. */
  async stop(): Promise<void> {
    await this.#connection.disown(name)
    for (const item of this.#items.values()) this.#left(item)
    this.#items.clear()
  }

  /** A panel that draws icons comes, or goes; of watchers some send a signal, others tell of the property. */
  setHost(isThere: boolean, told: 'signal' | 'property' = 'signal'): void {
    this.#hasHost = isThere
    if (told === 'property') {
      const changed = { IsStatusNotifierHostRegistered: new Variant('b', isThere) }
      const face = 'org.freedesktop.DBus.Properties'
      return this.#connection.emit(path, face, 'PropertiesChanged', 'sa{sv}as', [name, changed, []])
    }
    const member = isThere ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered'
    this.#connection.emit(path, name, member, '', [])
  }

  #methods(): Record<string, Method> {
    return {
      RegisterStatusNotifierItem: {
        takes: 's',
        gives: '',
        run: async ([given], sender) => {
          await this.#register(addressOf(String(given), sender))
          return []
        },
      },
      RegisterStatusNotifierHost: { takes: 's', gives: '', run: () => [] },
    }
  }

  async #register(item: ItemAddress): Promise<void> {
    const key = `${item.service}${item.path}`
    if (this.#items.has(key)) return
    this.#items.set(key, item)
    this.#connection.emit(path, name, 'StatusNotifierItemRegistered', 's', [key])
    this.#registered(item)
    const end = await this.#connection.onOwner(item.service, (owner) => {
      if (owner !== '' || !this.#items.delete(key)) return
      end()
      this.#connection.emit(path, name, 'StatusNotifierItemUnregistered', 's', [key])
      this.#left(item)
    })
  }
}

/** Items name themselves in three ways: a bus name, a unique name, or an object path on the caller's connection. */
export function addressOf(given: string, sender: string): ItemAddress {
  if (given.startsWith('/')) return { service: sender, path: given }
  const slash = given.indexOf('/')
  if (slash === -1) return { service: given, path: usualItemPath }
  return { service: given.slice(0, slash), path: given.slice(slash) }
}
