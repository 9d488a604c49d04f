import type { EventEmitter } from 'node:events'
import * as fs from 'node:fs'
import { join } from 'node:path'
import electronLog from 'electron-log/node'
import { type Files, keepFolderPrivate, keepPrivate } from '../kit/files.ts'
import { logTo, type Log } from '../kit/log.ts'

const maxBytes = 1_000_000
const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = fs.constants // Windows has not the last

/**
 * The log in `directory`/drivebell.log, rotated once at 1 MB, its owner's alone; warnings and errors also on stderr, and
 * they alone where no file can be had.
 */
export function openLogFile(directory: string, files: Files = fs): Log {
  const file = electronLog.create({ logId: 'drivebell' })
  file.transports.file.resolvePathFn = () => join(directory, 'drivebell.log')
  file.transports.file.maxSize = maxBytes
  file.transports.file.level = 'info'
  file.transports.file.writeOptions = {
    encoding: 'utf8',
    mode: 0o600,
    flag: (O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW) as unknown as 'a', // node:fs takes the number
  }
  file.transports.console.level = 'warn'
  const log = logTo(({ level, text }) => file[level](text))
  try {
    keepFolderPrivate(files, directory)
    for (const name of ['drivebell.log', 'drivebell.old.log']) keepOwn(files, join(directory, name))
    sayOnce(file.transports.file.getFile() as unknown as EventEmitter, (why) => {
      file.transports.console({ data: [`no log file why=${why}`], date: new Date(), level: 'warn' })
    })
  } catch (error) {
    file.transports.file.level = false
    log.warn('no log file', { why: String(error) })
  }
  return log
}

/** A disk that is full refuses each line; the library says so of each, with all that called it. */
function sayOnce(written: EventEmitter, say: (why: string) => void): void {
  written.removeAllListeners('error')
  written.once('error', ({ message }: Error) => {
    written.on('error', () => {}) // the next line may fit again
    say(message)
  })
}

/** A link would have the log written to somebody else's file. */
function keepOwn(files: Files, path: string): void {
  if (files.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) files.rmSync(path)
  keepPrivate(files, path)
}
