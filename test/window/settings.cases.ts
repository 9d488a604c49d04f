import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import type { Gallery, Shown } from './gallery.ts'
import { samples, settled } from './samples.ts'
import type { Sample } from './stub.ts'

/** Everything acts at once. */
export function settingsCases(gallery: () => Gallery): void {
  const show = async (sample: Sample): Promise<Shown> => {
    const shown = await gallery().show(sample)
    await shown.page.getByRole('tab', { name: 'Settings', exact: true }).click()
    await shown.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    return shown
  }

  test('each control has its name and calls its command', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    await page.getByRole('switch', { name: 'Launch at login' }).click()
    await page.getByRole('switch', { name: 'Show notices' }).click()
    await page.getByRole('button', { name: 'Show me one' }).click()
    await page.getByRole('combobox', { name: 'Theme' }).click()
    await page.getByRole('option', { name: 'Dark' }).click()
    await page.getByRole('combobox', { name: 'My own changes' }).click()
    await page.getByRole('option', { name: 'Tell', exact: true }).click()
    expect(await shown.calls()).toEqual([
      ['changeSettings', { launchAtLogin: true }],
      ['changeSettings', { showNotices: false }],
      ['showSampleNotice', undefined],
      ['changeSettings', { theme: 'dark' }],
      ['changeSettings', { tellOwnChanges: true }],
    ])
    await page.getByText('Version 0.1.0').waitFor()
  })

  test('nothing is shown as done before the state says so', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const notices = page.getByRole('switch', { name: 'Show notices' })
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
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await shown.calls()).toEqual([
      ['changeSettings', { launchAtLogin: true }],
      ['changeSettings', { theme: 'light' }],
    ])
  })

  test('an application id entered here can be changed; the environment’s is not for this page', async () => {
    await using environment = await show({ state: settled })
    expect(await environment.page.getByText('5b1f0c3e').count()).toBe(0)
    await using shown = await show(samples['own-client-id'])
    const { page } = shown
    await page.getByRole('button', { name: 'Change' }).click()
    await page.getByRole('textbox', { name: 'Application (client) ID' }).fill('other')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await shown.calls()).toEqual([['useClientId', { clientId: 'other' }]])
  })
}
