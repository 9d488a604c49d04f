import { existsSync } from 'node:fs'
import { Connection } from './connection.ts'

/** What the desktop is told about the app: Electron takes both from package.json. */
export type Identity = { appName: string; desktopEntry: string | null }

/** The host's way to the session bus: opened when first needed, survivable when absent, never keeping the process alive. */
export class SessionBus implements Disposable {
  identity: Identity = { appName: 'Electron', desktopEntry: null }
  readonly #connections = new Set<Connection>()
  #shared: Promise<Connection | null> | null = null

  /** The shared connection, or null when there is no bus; asked again after a failure or a loss. */
  open(): Promise<Connection | null> {
    this.#shared ??= this.openAnother().then((connection) => {
      if (connection === null) this.#shared = null
      connection?.onEnd(() => (this.#shared = null))
      return connection
    })
    return this.#shared
  }

  /** A connection of its own: each tray icon needs one, since they all live at the same object path. */
  async openAnother(): Promise<Connection | null> {
    const address = sessionBusAddress(process.env)
    if (address === null) return null
    try {
      const connection = await Connection.open(address)
      connection.unref()
      this.#connections.add(connection)
      connection.onEnd(() => this.#connections.delete(connection))
      return connection
    } catch {
      return null
    }
  }

  /** True when a bus is to be expected, said without waiting: the socket is there. */
  get expected(): boolean {
    const address = sessionBusAddress(process.env)
    if (address === null) return false
    const path = /(?:^|[,:])path=([^,;]+)/.exec(address)?.[1]
    return path === undefined || existsSync(path)
  }

  [Symbol.dispose](): void {
    this.#shared = null
    for (const connection of this.#connections) connection[Symbol.dispose]()
    this.#connections.clear()
  }
}

/** The one of this process. */
export const sessionBus = new SessionBus()

/** Where the session bus is, as libdbus looks for it; null when nothing names one. */
export function sessionBusAddress(env: NodeJS.ProcessEnv): string | null {
  const { DBUS_SESSION_BUS_ADDRESS: named, XDG_RUNTIME_DIR: runtime } = env
  if (named !== undefined && named !== '') return named
  const socket = runtime === undefined ? null : `${runtime}/bus`
  return socket !== null && existsSync(socket) ? `unix:path=${socket}` : null
}
