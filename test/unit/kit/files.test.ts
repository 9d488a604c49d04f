import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLogFile } from '../../../main/desktop/log-file.ts'
import { diskCode, othersMayChange, readPlain, writePrivate } from '../../../main/kit/files.ts'
import { failing } from '../failing.ts'

let folder: string
const at = (...names: readonly string[]) => path.join(folder, ...names)
const mode = (...names: readonly string[]) => (statSync(at(...names)).mode & 0o7777).toString(8)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'drivebell-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe.skipIf(process.platform === 'win32')('a folder with data', () => {
  test.each([
    [0o700, false, '700'],
    [0o755, false, '755'],
    [0o775, false, '755'],
    [0o777, false, '755'],
    [0o1777, true, '1777'],
  ])('of mode %o: others may change it: %s', (given, shared, then) => {
    fs.chmodSync(folder, given)
    expect([othersMayChange(fs, folder), mode()]).toEqual([shared, then])
  })

  test('of somebody else is theirs to change, unless it is the system’s', () => {
    const of = (uid: number) => ({
      ...fs,
      statSync: (() => ({ uid, mode: 0o40700 })) as unknown as typeof statSync,
    })
    const other = (process.getuid?.() ?? 0) + 1
    expect([othersMayChange(of(other), folder), othersMayChange(of(0), folder)]).toEqual([true, false])
  })

  test('whose rights cannot be changed is said to be shared', () => {
    fs.chmodSync(folder, 0o777)
    expect(othersMayChange({ ...fs, chmodSync: failing('EPERM') }, folder)).toBe(true)
  })
})

describe('the log', () => {
  test('is its owner’s alone, also one of before, and what is behind a link stays as it is', () => {
    mkdirSync(at('logs'), { mode: 0o755 })
    writeFileSync(at('logs', 'drivebell.log'), 'before\n', { mode: 0o644 })
    writeFileSync(at('victim'), 'mine', { mode: 0o644 })
    symlinkSync(at('victim'), at('logs', 'drivebell.old.log'))
    openLogFile(at('logs')).info('hello')
    expect([mode('logs'), mode('logs', 'drivebell.log'), mode('victim')]).toEqual(['700', '600', '644'])
    expect(readFileSync(at('victim'), 'utf8')).toBe('mine')
    expect(readFileSync(at('logs', 'drivebell.log'), 'utf8')).toMatch(/^before\n.*hello\n$/)
  })

  test('a link in its place is not written through, whenever it is put there', () => {
    writeFileSync(at('victim'), 'mine')
    mkdirSync(at('logs'))
    symlinkSync(at('victim'), at('logs', 'drivebell.log'))
    const log = openLogFile(at('logs'))
    log.info('first')
    rmSync(at('logs', 'drivebell.log'))
    symlinkSync(at('victim'), at('logs', 'drivebell.log'))
    log.info('second')
    expect(readFileSync(at('victim'), 'utf8')).toBe('mine')
  })

  test.each(['EACCES', 'EROFS', 'ENOSPC', 'EIO'])('that the disk refuses (%s) costs nothing else', (code) => {
    const log = openLogFile(at('logs'), { ...fs, mkdirSync: failing(code) })
    log.info('hello')
    expect(fs.existsSync(at('logs'))).toBe(false)
  })
})

test('what the log cannot write is said once, and what it can is written again', () => {
  const steps = `
    import * as fs from 'node:fs'
    import { openLogFile } from ${JSON.stringify(path.resolve('main/desktop/log-file.ts'))}
    const file = ${JSON.stringify(at('logs', 'drivebell.log'))}
    const log = openLogFile(${JSON.stringify(at('logs'))})
    log.info('first')
    fs.renameSync(file, file + '.first')
    fs.mkdirSync(file)
    for (let line = 0; line < 20; line++) log.info('lost')
    log.warn('a warning')
    fs.rmdirSync(file)
    log.info('last')`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', steps], {
    encoding: 'utf8',
  })
  const said = stderr.split('\n').map((line) => line.replace(/^.* › /, ''))
  expect([status, said]).toEqual([0, [expect.stringMatching(/^no log file why=.*EISDIR/), 'a warning', '']])
  expect(readFileSync(at('logs', 'drivebell.log.first'), 'utf8')).toMatch(/first\n$/)
  expect(readFileSync(at('logs', 'drivebell.log'), 'utf8')).toMatch(/^\S+ \S+ \[info\] +last\n$/)
})

test('a pipe or a device in place of a file is not waited for', () => {
  expect(() => readPlain(fs, '/dev/zero')).toThrow('no plain file')
  expect(() => readPlain(fs, folder)).toThrow('no plain file')
  expect(readPlain(fs, at('none'))).toBeNull()
})

test('what is written takes the place of what was there, or leaves it and nothing beside it', () => {
  writePrivate(fs, at('file'), 'one')
  writeFileSync(at('file.new'), 'left by a crash', { mode: 0o644 })
  writePrivate(fs, at('file'), 'two')
  for (const one of ['openSync', 'writeFileSync', 'fsyncSync', 'renameSync'] as const)
    expect(() => writePrivate({ ...fs, [one]: failing('EIO') }, at('file'), 'three')).toThrow('EIO')
  expect([readFileSync(at('file'), 'utf8'), fs.readdirSync(folder), mode('file')]).toEqual([
    'two',
    ['file'],
    '600',
  ])
})

test('only the file system has codes', () => {
  expect([
    diskCode(new TypeError('x')),
    diskCode('EIO'),
    diskCode(Object.assign(new Error('x'), { code: 'ERR_X' })),
  ]).toEqual([null, null, null])
})
