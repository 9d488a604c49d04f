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
    expect(menu.items.map(({ label, type }) => label || type)).toEqual(['A', 'B'])
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
    ['no label', {}],
  ])('refuses what it does not have: %s', (_name, option) => {
    expect(() => Menu.buildFromTemplate([option])).toThrow('not in the stand-in')
  })

  test('can be absent as the application menu, not present', () => {
    expect(() => Menu.setApplicationMenu(null)).not.toThrow()
    expect(() => Menu.setApplicationMenu(new Menu())).toThrow('not in the stand-in')
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
