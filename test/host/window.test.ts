import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FixtureApp, temporaryFolder } from './fixture-app.ts'

/** What the fixture's preload exposes. */
type Bridge = {
  list: [number, { deep: boolean }]
  date: Date
  add(a: number, b: number): number
  keep(callback: (value: unknown) => unknown): () => number
  callKept(value: unknown): unknown[]
  throws(): void
  later(value: unknown): Promise<unknown>
  rejects(): Promise<void>
  typeOf(value: unknown): string
  invoke(channel: string, value?: unknown): Promise<unknown>
  say(...words: string[]): void
  onPush(listener: (value: unknown) => void): () => void
}
declare global {
  interface Window {
    fixture: Bridge
    inlineRan?: boolean
    leaked?: string
    atStart: { fixture: string; own: string[] }
    pushed: unknown[]
    stopPushes: () => void
  }
}

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
      window.leaked,
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
        () => window.fixture.list.push(3 as never),
        () => (window.fixture = {} as never),
        () => delete (window as { fixture?: unknown }).fixture,
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
      return { sum: window.fixture.add(2, 3), heard, left, own: window.fixture.add instanceof Function }
    })
    expect(seen).toEqual({ sum: 5, heard: [{ a: 1 }], left: 1, own: true })
  })

  test('passes promises, rejections and the message of an error', async () => {
    const seen = await page.evaluate(async () => {
      const caught = await window.fixture.rejects().catch((error: unknown) => error)
      try {
        window.fixture.throws()
      } catch (error) {
        const isError = error instanceof Error && caught instanceof Error
        return {
          isError,
          messages: [(error as Error).message, (caught as Error).message],
          code: 'code' in (error as object),
        }
      }
      return null
    })
    expect(seen).toEqual({ isError: true, messages: ['too far', 'not today'], code: false })
    expect(await page.evaluate(() => window.fixture.later([1]))).toEqual({
      value: [1],
    })
  })

  test('copies values of the clonable kinds, with the page’s own prototypes', async () => {
    const kinds = await page.evaluate(() => [
      window.fixture.date instanceof Date,
      window.fixture.list instanceof Array,
      ...[new Date(), new Map(), new Set(), /a/, new Uint8Array(2), 1n, undefined].map(window.fixture.typeOf),
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
      const got = (await window.fixture.invoke('echo', sent)) as typeof sent
      return [
        got.when.getTime(), [...(got.map.get('k') ?? [])].map(String), 'none' in got, [...got.bytes], got.nan,
      ] // prettier-ignore
    })
    expect(same).toEqual([5, ['1'], true, [1, 255], NaN])
  })

  test('refuses a function and tells a failure by its message', async () => {
    const failures = await page.evaluate(async () => {
      const message = (error: unknown): string => (error as Error).message
      const unclonable = await window.fixture.invoke('echo', { f: () => 1 }).catch(message)
      return [
        String(unclonable).includes('could not be cloned'),
        await window.fixture.invoke('fail').catch(message),
        await window.fixture.invoke('nobody').catch(message),
      ]
    })
    expect(failures).toEqual([
      true,
      "Error invoking remote method 'fail': TypeError: no such thing",
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
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

describe('the page is confined', () => {
  test('by its Content-Security-Policy, trusted types included', async () => {
    expect(await page.evaluate(() => window.inlineRan)).toBeUndefined()
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>no</b>'
        return 'done'
      } catch (error) {
        return String(error).includes('TrustedHTML')
      }
    })
    expect(refused).toBe(true)
    expect(app.stderr).toContain('inline script')
  })

  test('to the app’s own scheme', async () => {
    const answers = await page.evaluate(async () => {
      const status = (url: string): Promise<unknown> => fetch(url).then(({ status }) => status, String)
      return [await status('page.js'), await status('none.js'), await status('https://example.com/')]
    })
    expect(answers).toEqual([200, 404, 'TypeError: Failed to fetch'])
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/framed'
      document.body.append(frame)
    })
    expect(await app.heard('will-frame-navigate')).toBe('https://example.com/framed')
  })

  test('to one window: what it opens is asked for, denied and closed', async () => {
    await page.evaluate(() => void window.open('https://example.com/window'))
    expect(await app.heard('window-open')).toBe('https://example.com/window')
    await expect.poll(async () => (await fetch(`${await app.port()}/json/list`)).json()).toHaveLength(1)
    await expect.poll(() => page.context().pages().length).toBe(1)
  })

  test('to permissions that the app grants', async () => {
    const state = await page.evaluate(() =>
      navigator.permissions.query({ name: 'notifications' }).then(({ state }) => state),
    )
    expect(state).toBe('denied')
  })

  test('to places the app allows', async () => {
    await app.main(`state.prevent.add('will-navigate'), null`)
    await page.evaluate(() => void (location.href = 'other.html'))
    expect(await app.heard('will-navigate')).toBe('app://bundle/other.html')
    expect(await page.evaluate(() => location.pathname)).toBe('/index.html')
    await page.evaluate(() => void (location.href = 'https://example.com/away'))
    await app.until(() =>
      app.events.some(({ event, told }) => event === 'will-navigate' && told === 'https://example.com/away'),
    )
    expect(await page.evaluate(() => window.fixture.invoke('echo', 'still here'))).toBe('still here')
    await Promise.all([
      page.waitForURL('app://bundle/other.html'),
      page.evaluate(() => void (location.href = 'other.html')),
    ])
    expect(await app.main('electron.BrowserWindow.getAllWindows()[0].webContents.getURL()')).toBe(
      'app://bundle/other.html',
    )
  })
})

test('the window follows its page’s title, theme and size', async () => {
  await page.evaluate(() => void (document.title = 'Renamed'))
  await expect.poll(() => app.main('electron.BrowserWindow.getAllWindows()[0].getTitle()')).toBe('Renamed')
  const isDark = (): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await app.main(`electron.nativeTheme.themeSource = 'dark'`)
  await expect.poll(isDark).toBe(true)
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([700, 500])
})
