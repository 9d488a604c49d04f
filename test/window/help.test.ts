import { describe, expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { heading, statusCard, toast, visit } from './controls.ts'
import { hasFocus } from './focus.ts'
import { samples } from './samples.ts'
import { showPage, showWindow } from './show-window.ts'

/** Help, what is shipped, and how Drivebell is doing. */
describe('Help & about', () => {
  test('version, host, topics, keys, what’s new and licenses, all without a network', async () => {
    await using shown = await showPage('Settings', samples.busy)
    const { page } = shown
    await page.getByRole('button', { name: 'Help & about' }).click()
    await heading(page, 'Help & about').waitFor()
    await page.getByText('Drivebell 0.1.0').waitFor()
    await page.getByText('Electron 45.4.1, Chromium 156.0.7011.3, Node 24.21.0').waitFor()
    await page.getByText('What “connected” and “checking” mean').click()
    await page.getByText('Microsoft tells Drivebell about a change within seconds').waitFor()
    await page.getByText('Keyboard shortcuts').click()
    await page.getByText('Mark as read').waitFor()
    await page.getByText('What’s new', { exact: true }).click()
    await page.getByText('Sign in with Microsoft through the system browser').waitFor()
    await page.getByText('Licenses', { exact: true }).click()
    await page.getByText('3 packages are part of Drivebell').waitFor()
    await page.getByText('ms 2.1.3').click()
    await page.getByText('This package comes without a license text.').waitFor()
    await page.getByText('Drivebell’s own license').click()
    await page.getByText('Permission is hereby granted').waitFor()
    await page.getByRole('button', { name: 'Show file' }).click()
    expect((await shown.calls()).map(([command]) => command)).toEqual(['licenses', 'showChromiumLicenses'])
    expect(await shown.faults()).toEqual([])
  })

  test('a problem is reported with a text that can be read first', async () => {
    await using shown = await showWindow(samples.busy)
    const { page } = shown
    await visit(page, 'help')
    const report = page.getByRole('button', { name: 'Report a problem' })
    await report.click()
    const dialog = page.getByRole('dialog', { name: 'Report a problem' })
    await eventually(() => dialog.getByRole('textbox', { name: 'Report' }).inputValue()).toContain(
      'drivebell 0.1.0',
    )
    await dialog.getByRole('button', { name: 'Copy report' }).click()
    await toast(page, 'Report copied, without secrets').waitFor()
    expect(await shown.copied()).toEqual(['drivebell 0.1.0\nelectron 45.4.1'])
    await dialog.getByRole('button', { name: 'Open the contact page' }).click()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await eventually(() => hasFocus(report)).toBe(true)
    expect(await shown.calls()).toEqual([
      ['diagnosticReport', undefined],
      ['openHelp', { page: 'report' }],
    ])
  })

  test('Esc leads back to Settings, and the status card leads here', async () => {
    await using shown = await showWindow(samples.busy)
    const { page } = shown
    await statusCard(page).click()
    await page.getByRole('menuitem', { name: 'Help & about' }).click()
    await heading(page, 'Help & about').waitFor()
    await page.keyboard.press('Escape')
    await heading(page, 'Settings').waitFor()
  })

  test('it is there for whoever cannot sign in, and leads back to Welcome', async () => {
    await using shown = await showWindow(samples['welcome-first'])
    const { page } = shown
    await page.getByRole('button', { name: 'Diagnostics' }).click()
    await heading(page, 'Diagnostics').waitFor()
    await page.evaluate((state) => window.stub.push(state), samples['welcome-first'].state)
    await heading(page, 'Diagnostics').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor()
  })
})

describe('Diagnostics', () => {
  test('figures, what was found, connections and the log', async () => {
    await using shown = await showWindow(samples.busy)
    const { page } = shown
    await statusCard(page).click()
    await page.getByRole('menuitem', { name: 'Diagnostics' }).click()
    for (const text of [
      '0.03% of a core',
      '1.4 a second',
      '38 this hour',
      '0.1.0 on Electron 45.4.1, Node 24.21.0',
      'Notifications: gnome-shell 43.9',
      'Tray: no place for icons. Start Drivebell again to open this window.',
    ])
      await page.getByText(text).waitFor()
    const row = page.getByRole('row').filter({ hasText: 'Tenders 2027' })
    await row.getByText('400 notSupported').waitFor()
    await row.getByRole('button', { name: 'Show what happened to Tenders 2027' }).click()
    await page.getByText('asking: 400 notSupported').waitFor()
    expect(await page.getByRole('textbox', { name: 'Log' }).inputValue()).toContain('link state=live')
    await page.getByRole('button', { name: 'Show file' }).click()
    await page.getByRole('button', { name: 'Copy report' }).click()
    await toast(page, 'Report copied, without secrets').waitFor()
    expect(await shown.copied()).toHaveLength(1)
    expect((await shown.calls()).map(([command]) => command)).toContain('showLogs')
  })

  test('the doctor says the first thing to fix, aloud as well', async () => {
    await using shown = await showWindow(samples.busy)
    const { page } = shown
    await visit(page, 'diagnostics')
    await page.getByRole('button', { name: 'Check now' }).click()
    const card = page.getByRole('region', { name: 'Fix this first' })
    await card.getByText('Your network blocks live connections').first().waitFor()
    await card.getByRole('listitem').filter({ hasText: 'Live connections' }).waitFor()
    const blocked =
      'Your network blocks live connections, so changes arrive minutes later. Ask your administrator to allow websockets to *.svc.ms.'
    await eventually(() => shown.heard()).toContain(blocked)
    await page.evaluate(() => window.stub.setAnswer('checkUp', { checks: [], first: null }))
    await page.getByRole('button', { name: 'Check now' }).click()
    await page.getByRole('region', { name: 'Check-up' }).getByText('Everything works.').waitFor()
  })
})
