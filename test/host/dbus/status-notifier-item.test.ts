import { expect, test } from 'vitest'
import { openDesktop, type Desktop } from '../../desktop/desktop.ts'
import { Connection } from './connection.ts'
import { Menu } from './menu.ts'
import { StatusNotifierItem, type TrayFacts } from './status-notifier-item.ts'

const facts: TrayFacts = {
  id: 'Drivebell_status_icon_1',
  file: null,
  toolTip: 'Drivebell: 1 drive live',
  pixmaps: [
    { width: 1, height: 1, argb: Buffer.from([255, 1, 2, 3]) },
    { width: 2, height: 1, argb: Buffer.alloc(8, 9) },
  ],
}

async function show(
  desktop: Desktop,
  { busName = 'org.kde.StatusNotifierItem-1-1', activate = (): void => undefined } = {},
): Promise<StatusNotifierItem> {
  const connection = await Connection.open(desktop.address)
  const item = await StatusNotifierItem.open({ connection, busName, facts, activate })
  if (item === null) throw new Error('nobody shows icons')
  return item
}

test('an icon is shown with its facts, changed in place, and leaves', async () => {
  await using desktop = await openDesktop()
  const item = await show(desktop)
  expect(await desktop.tray.appears()).toMatchObject({
    address: { service: 'org.kde.StatusNotifierItem-1-1', path: '/StatusNotifierItem' },
    title: '',
    status: 'Active',
    toolTip: 'Drivebell: 1 drive live',
    icons: facts.pixmaps,
  })
  item.show({ ...facts, toolTip: 'Drivebell: no network', pixmaps: facts.pixmaps.slice(0, 1) })
  await desktop.tray.tooltip(/no network/)
  await desktop.tray.until(({ icons }) => icons.length === 1)
  item[Symbol.dispose]()
  await desktop.tray.disappears()
})

test('menu clicks and activation reach the app', async () => {
  await using desktop = await openDesktop()
  const events: string[] = []
  const happened = Promise.withResolvers<undefined>()
  const tell = (event: string): void => {
    if (events.push(event) === 3) happened.resolve(undefined)
  }
  using item = await show(desktop, { activate: () => tell('activate') })
  item.showMenu(
    Menu.buildFromTemplate([
      { label: '10 drives live', enabled: false },
      { type: 'separator' },
      { label: '&Pause', click: () => tell('pause') },
      { label: 'Pause for', submenu: [{ label: 'R&&D_hour', click: () => tell('hour') }] },
      { label: 'Hidden', visible: false },
    ]),
  )
  await desktop.tray.appears()
  const menu = await desktop.tray.menuUntil((items) => items.length > 0)
  expect(menu.map(({ label, type, enabled, visible }) => [label, type, enabled, visible])).toEqual([
    ['10 drives live', 'normal', false, true],
    ['', 'separator', true, true],
    ['Pause', 'normal', true, true],
    ['Pause for', 'submenu', true, true],
    ['Hidden', 'normal', true, false],
  ])
  await desktop.tray.click('Pause')
  await desktop.tray.click('Pause for', 'R&D_hour')
  await desktop.tray.activate()
  await happened.promise
  expect(events).toEqual(['pause', 'hour', 'activate'])
  await expect(desktop.tray.click('10 drives live')).rejects.toThrow('greyed out')
  await expect(desktop.tray.click('Hidden')).rejects.toThrow('no "Hidden" in the menu')
})

test('another menu is told, its items with ids never used before', async () => {
  await using desktop = await openDesktop()
  const clicked: string[] = []
  using item = await show(desktop)
  const menuOf = (label: string): Menu =>
    Menu.buildFromTemplate([{ label, click: () => clicked.push(label) }])
  item.showMenu(menuOf('Pause'))
  await desktop.tray.appears()
  const [pause] = await desktop.tray.menuUntil(([first]) => first?.label === 'Pause')
  const changed = desktop.tray.menuUntil(([first]) => first?.label === 'Resume')
  item.showMenu(menuOf('Resume'))
  const [resume] = await changed
  expect(resume?.id).not.toBe(pause?.id)
})

test('a toggled item is told to the desktop', async () => {
  await using desktop = await openDesktop()
  using item = await show(desktop)
  item.showMenu(Menu.buildFromTemplate([{ label: 'Sound', type: 'checkbox' }]))
  await desktop.tray.appears()
  const toggled = desktop.tray.menuUntil(([sound]) => sound?.checked === true)
  await desktop.tray.click('Sound')
  expect((await toggled)[0]).toMatchObject({ type: 'checkbox', checked: true })
})

test('an icon is not registered again when the tray restarts', async () => {
  await using desktop = await openDesktop()
  using item = await show(desktop)
  await desktop.tray.appears()
  await desktop.tray.stop()
  await desktop.tray.start()
  item.show({ ...facts, toolTip: 'Drivebell: no network' })
  using _other = await show(desktop, { busName: 'org.kde.StatusNotifierItem-1-2' })
  await desktop.tray.appears()
  expect(desktop.tray.items().map(({ address }) => address.service)).toEqual([
    'org.kde.StatusNotifierItem-1-2',
  ])
})
