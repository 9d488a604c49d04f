import type { Connection } from '../host/dbus/connection.ts'
import { startProcess } from './process.ts'

const service = 'org.freedesktop.secrets'

/** GNOME's keyring on a bus, unlocked with an empty password: what real Electron seals sign-ins with. */
export async function startKeyring(env: NodeJS.ProcessEnv, bus: Connection): Promise<AsyncDisposable> {
  const owned = Promise.withResolvers<void>()
  const stop = await bus.onOwner(service, (owner) => owner !== '' && owned.resolve())
  const args = ['--foreground', '--unlock', '--components=secrets']
  const daemon = startProcess('gnome-keyring-daemon', args, env, '\n')
  await Promise.race([owned.promise, daemon.ended])
  stop()
  return daemon
}
