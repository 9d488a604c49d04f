import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Alerts } from '../../main/desktop/alerts.ts'
import { openSessionBus, type SessionBus } from '../../main/desktop/notifications/session-bus.ts'
import { TrayAlert } from '../../main/desktop/tray/tray-alert.ts'
import { TrayHosts } from '../../main/desktop/tray/tray-hosts.ts'
import type { TrayIcon } from '../../main/desktop/tray/tray-icon.ts'
import { TrayPlace } from '../../main/desktop/tray/tray-place.ts'
import type { TrayView } from '../../main/desktop/tray/tray-view.ts'
import { selectionOwner } from '../../main/desktop/tray/x-selection.ts'
import { systemClock } from '../../main/kit/clock.ts'
import { logTo } from '../../main/kit/log.ts'
import { Connection } from '../host/dbus/connection.ts'
import { VirtualClock } from '../story/virtual-clock.ts'
import { type Desktop, type DesktopOptions, openDesktop } from './desktop.ts'
import { startProcess } from './process.ts'
import { DesktopTray } from './tray.ts'
import { openXTray } from './x-tray.ts'

// A real bus with a watcher and a panel, in time that is moved by hand.

const log = logTo(() => {})
const view: TrayView = { picture: { state: 'live', unseen: false }, tooltip: '', menu: [] }
let opened: AsyncDisposableStack
beforeEach(() => void (opened = new AsyncDisposableStack()))
afterEach(() => opened.disposeAsync())

async function busOf(desktop: Desktop): Promise<SessionBus> {
  const environment = { DBUS_SESSION_BUS_ADDRESS: desktop.address }
  const bus = await openSessionBus({
    platform: 'linux',
    environment,
    log,
    clock: systemClock,
    random: () => 0,
  })
  if (bus === null) throw new Error('no bus')
  return opened.use(bus)
}

/** The app's tray without Electron: what was made and ended, what is said, how often the window was opened. */
async function start(options: DesktopOptions, environment: NodeJS.ProcessEnv = {}) {
  const desktop = opened.use(await openDesktop(options))
  return { desktop, ...(await startOn(await busOf(desktop), environment)) }
}

async function startOn(bus: SessionBus, environment: NodeJS.ProcessEnv = {}) {
  const clock = new VirtualClock()
  const hosts = opened.use(TrayHosts.open({ platform: 'linux', bus, environment }))
  const icons: ('there' | 'gone')[] = []
  const make = () => {
    const at = icons.push('there') - 1
    return { show() {}, repaint() {}, [Symbol.dispose]: () => (icons[at] = 'gone') } as unknown as TrayIcon
  }
  opened.use(new TrayPlace({ hosts, clock, make }, view))
  const alerts = new Alerts()
  const windows = { opened: 0 }
  const alert = opened.use(new TrayAlert({ hosts, alerts, clock, log, missing: () => void windows.opened++ }))
  await hosts.look()
  const said = () => alerts.list().map(({ id }) => id)
  const pass = async (seconds: number) => {
    await clock.advance({ seconds })
    await hosts.look() // what the bus was asked has been answered
    await hosts.look()
  }
  return { clock, hosts, icons, said, windows, alert, pass }
}

test('beside a panel the icon is made at once, and nothing is said', async () => {
  const { icons, said, windows, pass } = await start({})
  expect(icons).toEqual(['there'])
  await pass(20)
  expect([icons, said(), windows.opened]).toEqual([['there'], [], 0])
})

describe.each([
  ['a watcher without a panel', { host: false }, 'signal'],
  ['one that tells by its property', { host: false }, 'property'],
  ['no watcher', { watcher: false }, 'signal'],
] as const)('%s', (_, options, told) => {
  const panelComes = async ({ tray }: Desktop) =>
    'host' in options ? tray.setHost(true, told) : tray.start()

  test('after 5 s the window opens, once, and says so; the icon comes with the panel', async () => {
    const { desktop, icons, said, windows, pass } = await start(options)
    await pass(4)
    expect([icons, said(), windows.opened]).toEqual([[], [], 0])
    await pass(2)
    expect([icons, said(), windows.opened]).toEqual([[], ['tray'], 1])
    await panelComes(desktop)
    await expect.poll(said).toEqual([])
    expect([icons, windows.opened]).toEqual([['there'], 1])
  })

  test('a panel that comes after 10 s gets an icon of its own', async () => {
    const { desktop, icons, pass } = await start(options)
    await pass(12)
    expect(icons).toEqual(['there']) // of the older kind, if anybody shows it
    await panelComes(desktop)
    await expect.poll(() => icons).toEqual(['gone', 'there'])
  })

  test('one that comes within 5 s is no news', async () => {
    const { desktop, icons, said, windows, pass } = await start(options)
    await pass(4)
    await panelComes(desktop)
    await expect.poll(() => icons).toEqual(['there'])
    await pass(20)
    expect([said(), windows.opened, icons]).toEqual([[], 0, ['there']])
  })
})

test('a panel that leaves is said after 5 s, without a window; a second start says it at once', async () => {
  const { desktop, icons, said, windows, alert, pass } = await start({})
  desktop.tray.setHost(false)
  await pass(1)
  expect(said()).toEqual([])
  await alert.ask()
  expect(said()).toEqual(['tray'])
  desktop.tray.setHost(true)
  await expect.poll(said).toEqual([])
  desktop.tray.setHost(false)
  await pass(1)
  await pass(6)
  expect([said(), windows.opened]).toEqual([['tray'], 0])
  desktop.tray.setHost(true)
  await expect.poll(said).toEqual([])
  expect(icons).toEqual(['there']) // the watcher kept it in its list
})

test('a desktop that starts anew gets the icon anew', async () => {
  const { desktop, icons, said, pass } = await start({})
  await desktop.tray.stop()
  await pass(1)
  const other = new DesktopTray(opened.use(await Connection.open(desktop.address)))
  await other.start()
  await expect.poll(() => icons).toEqual(['gone', 'there'])
  await pass(20)
  expect(said()).toEqual([])
})

test('where no bus answers nothing is claimed, and an icon is tried', async () => {
  const environment = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' }
  const lost = await openSessionBus({
    platform: 'linux',
    environment,
    log,
    clock: new VirtualClock(),
    random: () => 0,
  })
  if (lost === null) throw new Error('no bus')
  const { icons, said, windows, pass, alert } = await startOn(opened.use(lost))
  await pass(12)
  await alert.ask()
  expect([icons, said(), windows.opened]).toEqual([['there'], [], 0])
})

describe('a tray of the older kind', () => {
  async function screen(): Promise<{ DISPLAY: string }> {
    const xvfb = opened.use(startProcess('Xvfb', ['-displayfd', '1', '-nolisten', 'tcp'], process.env))
    return { DISPLAY: `:${await xvfb.line(/^\d+$/)}` }
  }

  test('gets the icon at once, and nothing is said to be missing', async () => {
    const display = await screen()
    opened.use(await openXTray(display))
    const { icons, said, windows, pass } = await start({ watcher: false }, display)
    expect(icons).toEqual(['there'])
    await pass(20)
    expect([icons, said(), windows.opened]).toEqual([['there'], [], 0])
  })

  test('is found by its selection', async () => {
    const display = await screen()
    expect(await selectionOwner('_NET_SYSTEM_TRAY_S0', display)).toBe('free')
    using tray = await openXTray(display)
    expect([await selectionOwner('_NET_SYSTEM_TRAY_S0', display), typeof tray]).toEqual(['owned', 'object'])
    expect(await selectionOwner('_NET_SYSTEM_TRAY_S1', display)).toBe('free')
  })

  test('without a display there is none; of one that does not answer nothing is known', async () => {
    expect(await selectionOwner('_NET_SYSTEM_TRAY_S0', {})).toBe('free')
    expect(await selectionOwner('_NET_SYSTEM_TRAY_S0', { DISPLAY: ':6543' })).toBe('unknown')
    expect(await selectionOwner('_NET_SYSTEM_TRAY_S0', { DISPLAY: 'nonsense' })).toBe('unknown')
  })
})
