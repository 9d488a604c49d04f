import * as fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import type { Files } from '../../../main/kit/files.ts'
import { bytesIn, clientId, kept, opened, wholeProfiles } from './whole-profile.ts'

// Whatever the disk answers: Drivebell opens, says what is true, and loses no row. The table beside this file is this
// test's own.

const codes = [
  'EACCES',
  'EPERM',
  'EIO',
  'EMFILE',
  'ENFILE',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ELOOP',
  'EBUSY',
] as const
const ofSql = {
  PERM: 3,
  BUSY: 5,
  NOMEM: 7,
  READONLY: 8,
  IOERR: 10,
  FULL: 13,
  CANTOPEN: 14,
  PROTOCOL: 15,
  NOLFS: 22,
  AUTH: 23,
} as const
const profiles = wholeProfiles()
const errorRows: string[] = []

/** The disk answers with this whenever a file of such a name is touched. */
function refusing(part: string, code: string): Files {
  const refuses = (name: string) => path.basename(name).startsWith(part)
  const names = [
    'openSync',
    'readFileSync',
    'statSync',
    'lstatSync',
    'realpathSync',
    'renameSync',
    'rmSync',
  ] as const
  const files: Record<string, unknown> = { ...fs }
  for (const name of names)
    files[name] = (file: unknown, ...rest: unknown[]) => {
      if (typeof file === 'string' && refuses(file))
        throw Object.assign(new Error(`${code}: as injected`), { code, syscall: name, errno: -1 })
      return Reflect.apply(fs[name], fs, [file, ...rest]) as unknown
    }
  return files as unknown as Files
}

describe('the disk says', () => {
  test.each(
    codes.flatMap((code) => ['settings.json', 'sign-ins.sealed'].map((file) => [code, file] as const)),
  )('%s of %s', async (code, file) => {
    const directory = profiles.copy()
    const before = bytesIn(directory)
    const { said, rows } = await opened(directory, refusing(file, code))
    expect(said.length).toBeGreaterThan(0)
    expect(rows).toBe(kept)
    expect(bytesIn(directory).get(file)).toBe(before.get(file))
    expect(await opened(directory)).toEqual({ said: [], rows: kept, clientId, signIns: 1 })
    errorRows.push(`| ${file} | ${code} | ${said.join(' ')} |`)
  })

  test.each(Object.entries(ofSql))('%s of history.db', async (name, errcode) => {
    const directory = profiles.copy()
    const before = bytesIn(directory)
    const { said, rows } = await opened(directory, fs, (file) => {
      if (file === ':memory:') return new DatabaseSync(file)
      throw Object.assign(new Error(name), { code: 'ERR_SQLITE_ERROR', errcode })
    })
    expect(said.length).toBeGreaterThan(0)
    expect(rows).toBe(0)
    expect(bytesIn(directory).get('history.db')).toBe(before.get('history.db'))
    expect(await opened(directory)).toEqual({ said: [], rows: kept, clientId, signIns: 1 })
    errorRows.push(`| history.db | SQLITE_${name} | ${said.join(' ')} |`)
  })
})

test('the table', async () => {
  const table = [
    '# What Drivebell says when the disk fails',
    '',
    'Written by `disk-fails.test.ts`. The disk answers so whenever the file is touched. At the next start, when the disk gives it again, everything is as before.',
    '',
    '| file | error | what the window says |',
    '| --- | --- | --- |',
    ...errorRows,
    '',
  ].join('\n')
  await expect(table).toMatchFileSnapshot('disk-fails.md')
})
