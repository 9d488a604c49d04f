import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { Connection } from './dbus/connection.ts'
import { throwOnUnknown } from './honest.ts'

const login = { sender: 'org.freedesktop.login1' }
const standardSocket = '/run/dbus/system_bus_socket'

/** Electron's `powerMonitor`, fed by logind on the system bus from the first listener on; silent where there is none. */
export class HostPowerMonitor extends EventEmitter {
  #listening = false

  constructor() {
    super()
    this.on('newListener', () => {
      if (this.#listening) return
      this.#listening = true
      this.#listen().catch((error: unknown) => console.error(`powerMonitor: ${String(error)}`))
    })
  }

  async #listen(): Promise<void> {
    const address = process.env['DBUS_SYSTEM_BUS_ADDRESS'] ?? `unix:path=${standardSocket}`
    if (address === `unix:path=${standardSocket}` && !existsSync(standardSocket)) return
    const bus = await Connection.open(address)
    const manager = { ...login, interface: 'org.freedesktop.login1.Manager' }
    const session = { ...login, interface: 'org.freedesktop.login1.Session' }
    await bus.onSignal({ ...manager, member: 'PrepareForSleep' }, ([asleep]) =>
      this.emit(asleep === true ? 'suspend' : 'resume'),
    )
    await bus.onSignal({ ...manager, member: 'PrepareForShutdown' }, ([starts]) => {
      if (starts === true) this.emit('shutdown')
    })
    await bus.onSignal({ ...session, member: 'Lock' }, () => this.emit('lock-screen'))
    await bus.onSignal({ ...session, member: 'Unlock' }, () => this.emit('unlock-screen'))
  }

  static {
    throwOnUnknown(this, 'powerMonitor')
  }
}
