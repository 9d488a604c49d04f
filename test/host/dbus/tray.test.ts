import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startBus } from '../../desktop/bus.ts'
import { openDesktop, type Desktop, type DesktopOptions } from '../../desktop/desktop.ts'
import { Menu } from './menu.ts'
import { sessionBus } from './session-bus.ts'
import { StatusNotifierItem } from './status-notifier-item.ts'
import { Tray } from './tray.ts'

let folder: string

async function picture(name: string, side: number): Promise<string> {
  const file = join(folder, name)
  await sharp({ create: { width: side, height: side, channels: 4, background: '#0a141e' } })
    .png()
    .toFile(file)
  return file
}

async function openHere(options?: DesktopOptions): Promise<Desktop> {
  const desktop = await openDesktop(options)
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', desktop.address)
  return desktop
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drivebell-tray-'))
  await picture('live.png', 22)
  await picture('live@2x.png', 44)
  await picture('paused.png', 16)
})
afterEach(() => {
  sessionBus[Symbol.dispose]()
  vi.unstubAllEnvs()
})
afterAll(() => rm(folder, { recursive: true }))

test('a tray made before the bus is reached shows what was set meanwhile', async () => {
  await using desktop = await openHere()
  sessionBus.identity = { appName: 'Drivebell', desktopEntry: null }
  const tray = new Tray(join(folder, 'live.png'))
  tray.setToolTip('Drivebell: not signed in')
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit' }]))
  await desktop.tray.tooltip(/^Drivebell: not signed in$/)
  const { id, title, icons } = desktop.tray.item()
  expect([id.replace(/\d+$/, 'N'), title]).toEqual(['Drivebell_status_icon_N', ''])
  expect(icons.map(({ width }) => width)).toEqual([44]) // the best one alone
  expect(icons[0]?.argb.subarray(0, 4)).toEqual(Buffer.from([255, 10, 20, 30]))
  expect((await desktop.tray.menuUntil((menu) => menu.length > 0)).map(({ label }) => label)).toEqual([
    'Quit',
  ])
})

test('a tray changes, is clicked, and is destroyed', async () => {
  await using desktop = await openHere()
  const tray = new Tray(join(folder, 'live.png'))
  const clicked = Promise.withResolvers<undefined>()
  tray.on('click', () => clicked.resolve(undefined))
  await desktop.tray.appears()
  tray.setImage(join(folder, 'paused.png'))
  await desktop.tray.until(({ icons }) => icons[0]?.width === 16)
  await desktop.tray.activate()
  await clicked.promise
  tray.destroy()
  await desktop.tray.disappears()
  expect(tray.isDestroyed()).toBe(true)
  expect(() => tray.setToolTip('again')).toThrow('Tray is destroyed')
})

test('two trays are two icons', async () => {
  await using desktop = await openHere()
  const trays = [new Tray(join(folder, 'live.png')), new Tray(join(folder, 'paused.png'))]
  trays.forEach((tray, index) => tray.setToolTip(`tray ${index}`))
  await desktop.tray.tooltip(/^tray 0$/)
  await desktop.tray.tooltip(/^tray 1$/)
  expect(desktop.tray.items()).toHaveLength(2)
})

test('items changed in a shown menu show when it is set again', async () => {
  await using desktop = await openHere()
  const tray = new Tray(join(folder, 'live.png'))
  const menu = Menu.buildFromTemplate([{ id: 'pause', label: 'Pause' }])
  tray.setContextMenu(menu)
  await desktop.tray.appears()
  await desktop.tray.menuUntil(([item]) => item?.label === 'Pause')
  const pause = menu.getMenuItemById('pause')
  if (pause !== null) pause.label = 'Resume'
  expect((await desktop.tray.menu())[0]?.label).toBe('Pause')
  tray.setContextMenu(menu)
  await desktop.tray.menuUntil(([item]) => item?.label === 'Resume')
})

test('on GNOME the picture is a file', async () => {
  await using desktop = await openHere()
  vi.stubEnv('XDG_CURRENT_DESKTOP', 'ubuntu:GNOME')
  const tray = new Tray(join(folder, 'paused.png'))
  const { icons, iconFile } = await desktop.tray.appears()
  expect(icons).toEqual([])
  expect((await sharp(iconFile).metadata()).width).toBe(16)
  tray.destroy()
})

/** Whoever asks for a host after the trays that are there has its answer: nobody is. */
async function judged(): Promise<void> {
  const connection = await sessionBus.openAnother()
  if (connection === null) throw new Error('there is no bus')
  using asking = connection
  const facts = { id: 'asking', toolTip: '', file: null, pixmaps: [] }
  const busName = 'org.kde.StatusNotifierItem-1-9'
  expect(await StatusNotifierItem.open({ connection: asking, busName, facts, activate() {} })).toBeNull()
}

test.each([
  ['no watcher', { watcher: false, host: true }],
  ['a watcher without a host', { watcher: true, host: false }],
])('made beside %s, it does not come when one comes, nor ever', async (_name, options) => {
  await using desktop = await openHere(options)
  const early = new Tray(join(folder, 'live.png'))
  await judged()
  if (!options.watcher) await desktop.tray.start()
  else desktop.tray.setHost(true)
  const late = new Tray(join(folder, 'paused.png'))
  await desktop.tray.appears()
  expect(desktop.tray.items().map(({ icons }) => icons[0]?.width)).toEqual([16])
  early.destroy()
  late.destroy()
})

test.each([
  ['no bus', 'unix:path=/nonexistent/bus'],
  ['no address', ''],
])('a tray with %s is silently not there', async (_name, address) => {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', address)
  vi.stubEnv('XDG_RUNTIME_DIR', '/nonexistent')
  const tray = new Tray(join(folder, 'live.png'))
  tray.setToolTip('nobody sees this')
  tray.setContextMenu(new Menu())
  expect(await sessionBus.open()).toBeNull()
  tray.destroy()
})

test('a bus that ends under a tray breaks nothing', async () => {
  await using bus = await startBus()
  await using desktop = await openDesktop({ address: bus.address })
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', bus.address)
  const tray = new Tray(join(folder, 'live.png'))
  await desktop.tray.appears()
  const lost = Promise.withResolvers<undefined>()
  const connection = await sessionBus.open()
  connection?.onEnd(() => lost.resolve(undefined))
  await bus[Symbol.asyncDispose]()
  await lost.promise
  tray.setToolTip('nobody sees this')
  tray.setContextMenu(new Menu())
  tray.destroy()
  expect(tray.isDestroyed()).toBe(true)
})

test('what it does not have it refuses', () => {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nonexistent/bus')
  expect(() => new Tray(join(folder, 'missing.png'))).toThrow('Failed to load image')
  const tray = new Tray(join(folder, 'live.png'))
  expect(() => tray.setTitle()).toThrow('not in the stand-in: Tray.setTitle')
  expect(() => tray.popUpContextMenu()).toThrow('not in the stand-in')
})
