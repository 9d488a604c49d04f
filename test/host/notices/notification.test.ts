import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDesktop, type Desktop, type DesktopOptions } from '../../desktop/desktop.ts'
import { Notification } from './notification.ts'
import { sessionBus } from '../dbus/session-bus.ts'

async function openHere(options?: DesktopOptions): Promise<Desktop> {
  const desktop = await openDesktop(options)
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', desktop.address)
  return desktop
}

/** Whoever lets go of a notification hears nothing of it. */
const held: Notification[] = []

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
    actions: [{ type: 'button', text: 'Open folder' }], // drawn on Windows and macOS alone
  })
  const shown = once(notification, 'show')
  notification.show()
  expect(await desktop.notifications.next()).toMatchObject({
    replaces: 0,
    appName: 'Drivebell',
    summary: 'Ada edited a<b>.xlsx',
    body: 'Plans & more',
    actions: { default: 'View' },
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

test('a click and the end reach their own notification', async () => {
  await using desktop = await openHere()
  const events: string[] = []
  const raise = async (title: string): Promise<number> => {
    const notification = new Notification({ title })
    notification.on('click', () => events.push(`${title}: click`))
    notification.on('close', (details) => events.push(`${title}: closed, ${'reason' in details}`))
    held.push(notification)
    const shown = once(notification, 'show')
    notification.show()
    const { id } = await desktop.notifications.next()
    await shown
    return id
  }
  const [first, second] = [await raise('first'), await raise('second')]
  desktop.notifications.invoke(second)
  desktop.notifications.close(first, 1)
  // the click destroys the native object, so that its end is not heard; ends have no reason
  await expect.poll(() => events).toEqual(['second: click', 'first: closed, false'])
})

test('closed by the app it says nothing, and is shown anew', async () => {
  await using desktop = await openHere()
  const notification = new Notification({ title: 'Sync' })
  const closed: unknown[] = []
  notification.on('close', (details) => closed.push(details))
  notification.show()
  await desktop.notifications.next()
  notification.close()
  await desktop.notifications.until((shown) => shown.length === 0)
  notification.show()
  notification.show()
  await desktop.notifications.next()
  await desktop.notifications.next()
  await desktop.notifications.until((shown) => shown.length === 1)
  expect(closed).toEqual([])
})

test('a refusal is a failed notification', async () => {
  await using desktop = await openHere()
  desktop.notifications.mode = 'refuse'
  const notification = new Notification({ title: 'Sync' })
  const failed = once(notification, 'failed')
  notification.show()
  expect((await failed)[1]).toBe('not here')
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
  expect(() => Notification.remove()).toThrow('not in the stand-in')
})
