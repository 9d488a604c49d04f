import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { autostartEntry } from './autostart-entry.ts'

/** Where and what to start at login. */
interface Launch {
  /** The program, without arguments. */
  readonly program: string
  readonly configHome: string
}

/** Starts Drivebell at login, or no longer. Electron does it on Windows and macOS; Linux has a desktop file. */
export function launchAtLogin(on: boolean): void {
  if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: on, args: ['--hidden'] })
  const configHome = process.env['XDG_CONFIG_HOME'] || join(app.getPath('home'), '.config')
  writeAutostart(on, { program: process.env['APPIMAGE'] ?? process.execPath, configHome })
}

/** The autostart entry of freedesktop's specification, written or removed. */
export function writeAutostart(on: boolean, { program, configHome }: Launch): void {
  const file = join(configHome, 'autostart', 'example.drivebell.Drivebell.desktop')
  if (!on) return rmSync(file, { force: true })
  mkdirSync(join(configHome, 'autostart'), { recursive: true })
  writeFileSync(file, autostartEntry(program))
}
