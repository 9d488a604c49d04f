import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FixtureApp, temporaryFolder } from './fixture-app.ts'

const lifeEvents = new Set([
  'window close',
  'window closed',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
])
const lifeOf = (app: FixtureApp): string[] => app.names().filter((name) => lifeEvents.has(name))

describe('quitting', () => {
  test('closes the windows between before-quit and will-quit', async () => {
    using home = temporaryFolder()
    await using app = await FixtureApp.open({ home: home.path })
    await app.main('state.open().then(() => electron.app.quit())')
    expect(await app.exited()).toBe(0)
    expect(lifeOf(app)).toEqual(['before-quit', 'window close', 'window closed', 'will-quit', 'quit'])
  })

  test.each([
    { event: 'before-quit', seen: ['before-quit'] },
    { event: 'window close', seen: ['before-quit', 'window close'], prevent: 'close' },
    { event: 'will-quit', seen: ['before-quit', 'window close', 'window closed', 'will-quit'] },
  ])(
    'is held up by a listener of $event, and works the next time',
    async ({ event, seen, prevent = event }) => {
      using home = temporaryFolder()
      await using app = await FixtureApp.open({ home: home.path })
      await app.main(`state.open().then(() => { state.prevent.add('${prevent}'); electron.app.quit() })`)
      await app.until(() => lifeOf(app).length === seen.length)
      expect(await app.main('electron.app.isReady()')).toBe(true)
      expect(lifeOf(app)).toEqual(seen)
      await app.main('void setImmediate(() => electron.app.quit())')
      expect(await app.exited()).toBe(0)
      expect(lifeOf(app).at(-1)).toBe('quit')
    },
  )

  test('exit skips every question', async () => {
    using home = temporaryFolder()
    await using app = await FixtureApp.open({ home: home.path })
    await app.main('state.open().then(() => void setImmediate(() => electron.app.exit(3)))')
    expect(await app.exited()).toBe(3)
    expect(lifeOf(app)).toEqual(['window closed'])
  })

  test('follows the last window unless the app listens for that', async () => {
    using home = temporaryFolder()
    const code = 'state.open().then((window) => window.close())'
    await using app = await FixtureApp.open({ home: home.path, args: ['--quit-with-last-window'] })
    await app.main(code)
    expect(await app.exited()).toBe(0)
    await using stays = await FixtureApp.open({ home: home.path })
    await stays.main(code)
    await stays.heard('window-all-closed')
    expect(await stays.main('electron.BrowserWindow.getAllWindows().length')).toBe(0)
  })

  test('is what a termination signal asks for', async () => {
    using home = temporaryFolder()
    await using app = await FixtureApp.open({ home: home.path })
    app.kill('SIGTERM')
    expect(await app.exited()).toBe(0)
    expect(lifeOf(app)).toEqual(['before-quit', 'will-quit', 'quit'])
  })
})

describe('the single instance', () => {
  test('hears of the second start, which ends', async () => {
    using home = temporaryFolder()
    await using first = await FixtureApp.open({ home: home.path })
    await using second = FixtureApp.start({ home: home.path })
    expect(await second.exited()).toBe(0)
    expect(await first.heard('second-instance')).toHaveProperty('from')
    expect(second.names()).not.toContain('ready')
  })

  test('is per user data folder', async () => {
    using home = temporaryFolder()
    using other = temporaryFolder()
    await using first = await FixtureApp.open({ home: home.path })
    await using second = await FixtureApp.open({ home: other.path })
    expect(await first.main(`electron.app.getPath('userData')`)).toBe(join(home.path, 'data'))
    expect(await second.main(`electron.app.getPath('userData')`)).toBe(join(other.path, 'data'))
  })

  test('leaves nothing in the way when it is killed, Chromium included', async () => {
    using home = temporaryFolder()
    const first = await FixtureApp.open({ home: home.path })
    const page = await first.page()
    const gone = new Promise((resolve) => page.context().browser()?.once('disconnected', resolve))
    first.kill('SIGKILL')
    expect(await first.exited()).toBeNull()
    await gone
    await using second = await FixtureApp.open({ home: home.path })
    expect(await (await second.page()).title()).toBe('Fixture page')
  })
})

describe('windows come and go', () => {
  test('under one debugging port, with and without a client', async () => {
    using home = temporaryFolder()
    await using app = await FixtureApp.open({ home: home.path })
    const list = async (): Promise<unknown> => (await fetch(`${await app.port()}/json/list`)).json()
    expect(await list()).toEqual([])
    const browser = await app.connect()
    for (const title of ['first', 'second']) {
      await app.main('state.open().then(() => undefined)')
      const [context] = browser.contexts()
      const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
      await page?.getByRole('heading', { name: 'Fixture' }).waitFor()
      await page?.evaluate((text) => void (document.title = text), title)
      await expect.poll(list).toMatchObject([{ type: 'page', url: 'app://bundle/index.html', title }])
      await app.main('electron.BrowserWindow.getAllWindows()[0].close()')
      await expect.poll(list).toEqual([])
    }
    expect(browser.isConnected()).toBe(true)
  })

  test('and nothing of Chromium is left once the last is closed', async () => {
    using home = temporaryFolder()
    await using app = await FixtureApp.open({ home: home.path })
    await app.main('state.open().then((window) => window.close())')
    await app.heard('window closed')
    const profiles = `(await import('node:fs')).readdirSync(electron.app.getPath('userData') + '/stand-in-chromium')`
    await expect.poll(() => app.main(`(async () => ${profiles})()`)).toEqual([])
  })

  test('when the page closes itself, and when Chromium is killed', async () => {
    using home = temporaryFolder()
    await using app = await FixtureApp.open({ home: home.path })
    const page = await app.page()
    await page.evaluate(() => window.close()).catch(() => undefined)
    await app.heard('window-all-closed')
    expect(lifeOf(app)).toEqual(['window close', 'window closed', 'window-all-closed'])
    app.events.splice(0)
    await app.main('state.open().then(() => undefined)')
    const session = await (await app.connect()).newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    process.kill(processInfo.find(({ type }) => type === 'browser')?.id ?? 0, 'SIGKILL')
    expect(await app.heard('render-process-gone')).toBe('killed')
    await app.heard('window-all-closed')
    expect(lifeOf(app)).toEqual(['window closed', 'window-all-closed'])
    expect(await app.main('state.open().then((window) => window.webContents.getURL())')).toBe(
      'app://bundle/index.html',
    )
  })
})

test('an entry module that awaits ready never gets it, and is told why', async () => {
  using home = temporaryFolder()
  await using app = FixtureApp.start({ home: home.path, args: ['--await-ready'] })
  await app.until(() => app.stderr.includes('await app.whenReady()'))
  expect(app.names()).toEqual([])
  expect(existsSync(join(home.path, 'data'))).toBe(true)
})
