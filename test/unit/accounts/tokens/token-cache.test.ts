import * as fs from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TokenCache } from '../../../../main/accounts/tokens/token-cache.ts'
import type { Files } from '../../../../main/kit/files.ts'
import { settled, VirtualClock } from '../../../story/virtual-clock.ts'
import { quiet } from '../../../wire/quiet.ts'
import { failing } from '../../failing.ts'
import { TestKeyring } from './keyring.ts'

const text = '{"RefreshToken":{"r":{"secret":"M.C512_clear-as-day"}}}'

let directory: string
let keyring: TestKeyring
let clock: VirtualClock
const file = (name: string) => path.join(directory, name)

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'drivebell-sign-ins-'))
  keyring = new TestKeyring()
  clock = new VirtualClock()
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function opened(chosen: boolean | null = false, files: Files = fs): Promise<TokenCache> {
  const parts = { directory, sealer: keyring, unsealedByChoice: () => chosen, files, clock, log: quiet }
  const cache = new TokenCache(parts)
  await cache.open()
  return cache
}

async function kept(entries: Record<string, string>, chosen = false): Promise<void> {
  await using cache = await opened(chosen)
  for (const [id, each] of Object.entries(entries)) cache.write(id, each)
}

const mode = async (name: string) => ((await stat(file(name))).mode & 0o777).toString(8)

describe('with a keyring', () => {
  test('sign-ins are on disk sealed, for their owner alone, and come back', async () => {
    await kept({ 'a.b': text, 'c.d': '{}' })
    expect(await readdir(directory)).toEqual(['sign-ins.sealed'])
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
    expect(keyring.seals).toBeLessThanOrEqual(3)
  })

  test('the same text again is no write', async () => {
    await kept({ 'a.b': text })
    await kept({ 'a.b': text })
    expect(keyring.seals).toBe(1)
  })

  test('a key that is to be changed seals anew at once', async () => {
    await kept({ 'a.b': text })
    keyring.sealAgain = true
    await opened()
    expect(keyring.seals).toBe(2)
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
    expect(await readdir(directory)).toEqual(['sign-ins-2026-11-19.sealed'])
  })

  test('a well sealed text that is none of ours is set aside too', async () => {
    await writeFile(file('sign-ins.sealed'), await keyring.seal('{"Account":'))
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
    expect(await readdir(directory)).toEqual(['sign-ins.sealed'])
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
      expect([await readdir(directory), await readFile(file('sign-ins.sealed'))]).toEqual([
        ['sign-ins.sealed'],
        before,
      ])
      files.readFileSync = fs.readFileSync
      await clock.advance({ seconds: 30 })
      expect([cache.state.kind, cache.read('a.b')]).toEqual(['sealed', text])
    },
  )

  test('a newer version: sealed', async () => {
    const sealed = await keyring.seal('{"version":2,"accounts":{"a.b":"{}"}}')
    await writeFile(file('sign-ins.sealed'), sealed)
    expect((await opened()).state).toEqual({ kind: 'locked', by: 'newer' })
    expect(await readFile(file('sign-ins.sealed'))).toEqual(sealed)
  })

  test('a newer version: readable', async () => {
    keyring.name = 'basic_text'
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
  expect([heard.at(-1), await readdir(directory)]).toEqual([false, []])
  files.fsyncSync = fs.fsyncSync
  await clock.advance({ seconds: 30 })
  await cache[Symbol.asyncDispose]()
  expect([heard.at(-1), (await opened()).read('a.b')]).toEqual([true, text])
})

describe('with a locked keyring', () => {
  test('the file stays, and opens by itself when the keyring does', async () => {
    await kept({ 'a.b': text })
    keyring.locked = true
    await using cache = await opened()
    expect(cache.state.kind).toBe('locked')
    const heard: string[] = []
    cache.onChange(() => heard.push(cache.state.kind))
    await clock.advance({ seconds: 31 })
    keyring.locked = false
    await clock.advance({ seconds: 30 })
    await cache.open() // joins what the clock began
    expect(heard.at(-1)).toBe('sealed')
    expect(cache.read('a.b')).toBe(text)
    expect(cache.setAside).toBeNull()
  })

  test('that asks its owner for a password holds up nobody', async () => {
    await kept({ 'a.b': text })
    const answer = Promise.withResolvers<void>()
    keyring.asked = answer.promise
    const opening = opened()
    await clock.advance({ seconds: 5 })
    const cache = await opening
    expect([cache.state.kind, cache.ids()]).toEqual(['locked', []])
    answer.resolve()
    await expect.poll(() => cache.state.kind).toBe('sealed')
    expect(cache.read('a.b')).toBe(text)
  })

  test('a change is kept as soon as it can be', async () => {
    const cache = await opened()
    keyring.locked = true
    cache.write('a.b', text)
    await settled()
    expect(await readdir(directory)).toEqual([])
    keyring.locked = false
    await clock.advance({ seconds: 30 })
    await cache[Symbol.asyncDispose]()
    expect((await opened()).read('a.b')).toBe(text)
  })
})

describe('when the key is one that everybody knows', () => {
  beforeEach(() => void (keyring.name = 'basic_text'))

  test('sign-ins are in memory only, and what is on disk is left alone', async () => {
    await writeFile(file('sign-ins.sealed'), 'from a better day')
    await using cache = await opened()
    cache.write('a.b', text)
    await cache[Symbol.asyncDispose]()
    expect(cache.state).toEqual({ kind: 'memory-only' })
    expect(cache.read('a.b')).toBe(text)
    expect(await readdir(directory)).toEqual(['sign-ins.sealed'])
    expect(keyring.seals).toBe(0)
  })

  test('they are kept readable when the user asks for it, for the owner alone', async () => {
    const cache = await opened()
    cache.write('a.b', text)
    await cache.keepUnsealed()
    expect(cache.state).toEqual({ kind: 'unsealed-by-choice' })
    expect(await mode('sign-ins.json')).toBe('600')
    const again = await opened(true)
    expect([again.state.kind, again.read('a.b')]).toEqual(['unsealed-by-choice', text])
  })

  test('once the choice is taken back, nothing readable stays', async () => {
    const cache = await opened()
    cache.write('a.b', text)
    await cache.keepUnsealed()
    expect((await opened()).ids()).toEqual([])
    expect(await readdir(directory)).toEqual([])
  })

  test('settings that were lost take no readable sign-ins with them', async () => {
    await kept({ 'a.b': text }, true)
    const cache = await opened(null)
    expect([cache.state.kind, cache.read('a.b')]).toEqual(['unsealed-by-choice', text])
  })

  test('settings that were lost are no wish to keep sign-ins readable', async () => {
    expect((await opened(null)).state.kind).toBe('memory-only')
  })

  test('who signs out leaves none behind, not even damaged ones', async () => {
    await writeFile(file('sign-ins.json'), `{"a.b":${text}`)
    const cache = await opened(true)
    await writeFile(file('sign-ins-2025-01-01-2.json'), text)
    await writeFile(file('sign-ins-of-somebody.json'), 'not ours')
    await cache.forget('a.b')
    cache.forgetAsides()
    await cache[Symbol.asyncDispose]()
    expect(await readdir(directory)).toEqual(['sign-ins-of-somebody.json'])
  })

  test('once there is a keyring, they are sealed', async () => {
    await kept({ 'a.b': text }, true)
    keyring.name = 'kwallet6'
    const cache = await opened(true)
    expect(cache.state).toEqual({ kind: 'sealed', backend: 'kwallet6' })
    expect(await readdir(directory)).toEqual(['sign-ins.sealed'])
    expect((await opened()).read('a.b')).toBe(text)
  })

  test('what an editor put around them changes nothing', async () => {
    await kept({ 'a.b': text }, true)
    const written = await readFile(file('sign-ins.json'), 'utf8')
    await writeFile(file('sign-ins.json'), `\ufeff${written}\r\n`)
    const cache = await opened(true)
    expect([cache.setAside, cache.read('a.b')]).toEqual([null, text])
  })

  test('a damaged readable file is set aside', async () => {
    await writeFile(file('sign-ins.json'), '{')
    const cache = await opened(true)
    expect(cache.setAside).toBe(file('sign-ins-2026-11-19.json'))
    expect(cache.state.kind).toBe('unsealed-by-choice')
  })
})

describe('with a keyring that takes nothing', () => {
  test('sign-ins are in memory, which is what is said, and sealed as soon as it takes them', async () => {
    keyring.locked = true
    await using cache = await opened()
    const heard: string[] = []
    cache.onChange(() => heard.push(cache.state.kind))
    cache.write('a.b', text)
    await clock.advance({ minutes: 5 })
    expect([cache.state, cache.kept, await readdir(directory)]).toEqual([{ kind: 'refused' }, true, []])
    keyring.locked = false
    await clock.advance({ seconds: 30 })
    expect([cache.state, heard]).toEqual([{ kind: 'sealed', backend: 'gnome_libsecret' }, ['sealed']])
    expect((await opened()).read('a.b')).toBe(text)
  })

  test.each([
    { forSeconds: 4, kinds: [] },
    { forSeconds: 6, kinds: ['refused', 'sealed'] },
  ])(
    'what it has kept so far is no claim for what comes: refusing for $forSeconds s',
    async ({ forSeconds, kinds }) => {
      await kept({ 'a.b': text })
      await using cache = await opened()
      const heard: string[] = []
      cache.onChange(() => heard.push(cache.state.kind))
      keyring.locked = true
      cache.write('a.b', '{}')
      await clock.advance({ seconds: forSeconds })
      keyring.locked = false
      await clock.advance({ minutes: 1 })
      expect(heard).toEqual(kinds)
      expect((await opened()).read('a.b')).toBe('{}')
    },
  )

  test('they are kept readable when the user asks for it, and sealed in a run where that is possible', async () => {
    keyring.locked = true
    const cache = await opened()
    cache.write('a.b', text)
    await cache.keepUnsealed()
    expect([cache.state.kind, await readdir(directory)]).toEqual(['unsealed-by-choice', ['sign-ins.json']])
    const again = await opened(true)
    expect([again.state.kind, again.read('a.b')]).toEqual(['unsealed-by-choice', text])
    keyring.locked = false
    expect((await opened(true)).read('a.b')).toBe(text)
    expect(await readdir(directory)).toEqual(['sign-ins.sealed'])
  })

  test('what it sealed earlier waits for it, also when others are kept readable meanwhile', async () => {
    await kept({ 'a.b': text })
    keyring.locked = true
    const cache = await opened()
    expect(cache.state).toEqual({ kind: 'locked', by: 'keyring' })
    await cache.keepUnsealed()
    cache.write('c.d', '{}')
    await cache[Symbol.asyncDispose]()
    expect([(await opened(true)).ids(), await readdir(directory)]).toEqual([
      ['c.d'],
      ['sign-ins.json', 'sign-ins.sealed'],
    ])
    keyring.locked = false
    const again = await opened(true)
    expect([again.state.kind, again.ids()]).toEqual(['sealed', ['a.b', 'c.d']])
    expect(await readdir(directory)).toEqual(['sign-ins.sealed'])
  })
})

test('a kill at any moment leaves old or new sign-ins, never a torn file', async () => {
  for (const killAfterMs of [20, 45, 70]) {
    const writer = spawn(process.execPath, [
      fileURLToPath(new URL('endless-writer.ts', import.meta.url)),
      directory,
    ])
    await once(writer.stdout, 'data')
    await expect.poll(() => existsSync(file('sign-ins.sealed'))).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, killAfterMs))
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    const cache = await opened()
    expect(cache.setAside).toBeNull()
    expect(JSON.parse(cache.read('a.b') || '{"n":0}')).toMatchObject({ n: expect.any(Number) })
  }
  expect((await opened()).ids()).toEqual(['a.b'])
})
