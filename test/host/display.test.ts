import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startProcess } from '../desktop/process.ts'
import { FixtureApp, temporaryFolder } from './fixture-app.ts'

const run = promisify(execFile)

test('on a display the window is one of Chromium’s, without its bars, until the person closes it', async () => {
  using home = temporaryFolder()
  const screen = ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp']
  await using xvfb = startProcess('Xvfb', screen, process.env)
  const DISPLAY = `:${await xvfb.line(/^\d+$/)}`
  await using app = await FixtureApp.open({ home: home.path, env: { DISPLAY } })
  const env = { ...process.env, DISPLAY }
  const place = async (): Promise<string> => {
    const search = ['search', '--name', 'Fixture page', 'getwindowgeometry']
    const { stdout } = await run('xdotool', search, { env })
    return /Position: (\S+)[^]*Geometry: (\S+)/.exec(stdout)?.slice(1).join(' ') ?? ''
  }
  const window = 'electron.BrowserWindow.getAllWindows()[0]'
  const page = await app.page()
  expect(await place()).toBe('-8000,-8000 700x500')
  await app.main(`${window}.show()`)
  await expect.poll(place).toBe('290,150 700x500')
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([700, 500])
  await app.main(`${window}.hide()`)
  await expect.poll(place).toBe('-8000,-8000 700x500')
  await app.main(`${window}.show()`)
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible')
  // The window may be gone before the keys are let go: xdotool then fails, and the close is what counts.
  const close = ['search', '--name', 'Fixture page', 'windowfocus', 'key', 'alt+F4']
  await run('xdotool', close, { env }).catch(() => undefined)
  await app.heard('window-all-closed')
  expect(app.names().slice(-3)).toEqual(['window close', 'window closed', 'window-all-closed'])
})
