import { readdir, readFile, writeFile } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { signInFolder, text } from './sign-in-folder.ts'

const { here, file, opened, kept, mode } = signInFolder()

describe('when the key is one that everybody knows', () => {
  beforeEach(() => void (here.keyring.name = 'basic_text'))

  test('sign-ins are in memory only, and what is on disk is left alone', async () => {
    await writeFile(file('sign-ins.sealed'), 'from a better day')
    await using cache = await opened()
    cache.write('a.b', text)
    await cache[Symbol.asyncDispose]()
    expect(cache.state).toEqual({ kind: 'memory-only' })
    expect(cache.read('a.b')).toBe(text)
    expect(await readdir(here.directory)).toEqual(['sign-ins.sealed'])
    expect(here.keyring.seals).toBe(0)
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
    expect(await readdir(here.directory)).toEqual([])
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
    expect(await readdir(here.directory)).toEqual(['sign-ins-of-somebody.json'])
  })

  test('once there is a here.keyring, they are sealed', async () => {
    await kept({ 'a.b': text }, true)
    here.keyring.name = 'kwallet6'
    const cache = await opened(true)
    expect(cache.state).toEqual({ kind: 'sealed', backend: 'kwallet6' })
    expect(await readdir(here.directory)).toEqual(['sign-ins.sealed'])
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

describe('with a here.keyring that takes nothing', () => {
  test('sign-ins are in memory, which is what is said, and sealed as soon as it takes them', async () => {
    here.keyring.locked = true
    await using cache = await opened()
    const heard: string[] = []
    cache.onChange(() => heard.push(cache.state.kind))
    cache.write('a.b', text)
    await here.clock.advance({ minutes: 5 })
    expect([cache.state, cache.kept, await readdir(here.directory)]).toEqual([{ kind: 'refused' }, true, []])
    here.keyring.locked = false
    await here.clock.advance({ seconds: 30 })
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
      here.keyring.locked = true
      cache.write('a.b', '{}')
      await here.clock.advance({ seconds: forSeconds })
      here.keyring.locked = false
      await here.clock.advance({ minutes: 1 })
      expect(heard).toEqual(kinds)
      expect((await opened()).read('a.b')).toBe('{}')
    },
  )

  test('they are kept readable when the user asks for it, and sealed in a run where that is possible', async () => {
    here.keyring.locked = true
    const cache = await opened()
    cache.write('a.b', text)
    await cache.keepUnsealed()
    expect([cache.state.kind, await readdir(here.directory)]).toEqual([
      'unsealed-by-choice',
      ['sign-ins.json'],
    ])
    const again = await opened(true)
    expect([again.state.kind, again.read('a.b')]).toEqual(['unsealed-by-choice', text])
    here.keyring.locked = false
    expect((await opened(true)).read('a.b')).toBe(text)
    expect(await readdir(here.directory)).toEqual(['sign-ins.sealed'])
  })

  test('what it sealed earlier waits for it, also when others are kept readable meanwhile', async () => {
    await kept({ 'a.b': text })
    here.keyring.locked = true
    const cache = await opened()
    expect(cache.state).toEqual({ kind: 'locked', by: 'keyring' })
    await cache.keepUnsealed()
    cache.write('c.d', '{}')
    await cache[Symbol.asyncDispose]()
    expect([(await opened(true)).ids(), await readdir(here.directory)]).toEqual([
      ['c.d'],
      ['sign-ins.json', 'sign-ins.sealed'],
    ])
    here.keyring.locked = false
    const again = await opened(true)
    expect([again.state.kind, again.ids()]).toEqual(['sealed', ['a.b', 'c.d']])
    expect(await readdir(here.directory)).toEqual(['sign-ins.sealed'])
  })
})
