import { resolve } from 'node:path'
import { app, Notification } from 'electron'
import { parseSimulator } from './accounts/clouds.ts'
import { startApp } from './app.ts'
import { commandIn } from './command-line/command.ts'
import { onTerminal, sayOnTerminal } from './desktop/terminal.ts'
import { appId, toastActivator } from './kit/identity.ts'
import { Activations } from './desktop/notifications/activations.ts'
import { openLogFile } from './desktop/log-file.ts'
import { isReleased } from './desktop/released.ts'
import { isAlone, startOrSay } from './desktop/start.ts'
import { dropSwitches } from './desktop/switches.ts'
import { registerAppScheme } from './desktop/window/app-protocol.ts'
import { refuseDefaultMenu } from './desktop/window/application-menu.ts'
import { keepHeapSmall } from './kit/small-heap.ts'

keepHeapSmall()

// A terminal that went away is no reason to stop, nor to complain about it for ever.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

// Read here alone: whatever depends on the system is told which it is.
const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'

// Before `ready`, and without waiting for anything: a top-level await here would hang Electron (platform.md 1.3).
const refused = isReleased(app) ? dropSwitches(app.commandLine, process.env) : []
const args = process.argv.slice(1).filter((arg) => resolve(arg) !== app.getAppPath())
const command = commandIn(args, Date.now())
const simulator = parseSimulator(process.env['DRIVEBELL_SIMULATOR'], isReleased(app))
if (refused.length > 0) {
  process.stderr.write(`Drivebell does not start with ${refused.join(', ')}.\n`)
  app.exit(1)
} else if (!simulator.ok) {
  process.stderr.write(`${simulator.error}\n`)
  app.exit(1)
} else if (command !== null) {
  void onTerminal(command, platform).then((code) => app.exit(code))
} else if (!isAlone(platform)) {
  const taken = { key: 'start.taken', values: { folder: app.getPath('userData') } } as const
  void sayOnTerminal(taken).then(() => app.quit())
} else {
  // A checkout has to do without Chromium's sandbox where Linux offers none; enabled nevertheless, child processes would
  // ask for it and end (electron_main_delegate.cc). A package keeps it in any case.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.setAppUserModelId(appId)
  if (platform === 'win32') app.setToastActivatorCLSID(toastActivator)
  const activations = new Activations(Notification, platform)
  registerAppScheme()
  refuseDefaultMenu()
  app.on('window-all-closed', () => {}) // the tray lives on
  void app.whenReady().then(() => {
    const log = openLogFile(app.getPath('logs'))
    return startOrSay(log, () => startApp({ simulator: simulator.value, platform, activations, log }))
  })
}
