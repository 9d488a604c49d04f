import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FixtureApp, temporaryFolder } from './fixture-app.ts'
import './fixture-bridge.ts'

const home = temporaryFolder()
let app: FixtureApp
let page: Page

beforeAll(async () => {
  app = await FixtureApp.open({ home: home.path })
  page = await app.page()
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  home[Symbol.dispose]()
})

describe('the bridge', () => {
  test('is there before the first script of the page, and nothing else is', async () => {
    const bare = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const own = Object.getOwnPropertyNames(frame.contentWindow)
      frame.remove()
      return own
    })
    const atStart = await page.evaluate(() => window.atStart)
    const all = await page.evaluate(() => Object.getOwnPropertyNames(window))
    expect(atStart.fixture).toBe('object')
    expect(all.filter((name) => !bare.includes(name)).sort()).toEqual(['atStart', 'fixture'])
  })

  test('hides the world of the preload', async () => {
    const seen = await page.evaluate(() => [
      Reflect.get(window, 'leaked'),
      typeof Reflect.get(window, 'require'),
      typeof Reflect.get(window, 'tellHost'),
    ])
    expect(seen).toEqual([undefined, 'undefined', 'undefined'])
  })

  test('is frozen to its depth and cannot be replaced', async () => {
    const refused = await page.evaluate(() => {
      'use strict'
      const attempts = [
        () => (window.fixture.add = () => 0),
        () => (window.fixture.list[1].deep = false),
        () => Reflect.apply(Array.prototype.push, window.fixture.list, [3]),
        () => Object.assign(window, { fixture: null }),
        () => delete (window as Partial<Window>).fixture,
      ]
      return attempts.map((attempt) => {
        try {
          attempt()
          return 'done'
        } catch (error) {
          return error instanceof TypeError
        }
      })
    })
    expect(refused).toEqual([true, true, true, true, true])
  })

  test('proxies functions both ways, the same function as the same', async () => {
    const seen = await page.evaluate(() => {
      const heard: unknown[] = []
      const stop = window.fixture.keep((value) => heard.push(value))
      window.fixture.callKept({ a: 1 })
      const left = stop()
      window.fixture.callKept({ a: 2 })
      return { sum: window.fixture.add(2, 3), heard, left }
    })
    expect(seen).toEqual({ sum: 5, heard: [{ a: 1 }], left: 1 })
  })

  test('passes promises, rejections and the message of an error', async () => {
    const seen = await page.evaluate(async () => {
      const caught = await window.fixture.rejects().catch((error: unknown) => error)
      try {
        window.fixture.throws()
      } catch (error) {
        if (!(error instanceof Error) || !(caught instanceof Error)) return 'not an Error'
        return { messages: [error.message, caught.message], code: 'code' in error }
      }
      return 'nothing thrown'
    })
    expect(seen).toEqual({ messages: ['too far', 'not today'], code: false })
    expect(await page.evaluate(() => window.fixture.later([1]))).toEqual({
      value: [1],
    })
  })

  test('copies values of the clonable kinds, with the page’s own prototypes', async () => {
    const kinds = await page.evaluate(() => [
      window.fixture.date instanceof Date,
      Array.isArray(window.fixture.list),
      ...[new Date(), new Map(), new Set(), /a/, new Uint8Array(2), 1n, undefined].map((value) =>
        window.fixture.typeOf(value),
      ),
    ])
    const names = ['Date', 'Map', 'Set', 'RegExp', 'Uint8Array', 'BigInt', 'Undefined']
    expect(kinds).toEqual([true, true, ...names.map((name) => `[object ${name}]`)])
  })
})

describe('IPC', () => {
  test('carries a structured clone there and back', async () => {
    const same = await page.evaluate(async () => {
      const sent = {
        when: new Date(5),
        map: new Map([['k', new Set([1n])]]),
        none: undefined,
        bytes: new Uint8Array([1, 255]),
        nan: NaN,
      }
      const got = await window.fixture.echo(sent)
      return [
        got.when.getTime(), [...(got.map.get('k') ?? [])].map(String), 'none' in got, [...got.bytes], got.nan,
      ] // prettier-ignore
    })
    expect(same).toEqual([5, ['1'], true, [1, 255], NaN])
  })

  test('refuses a function and tells a failure by its message', async () => {
    const failures = await page.evaluate(async () => {
      const message = String
      const unclonable = await window.fixture.invoke('echo', { f: () => 1 }).catch(message)
      return [
        String(unclonable).includes('could not be cloned'),
        await window.fixture.invoke('fail').catch(message),
        await window.fixture.invoke('nobody').catch(message),
      ]
    })
    expect(failures).toEqual([
      true,
      "Error: Error invoking remote method 'fail': TypeError: no such thing",
      "Error: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    ])
  })

  test('names its sender', async () => {
    const url = 'app://bundle/index.html'
    expect(await page.evaluate(() => window.fixture.invoke('sender'))).toEqual({
      isMain: true,
      isWindow: true,
      origin: 'app://bundle',
      url,
      parent: null,
    })
    expect(page.url()).toBe(url)
  })

  test('is heard in both directions until the listener leaves', async () => {
    await page.evaluate(() => {
      window.pushed = []
      window.stopPushes = window.fixture.onPush((value) => window.pushed.push(value))
      window.fixture.say('hello', 'there')
    })
    expect(await app.heard('said')).toEqual(['hello', 'there'])
    const push = (value: number): Promise<unknown> =>
      app.main(
        `electron.BrowserWindow.getAllWindows()[0].webContents.send('push', { value: ${value} }), null`,
      )
    await push(1)
    await page.waitForFunction(() => window.pushed.length === 1)
    await page.evaluate(() => window.stopPushes())
    await push(2)
    await page.evaluate(() => window.fixture.invoke('echo', null))
    expect(await page.evaluate(() => window.pushed)).toEqual([{ value: 1 }])
  })
})
