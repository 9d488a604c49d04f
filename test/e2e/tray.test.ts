import { expect, test } from 'vitest'
import type { TrayItem } from '../desktop/tray.ts'
import { Computer } from './drivebell.ts'

const sentence = /tray icons\. Start Drivebell again to open this window/

/** How bright what is drawn of an icon is, at most 255. */
function brightness({ icons }: TrayItem): number {
  const { argb = Buffer.alloc(0) } = icons.at(-1) ?? {}
  const drawn = Array.from({ length: argb.length / 4 }, (_, at) => argb.subarray(4 * at, 4 * at + 4)).filter(
    ([alpha = 0]) => alpha > 127,
  )
  return drawn.reduce((sum, [, red = 0]) => sum + red, 0) / drawn.length
}

test('signed in, on a desktop that lists icons but draws none: the window says so, until a panel comes, and again when it has left', async () => {
  await using computer = await Computer.open()
  const { tray } = computer.desktop
  const first = await computer.startSignedIn('Grace Kimani')
  await first.app.kill('SIGTERM')
  tray.setHost(false)
  const app = await computer.start()
  const page = await app.window()
  await page.getByText(sentence).waitFor()
  expect(tray.items()).toEqual([])
  tray.setHost(true)
  await tray.tooltip(/1 drive/)
  await page.getByText(sentence).waitFor({ state: 'detached' })
  await page.close()
  tray.setHost(false)
  const again = await computer.start()
  expect(await again.exited()).toBe(0)
  await (await app.window()).getByText(sentence).waitFor()
})

test('started hidden there, it waits with the sentence for whoever opens the window', async () => {
  await using computer = await Computer.open({ host: false })
  const app = await computer.start(['--hidden'])
  await expect.poll(() => app.output).toContain('no panel draws tray icons')
  const again = await computer.start()
  expect(await again.exited()).toBe(0)
  await (await app.window()).getByText(sentence).waitFor()
})

test('a panel that starts anew, with another watcher, gets the icon anew', async () => {
  await using computer = await Computer.open()
  const { tray } = computer.desktop
  await computer.start(['--hidden'])
  await tray.appears()
  await tray.stop()
  await tray.disappears()
  await tray.start()
  await tray.tooltip(/^Drivebell: not signed in/)
})

test('the icon is outlined, and black where the person says so', async () => {
  await using computer = await Computer.open()
  const { tray } = computer.desktop
  const page = await (await computer.startSignedIn('Grace Kimani')).app.window()
  const outlined = brightness(await tray.appears())
  expect([outlined > 64, outlined < 224]).toEqual([true, true])
  await page.getByRole('tab', { name: 'Settings', exact: true }).click()
  await page.getByRole('combobox', { name: 'Tray icon' }).selectOption('Black, for light panels')
  await tray.until((item) => brightness(item) < 64)
})

test('as on Windows the icon is that of its taskbar, in its sizes, and of another one when that changes', async () => {
  await using computer = await Computer.open()
  // light windows beside a dark taskbar, as Windows comes
  const app = await computer.start(['--hidden'], { STAND_IN_PLATFORM: 'win32', STAND_IN_TASKBAR: 'dark' })
  const item = await computer.desktop.tray.until((icon) => brightness(icon) > 200)
  expect(item.icons.map(({ width }) => width)).toEqual([40])
  await app.ask({ kind: 'system-looks', isDark: false, isTaskbarDark: false })
  await computer.desktop.tray.until((icon) => brightness(icon) < 64)
})
