import { join } from 'node:path'
import electronLog from 'electron-log/node'
import { logTo, type Log } from '../kit/log.ts'

const maxBytes = 1_000_000

/** The log in `directory`/drivebell.log, rotated once at 1 MB; warnings and errors also on stderr. */
export function openLogFile(directory: string): Log {
  const file = electronLog.create({ logId: 'drivebell' })
  file.transports.file.resolvePathFn = () => join(directory, 'drivebell.log')
  file.transports.file.maxSize = maxBytes
  file.transports.file.level = 'info'
  file.transports.console.level = 'warn'
  return logTo(({ level, text }) => file[level](text))
}
