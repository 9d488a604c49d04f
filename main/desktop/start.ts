import { accessSync, constants, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { SpokenLanguage } from './language.ts'
import type { Log } from '../kit/log.ts'

/**
 * Starts, and where that fails says so and ends: a process that nobody sees would hold the lock for ever. What goes wrong
 * later, and nobody expected, is a line in the log, and the rest goes on.
 */
export async function startOrSay(log: Log, start: () => Promise<void>): Promise<void> {
  process.on('unhandledRejection', (why) => log.error('unhandled rejection', { why: storyOf(why) }))
  process.on('uncaughtException', (why) => log.error('uncaught exception', { why: storyOf(why) }))
  try {
    await start()
  } catch (error) {
    log.error('not started', { why: storyOf(error) })
    const why = error instanceof Error ? error.message : String(error)
    const preferred = app.getPreferredSystemLanguages()
    const { words } = await SpokenLanguage.open('system', { log, preferred, isPackaged: app.isPackaged })
    const text = words.phrase('start.failed.text', { why, folder: app.getPath('logs') })
    dialog.showErrorBox(words.phrase('start.failed.title'), text)
    app.exit(1)
  }
}

/**
 * Whether this is the only Drivebell of its folder. Electron's lock is refused as well where the folder cannot be written:
 * then nobody is there, and Drivebell runs in memory.
 */
export function isAlone(platform: NodeJS.Platform): boolean {
  if (app.requestSingleInstanceLock()) return true
  const folder = app.getPath('userData')
  if (!isHeld(folder, platform) && !isWritable(folder)) return true
  return false
}

/** Chromium's own mark of the process that has the lock; Windows has none, and no such folder either. */
function isHeld(folder: string, platform: NodeJS.Platform): boolean {
  try {
    return readlinkSync(join(folder, 'SingletonLock')) !== ''
  } catch {
    return platform === 'win32'
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** With where it came from. */
const storyOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
