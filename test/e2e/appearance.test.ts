import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { chooseHost } from '../../build/host.ts'
import { plainText } from '../../preload/words/pseudo.ts'
import type { Look } from '../host/questions.ts'
import { english } from '../words.ts'
import type { App } from './app.ts'
import { Computer } from './drivebell.ts'

// How the built app looks before its page does: theme, color of the bare window, menu bar.

const isDark = (page: Page) => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)

async function choosesDark(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Settings' }).click()
  const theme = page.getByRole('combobox', { name: english.phrase('settings.general.theme'), exact: true })
  await theme.selectOption(english.phrase('settings.general.theme.dark'))
}

test('the page follows the theme of Settings, also in the next window', async () => {
  await using computer = await Computer.open()
  const { app, page } = await computer.startSignedIn('Grace Kimani')
  expect(await isDark(page)).toBe(false)
  await choosesDark(page)
  await expect.poll(() => isDark(page)).toBe(true)
  await page.close()
  await app.windowless()
  await computer.start()
  const again = await app.window()
  await again.getByRole('tab', { name: 'Settings' }).waitFor()
  expect(await isDark(again)).toBe(true)
})

test('no key reloads the page', async () => {
  await using computer = await Computer.open()
  const { page } = await computer.startSignedIn('Grace Kimani')
  await page.evaluate(() => Reflect.set(window, 'isMarked', true))
  for (const key of ['Control+r', 'Control+Shift+r', 'F5']) await page.keyboard.press(key)
  computer.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await page.getByRole('listitem', { name: /^Ada Okafor edited budget\.xlsx/ }).waitFor()
  expect(await page.evaluate(() => Reflect.get(window, 'isMarked'))).toBe(true)
})

describe.runIf(chooseHost().kind === 'stand-in')('what the app gave to Electron', () => {
  const lookOf = async (app: App) => (await app.ask({ kind: 'look' })) as Look

  test('windows come in the color of their page, and once it is there: nothing flashes', async () => {
    await using computer = await Computer.open()
    const { app, page } = await computer.startSignedIn('Grace Kimani')
    expect(await lookOf(app)).toEqual({
      theme: 'system',
      menu: null,
      windows: [{ color: '#ffffff', shown: 'when ready' }],
    })
    await choosesDark(page)
    await expect.poll(async () => (await lookOf(app)).theme).toBe('dark')
    await page.close()
    await app.windowless()
    await computer.start()
    await app.window()
    const shown = async () => (await lookOf(app)).windows
    await expect.poll(shown).toEqual([{ color: '#292929', shown: 'when ready' }])
    await app.kill('SIGTERM')
    const next = await computer.start()
    await computer.desktop.tray.tooltip(/1 drive connected/)
    await computer.start() // shows the window of the one that runs
    await next.window()
    await expect.poll(async () => (await lookOf(next)).windows[0]?.color).toBe('#292929')
  })

  test('macOS has a menu bar, in the language of the app', async () => {
    await using computer = await Computer.open()
    const app = await computer.start([], { STAND_IN_PLATFORM: 'darwin', DRIVEBELL_LOCALE: 'pseudo' })
    await app.window()
    const { menu } = await lookOf(app)
    expect(menu).toHaveLength(19)
    expect(menu?.flatMap((label) => plainText(label, ['Drivebell']))).toEqual([])
  })
})
