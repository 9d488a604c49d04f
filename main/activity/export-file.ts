import { type FileHandle, lstat, open, readlink, realpath, rename, rm } from 'node:fs/promises'
import { dirname, extname, resolve } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import type { MessageKey } from '../../preload/words/keys.ts'
import type { Message } from '../../preload/words/phrase.ts'
import type { Words } from '../../preload/words/words.ts'
import { diskCode } from '../kit/files.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { entryOf } from '../kit/table.ts'
import { withoutEnd } from '../kit/text.ts'

/** A change as a line of a table. Times are ISO 8601, sizes are bytes. */
export interface ExportRow {
  readonly time: string | null
  readonly who: string
  readonly email: string | null
  readonly change: string
  readonly item: string | null
  readonly earlierName: string | null
  readonly drive: string
  readonly folder: string
  readonly account: string
  readonly told: boolean
  readonly reason: string
  readonly times: number
  readonly since: string | null
  readonly size: number | null
  readonly sizeBefore: number | null
  readonly address: string | null
}

type ColumnKey = Extract<MessageKey, `export.column.${string}`>

const columns: readonly (readonly [keyof ExportRow, ColumnKey])[] = [
  ['time', 'export.column.time'],
  ['who', 'export.column.who'],
  ['email', 'export.column.email'],
  ['change', 'export.column.change'],
  ['item', 'export.column.item'],
  ['earlierName', 'export.column.earlier-name'],
  ['drive', 'export.column.drive'],
  ['folder', 'export.column.folder'],
  ['account', 'export.column.account'],
  ['told', 'export.column.told'],
  ['reason', 'export.column.reason'],
  ['times', 'export.column.times'],
  ['since', 'export.column.since'],
  ['size', 'export.column.size'],
  ['sizeBefore', 'export.column.size-before'],
  ['address', 'export.column.address'],
]

/** How a table separates its fields: spreadsheets expect what the computer's region does. */
export type Separator = ',' | ';'

/** Where a decimal comma is usual, lists are separated by semicolons. */
export function separatorOf(locale: string): Separator {
  return new Intl.NumberFormat(locale).format(1.5).includes(',') ? ';' : ','
}

/** What is typed without an ending gets the one of its kind; Linux' dialogs leave that to us. */
export function withEnding(typed: string, as: 'csv' | 'json'): string {
  const bare = withoutEnd(typed, '.')
  return extname(bare) === '' ? `${bare}.${as}` : typed
}

/** Writes rows bit by bit into a file that is there only when it is whole; else, what the disk said. */
export async function writeExport(
  chosen: string,
  rows: Iterable<ExportRow>,
  as: 'csv' | 'json',
  { words, separator }: { readonly words: Words; readonly separator: Separator },
): Promise<Result<void, Message>> {
  const source = Readable.from(as === 'csv' ? rows : json(rows))
  return writeWhole(chosen, (written) =>
    as === 'csv' ? pipeline(source, table(separator, words), written) : pipeline(source, written),
  )
}

/** The same with a text that is there already. */
export const writeText = (chosen: string, text: string): Promise<Result<void, Message>> =>
  writeWhole(chosen, (written) => pipeline(Readable.from([text]), written))

async function writeWhole(
  chosen: string,
  write: (into: Writable) => Promise<unknown>,
): Promise<Result<void, Message>> {
  let part: string | null = null
  try {
    const file = await behindLinks(chosen)
    const target = await openPart(file)
    part = target.path
    await write(target.handle.createWriteStream())
    await rename(part, file)
    return ok(undefined)
  } catch (error) {
    const code = diskCode(error)
    if (code === null) throw error
    if (part !== null) await rm(part, { force: true }).catch(() => undefined)
    return fail(entryOf(reasons, code) ?? { key: 'command.export.error' })
  }
}

/** Who chooses a link means what is behind it, be it still to come. */
async function behindLinks(file: string): Promise<string> {
  const found = await lstat(file).catch(() => null)
  if (!found?.isSymbolicLink()) return file
  return await realpath(file).catch(async () => resolve(dirname(file), await readlink(file)))
}

/** A file beside it that nobody has yet, for its owner's eyes alone. */
async function openPart(file: string): Promise<{ path: string; handle: FileHandle }> {
  for (let n = 1; ; n++) {
    const path = n === 1 ? `${file}.part` : `${file}.${n}.part`
    try {
      return { path, handle: await open(path, 'wx', 0o600) }
    } catch (error) {
      if (diskCode(error) !== 'EEXIST') throw error
    }
  }
}

/** RFC 4180, with a mark in front by which spreadsheets know UTF-8; no text is read as a formula. */
function table(separator: Separator, words: Words) {
  return stringify({
    header: true,
    columns: columns.map(([key, header]) => ({ key, header: words.phrase(header) })),
    delimiter: separator,
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[,;\t\r\n]/,
    cast: {
      boolean: (value) => words.phrase(value ? 'export.yes' : 'export.no'),
      string: (value, { column }) => harmless(column === 'address' ? escaped(value) : value),
    },
  })
}

/**
 * An apostrophe before what begins like a formula, wherever a program may begin a cell: after any separator, also one
 * inside quotes, for some cut before they look at quotes.
 */
const harmless = (text: string) => text.replace(formulaStarts, "'")
const formulaStarts = /(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])(?<=(?:^|[,;\t\r\n])(?:"|[^\S\t\r\n])*)/g

/** An address leads to the same place with its separators escaped. */
const escaped = (address: string) => address.replace(/[,;\t\r\n"]/g, encodeURIComponent)

function* json(rows: Iterable<ExportRow>): Generator<string> {
  let before = '[\n'
  for (const row of rows) {
    yield before + JSON.stringify(row)
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

const reasons: Readonly<Record<string, Message>> = {
  ENOSPC: { key: 'command.export.full' },
  EDQUOT: { key: 'command.export.full' },
  EACCES: { key: 'command.export.permission' },
  EPERM: { key: 'command.export.permission' },
  EROFS: { key: 'command.export.permission' },
  ENOENT: { key: 'command.export.missing' },
  EISDIR: { key: 'command.export.directory' },
}
