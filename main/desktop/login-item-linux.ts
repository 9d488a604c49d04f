import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import * as fs from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { appId } from '../kit/identity.ts'
import { writePrivate } from '../kit/files.ts'
import { autostartEntry, type CommandLine, type EntryFacts, entryFacts } from './autostart-entry.ts'
import type { LoginItem } from './login-item.ts'

/** Where the desktop looks for what a person starts at login; a relative path in the variable does not count (XDG). */
export function autostartFile(env: NodeJS.ProcessEnv, home: string): string {
  const said = env['XDG_CONFIG_HOME'] ?? ''
  return join(isAbsolute(said) ? said : join(home, '.config'), 'autostart', `${appId}.desktop`)
}

/** What to start at login. An AppImage is mounted somewhere else at each start; a checkout needs to be told what to run. */
export function loginCommand(app: { readonly isPackaged: boolean; getAppPath(): string }): CommandLine {
  const program = process.env['APPIMAGE'] ?? process.execPath
  return app.isPackaged ? [program] : [program, app.getAppPath()]
}

interface Parts {
  readonly file: string
  readonly command: CommandLine
  /** A checkout does not take over the entry of a package that is still there. */
  readonly isPackaged: boolean
}

/** Electron has none on Linux: a file that the desktop reads at login, and that others may change or take away. */
export function linuxLoginItem({ file, command, isPackaged }: Parts): LoginItem {
  const facts = (): EntryFacts | null => {
    try {
      return entryFacts(readFileSync(file, 'utf8'))
    } catch {
      return null
    }
  }
  const write = () => {
    mkdirSync(dirname(file), { recursive: true })
    writePrivate(fs, file, autostartEntry(command))
  }
  return {
    isOn() {
      const found = facts()
      return found !== null && found.isOn && !isGone(found)
    },
    turn(on) {
      try {
        if (on) write()
        else rmSync(file, { force: true })
        return null
      } catch {
        return { key: 'refusal.launch.unwritable', values: { path: file } }
      }
    },
    startedThis: () => false,
    renew() {
      const found = facts()
      if (!found?.isOwn || !found.isOn || (!isPackaged && !isGone(found))) return
      if (readFileSync(file, 'utf8') !== autostartEntry(command)) write()
    },
  }
}

/** What it starts is not there any more; a bare name is looked for in PATH, and believed. */
const isGone = ({ program }: EntryFacts) => program === null || (isAbsolute(program) && !existsSync(program))
