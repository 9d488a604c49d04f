import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { autostartEntry, type CommandLine } from './autostart-entry.ts'
import { appId } from '../kit/identity.ts'

/** Starts Drivebell at login, or no longer. Electron does it on Windows and macOS; Linux has a desktop file. */
export function launchAtLogin(on: boolean): void {
  if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: on, args: ['--hidden'] })
  const configHome = process.env['XDG_CONFIG_HOME'] || join(app.getPath('home'), '.config')
  const folder = join(configHome, 'autostart')
  const file = join(folder, `${appId}.desktop`)
  if (!on) return rmSync(file, { force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, autostartEntry(commandLine()))
}

/** An AppImage is mounted somewhere else at each start; a checkout needs to be told what to run. */
function commandLine(): CommandLine {
  const program = process.env['APPIMAGE'] ?? process.execPath
  return app.isPackaged ? [program] : [program, app.getAppPath()]
}
