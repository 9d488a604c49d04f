import { Menu } from 'electron'
import type { Words } from '../../../preload/words/words.ts'
import { macMenu } from './mac-menu.ts'

/** Without a choice Electron makes a menu before `ready`, whose keys reload the window (platform.md 1.25). */
export function refuseDefaultMenu(): void {
  Menu.setApplicationMenu(null)
}

/** The menu bar of macOS, worded anew with each language; other systems have none. */
export function showApplicationMenu(
  platform: NodeJS.Platform,
  language: { readonly words: Words; onChange(listener: () => void): Disposable },
): Disposable {
  const show = () => {
    if (platform === 'darwin') Menu.setApplicationMenu(Menu.buildFromTemplate([...macMenu(language.words)]))
  }
  show()
  return language.onChange(show)
}
