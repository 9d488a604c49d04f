import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Message, sessionBus } from '@jellybrick/dbus-next'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FreedesktopNotifier } from '../../main/desktop/notifications/notifier-freedesktop.ts'
import { openSessionBus, type SessionBus } from '../../main/desktop/notifications/session-bus.ts'
import { openDatabase } from '../../main/history/open-database.ts'
import { ShownNotices } from '../../main/history/shown-notices.ts'
import { systemClock as clock } from '../../main/kit/clock.ts'
import { logTo } from '../../main/kit/log.ts'
import { sampleNotice } from '../../main/notices/notice.ts'
import { Connection } from '../host/dbus/connection.ts'
import { type PrivateBus, startBus } from './bus.ts'
import { openDesktop } from './desktop.ts'
import { NotificationDaemon } from './notifications.ts'
import { english } from '../words.ts'

const log = logTo(() => {})
let opened: AsyncDisposableStack
let folder: string
beforeEach(async () => {
  opened = new AsyncDisposableStack()
  folder = await mkdtemp(join(tmpdir(), 'drivebell-runtime-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
})
afterEach(() => opened.disposeAsync())

async function open(environment: Record<string, string>): Promise<SessionBus> {
  const bus = await openSessionBus({ platform: 'linux', environment, log, clock, random: () => 0 })
  if (!bus) throw new Error('no bus')
  return opened.use(bus)
}
async function notifierOn(bus: SessionBus): Promise<FreedesktopNotifier> {
  const kept = new ShownNotices(openDatabase(':memory:', { clock, log }).database)
  const deps = { bus, kept, picture: null, words: () => english, actsAgain: () => null, log }
  return opened.use(await FreedesktopNotifier.open(deps))
}

const socketOf = ({ address }: PrivateBus): string => address.replace(/^unix:path=/, '').replace(/,.*$/, '')

test('a session bus that dies and comes back is found again, and notices go on', async () => {
  const first = await startBus()
  const { address } = first
  const bus = await open({ DBUS_SESSION_BUS_ADDRESS: address })
  const notifier = await notifierOn(bus)

  process.kill(first.pid, 'SIGKILL')
  await expect.poll(() => notifier.show(sampleNotice(english))).toBe('nobody')

  const ready = Promise.withResolvers<void>()
  opened.use(notifier.onReady(() => ready.resolve()))
  opened.use(await startBus(dirname(socketOf(first))))
  const desktop = opened.use(await openDesktop({ address }))
  await ready.promise
  await expect.poll(() => notifier.show(sampleNotice(english))).toBe('shown')
  const presses: string[] = []
  opened.use(notifier.onPress(({ act }) => presses.push(act.kind)))
  desktop.notifications.invoke(desktop.notifications.shown()[0]?.id ?? 0)
  await expect.poll(() => presses).toEqual(['show'])
})

test('a bus that is slow to come at login is looked for until it is there', async () => {
  const bus = await open({ XDG_RUNTIME_DIR: folder })
  expect(bus.isThere).toBe(false)
  const notifier = await notifierOn(bus)
  expect(await notifier.show(sampleNotice(english))).toBe('nobody')
  const ready = Promise.withResolvers<void>()
  opened.use(notifier.onReady(() => ready.resolve()))
  const desktop = opened.use(await openDesktop())
  await symlink(desktop.address.replace(/^unix:path=/, '').replace(/,.*$/, ''), join(folder, 'bus'))
  await ready.promise
  expect(await notifier.show(sampleNotice(english))).toBe('shown')
})

test.each([
  ['the runtime folder alone', (socket: string) => ({ XDG_RUNTIME_DIR: dirname(socket) })],
  [
    'a list whose first address is dead',
    (socket: string) => ({ DBUS_SESSION_BUS_ADDRESS: `unix:path=/nonexistent;unix:path=${socket},guid=00` }),
  ],
])('a bus is found by %s', async (_, environment) => {
  const started = opened.use(await startBus())
  const bus = await open(environment(socketOf(started)))
  expect(await bus.ownerOf('org.freedesktop.DBus')).toMatch(/^org\.freedesktop\.DBus of /)
})

test('a bus is found at a path with every odd letter', async () => {
  const started = opened.use(await startBus())
  const odd = join(folder, 'my bus, 1:2;3%')
  await symlink(socketOf(started), odd)
  const escaped = odd.replace(/[^\w/.-]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  const bus = await open({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${escaped}` })
  expect(await bus.ownerOf('org.freedesktop.DBus')).toMatch(/^org\.freedesktop\.DBus of /)
})

test('other systems have none', async () => {
  const environment = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' }
  expect(await openSessionBus({ platform: 'win32', environment, log, clock, random: () => 0 })).toBeNull()
})

describe('a stranger on the bus', () => {
  const named = 'org.freedesktop.Notifications'
  const place = '/org/freedesktop/Notifications'

  test.each([
    ['presses no button', place, named, 'ActionInvoked', 'us', (id: number) => [id, 'default']],
    [
      'presses none from elsewhere',
      '/elsewhere',
      named,
      'ActionInvoked',
      'us',
      (id: number) => [id, 'default'],
    ],
    ['disarms no notice', place, named, 'NotificationClosed', 'uu', (id: number) => [id, 2]],
    [
      'is not taken for the bus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus',
      'NameOwnerChanged',
      'sss',
      (_id: number, stranger: string) => [named, ':1.1', stranger],
    ],
  ] as const)('%s', async (_what, path, face, member, signature, bodyOf) => {
    const desktop = opened.use(await openDesktop())
    const names: string[] = []
    const notifier = await notifierOn(await open({ DBUS_SESSION_BUS_ADDRESS: desktop.address }))
    const presses: string[] = []
    opened.use(notifier.onPress(({ act }) => presses.push(act.kind)))
    opened.use(notifier.onReady(() => presses.push('ready')))
    expect(await notifier.show(sampleNotice(english))).toBe('shown')
    const id = desktop.notifications.shown()[0]?.id ?? 0

    const stranger = sessionBus({ busAddress: desktop.address })
    opened.defer(() => stranger.disconnect())
    await new Promise<void>((resolve) => stranger.once('connect', () => resolve()))
    const itself = { destination: 'org.freedesktop.DBus', path: '/', interface: 'org.freedesktop.DBus' }
    const reply = await stranger.call(new Message({ ...itself, member: 'ListNames' }))
    names.push(...((reply?.body[0] as string[]) ?? []))
    // to everybody, and to each connection by its own name: of such a signal no match rule is asked
    for (const destination of [undefined, ...names.filter((name) => name.startsWith(':'))]) {
      const signal = Message.newSignal(path, face, member, signature, bodyOf(id, stranger.name ?? ''))
      stranger.send(Object.assign(signal, destination && { destination }))
    }
    await stranger.call(new Message({ ...itself, member: 'GetId' })) // all of it has been sent on

    desktop.notifications.invoke(id)
    await expect.poll(() => presses).toContain('show')
    expect(presses).toEqual(['show'])
  })
})

test('a daemon that takes over from another is believed from then on', async () => {
  const desktop = opened.use(await openDesktop())
  const notifier = await notifierOn(await open({ DBUS_SESSION_BUS_ADDRESS: desktop.address }))
  const presses: string[] = []
  opened.use(notifier.onPress(({ act }) => presses.push(act.kind)))
  await notifier.show(sampleNotice(english))
  await desktop.notifications.stop()
  const other = new NotificationDaemon(opened.use(await Connection.open(desktop.address)), [
    'actions',
    'body',
  ])
  await other.start()
  await expect.poll(() => notifier.show(sampleNotice(english))).toBe('shown')
  other.invoke(other.shown()[0]?.id ?? 0)
  await expect.poll(() => presses).toEqual(['show'])
})
