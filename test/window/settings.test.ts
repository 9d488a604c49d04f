import { describe, expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import { eventually } from './eventually.ts'
import { localeOf } from '../../preload/words/locale.ts'
import { language as english, pseudoLanguage } from '../words.ts'
import { wrongInAnyLook } from './clean.ts'
import { heading } from './controls.ts'
import { hasFocus } from './focus.ts'
import { showPage } from './show-window.ts'
import { quietHours } from './sample-details.ts'
import { busy, settled } from './sample-states.ts'
import { samples } from './samples.ts'
import type { Sample } from './stub.ts'

const quiet = { ...settled, settings: { ...settled.settings, quietHours } }

/** Everything acts at once. */
describe('Settings', () => {
  const show = (sample: Sample) => showPage('Settings', sample)

  test('the language is one of those there are, and everything is said in it at once', async () => {
    await using shown = await show({ state: { ...settled, languages: ['en', 'pseudo'] } })
    const { page } = shown
    const language = page.getByRole('combobox', { name: 'Language' })
    expect(await language.getByRole('option').allInnerTexts()).toEqual([
      'Use system setting',
      'English',
      '[!! Pseudo !!]',
    ])
    await language.selectOption('[!! Pseudo !!]')
    expect(await shown.calls()).toEqual([['changeSettings', { language: 'pseudo' }]])
    await page.evaluate((spoken) => window.stub.speak(spoken), pseudoLanguage)
    await heading(page, '[!! Šééttïïñgš !!]').waitFor()
    await page.getByRole('combobox', { name: '[!! Lååñgüüåågéé !!]' }).waitFor()
  })

  test('a language read from right to left turns the window at once, and back', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const turned = () =>
      page.evaluate(() => {
        const { lang, dir } = document.documentElement
        return [lang, dir, document.querySelector('.fui-FluentProvider')?.getAttribute('dir')]
      })
    expect(await turned()).toEqual(['en', 'ltr', 'ltr'])
    const arabic = { ...pseudoLanguage, locale: localeOf('ar', ['ar-EG']) }
    await page.evaluate((spoken) => window.stub.speak(spoken), arabic)
    await heading(page, '[!! Šééttïïñgš !!]').waitFor()
    expect(await turned()).toEqual(['ar', 'rtl', 'rtl'])
    await page.evaluate((spoken) => window.stub.speak(spoken), english)
    await heading(page, 'Settings').waitFor()
    expect(await turned()).toEqual(['en', 'ltr', 'ltr'])
  })

  test('each control has its name and calls its command', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    await page.getByRole('switch', { name: 'Launch at login' }).click()
    await page.getByRole('switch', { name: 'Show notifications' }).click()
    await page.getByRole('button', { name: 'Send a test notification' }).click()
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
    await page
      .getByRole('combobox', { name: 'My own changes' })
      .selectOption('Ignore changes I make with this account')
    await page.getByRole('combobox', { name: 'Open files in' }).selectOption('Desktop app')
    expect(await shown.calls()).toEqual([
      ['launchAtLogin', { on: true }],
      ['changeSettings', { showNotices: false }],
      ['showSampleNotice', undefined],
      ['changeSettings', { theme: 'dark' }],
      ['changeSettings', { ownChanges: 'hide-this-account' }],
      ['changeSettings', { opens: 'desktop-app' }],
    ])
    await page.getByText('Version 0.1.0').waitFor()
  })

  test('the tray icon is chosen where no panel tells its color', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const choice = page.getByRole('combobox', { name: 'Tray icon' })
    await choice.selectOption('Black, for light panels')
    expect(await shown.calls()).toEqual([['changeSettings', { trayIcon: 'light-panel' }]])
    await page.evaluate((state) => window.stub.push(state), { ...settled, platform: 'win32' as const })
    await eventually(() => choice.count()).toBe(0)
  })

  test('nothing is shown as done before the state says so', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const notices = page.getByRole('switch', { name: 'Show notifications' })
    await notices.click()
    expect(await notices.isChecked()).toBe(true)
    const off = { ...settled, settings: { ...settled.settings, showNotices: false } }
    await page.evaluate((state) => window.stub.push(state), off)
    await eventually(() => notices.isChecked()).toBe(false)
  })

  test('by keyboard: the theme can be chosen with the arrow keys', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    await page.getByRole('switch', { name: 'Launch at login' }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    expect(await shown.calls()).toEqual([
      ['launchAtLogin', { on: true }],
      ['changeSettings', { theme: 'light' }],
    ])
  })

  test('quiet hours: on, changed, without their summary, off', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const on = page.getByRole('switch', { name: 'Quiet hours', exact: true })
    await page.getByText('Turn on to mute notifications at set times.').waitFor()
    await on.click()
    expect(await shown.calls()).toEqual([['changeSettings', { quietHours }]])
    await page.evaluate((state) => window.stub.push(state), quiet)
    await page.getByText('18:30 to 08:00, Monday to Friday, and all day Saturday and Sunday').waitFor()
    await page.getByRole('switch', { name: 'Summary after quiet hours' }).click()
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByRole('textbox', { name: 'To' }).fill('7.30')
    await page.getByRole('group', { name: 'Whole days' }).getByRole('button', { name: 'Sat' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await on.click()
    expect((await shown.calls()).slice(1)).toEqual([
      ['changeSettings', { quietHours: { ...quietHours, digest: false } }],
      ['changeSettings', { quietHours: { ...quietHours, to: '07:30', wholeDays: [7] } }],
      ['changeSettings', { quietHours: null }],
    ])
  })

  test('history: what goes for good is asked about first', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const keepFor = page.getByRole('combobox', { name: 'Keep history for' })
    await page.getByText('4,218 changes, 1.8 MB.').waitFor()
    await keepFor.selectOption('1 year')
    await keepFor.selectOption('7 days')
    const question = page.getByRole('alertdialog')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await question.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Delete…' }).click()
    await question.getByText('This permanently deletes 4,218 changes from this computer.').waitFor()
    await question.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('History deleted').first().waitFor()
    expect(await shown.calls()).toEqual([
      ['changeSettings', { keepFor: 365 }],
      ['deleteHistory', { filter: noFilter }],
    ])
  })

  test('everything kept can be taken along', async () => {
    await using shown = await show(samples.busy)
    const { page } = shown
    await page.getByRole('button', { name: 'Export CSV' }).click()
    await page.getByText('Saved to /home/grace/Drivebell.csv').first().waitFor()
    await page.getByRole('button', { name: 'Export JSON' }).click()
    await eventually(() => shown.calls()).toEqual([
      ['exportHistory', { filter: noFilter, as: 'csv' }],
      ['exportHistory', { filter: noFilter, as: 'json' }],
    ])
  })

  test('what is muted can be unmuted, and the focus stays near', async () => {
    await using shown = await show(samples.busy)
    const { page } = shown
    const unmute = page.getByRole('button', { name: 'Unmute' })
    await unmute.first().focus()
    await page.keyboard.press('Enter')
    expect(await shown.calls()).toEqual([['unmute', { muteId: 'mute-1' }]])
    const left = { ...busy, mutes: busy.mutes.slice(1) }
    await page.evaluate((state) => window.stub.push(state), left)
    await page.getByText('Budget 2027.xlsx').waitFor({ state: 'detached' })
    await eventually(() => hasFocus(unmute)).toBe(true)
  })

  test('an application id entered here can be changed; the environment’s is not for this page', async () => {
    await using environment = await show({ state: settled })
    expect(await environment.page.getByText('5b1f0c3e').count()).toBe(0)
    await using shown = await show(samples['own-client-id'])
    const { page } = shown
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByRole('textbox', { name: 'Application (client) ID' }).fill('other')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await shown.calls()).toEqual([['useClientId', { clientId: 'other' }]])
  })
})

describe('managed by an administrator', () => {
  const policy = {
    organization: 'Lindenhof',
    managed: ['theme', 'keepFor', 'quietHours', 'clientId', 'targets', 'cloud', 'updates'],
    problems: [{ key: 'policy.problem.unknown', values: { name: 'organisation' } }],
  } as const
  const clientId = { kind: 'known', id: '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2', from: 'policy' } as const
  const managed = { ...quiet, clientId, policy }

  test('what is set says by whom, and cannot be changed', async () => {
    await using shown = await showPage('Settings', { state: managed })
    const { page } = shown
    await page.getByText('Lindenhof manages 7 settings of Drivebell.').waitFor()
    await page.getByText('Drivebell doesn’t know “organisation”.').waitFor()
    for (const name of ['Theme', 'Keep history for']) {
      const choice = page.getByRole('combobox', { name })
      expect(await choice.isDisabled()).toBe(true)
      expect(await choice.evaluate((each) => each.getAttribute('aria-describedby'))).not.toBeNull()
    }
    expect(await page.getByRole('switch', { name: 'Quiet hours', exact: true }).isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: 'Change', exact: true }).count()).toBe(0)
    expect(await page.getByRole('combobox', { name: 'Language' }).isDisabled()).toBe(false)
    expect(await page.getByText('Set by Lindenhof').count()).toBeGreaterThan(6)
    for (const name of ['What you can follow', 'Where you can sign in', 'Updates'])
      await page.getByText(name, { exact: true }).waitFor()
    expect(await wrongInAnyLook(page)).toEqual([])
    expect(await shown.faults()).toEqual([])
  })

  test('where the cloud is set there is no other one to sign in to', async () => {
    await using shown = await showPage('Accounts', { state: managed })
    expect(await shown.page.getByRole('button', { name: 'Sign in to another cloud' }).count()).toBe(0)
    await using free = await showPage('Accounts', { state: settled })
    await free.page.getByRole('button', { name: 'Sign in to another cloud' }).waitFor()
  })
})

describe('settings that travel', () => {
  const preview = {
    settings: ['theme', 'keepFor'],
    applicationId: true,
    newDrives: [{ name: 'Contracts', account: 'grace@lindenhof.example' }],
    changedDrives: [{ name: 'Finance', account: 'grace@lindenhof.example' }],
    skippedDrives: [
      {
        name: 'Lecture notes',
        account: 'g.kimani@seabright.example',
        why: { key: 'travel.skipped.signed-out', values: { account: 'g.kimani@seabright.example' } },
      },
    ],
    unread: 1,
  } as const
  const answers = {
    exportSettings: { ok: true, written: '/home/grace/Drivebell settings.json' },
    previewImport: { ok: true, preview },
  } as const
  const file = { name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from('{"kind":"x"}') }

  test('an import says what it changes before it does', async () => {
    await using shown = await showPage('Settings', { state: settled, answers })
    const { page } = shown
    await page.getByRole('button', { name: 'Export settings' }).click()
    await page.getByText('Saved to /home/grace/Drivebell settings.json').first().waitFor()
    await page.locator('input[type="file"]').setInputFiles(file)
    const dialog = page.getByRole('dialog', { name: 'Import settings?' })
    for (const text of [
      '3 settings change',
      'Keep history for',
      '1 drive is new',
      '1 drive gets other rules or folders',
      'Lecture notes: Sign in as g.kimani@seabright.example, then import again.',
      '1 part of the file can’t be read and is left out.',
    ])
      await dialog.getByText(text).waitFor()
    expect(await wrongInAnyLook(page)).toEqual([])
    await page.setViewportSize({ width: 1000, height: 700 })
    expect((await shown.calls()).map(([command]) => command)).toEqual(['exportSettings', 'previewImport'])
    await dialog.getByRole('button', { name: 'Import settings' }).click()
    await page.getByText('Settings imported').first().waitFor()
    expect((await shown.calls()).at(-1)).toEqual(['importSettings', { text: '{"kind":"x"}' }])
    expect(await shown.faults()).toEqual([])
  })

  test('a reset asks first, and can be undone', async () => {
    await using shown = await showPage('Settings', { state: settled })
    const { page } = shown
    await page.getByRole('button', { name: 'Reset…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Reset', exact: true }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await shown.calls()).toEqual([
      ['resetSettings', undefined],
      ['changeSettings', settled.settings],
    ])
  })
})

test('names and sound of notifications, and keys that open the window', async () => {
  await using shown = await showPage('Settings', { state: settled, refusals: {} })
  const { page } = shown
  await page.getByRole('combobox', { name: 'Names in notifications' }).selectOption('Hide while locked')
  await page.getByRole('combobox', { name: 'Sound' }).selectOption('No sound')
  await page.getByText('Ctrl + Alt + Shift + D opens this window from anywhere.').waitFor()
  await page.getByRole('switch', { name: 'Open with the keyboard' }).click()
  expect(await shown.calls()).toEqual([
    ['changeSettings', { noticeNames: 'unless-locked' }],
    ['changeSettings', { noticeSound: 'off' }],
    ['changeSettings', { openByKeys: true }],
  ])
})
