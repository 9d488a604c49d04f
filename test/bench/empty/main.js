// The least app there is: a tray, and a window with one heading. What a host costs before Drivebell does anything.
import { join } from 'node:path'
import { app, BrowserWindow, Menu, nativeImage, protocol, Tray } from 'electron'

const page = '<!doctype html><html lang="en"><title>Empty</title><h1>Empty</h1></html>'
const picture = join(import.meta.dirname, '../../../out/main/icons/dark-panel/live-22.png')

const open = () => {
  const window = new BrowserWindow({ width: 1000, height: 700, show: false, title: 'Empty' })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://empty/index.html')
}

const start = () => {
  protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html' } }))
  const tray = new Tray(nativeImage.createFromPath(picture))
  tray.setToolTip('Empty')
  const menu = [
    { label: 'Open', click: open },
    { label: 'Quit', click: () => app.quit() },
  ]
  tray.setContextMenu(Menu.buildFromTemplate(menu))
}

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => {})
void app.whenReady().then(start)
