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

describe('the page is confined', () => {
  test('by its Content-Security-Policy, trusted types included', async () => {
    expect(await page.evaluate(() => typeof Reflect.get(window, 'inlineRan'))).toBe('undefined')
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
      const urls = ['page.js', 'none.js', 'https://example.com/']
      return Promise.all(urls.map((url) => fetch(url).then(({ status }) => status, String)))
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

test('the default menu’s keys reload the page, unless the app wants no menu', async () => {
  const isMarked = (): Promise<boolean> => page.evaluate(() => Reflect.has(window, 'marked'))
  const press = (): Promise<unknown> =>
    page.evaluate(() => {
      Reflect.set(window, 'marked', true)
      return window.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', ctrlKey: true }))
    })
  await Promise.all([page.waitForEvent('load'), press()])
  expect(await isMarked()).toBe(false)
  await app.main('electron.Menu.setApplicationMenu(null)')
  await press()
  await page.evaluate(() => window.fixture.echo('after the keys'))
  expect(await isMarked()).toBe(true)
})
