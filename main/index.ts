import { app, Notification } from 'electron'
import { parseSimulator } from './accounts/clouds.ts'
import { startApp } from './app.ts'
import { appId, toastActivator } from './kit/identity.ts'
import { Activations } from './desktop/notifications/activations.ts'
import { isReleased } from './desktop/released.ts'
import { registerAppScheme } from './desktop/window/app-protocol.ts'
import { setApplicationMenu } from './desktop/window/application-menu.ts'
import { keepHeapSmall } from './kit/small-heap.ts'

keepHeapSmall()

// A terminal that went away is no reason to stop, nor to complain about it for ever.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

// Before `ready`, and without waiting for anything: a top-level await here would hang Electron (platform.md 1.3).
const simulator = parseSimulator(process.env['DRIVEBELL_SIMULATOR'], isReleased(app))
if (!simulator.ok) {
  process.stderr.write(`${simulator.error}\n`)
  app.exit(1)
} else if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  // A checkout has to do without Chromium's sandbox where Linux offers none; enabled nevertheless, child processes would
  // ask for it and end (electron_main_delegate.cc). A package keeps it in any case.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.setAppUserModelId(appId)
  const { platform } = process // read here alone: whatever depends on the system is told which it is
  if (platform === 'win32') app.setToastActivatorCLSID(toastActivator)
  const activations = new Activations(Notification, platform)
  registerAppScheme()
  setApplicationMenu(platform)
  app.on('window-all-closed', () => {}) // the tray lives on
  void app.whenReady().then(() => startApp({ simulator: simulator.value, platform, activations }))
}
