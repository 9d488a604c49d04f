import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from '../host/dbus/connection.ts'
import { DesktopBrowser } from './browser.ts'
import { startBus } from './bus.ts'
import { homeIn } from './home.ts'
import { startKeyring } from './keyring.ts'
import { NotificationDaemon } from './notifications.ts'
import { Power } from './power.ts'
import { SaveDialog } from './save-dialog.ts'
import { DesktopTray } from './tray.ts'

/** What the desktop is to have; by default all of it, on a private bus, without a display. */
export type DesktopOptions = {
  /** A bus that is there already. */
  address?: string
  capabilities?: readonly string[]
  watcher?: boolean
  /** Whether a panel draws what the watcher lists. */
  host?: boolean
  daemon?: boolean
  /** Whether a Secret Service is on the bus: without one what is sealed is sealed with a key that everybody knows. */
  keyring?: boolean
  /** What the desktop calls itself. */
  name?: string
  display?: string
}

/** A small desktop for one app: tray, notifications, sleep and browser, all in the test's hands. */
export type Desktop = {
  address: string
  tray: DesktopTray
  notifications: NotificationDaemon
  browser: DesktopBrowser
  saveDialog: SaveDialog
  sleep(): void
  wake(): void
  /** The environment to start the app with. */
  env: NodeJS.ProcessEnv
} & AsyncDisposable

const usualCapabilities = ['actions', 'body', 'body-markup', 'persistence', 'icon-static']

/** Opens a desktop; disposing it ends whatever it started and removes its folder. */
export async function openDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const { capabilities = usualCapabilities, watcher = true, host: hasHost = true, daemon = true } = options
  const { keyring = true, name = 'XFCE', display } = options
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'drivebell-desktop-'))
  opened.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const address = options.address ?? opened.use(await startBus()).address
  // One connection each: on one connection, a part that goes away would still answer for its name.
  const connect = async (): Promise<Connection> => opened.use(await Connection.open(address))
  const tray = new DesktopTray(await connect(), { hasHost })
  const notifications = new NotificationDaemon(await connect(), capabilities)
  const power = new Power(await connect())
  const browser = opened.use(await DesktopBrowser.open(folder))
  const saveDialog = await SaveDialog.open(browser.bin)
  if (watcher) await tray.start()
  if (daemon) await notifications.start()
  await power.start()
  const home = await homeIn(folder)
  const env = {
    ...home,
    ...displayOf(display),
    ...busAt(address),
    LC_ALL: 'en_GB.UTF-8', // so that clocks show 16:20
    XDG_CURRENT_DESKTOP: name,
    PATH: `${browser.bin}:${process.env['PATH']}`,
  }
  // A name on the bus is all that the stand-in asks for; real Electron talks to a keyring.
  if (keyring && process.env['DRIVEBELL_TEST_KEYRING'] === 'gnome')
    opened.use(await startKeyring({ ...home, ...busAt(address) }, await connect()))
  else if (keyring) await (await connect()).own('org.freedesktop.secrets')
  const life = opened.move()
  return {
    address,
    tray,
    notifications,
    browser,
    saveDialog,
    sleep: () => power.sleep(),
    wake: () => power.wake(),
    env,
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  }
}

function busAt(address: string): NodeJS.ProcessEnv {
  return { DBUS_SESSION_BUS_ADDRESS: address, DBUS_SYSTEM_BUS_ADDRESS: address }
}

function displayOf(display: string | undefined): NodeJS.ProcessEnv {
  return display === undefined ? {} : { DISPLAY: display }
}
