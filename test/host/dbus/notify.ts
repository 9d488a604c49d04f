import { Variant } from '@jellybrick/dbus-next'
import type { Connection } from './connection.ts'
import type { Identity } from './session-bus.ts'

/** A notification on the screen. */
export type ShownNotification = { close(): Promise<void> }

type Content = {
  title: string
  body: string
  urgency: 'normal' | 'critical' | 'low'
  timeoutType: 'default' | 'never'
  actions: readonly { text?: string }[]
}
/** Reasons of the daemon, in Electron's words. */
type CloseReason = 'timedOut' | 'userCanceled' | 'applicationHidden'
type Listener = { clicked(): void; acted(actionIndex: number): void; closed(reason: CloseReason): void }

const daemon = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
}
const urgencies = { low: 0, normal: 1, critical: 2 } as const
const clickKey = 'default'
/** As long as libdbus waits for a reply. */
const replyLimitMs = 25_000
const expiry = { default: -1, never: 0 } as const

/** Raises a notification and tells of what becomes of it until it is closed. Rejects when the daemon refuses. */
export async function showNotification(
  connection: Connection,
  identity: Identity,
  content: Content,
  listener: Listener,
): Promise<ShownNotification> {
  const ends: (() => void)[] = []
  const stop = (): void => ends.splice(0).forEach((end) => end())
  // A signal may overtake the answer that brings the id: until then it waits.
  const known = Promise.withResolvers<number>()
  known.promise.catch(() => undefined)
  const hear = async (member: string, act: (argument: unknown) => void): Promise<void> => {
    const match = { sender: daemon.destination, path: daemon.path, interface: daemon.interface, member }
    const end = await connection.onSignal(match, ([id, argument]) => {
      known.promise.then(
        (own) => own === id && act(argument),
        () => undefined,
      )
    })
    ends.push(end)
  }
  await hear('ActionInvoked', (key) => (key === clickKey ? listener.clicked() : listener.acted(Number(key))))
  await hear('NotificationClosed', (reason) => {
    stop()
    listener.closed(closeReason(Number(reason)))
  })
  let id: number
  try {
    id = await notify(connection, identity, content)
  } catch (error) {
    stop()
    known.reject(error)
    throw error
  }
  setImmediate(() => known.resolve(id)) // whoever raised it hears of that first
  return {
    async close() {
      const call = { ...daemon, member: 'CloseNotification', signature: 'u', body: [id] }
      await connection.call(call).catch(() => undefined) // closed already, or the daemon is gone
    },
  }
}

async function notify(
  connection: Connection,
  { appName, desktopEntry }: Identity,
  content: Content,
): Promise<number> {
  const [capabilities] = await connection.call({ ...daemon, member: 'GetCapabilities' })
  const withActions = Array.isArray(capabilities) && capabilities.includes('actions')
  const buttons = content.actions.flatMap(({ text }, index) => [String(index), text ?? ''])
  const hints = {
    urgency: new Variant('y', urgencies[content.urgency]),
    ...(desktopEntry === null ? {} : { 'desktop-entry': new Variant('s', desktopEntry) }),
  }
  const [id] = await connection.call({
    ...daemon,
    member: 'Notify',
    limitMs: replyLimitMs,
    signature: 'susssasa{sv}i',
    body: [
      appName,
      0,
      '',
      content.title,
      content.body,
      withActions ? [clickKey, 'View', ...buttons] : [],
      hints,
      expiry[content.timeoutType],
    ],
  })
  return Number(id)
}

/** Reasons of NotificationClosed: 1 expired, 2 dismissed by the user, 3 closed by a call, 4 undefined. */
function closeReason(reason: number): CloseReason {
  if (reason === 1) return 'timedOut'
  return reason === 3 ? 'applicationHidden' : 'userCanceled'
}
