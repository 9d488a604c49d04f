import type { MenuItemConstructorOptions } from 'electron'
import type { Words } from '../../../preload/words/words.ts'

type Role = NonNullable<MenuItemConstructorOptions['role']>
type Line = MenuItemConstructorOptions

const line: Line = { type: 'separator' }

/**
 * The menu bar on macOS, where keys such as those for copying come from a menu. Each entry has its words: those of a role
 * would be English (lib/browser/api/menu-item-roles.ts).
 */
export function macMenu(words: Words): readonly Line[] {
  const entry = (role: Role, label: string): Line => ({ role, label })
  const app = [
    entry('about', words.phrase('menu.about')),
    line,
    entry('services', words.phrase('menu.services')),
    line,
    entry('hide', words.phrase('menu.hide')),
    entry('hideOthers', words.phrase('menu.hide-others')),
    entry('unhide', words.phrase('menu.show-all')),
    line,
    entry('quit', words.phrase('menu.quit')),
  ]
  const edit = [
    entry('undo', words.phrase('menu.undo')),
    entry('redo', words.phrase('menu.redo')),
    line,
    entry('cut', words.phrase('menu.cut')),
    entry('copy', words.phrase('menu.copy')),
    entry('paste', words.phrase('menu.paste')),
    entry('selectAll', words.phrase('menu.select-all')),
  ]
  const window = [
    entry('minimize', words.phrase('menu.minimize')),
    entry('zoom', words.phrase('menu.zoom')),
    entry('close', words.phrase('menu.close')),
    line,
    entry('front', words.phrase('menu.all-to-front')),
  ]
  return [
    { role: 'appMenu', label: 'Drivebell', submenu: app },
    { role: 'editMenu', label: words.phrase('menu.edit'), submenu: edit },
    { role: 'windowMenu', label: words.phrase('menu.window'), submenu: window },
  ]
}
