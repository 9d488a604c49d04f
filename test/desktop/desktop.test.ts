import { execFile } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { promisify } from 'node:util'
import { Variant } from '@jellybrick/dbus-next'
import { expect, test } from 'vitest'
import { Connection } from '../host/dbus/connection.ts'
import { patienceMs } from '../patience.ts'
import { startBus } from './bus.ts'
import { openDesktop, type Desktop } from './desktop.ts'
import { followNotifications } from './notify-monitor.ts'
import { addressOf } from './watcher.ts'

const run = promisify(execFile)
const daemon = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
}

/** Raises a notification as any program would. */
async function notify(
  app: Connection,
  summary: string,
  { replaces = 0, resident = false, limitMs = patienceMs } = {},
): Promise<unknown> {
  const hints = resident ? { resident: new Variant('b', true) } : {}
  const body = ['app', replaces, '', summary, 'a body', ['default', 'Open', 'mute', 'Mute'], hints, -1]
  const [id] = await app.call({ ...daemon, member: 'Notify', signature: 'susssasa{sv}i', body, limitMs })
  return id
}

async function openApp(desktop: Desktop): Promise<Connection> {
  return Connection.open(desktop.address)
}

test('two buses do not know each other', async () => {
  await using one = await startBus()
  await using other = await startBus()
  expect(one.address).not.toBe(other.address)
  using here = await Connection.open(one.address)
  using there = await Connection.open(other.address)
  await here.own('example.App')
  expect(await here.owner('example.App')).toBe(here.name)
  expect(await there.owner('example.App')).toBe('')
})

test('notifications are recorded, replaced, clicked and closed', async () => {
  await using desktop = await openDesktop({ capabilities: ['actions', 'body'] })
  using app = await openApp(desktop)
  const heard: unknown[][] = []
  for (const member of ['ActionInvoked', 'NotificationClosed', 'ActivationToken'])
    await app.onSignal({ sender: daemon.destination, interface: daemon.interface, member }, (body) =>
      heard.push([member, ...body]),
    )
  expect(await app.call({ ...daemon, member: 'GetCapabilities' })).toEqual([['actions', 'body']])
  const waited = desktop.notifications.next(/^second/)
  expect(await notify(app, 'first')).toBe(1)
  expect(await notify(app, 'second', { resident: true })).toBe(2)
  expect((await waited).id).toBe(2)
  expect(await notify(app, 'first, again', { replaces: 1 })).toBe(1)
  expect(desktop.notifications.shown().map(({ summary }) => summary)).toEqual(['first, again', 'second'])
  expect(desktop.notifications.list().map(({ replaces }) => replaces)).toEqual([0, 0, 1])
  desktop.notifications.invoke(1)
  desktop.notifications.invoke(2, 'mute')
  desktop.notifications.close(2, 1)
  await expect(desktop.notifications.next(/never/, 20)).rejects.toThrow(
    'waited 20 ms for a notification like /never/',
  )
  expect(heard).toEqual([
    ['ActivationToken', 1, 'token-1'],
    ['ActionInvoked', 1, 'default'],
    ['NotificationClosed', 1, 2],
    ['ActivationToken', 2, 'token-2'],
    ['ActionInvoked', 2, 'mute'],
    ['NotificationClosed', 2, 1],
  ])
})

test('a daemon can refuse, hang, and go away', async () => {
  await using desktop = await openDesktop()
  using app = await openApp(desktop)
  desktop.notifications.mode = 'refuse'
  await expect(notify(app, 'a')).rejects.toThrow('not here')
  desktop.notifications.mode = 'hang'
  await expect(notify(app, 'b', { limitMs: 20 })).rejects.toThrow('no answer') // however long one waits
  await expect.poll(() => desktop.notifications.calls).toBe(2)
  await desktop.notifications.stop()
  await expect(notify(app, 'c')).rejects.toThrow(/not provided|no owner/i)
  await desktop.notifications.start()
  desktop.notifications.mode = 'show'
  await notify(app, 'd')
  expect(desktop.notifications.list().map(({ summary }) => summary)).toEqual(['d'])
})

test('a monitor hears what another program raises', async () => {
  await using desktop = await openDesktop()
  using app = await openApp(desktop)
  const heard: string[] = []
  using _monitor = await followNotifications(desktop.address, ({ summary, body }) =>
    heard.push(`${summary}: ${body}`),
  )
  await notify(app, 'first')
  await notify(app, 'second')
  await expect.poll(() => heard).toEqual(['first: a body', 'second: a body'])
})

test('the browser receives URLs and may act on them', async () => {
  await using desktop = await openDesktop()
  const seen = Promise.withResolvers<string>()
  desktop.browser.onOpen = (url) => seen.resolve(url)
  await run('xdg-open', ['https://example.test/a?b=c&d=$(x) "e"'], { env: desktop.env })
  await run('xdg-open', ['https://example.test/second'], { env: desktop.env })
  expect(await seen.promise).toBe('https://example.test/a?b=c&d=$(x) "e"')
  expect(await desktop.browser.next(/second/)).toBe('https://example.test/second')
  expect(desktop.browser.opened()).toHaveLength(2)
})

test('a failure of the person at the browser is not lost', async () => {
  const desktop = await openDesktop()
  desktop.browser.onOpen = async () => {
    throw new Error('wrong password')
  }
  await run('xdg-open', ['https://example.test'], { env: desktop.env })
  await expect.poll(() => desktop.browser.opened().length).toBe(1)
  await expect(desktop[Symbol.asyncDispose]()).rejects.toThrow('wrong password')
})

test('the machine sleeps and wakes', async () => {
  await using desktop = await openDesktop()
  using app = await openApp(desktop)
  const heard: unknown[] = []
  const match = {
    sender: 'org.freedesktop.login1',
    interface: 'org.freedesktop.login1.Manager',
    member: 'PrepareForSleep',
  }
  await app.onSignal(match, (body) => heard.push(...body))
  desktop.sleep()
  desktop.wake()
  await expect.poll(() => heard).toEqual([true, false])
})

test('the environment is private, and gone afterwards', async () => {
  const desktop = await openDesktop()
  const { env } = desktop
  expect(env['DISPLAY']).toBeUndefined()
  expect(env['DBUS_SESSION_BUS_ADDRESS']).toBe(desktop.address)
  expect(env['DBUS_SYSTEM_BUS_ADDRESS']).toBe(desktop.address)
  expect(statSync(env['XDG_RUNTIME_DIR'] ?? '').mode & 0o777).toBe(0o700)
  await desktop[Symbol.asyncDispose]()
  expect(existsSync(env['HOME'] ?? '')).toBe(false)
  await expect(Connection.open(desktop.address)).rejects.toThrow(/ENOENT|ECONNREFUSED/)
})

test.each([
  [
    'org.kde.StatusNotifierItem-7-1',
    { service: 'org.kde.StatusNotifierItem-7-1', path: '/StatusNotifierItem' },
  ],
  [':1.9', { service: ':1.9', path: '/StatusNotifierItem' }],
  ['/org/ayatana/item', { service: ':1.4', path: '/org/ayatana/item' }],
  [':1.9/own/path', { service: ':1.9', path: '/own/path' }],
])('an item that calls itself %s is found', (given, address) => {
  expect(addressOf(given, ':1.4')).toEqual(address)
})
