import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { Connection } from '../host/dbus/connection.ts'
import { DesktopBrowser } from './browser.ts'
import { startBus } from './bus.ts'
import { dunstConfig, panelConfig } from './desktop-config.ts'
import { homeIn } from './home.ts'
import { Power } from './power.ts'
import { startProcess, type StartedProcess } from './process.ts'
import { type Box, openTrayMenu } from './tray-menu-on-screen.ts'

/** A desktop that can be looked at: X server, window manager, panel with a tray, notification daemon. */
export type VisibleDesktop = {
  address: string
  display: string
  browser: DesktopBrowser
  sleep(): void
  wake(): void
  /** The environment to start the app with. */
  env: NodeJS.ProcessEnv
  /** Writes a PNG of the whole screen. */
  screenshot(file: string): Promise<void>
  /** Opens the menu of the tray's only icon as a person would, and waits until it is on the screen: where. */
  openTrayMenu(): Promise<Box>
  /** Closes an open menu. */
  closeMenu(): Promise<void>
  /** Takes all notices off the screen. */
  closeNotices(): Promise<void>
} & AsyncDisposable

/** What a Debian machine needs for it. */
export const visibleDesktopPackages = [
  'xvfb',
  'dbus-daemon',
  'openbox',
  'xfce4-panel',
  'xfconf',
  'dunst',
  'xdotool',
  'imagemagick',
  'fonts-dejavu-core',
] as const

const run = promisify(execFile)
const programs = ['Xvfb', 'dbus-daemon', 'openbox', 'xfce4-panel', 'dunst', 'xdotool', 'import', 'display']
const wallpaper = '#3a5068'
const ownerLimitMs = 15_000

/** The programs a visible desktop needs and this machine lacks; empty when it can be opened. */
export function missingPrograms(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return programs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))))
}

/** Opens it on a free display number; disposing it ends every process it started. */
export async function openVisibleDesktop({ width = 1280, height = 800 } = {}): Promise<VisibleDesktop> {
  const missing = missingPrograms()
  if (missing.length > 0)
    throw new Error(`${missing.join(', ')} not found: apt-get install ${visibleDesktopPackages.join(' ')}`)
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'drivebell-screen-'))
  opened.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const home = await homeIn(folder)
  const start = (command: string, args: string[], env: NodeJS.ProcessEnv): StartedProcess =>
    opened.use(startProcess(command, args, env))

  const screen = ['-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp']
  const display = `:${await start('Xvfb', screen, home).line(/^\d+$/)}`
  const { address } = opened.use(await startBus())
  const env = {
    ...home,
    DISPLAY: display,
    DBUS_SESSION_BUS_ADDRESS: address,
    DBUS_SYSTEM_BUS_ADDRESS: address,
    XDG_CURRENT_DESKTOP: 'XFCE',
  }
  const connection = opened.use(await Connection.open(address))
  // It ends with 1 although it has painted; and a black desktop would do.
  const paint = ['-size', `${width}x${height}`, '-window', 'root', `xc:${wallpaper}`]
  await run('display', paint, { env }).catch(() => undefined)
  start('openbox', ['--sm-disable'], env)

  const dunstrc = join(folder, 'dunstrc')
  await writeFile(dunstrc, dunstConfig)
  start('dunst', ['-conf', dunstrc], env)
  await writePanelConfig(home['XDG_CONFIG_HOME'] ?? folder)
  start(await xfconfd(), [], env)
  await owned(connection, 'org.xfce.Xfconf')
  start('xfce4-panel', ['--disable-wm-check'], { ...env, NO_AT_BRIDGE: '1' })
  await owned(connection, 'org.freedesktop.Notifications')
  await owned(connection, 'org.kde.StatusNotifierWatcher')

  await opened.use(await Connection.open(address)).own('org.freedesktop.secrets')
  const power = new Power(opened.use(await Connection.open(address)))
  await power.start()
  const browser = opened.use(await DesktopBrowser.open(folder))
  const life = opened.move()
  return {
    address,
    display,
    browser,
    sleep: () => power.sleep(),
    wake: () => power.wake(),
    env: { ...env, PATH: `${browser.bin}${delimiter}${process.env['PATH'] ?? ''}` },
    async screenshot(file) {
      await run('import', ['-window', 'root', file], { env })
    },
    openTrayMenu: () => openTrayMenu(env),
    async closeMenu() {
      await run('xdotool', ['key', 'Escape'], { env })
    },
    async closeNotices() {
      await run('dunstctl', ['close-all'], { env })
    },
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  }
}

async function writePanelConfig(configHome: string): Promise<void> {
  const folder = join(configHome, 'xfce4', 'xfconf', 'xfce-perchannel-xml')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'xfce4-panel.xml'), panelConfig)
}

/** Our bus starts no services by itself, and xfconfd is in a folder named after the machine's architecture. */
async function xfconfd(): Promise<string> {
  const places = ['/usr/lib', ...(await readdir('/usr/lib')).map((name) => join('/usr/lib', name))]
  const found = places
    .map((place) => join(place, 'xfce4', 'xfconf', 'xfconfd'))
    .find((path) => existsSync(path))
  if (found === undefined) throw new Error('xfconfd is not installed (Debian package xfconf)')
  return found
}

async function owned(connection: Connection, name: string): Promise<void> {
  const found = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => found.reject(new Error(`nobody took ${name}`)), ownerLimitMs)
  const end = await connection.onOwner(name, (owner) => {
    if (owner !== '') found.resolve(undefined)
  })
  if ((await connection.owner(name)) !== '') found.resolve(undefined)
  try {
    await found.promise
  } finally {
    clearTimeout(timer)
    end()
  }
}
