import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AnyComputer } from './any-computer.ts'
import type { App } from './app.ts'

// What a person is promised on every system, judged by what the built app asked the desktop for.

describe('on every system', () => {
  let computer: AnyComputer
  let app: App
  beforeAll(async () => {
    computer = await AnyComputer.open()
    app = await computer.start()
  })
  afterAll(() => computer[Symbol.asyncDispose]())

  const ada = () => computer.simulator.person('Ada Okafor')
  const notice = (title: string) => computer.record.next('notice', (asked) => asked.title === title)
  const tooltip = (match: RegExp) => computer.record.next('tray', (asked) => match.test(asked.tooltip))

  test('the first start shows a tray icon and opens the window', async () => {
    await tooltip(/not signed in/)
    const page = await app.window()
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor()
  })

  test('one click signs in with the system browser, and the own drive is followed at once', async () => {
    const page = await app.window()
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).click()
    await computer.signsIn()
    await page.getByRole('heading', { name: 'Your OneDrive is connected' }).waitFor()
    const { picture } = await tooltip(/1 drive connected/)
    expect(picture).toEqual({ state: 'live', unseen: false })
  })

  test('a change by a colleague is told, with the things that can be done about it', async () => {
    ada().adds('Plans/offer.docx')
    const { body, buttons } = await notice('Ada Okafor added offer.docx')
    expect(body).toBe('Plans · My files')
    expect(buttons).toEqual(['open-folder', 'mute', 'mark-seen']) // a click opens the file
  })

  test('what is opened from Activity goes to the browser', async () => {
    const page = await app.window()
    await page.getByRole('button', { name: 'Go to Activity' }).click()
    const row = page.getByRole('listitem').filter({ hasText: 'offer.docx' }).first()
    await row.focus()
    await page.keyboard.press('Enter')
    const { url } = await computer.record.next('open', (asked) => asked.url.includes('offer.docx'))
    expect(new URL(url).protocol).toBe('https:')
  })

  test('killed and started in the tray: no window, nothing lost, nothing told twice', async () => {
    await app.kill('SIGKILL')
    ada().adds('Plans/while down.docx')
    app = await computer.start(['--hidden'])
    await notice('Ada Okafor added while down.docx')
    expect(await app.targets()).toBe(0)
    // who did it may be asked for first, where the file came in the second in which the drive was first followed
    const titles = computer.record.all('notice').map(({ title }) => title)
    expect(titles.filter((title) => !title.startsWith('Someone'))).toEqual([
      'Ada Okafor added offer.docx',
      'Ada Okafor added while down.docx',
    ])
  })

  test('a second start shows the window of the first, and ends', async () => {
    const second = await computer.start()
    expect(await second.exited()).toBe(0)
    const page = await app.window()
    await page.getByRole('tab', { name: 'Activity' }).waitFor()
  })

  test('the desktop saw what is on record', async () => {
    await expect.poll(() => computer.seen()).toEqual(computer.asked())
  })
})
