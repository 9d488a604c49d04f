import { describe, expect, test } from 'vitest'
import { drawn } from './clean.ts'
import { open, tabOf, toast, statusCard } from './controls.ts'
import { eventually } from './eventually.ts'
import { hasFocus } from './focus.ts'
import { showWindow } from './show-window.ts'
import { busy, settled } from './sample-states.ts'
import { samples } from './samples.ts'

/** Tabs, status card, messages, themes. */
describe('the frame', () => {
  test('tabs have their exact names, one panel, and the arrow keys', async () => {
    await using shown = await showWindow(samples['busy'])
    const { page } = shown
    const names = await page
      .getByRole('tab')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('aria-label')))
    expect(names).toEqual(['Activity', 'Subscriptions', 'Webhooks', 'Accounts', 'Settings'])
    const activity = tabOf(page, 'Activity')
    await page.keyboard.press('Tab')
    expect(await hasFocus(activity)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('tabpanel', { name: 'Subscriptions' }).waitFor()
    expect(await hasFocus(tabOf(page, 'Subscriptions'))).toBe(true)
  })

  test('a proxy that wants a password is asked about once, and again when it was not right', async () => {
    const asking = { ...settled, proxy: { host: 'proxy.contoso.example:3128', isRefused: false } }
    await using shown = await showWindow({ state: asking })
    const { page } = shown
    const dialog = page.getByRole('alertdialog', { name: 'Your network’s proxy asks for a password' })
    await dialog.getByText('proxy.contoso.example:3128').waitFor()
    await dialog.getByRole('textbox', { name: 'User name' }).fill('grace')
    await dialog.getByLabel('Password', { exact: true }).fill('wrong')
    await page.keyboard.press('Enter')
    await eventually(() => shown.calls()).toEqual([['answerProxy', { username: 'grace', password: 'wrong' }]])
    const refused = { ...asking, proxy: { ...asking.proxy, isRefused: true } }
    await page.evaluate((state) => window.stub.push(state), refused)
    await dialog.getByText('The proxy didn’t accept that.').waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await eventually(async () => (await shown.calls()).slice(1)).toEqual([['answerProxy', null]])
    await page.evaluate((state) => window.stub.push(state), settled)
    await dialog.waitFor({ state: 'detached' })
  })

  test('unread changes and an account that needs the user stand beside their tabs', async () => {
    await using shown = await showWindow(samples['busy'])
    const { page } = shown
    expect(await page.getByRole('tablist').innerText()).toContain('5')
    const described = await page.getByRole('tab').evaluateAll((tabs) =>
      tabs.map((tab) => {
        const id = tab.getAttribute('aria-describedby')
        return id === null ? null : (document.getElementById(id)?.textContent ?? null)
      }),
    )
    expect(described).toEqual(['5 new changes', null, null, 'An account needs attention', null])
  })

  test('the status card says how well we hear, and does what its menu says', async () => {
    await using shown = await showWindow(samples['busy'])
    const { page } = shown
    const card = page.getByRole('button', { name: '5 of 10 connected 2 need attention', exact: true })
    await card.click()
    await page.getByRole('menuitem', { name: 'Check for changes now' }).click()
    await eventually(() => hasFocus(card)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Pause everything' }).getByText('For an hour').click()
    expect(await shown.calls()).toEqual([
      ['askNow', undefined],
      ['pause', { what: 'everything', until: 'an-hour' }],
    ])
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Sign in to g.kimani@seabright.example again' }).click()
    await eventually(() => hasFocus(page.getByRole('button', { name: 'Sign in again' }))).toBe(true)
  })

  test('what is paused can be resumed', async () => {
    const tomorrow = Date.parse('2026-11-20T08:00:00Z')
    const paused = settled.subscriptions.map((drive) => ({
      ...drive,
      status: { kind: 'paused' as const, until: tomorrow },
    }))
    await using shown = await showWindow({
      state: {
        ...settled,
        subscriptions: paused,
        overview: { ...settled.overview, kind: 'paused', live: 0, pausedUntil: tomorrow },
      },
    })
    const { page } = shown
    await page.getByRole('button', { name: 'Paused until tomorrow 08:00 Catches up when it resumes' }).click()
    await page.getByRole('menuitem', { name: 'Resume' }).click()
    expect(await shown.calls()).toEqual([['resume', { what: 'everything' }]])
  })

  test('a fault that appears is spoken once; reconnecting is not', async () => {
    await using shown = await showWindow({ state: settled })
    const { page } = shown
    const reconnecting = { ...settled.overview, kind: 'reconnecting' as const, live: 0 }
    await page.evaluate((state) => window.stub.push(state), { ...settled, overview: reconnecting })
    await page.getByRole('button', { name: '0 of 1 connected Reconnecting' }).waitFor()
    expect(await shown.heard()).toEqual([])
    await page.evaluate((state) => window.stub.push(state), busy)
    await page.evaluate((state) => window.stub.push(state), busy)
    await eventually(() => shown.heard()).toEqual([
      'Sign in to g.kimani@seabright.example again',
      'No access to Board minutes',
    ])
  })

  test('a message stays until dismissed, and shows its file', async () => {
    await using shown = await showWindow(samples['activity-offline'])
    const { page } = shown
    await page.getByText('You’ve been offline since 10:38.').waitFor()
    await page.getByRole('button', { name: 'Show file', exact: true }).click()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    expect(await shown.calls()).toEqual([
      ['showMessageFile', { id: 'settings' }],
      ['dismissMessage', { id: 'settings' }],
    ])
  })

  test('the tray shows a page, which takes the focus; a tab that is chosen keeps it', async () => {
    await using shown = await showWindow(samples['busy'])
    const { page } = shown
    await page.evaluate(() => window.stub.showPage('settings'))
    await eventually(() => hasFocus(page.getByRole('heading', { level: 1, name: 'Settings' }))).toBe(true)
    for (const name of ['Accounts', 'Subscriptions', 'Activity'] as const) {
      await open(page, name)
      await drawn(page)
      expect(await hasFocus(tabOf(page, name)), name).toBe(true)
    }
  })

  test('a refused command is said in its own words', async () => {
    await using shown = await showWindow({
      ...samples['busy'],
      refusals: { askNow: 'There is no network.' },
    })
    const { page } = shown
    await statusCard(page).click()
    await page.getByRole('menuitem', { name: 'Check for changes now' }).click()
    await toast(page, 'There is no network.').waitFor()
  })

  test('the theme follows the system and the wish', async () => {
    const paper = () => getComputedStyle(document.querySelector('main') ?? document.body).color
    await using dark = await showWindow({ state: settled }, { colorScheme: 'dark' })
    await using light = await showWindow({ state: settled }, { colorScheme: 'light' })
    expect(await dark.page.evaluate(paper)).not.toBe(await light.page.evaluate(paper))
    const wish = { ...settled, settings: { ...settled.settings, theme: 'dark' as const } }
    await light.page.evaluate((state) => window.stub.push(state), wish)
    await eventually(() => light.page.evaluate(paper)).toBe(await dark.page.evaluate(paper))
  })
})
