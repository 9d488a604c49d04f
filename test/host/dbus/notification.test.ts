import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDesktop, type Desktop, type DesktopOptions } from '../../desktop/desktop.ts'
import { Notification } from './notification.ts'
import { sessionBus } from './session-bus.ts'

async function openHere(options?: DesktopOptions): Promise<Desktop> {
  const desktop = await openDesktop(options)
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', desktop.address)
  return desktop
}

beforeEach(() => {
  sessionBus.identity = { appName: 'Drivebell', desktopEntry: 'example.drivebell.Drivebell' }
})
afterEach(() => {
  sessionBus[Symbol.dispose]()
  vi.unstubAllEnvs()
})

test('a notification is shown as it was written', async () => {
  await using desktop = await openHere()
  const notification = new Notification({
    title: 'Ada edited a<b>.xlsx',
    body: 'Plans & more',
    urgency: 'low',
    timeoutType: 'never',
    actions: [{ type: 'button', text: 'Open folder' }],
  })
  const shown = once(notification, 'show')
  notification.show()
  expect(await desktop.notifications.next()).toMatchObject({
    replaces: 0,
    appName: 'Drivebell',
    summary: 'Ada edited a<b>.xlsx',
    body: 'Plans & more',
    actions: { default: 'View', 0: 'Open folder' },
    hints: { urgency: 0, 'desktop-entry': 'example.drivebell.Drivebell' },
    expireMs: 0,
  })
  await shown
})

test('buttons are left out where the daemon has none', async () => {
  await using desktop = await openHere({ capabilities: ['body'] })
  new Notification({ title: 'a', actions: [{ type: 'button', text: 'Open' }] }).show()
  expect((await desktop.notifications.next()).actions).toEqual({})
})

test('a click, a button and the end reach their own notification', async () => {
  await using desktop = await openHere()
  const events: string[] = []
  const raise = async (title: string): Promise<{ id: number; closed: Promise<unknown> }> => {
    const notification = new Notification({ title, actions: [{ type: 'button', text: 'Open' }] })
    notification.on('click', () => events.push(`${title}: click`))
    notification.on('action', ({ actionIndex }) => events.push(`${title}: action ${actionIndex}`))
    notification.on('close', ({ reason }) => events.push(`${title}: ${reason}`))
    const closed = once(notification, 'close')
    notification.show()
    return { id: (await desktop.notifications.next()).id, closed }
  }
  const [first, second, third] = [await raise('first'), await raise('second'), await raise('third')]
  desktop.notifications.invoke(second.id)
  desktop.notifications.invoke(first.id, '0')
  desktop.notifications.close(third.id, 1)
  await Promise.all([first.closed, second.closed, third.closed])
  expect(events).toEqual([
    'second: click',
    'second: userCanceled',
    'first: action 0',
    'first: userCanceled',
    'third: timedOut',
  ])
})

test('closed by the app, and shown anew', async () => {
  await using desktop = await openHere()
  const notification = new Notification({ title: 'Sync' })
  notification.show()
  await desktop.notifications.next()
  const closed = once(notification, 'close')
  notification.close()
  expect((await closed)[0]).toMatchObject({ reason: 'applicationHidden' })
  expect(desktop.notifications.shown()).toEqual([])
  notification.show()
  notification.show()
  await desktop.notifications.next()
  await desktop.notifications.next()
  await desktop.notifications.until((shown) => shown.length === 1)
})

test('a refusal is a failed notification', async () => {
  await using desktop = await openHere()
  desktop.notifications.mode = 'refuse'
  const notification = new Notification({ title: 'Sync' })
  const failed = once(notification, 'failed')
  notification.show()
  expect((await failed)[1]).toBe('too many')
  expect(desktop.notifications.calls).toBe(1)
})

test('without a bus it is not supported, and fails when tried', async () => {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nonexistent/bus')
  expect(Notification.isSupported()).toBe(false)
  const notification = new Notification({ title: 'Sync' })
  const failed = once(notification, 'failed')
  notification.show()
  expect((await failed)[1]).toBe('there is no session bus')
})

test('what it does not have it refuses', () => {
  expect(() => new Notification({ icon: 'a.png' })).toThrow('not in the stand-in')
  expect(() => Notification.getHistory()).toThrow('not in the stand-in')
})
