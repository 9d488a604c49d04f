import { describe, expect, test } from 'vitest'
import { dbusLabel } from './menu-layout.ts'
import { Menu } from './menu.ts'
import { Notification } from '../notices/notification.ts'

test.each([
  ['Open', 'Open'],
  ['&Open', '_Open'],
  ['R&D', 'R_D'],
  ['R&&D', 'R&D'],
  ['my_file', 'my__file'],
  ['&&_&x', '&___x'],
])('label %s is %s on the bus', (label, expected) => {
  expect(dbusLabel(label)).toBe(expected)
})

describe('a menu', () => {
  test('knows its items by id, in submenus too', () => {
    const menu = Menu.buildFromTemplate([{ label: 'Go', submenu: [{ id: 'settings', label: 'Settings' }] }])
    expect(menu.items[0]?.type).toBe('submenu')
    expect(menu.getMenuItemById('settings')?.label).toBe('Settings')
    expect(menu.getMenuItemById('none')).toBeNull()
  })

  test('drops separators that separate nothing', () => {
    const line = { type: 'separator' } as const
    const menu = Menu.buildFromTemplate([
      line,
      { label: 'A' },
      line,
      line,
      { label: 'B', visible: false },
      line,
    ])
    expect(menu.items.map(({ label, type }) => label || type)).toEqual(['A', 'separator', 'B'])
  })

  test('toggles checkboxes and radio groups before telling', () => {
    const seen: string[] = []
    const click = (item: Electron.MenuItem): void => void seen.push(`${item.label} ${item.checked}`)
    const menu = Menu.buildFromTemplate([
      { label: 'Sound', type: 'checkbox', checked: true, click },
      { label: 'All', type: 'radio', checked: true, click },
      { label: 'Mine', type: 'radio', click },
      { type: 'separator' },
      { label: 'Alone', type: 'radio', checked: true },
    ])
    menu.items[0]?.click()
    menu.items[2]?.click()
    expect(seen).toEqual(['Sound false', 'Mine true'])
    expect(menu.items.map(({ checked }) => checked)).toEqual([false, false, true, false, true])
  })

  test.each([
    ['a role', { role: 'quit' } as const],
    ['an accelerator', { label: 'Open', accelerator: 'Ctrl+O' }],
    ['an icon', { label: 'Open', icon: 'open.png' }],
  ])('refuses what it does not have: %s', (_name, option) => {
    expect(() => Menu.buildFromTemplate([option])).toThrow('not in the stand-in')
  })

  test.each([
    ['an unknown type', [{ label: 'A', type: 'button' as never }], 'Unknown menu item type: button'],
    ['neither label, role nor type', [{}], 'must have at least one of label, role or type'],
  ])('refuses %s', (_name, template, message) => {
    expect(() => Menu.buildFromTemplate(template)).toThrow(message)
  })

  test('gives items a place, an id and a group that cannot be changed', () => {
    const menu = Menu.buildFromTemplate([
      { label: 'All', type: 'radio' },
      { label: 'Mine', type: 'radio' },
      { type: 'separator' },
      { label: 'Alone', type: 'radio' },
    ])
    const [all, mine, , alone] = menu.items
    expect(all?.groupId).toBe(mine?.groupId)
    expect(alone?.groupId).not.toBe(all?.groupId)
    expect(() => Object.assign(all ?? {}, { commandId: 1 })).toThrow('read only')
    expect(() => Object.assign(all ?? {}, { type: 'normal' })).toThrow('read only')
    const [item] = Menu.buildFromTemplate([{ label: 'A' }]).items
    expect(() => menu.insert(-1, item as Electron.MenuItem)).toThrow('Position -1 cannot be less than 0')
    expect(() => menu.insert(9, item as Electron.MenuItem)).toThrow(
      'Position 9 cannot be greater than the total MenuItem count',
    )
  })

  test('is there as the application menu unless the app chose before', () => {
    Menu.setDefaultApplicationMenu(false)
    expect(Menu.getApplicationMenu()?.items.map(({ label }) => label)).toEqual([
      'File',
      'Edit',
      'View',
      'Window',
    ])
    Menu.setApplicationMenu(null)
    Menu.setDefaultApplicationMenu(false)
    expect(Menu.getApplicationMenu()).toBeNull()
  })
})

test("the classes have all that Electron's have, or say that they have not", () => {
  type Statics<T> = Omit<T, 'prototype'>
  const classes: {
    Menu: Statics<typeof Electron.Menu>
    Notification: Statics<typeof Electron.Notification>
  } = { Menu, Notification } // what is missing does not compile
  expect(() => classes.Menu.sendActionToFirstResponder('copy:')).toThrow('not in the stand-in')
  expect(() => classes.Notification.removeAll()).toThrow('not in the stand-in')
  expect(() => new Menu().popup()).toThrow('not in the stand-in: Menu.popup')
})
