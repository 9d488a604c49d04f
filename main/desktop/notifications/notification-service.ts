import type { SessionBus } from './session-bus.ts'

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const

const limitMs = 2_000

/** What the service that shows notifications on this desktop calls itself; null: there is none. */
export async function notificationService(bus: SessionBus): Promise<string | null> {
  try {
    const [name, , version] = await bus.call({ ...service, member: 'GetServerInformation' }, limitMs)
    return [name, version].filter((each) => typeof each === 'string' && each !== '').join(' ')
  } catch {
    return null
  }
}
