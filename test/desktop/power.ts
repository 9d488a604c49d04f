import { DBusError } from '@jellybrick/dbus-next'
import type { Connection } from '../host/dbus/connection.ts'

const name = 'org.freedesktop.login1'
const path = '/org/freedesktop/login1'
const manager = 'org.freedesktop.login1.Manager'

/** Plays logind: the machine goes to sleep and wakes up. */
export class Power {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
    connection.serve({
      path,
      interface: manager,
      methods: {
        Inhibit: {
          takes: 'ssss',
          gives: 'h',
          run: () => {
            throw new DBusError(
              'org.freedesktop.DBus.Error.NotSupported',
              'nothing can hold this machine awake',
            )
          },
        },
      },
      properties: { PreparingForSleep: { type: 'b', read: () => false } },
      signals: { PrepareForSleep: 'b', PrepareForShutdown: 'b' },
    })
  }

  async start(): Promise<void> {
    await this.#connection.own(name)
  }

  sleep(): void {
    this.#connection.emit(path, manager, 'PrepareForSleep', 'b', [true])
  }

  wake(): void {
    this.#connection.emit(path, manager, 'PrepareForSleep', 'b', [false])
  }
}
