import { expect, test } from 'vitest'
import { macMenu } from '../../../../main/desktop/window/mac-menu.ts'
import { english } from '../../../words.ts'

const entries = (items: ReturnType<typeof macMenu>): ReturnType<typeof macMenu> =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? entries(item.submenu) : [])])

test('the menu bar of macOS is short, and has each key that macOS takes from a menu', () => {
  const menus = macMenu(english)
  expect(menus.map(({ label }) => label)).toEqual(['Drivebell', 'Edit', 'Window'])
  const roles = entries(menus).flatMap(({ role }) => role ?? [])
  for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'close', 'hide', 'quit'])
    expect(roles).toContain(role)
  for (const role of ['reload', 'forceReload', 'toggleDevTools']) expect(roles).not.toContain(role)
})

test('no entry is left to Electron’s English', () => {
  for (const { type, label } of entries(macMenu(english)))
    expect(type === 'separator' || label !== undefined).toBe(true)
})
