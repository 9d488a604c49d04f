import { nativeTheme } from 'electron'
import type { SettingsView } from '../../preload/contract/settings.ts'

/**
 * Has pages and title bars look as chosen. Of Windows' taskbar Electron reads the color when the theme changes, and not
 * before (electron_api_native_theme.cc): so it changes once, while there is nothing to see it.
 */
export function keepTheme(
  platform: NodeJS.Platform,
  chosen: () => SettingsView['theme'],
  settings: { onChange(listener: () => void): Disposable },
): Disposable {
  if (platform === 'win32') nativeTheme.themeSource = nativeTheme.shouldUseDarkColors ? 'light' : 'dark'
  const apply = () => void (nativeTheme.themeSource = chosen())
  apply()
  return settings.onChange(apply)
}
