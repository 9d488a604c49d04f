import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../../build/host.ts'
import { pictureFile, type TrayGround } from '../../../../main/desktop/tray/tray-picture.ts'

const linux = (trayIcon: TrayGround['trayIcon']): TrayGround => ({
  platform: 'linux',
  isTaskbarDark: true,
  trayIcon,
})
const windows = (isTaskbarDark: boolean): TrayGround => ({
  platform: 'win32',
  isTaskbarDark,
  trayIcon: 'any-panel',
})
const offline = { state: 'offline', unseen: false } as const
const unseen = { state: 'live', unseen: true } as const

test.each([
  ['an outline for a panel that tells nothing', offline, linux('any-panel'), 'any-panel/offline.png'],
  ['white, as chosen', unseen, linux('dark-panel'), 'dark-panel/live-unread.png'],
  ['black, as chosen', offline, linux('light-panel'), 'light-panel/offline.png'],
  ['the taskbar’s color', unseen, windows(true), 'dark-panel/live-unread.ico'],
  ['and not what Linux would get', offline, windows(false), 'light-panel/offline.ico'],
  [
    'a template that macOS paints',
    unseen,
    { ...windows(true), platform: 'darwin' } as const,
    'template/live-unreadTemplate.png',
  ],
] as const)('%s', (_, picture, ground, file) => {
  expect(pictureFile(picture, ground)).toBe(file)
  expect(existsSync(join(root, 'main/desktop/icons', file))).toBe(true)
})
