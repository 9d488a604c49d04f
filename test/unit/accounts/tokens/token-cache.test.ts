import * as fs from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Files } from '../../../../main/kit/files.ts'
import { settled } from '../../../story/virtual-clock.ts'
import { failing } from '../../failing.ts'
import { signInFolder, text } from './sign-in-folder.ts'

const { here, file, opened, kept, mode } = signInFolder()

describe('with a here.keyring', () => {
  test('sign-ins are on disk sealed, for their owner alone, and come back', async () => {
    await kept({ 'a.b': text, 'c.d': '{}' })
    expect(await readdir(here.directory)).toEqual(['sign-ins.sealed'])
    expect(await mode('sign-ins.sealed')).toBe('600')
    const bytes = await readFile(file('sign-ins.sealed'), 'latin1')
    expect(bytes).not.toMatch(/clear-as-day|RefreshToken|secret|a\.b/)
    await using cache = await opened()
    expect(cache.state).toEqual({ kind: 'sealed', backend: 'gnome_libsecret' })
    expect([cache.ids(), cache.read('a.b'), cache.read('c.d')]).toEqual([['a.b', 'c.d'], text, '{}'])
    expect(cache.setAside).toBeNull()
  })

  test('who signed out is gone from the file', async () => {
    await kept({ 'a.b': text, 'c.d': '{}' })
    const cache = await opened()
    await cache.forget('a.b')
    expect((await opened()).ids()).toEqual(['c.d'])
  })

  test('many changes at once are few writes, and the last one counts', async () => {
    await using cache = await opened()
    for (let n = 0; n < 100; n++) cache.write('a.b', `{"n":${n}}`)
    await cache[Symbol.asyncDispose]()
    expect((await opened()).read('a.b')).toBe('{"n":99}')
    expect(here.keyring.seals).toBeLessThanOrEqual(3)
  })

  test('the same text again is no write', async () => {
    await kept({ 'a.b': text })
    await kept({ 'a.b': text })
    expect(here.keyring.seals).toBe(1)
  })

  test('a key that is to be changed seals anew at once', async () => {
    await kept({ 'a.b': text })
    here.keyring.sealAgain = true
    await opened()
    expect(here.keyring.seals).toBe(2)
  })

  test.each([
    ['torn', (bytes: Buffer) => bytes.subarray(9)],
    ['empty', () => Buffer.alloc(0)],
    ["another computer's", (bytes: Buffer) => bytes.map((byte) => byte ^ 0xff)],
  ])('a file that is %s is set aside, and the app begins without it', async (_how, damage) => {
    await kept({ 'a.b': text })
    await writeFile(file('sign-ins.sealed'), damage(await readFile(file('sign-ins.sealed'))))
    await using cache = await opened()
    expect(cache.state.kind).toBe('sealed')
    expect(cache.ids()).toEqual([])
    expect(cache.setAside).toBe(file('sign-ins-2026-11-19.sealed'))
    expect(await readdir(here.directory)).toEqual(['sign-ins-2026-11-19.sealed'])
  })

  test('a well sealed text that is none of ours is set aside too', async () => {
    await writeFile(file('sign-ins.sealed'), await here.keyring.seal('{"Account":'))
    expect((await opened()).setAside).toBe(file('sign-ins-2026-11-19.sealed'))
  })

  test('a folder where the file should be is set aside', async () => {
    await mkdir(file('sign-ins.sealed'))
    await kept({ 'a.b': text })
    expect((await opened()).read('a.b')).toBe(text)
  })

  test('what a crash left of a temporary file is not taken for the sign-ins', async () => {
    await kept({ 'a.b': text })
    await writeFile(file('sign-ins.sealed.new'), 'half', { mode: 0o644 })
    await kept({ 'a.b': '{"newer":true}' })
    expect((await opened()).read('a.b')).toBe('{"newer":true}')
    expect(await readdir(here.directory)).toEqual(['sign-ins.sealed'])
    expect(await mode('sign-ins.sealed')).toBe('600')
  })
})

describe('what is not ours to change stays as it is', () => {
  test.each(['EACCES', 'EIO', 'EMFILE', 'EROFS', 'EBUSY'])(
    'what the disk does not give: %s',
    async (code) => {
      await kept({ 'a.b': text })
      const before = await readFile(file('sign-ins.sealed'))
      const files = { ...fs, readFileSync: failing(code) as Files['readFileSync'] }
      const cache = await opened(false, files)
      expect(cache.state).toEqual({ kind: 'locked', by: 'disk' })
      cache.write('c.d', '{}')
      await settled()
      expect([await readdir(here.directory), await readFile(file('sign-ins.sealed'))]).toEqual([
        ['sign-ins.sealed'],
        before,
      ])
      files.readFileSync = fs.readFileSync
      await here.clock.advance({ seconds: 30 })
      expect([cache.state.kind, cache.read('a.b')]).toEqual(['sealed', text])
    },
  )

  test('a newer version: sealed', async () => {
    const sealed = await here.keyring.seal('{"version":2,"accounts":{"a.b":"{}"}}')
    await writeFile(file('sign-ins.sealed'), sealed)
    expect((await opened()).state).toEqual({ kind: 'locked', by: 'newer' })
    expect(await readFile(file('sign-ins.sealed'))).toEqual(sealed)
  })

  test('a newer version: readable', async () => {
    here.keyring.name = 'basic_text'
    await writeFile(file('sign-ins.json'), '{"version":2}')
    expect((await opened(true)).state).toEqual({ kind: 'locked', by: 'newer' })
    expect(await readFile(file('sign-ins.json'), 'utf8')).toBe('{"version":2}')
  })
})

test('sign-ins that the disk does not take are said, and kept as soon as it does', async () => {
  const files = { ...fs, fsyncSync: failing('ENOSPC') as Files['fsyncSync'] }
  const cache = await opened(false, files)
  const heard: boolean[] = []
  cache.onChange(() => heard.push(cache.kept))
  cache.write('a.b', text)
  await settled()
  expect([heard.at(-1), await readdir(here.directory)]).toEqual([false, []])
  files.fsyncSync = fs.fsyncSync
  await here.clock.advance({ seconds: 30 })
  await cache[Symbol.asyncDispose]()
  expect([heard.at(-1), (await opened()).read('a.b')]).toEqual([true, text])
})

describe('with a locked here.keyring', () => {
  test('the file stays, and opens by itself when the here.keyring does', async () => {
    await kept({ 'a.b': text })
    here.keyring.locked = true
    await using cache = await opened()
    expect(cache.state.kind).toBe('locked')
    const heard: string[] = []
    cache.onChange(() => heard.push(cache.state.kind))
    await here.clock.advance({ seconds: 31 })
    here.keyring.locked = false
    await here.clock.advance({ seconds: 30 })
    await cache.open() // joins what the here.clock began
    expect(heard.at(-1)).toBe('sealed')
    expect(cache.read('a.b')).toBe(text)
    expect(cache.setAside).toBeNull()
  })

  test('that asks its owner for a password holds up nobody', async () => {
    await kept({ 'a.b': text })
    const answer = Promise.withResolvers<void>()
    here.keyring.asked = answer.promise
    const opening = opened()
    await here.clock.advance({ seconds: 5 })
    const cache = await opening
    expect([cache.state.kind, cache.ids()]).toEqual(['locked', []])
    answer.resolve()
    await expect.poll(() => cache.state.kind).toBe('sealed')
    expect(cache.read('a.b')).toBe(text)
  })

  test('a change is kept as soon as it can be', async () => {
    const cache = await opened()
    here.keyring.locked = true
    cache.write('a.b', text)
    await settled()
    expect(await readdir(here.directory)).toEqual([])
    here.keyring.locked = false
    await here.clock.advance({ seconds: 30 })
    await cache[Symbol.asyncDispose]()
    expect((await opened()).read('a.b')).toBe(text)
  })
})
