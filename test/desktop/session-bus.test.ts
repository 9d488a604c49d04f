import { dirname } from 'node:path'
import { Message, sessionBus } from '@jellybrick/dbus-next'
import { describe, expect, test } from 'vitest'
import { FreedesktopNotifier } from '../../main/desktop/notifications/notifier-freedesktop.ts'
import { openDatabase } from '../../main/history/open-database.ts'
import { ShownNotices } from '../../main/history/shown-notices.ts'
import { openSessionBus, type SessionBus } from '../../main/desktop/notifications/session-bus.ts'
import { systemClock as clock } from '../../main/kit/clock.ts'
import { logTo } from '../../main/kit/log.ts'
import { sampleNotice } from '../../main/notices/notice.ts'
import { Connection } from '../host/dbus/connection.ts'
import { startBus } from './bus.ts'
import { openDesktop } from './desktop.ts'
import { NotificationDaemon } from './notifications.ts'
import { english } from '../words.ts'

const log = logTo(() => {})

/** Notices on a bus, that remember what is on the screen in memory. */
const notices = (bus: SessionBus) => {
  const kept = new ShownNotices(openDatabase(':memory:', { clock, log }).database)
  return FreedesktopNotifier.open({ bus, kept, icon: '', words: () => english, log })
}

test('a session bus that dies and comes back is found again, and notices go on', async () => {
  await using opened = new AsyncDisposableStack()
  const first = await startBus()
  const { address } = first
  const folder = dirname(address.replace(/^unix:path=/, '').replace(/,.*$/, ''))
  const bus = await openSessionBus({ log, clock, random: () => 0, address })
  if (!bus) throw new Error('no bus')
  opened.use(bus)
  const notifier = opened.use(await notices(bus))

  process.kill(first.pid, 'SIGKILL')
  await expect.poll(() => notifier.show(sampleNotice(english))).toBe('nobody')

  const ready = Promise.withResolvers<void>()
  opened.use(notifier.onReady(() => ready.resolve()))
  opened.use(await startBus(folder))
  const desktop = opened.use(await openDesktop({ address }))
  await ready.promise
  await expect.poll(() => notifier.show(sampleNotice(english))).toBe('shown')
  const presses: string[] = []
  opened.use(notifier.onPress(({ kind }) => presses.push(kind)))
  desktop.notifications.invoke(desktop.notifications.shown()[0]?.id ?? 0)
  await expect.poll(() => presses).toEqual(['show'])
})

test('without a bus there is none, and nothing fails', async () => {
  const address = 'unix:path=/nonexistent/bus'
  expect(await openSessionBus({ log, clock, random: () => 0, address })).toBeNull()
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
    await using opened = new AsyncDisposableStack()
    const desktop = opened.use(await openDesktop())
    const names: string[] = []
    const bus = await openSessionBus({ log, clock, random: () => 0, address: desktop.address })
    if (!bus) throw new Error('no bus')
    opened.use(bus)
    const notifier = opened.use(await notices(bus))
    const presses: string[] = []
    opened.use(notifier.onPress(({ kind }) => presses.push(kind)))
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
  await using opened = new AsyncDisposableStack()
  const desktop = opened.use(await openDesktop())
  const bus = await openSessionBus({ log, clock, random: () => 0, address: desktop.address })
  if (!bus) throw new Error('no bus')
  opened.use(bus)
  const notifier = opened.use(await notices(bus))
  const presses: string[] = []
  opened.use(notifier.onPress(({ kind }) => presses.push(kind)))
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
