import { Menu } from 'electron'

/**
 * Without one of our own Electron makes a menu before `ready`, whose keys reload the window (platform.md 1.25). On macOS
 * keys such as those for copying come from a menu.
 */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  const menu =
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null
  Menu.setApplicationMenu(menu)
}
