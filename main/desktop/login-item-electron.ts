import type { App } from 'electron'
import type { LoginItem } from './login-item.ts'

const args = ['--hidden']

/** Windows and macOS, as far as Electron knows what they will do (platform.md 1.15). */
export function electronLoginItem(
  app: Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>,
  platform: NodeJS.Platform,
): LoginItem {
  const isOn = () => {
    if (!app.isPackaged) return false
    const { executableWillLaunchAtLogin, status } = app.getLoginItemSettings({ args })
    return platform === 'win32' ? executableWillLaunchAtLogin : status === 'enabled'
  }
  return {
    isOn,
    turn(on) {
      // from a checkout it would start bare Electron
      if (!app.isPackaged) return { key: 'refusal.launch.not-installed' }
      // `enabled`: also where it was switched off in the Task Manager
      app.setLoginItemSettings({ openAtLogin: on, ...(platform === 'win32' && { enabled: on, args }) })
      if (isOn() === on) return null
      return { key: platform === 'darwin' ? 'refusal.launch.approve' : 'refusal.launch.system' }
    },
    // macOS hands on no arguments
    startedThis: () => platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin,
    renew() {
      // where the installed program is does not change
    },
  }
}
