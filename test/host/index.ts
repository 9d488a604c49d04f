import { networkInterfaces } from 'node:os'
import type * as Types from 'electron'
import { HostWindow } from './browser-window.ts'
import { Menu, MenuItem } from './dbus/menu.ts'
import { Tray } from './dbus/tray.ts'
import { HostClientRequest } from './client-request.ts'
import { writeText } from './clipboard.ts'
import { showErrorBox } from './error-box.ts'
import { honest, leftOut } from './honest.ts'
import { Host } from './host.ts'
import { nativeImage } from './native-image.ts'
import { Notification } from './notices/notification.ts'
import { showMessageBox, showSaveDialog } from './save-dialog.ts'
import { screen } from './screen.ts'
import { openOutside, openPath, showItemInFolder } from './shell.ts'
import { HostWebSocket } from './web-socket.ts'

/** The stand-in's own side, for the runner: Electron has nothing of this name. */
export const standIn = new Host(process.argv[1] ?? '.', process.argv.slice(2))

export const { app, ipcMain, nativeTheme, powerMonitor, protocol, safeStorage } = standIn

export const session = honest('session', { defaultSession: standIn.session })

export class BrowserWindow extends HostWindow {
  constructor(options?: Types.BrowserWindowConstructorOptions) {
    super(standIn, options)
  }

  static getAllWindows(): HostWindow[] {
    return standIn.windows.all()
  }
}

/** Whether a network other than this machine's own loopback is there. */
function isOnline(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal))
}

export const net = honest('net', {
  fetch: (input: string | Request, init?: RequestInit) => standIn.session.fetch(input, init),
  isOnline,
  get online() {
    return isOnline()
  },
  WebSocket: HostWebSocket,
  request: (url: string) => new HostClientRequest(url),
}) satisfies Pick<Types.Net, 'fetch' | 'isOnline' | 'online'>

export const shell = honest('shell', {
  openExternal: (url: string) => openOutside(url),
  openPath,
  showItemInFolder,
}) satisfies Partial<Types.Shell>

export const dialog = honest('dialog', {
  showErrorBox,
  showMessageBox: (options: Types.BaseWindow | Types.MessageBoxOptions) => showMessageBox(options),
  showSaveDialog,
}) satisfies Partial<Types.Dialog>

export const clipboard = honest('clipboard', { writeText }) satisfies Partial<Types.Clipboard>

/** Accepted and without effect: Node writes no minidumps. */
export const crashReporter = honest('crashReporter', {
  start: (_options?: Types.CrashReporterStartOptions) => undefined,
}) satisfies Partial<Types.CrashReporter>

export { Menu, MenuItem, nativeImage, Notification, screen, Tray }

export const autoUpdater = leftOut('autoUpdater')
export const BaseWindow = leftOut('BaseWindow')
export const desktopCapturer = leftOut('desktopCapturer')
export const globalShortcut = leftOut('globalShortcut')
export const MessageChannelMain = leftOut('MessageChannelMain')
export const netLog = leftOut('netLog')
export const powerSaveBlocker = leftOut('powerSaveBlocker')
export const systemPreferences = leftOut('systemPreferences')
export const utilityProcess = leftOut('utilityProcess')
export const webContents = leftOut('webContents')
export const webFrameMain = leftOut('webFrameMain')
export const WebContentsView = leftOut('WebContentsView')

const electron = {
  app, autoUpdater, BaseWindow, BrowserWindow, clipboard, crashReporter, desktopCapturer, dialog, globalShortcut,
  ipcMain, Menu, MenuItem, MessageChannelMain, nativeImage, nativeTheme, net, netLog, Notification, powerMonitor,
  powerSaveBlocker, protocol, safeStorage, screen, session, shell, systemPreferences, Tray, utilityProcess,
  webContents, WebContentsView, webFrameMain,
} // prettier-ignore
/** For `import electron from 'electron'`, and for `require('electron')` under the name Node knows. */
export { electron as default, electron as 'module.exports' }
