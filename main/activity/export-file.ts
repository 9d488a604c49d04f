import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { fail, ok, type Result } from '../kit/result.ts'

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

const columns: readonly (readonly [keyof ExportRow, string])[] = [
  ['time', 'Time'],
  ['who', 'Who'],
  ['email', 'Email'],
  ['change', 'Change'],
  ['item', 'Item'],
  ['earlierName', 'Earlier name'],
  ['drive', 'Drive'],
  ['folder', 'Folder'],
  ['account', 'Account'],
  ['told', 'Told'],
  ['reason', 'Reason'],
  ['times', 'Times'],
  ['since', 'Since'],
  ['size', 'Size'],
  ['sizeBefore', 'Size before'],
  ['address', 'Address'],
]

/** Writes rows bit by bit into a file that is there only when it is whole; else, what the disk said. */
export async function writeExport(
  file: string,
  rows: Iterable<ExportRow>,
  as: 'csv' | 'json',
): Promise<Result<void, string>> {
  const part = `${file}.part`
  try {
    const source = Readable.from(as === 'csv' ? rows : json(rows))
    const target = createWriteStream(part, { flags: 'w', mode: 0o600 })
    if (as === 'csv') await pipeline(source, table(), target)
    else await pipeline(source, target)
    await rename(part, file)
    return ok(undefined)
  } catch (error) {
    if (!isDiskError(error)) throw error
    await rm(part, { force: true }).catch(() => undefined)
    return fail(reasons[error.code] ?? 'the disk refused it')
  }
}

/** RFC 4180, with a mark in front by which spreadsheets know UTF-8; a name is never read as a formula. */
function table() {
  return stringify({
    header: true,
    columns: columns.map(([key, header]) => ({ key, header })),
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'yes' : 'no') },
  })
}

function* json(rows: Iterable<ExportRow>): Generator<string> {
  let before = '[\n'
  for (const row of rows) {
    yield before + JSON.stringify(row)
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'it may not be written there',
  EPERM: 'it may not be written there',
  EROFS: 'it may not be written there',
  ENOENT: 'that folder is not there',
  EISDIR: 'there is a folder of that name',
}

function isDiskError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
}
