import type { SettingsView } from '../../../preload/contract/settings.ts'
import type { Platform } from '../../../preload/contract/state.ts'
import type { TrayPicture } from './tray-view.ts'

/** What decides which drawing of a state can be seen. */
export interface TrayGround {
  readonly platform: Platform
  /** Windows tells the color of its taskbar, which is not that of its windows. */
  readonly isTaskbarDark: boolean
  /** No Linux panel tells its color. */
  readonly trayIcon: SettingsView['trayIcon']
}

/** The file of a picture, below `icons/`; larger ones for dense screens lie beside it, or in it (platform.md 1.14). */
export function pictureFile({ state, unseen }: TrayPicture, ground: TrayGround): string {
  const name = unseen ? `${state}-unread` : state
  switch (ground.platform) {
    case 'darwin':
      return `template/${name}Template.png`
    case 'win32':
      return `${ground.isTaskbarDark ? 'dark' : 'light'}-panel/${name}.ico`
    case 'linux':
      return `${ground.trayIcon}/${name}.png`
  }
}
