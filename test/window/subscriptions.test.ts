import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Discovered, Found } from '../../preload/contract/discovery.ts'
import { chooseMore, driveRow, tabOf, toast } from './controls.ts'
import { eventually } from './eventually.ts'
import type { Look } from './gallery.ts'
import { showPage, showWindow } from './show-window.ts'
import { account, busy, drive, settled } from './sample-states.ts'
import { samples } from './samples.ts'

const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('bdi')?.textContent ?? null)

/** What is followed, and how well it is heard. */
describe('Subscriptions', () => {
  const show = (look?: Look) => showPage('Subscriptions', samples.busy, look)

  test('one fault is one row with one button', async () => {
    await using shown = await show()
    const { page } = shown
    const needsYou = page.getByRole('list', { name: 'Needs attention' })
    expect(await needsYou.getByRole('listitem').count()).toBe(2)
    await driveRow(page, 'Board minutes').getByRole('button', { name: 'Try again' }).click()
    await driveRow(page, 'g.kimani@seabright.example').getByRole('button', { name: 'Sign in again' }).click()
    expect(await shown.calls()).toEqual([
      ['tryAgain', { subscriptionId: 'sub-8' }],
      ['signIn', { method: 'browser', loginHint: 'g.kimani@seabright.example' }],
    ])
    await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor()
  })

  test('each drive says its state in words', async () => {
    await using shown = await show()
    const { page } = shown
    const said: readonly (readonly [string, string])[] = [
      ['My files', 'Last change 8 seconds ago'],
      ['Drawings', 'Checking what changed since 10:23'],
      ['Site photos', 'Reading names: 41,200 of about 132,000 items'],
      ['Tenders 2027', 'Checking every 2 minutes'],
      ['Templates', 'Paused until tomorrow 08:00'],
      ['Bo Lindqvist’s drive', 'My OneDrive · grace@lindenhof.example · 2 folders'],
    ]
    for (const [name, words] of said) await driveRow(page, name).getByText(words, { exact: true }).waitFor()
    await driveRow(page, 'Bo Lindqvist’s drive').getByText('Reconnecting in 6 seconds').waitFor()
    await driveRow(page, 'Site photos').getByRole('progressbar').waitFor()
  })

  test('a row is heard as it is seen: what, where, how it is heard, what is new', async () => {
    await using shown = await show()
    const { page } = shown
    const rows = page.getByRole('main').getByRole('listitem')
    await page
      .getByRole('listitem', {
        name: 'Finance Finance site · grace@lindenhof.example · 2 folders · no guests Connected 2 new',
      })
      .waitFor()
    await page.getByRole('listitem', { name: 'g.kimani@seabright.example 2 drives Signed out' }).waitFor()
    expect(await rows.count()).toBe(busy.subscriptions.length - 1)
  })

  test('Pause, Resume and Open in browser name their drive', async () => {
    await using shown = await show()
    const { page } = shown
    await driveRow(page, 'My files').getByRole('button', { name: 'Pause', exact: true }).click()
    await driveRow(page, 'Templates').getByRole('button', { name: 'Resume', exact: true }).click()
    await chooseMore(page, driveRow(page, 'Finance'), 'Open in browser')
    expect(await shown.calls()).toEqual([
      ['pause', { what: { subscriptionId: 'sub-1' }, until: null }],
      ['resume', { what: { subscriptionId: 'sub-7' } }],
      ['openDrive', { subscriptionId: 'sub-2' }],
    ])
    const described = await driveRow(page, 'My files')
      .getByRole('button', { name: 'Pause', exact: true })
      .evaluate(
        (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
      )
    expect(described).toBe('My files')
  })

  test('Unfollow acts at once and can be undone; the focus goes to the next row', async () => {
    await using shown = await show()
    const { page } = shown
    await driveRow(page, 'Drawings').focus()
    await page.keyboard.press('Delete')
    const undone = toast(page, 'You no longer follow Drawings.')
    await undone.waitFor()
    expect(await undone.innerText()).toContain('You no longer follow Drawings.')
    const left = busy.subscriptions.filter(({ name }) => name !== 'Drawings')
    await page.evaluate((state) => window.stub.push(state), { ...busy, subscriptions: left })
    await eventually(() => focusedRow(page)).toBe('Finance')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await shown.calls()).toEqual([
      ['unfollow', { subscriptionId: 'sub-3' }],
      ['followAgain', { subscriptionId: 'sub-3' }],
    ])
    await undone.waitFor({ state: 'detached' })
  })

  test('by keyboard: one tab stop, arrows, P pauses only while a row has the focus', async () => {
    await using shown = await show()
    const { page } = shown
    await tabOf(page, 'Subscriptions').focus()
    await page.keyboard.press('Tab') // status card
    await page.keyboard.press('p')
    for (const _ of ['the filter', 'Pause all', 'Follow a drive', 'the rows'])
      await page.keyboard.press('Tab')
    expect(await focusedRow(page)).toBe('Board minutes')
    await page.keyboard.press('p') // what is not heard cannot be paused
    await page.keyboard.press('End')
    expect(await focusedRow(page)).toBe('Tenders 2027')
    await page.keyboard.press('p')
    await page.keyboard.press('ArrowUp')
    expect(await focusedRow(page)).toBe('Templates')
    await page.keyboard.press('p')
    expect(await shown.calls()).toEqual([
      ['pause', { what: { subscriptionId: 'sub-5' }, until: null }],
      ['resume', { what: { subscriptionId: 'sub-7' } }],
    ])
  })

  test('narrow: the buttons fold into More', async () => {
    await using shown = await show({ viewport: { width: 480, height: 700 } })
    const { page } = shown
    expect(await page.getByRole('button', { name: 'Pause', exact: true }).count()).toBe(0)
    await chooseMore(page, driveRow(page, 'My files'), 'Pause')
    expect(await shown.calls()).toEqual([['pause', { what: { subscriptionId: 'sub-1' }, until: null }]])
  })

  test('nothing followed: says how to begin', async () => {
    await using shown = await showWindow(samples['nothing-followed'])
    const { page } = shown
    await tabOf(page, 'Subscriptions').click()
    await page.getByRole('heading', { name: 'You’re not following anything yet' }).waitFor()
    await page.getByRole('button', { name: 'Follow a drive', exact: true }).click()
    await page.getByRole('dialog', { name: 'Follow a drive', exact: true }).waitFor()
  })

  test('nothing followed and nobody signed in: leads to Accounts', async () => {
    const { state } = samples['nothing-followed']
    const out = account({
      state: { kind: 'signed-out', why: { key: 'account.signed-out.ran-out', values: { drives: 2 } } },
    })
    await using shown = await showWindow({ state: { ...state, accounts: [out] } })
    const { page } = shown
    await tabOf(page, 'Subscriptions').click()
    await page.getByRole('button', { name: 'Go to Accounts' }).click()
    await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor()
  })

  test('Pause for and Pause all take a span; what is all paused resumes', async () => {
    await using shown = await show()
    const { page } = shown
    await chooseMore(page, driveRow(page, 'Finance'), 'Pause for')
    await page.getByRole('menuitem', { name: 'An hour' }).click()
    await page.getByRole('button', { name: 'Pause all' }).click()
    await page.getByRole('menuitem', { name: 'Until I resume' }).click()
    const subscriptions = busy.subscriptions.map((drive) => ({
      ...drive,
      status: { kind: 'paused' as const, until: null },
    }))
    await page.evaluate((state) => window.stub.push(state), { ...busy, subscriptions })
    await page.getByRole('button', { name: 'Resume all' }).click()
    expect(await shown.calls()).toEqual([
      ['pause', { what: { subscriptionId: 'sub-2' }, until: 'an-hour' }],
      ['pause', { what: 'everything', until: null }],
      ['resume', { what: 'everything' }],
    ])
  })

  test('the filter keeps drives of that name, and says when there is none', async () => {
    await using shown = await show()
    const { page } = shown
    await page.getByText('10 drives in 2 accounts', { exact: true }).waitFor()
    const filter = page.getByRole('searchbox', { name: 'Find a drive' })
    await filter.fill('fin')
    await driveRow(page, 'Drawings').waitFor({ state: 'detached' })
    await driveRow(page, 'Finance').waitFor()
    await eventually(() => shown.heard()).toContain('1 drive found')
    await filter.fill('nowhere')
    await page.getByText('No drives found').waitFor()
    await eventually(() => shown.heard()).toContain('No drives found')
  })

  test('a new drive is said, and its row takes the focus whatever the filter', async () => {
    const found: Found = {
      key: 'scans',
      name: 'Scans',
      place: 'Office site',
      icon: 'library',
      choice: { kind: 'target', target: { kind: 'drive', driveId: 'b!scans' } },
      followed: null,
    }
    const mine: Discovered = { kind: 'page', rows: [found], next: null, note: null }
    await using shown = await showWindow({ state: busy, finds: { mine } })
    const { page } = shown
    await tabOf(page, 'Subscriptions').click()
    await page.getByRole('searchbox', { name: 'Find a drive' }).fill('fin')
    await page.getByRole('button', { name: 'Follow a drive', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Follow a drive', exact: true })
    await dialog.getByRole('option', { name: /Scans/ }).click()
    await dialog.getByRole('button', { name: 'Follow', exact: true }).click()
    await toast(page, 'You’re now following Scans').waitFor()
    await dialog.waitFor({ state: 'detached' })
    const subscriptions = [...busy.subscriptions, drive({ id: 'sub-new', name: 'Scans' })]
    await page.evaluate((state) => window.stub.push(state), { ...busy, subscriptions })
    await eventually(() => focusedRow(page)).toBe('Scans')
  })

  test('a few drives need no filter', async () => {
    await using shown = await showWindow({ state: settled })
    const { page } = shown
    await tabOf(page, 'Subscriptions').click()
    await page.getByRole('button', { name: 'Follow a drive', exact: true }).waitFor()
    expect(await page.getByRole('searchbox').count()).toBe(0)
  })

  test('Ctrl+N follows; folders are chosen for drives, not for lists', async () => {
    await using shown = await show()
    const { page } = shown
    await driveRow(page, 'Finance').focus()
    await page.keyboard.press('Control+n')
    const dialog = page.getByRole('dialog', { name: 'Follow a drive', exact: true })
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await driveRow(page, 'Tenders 2027').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Unfollow' }).waitFor()
    expect(await page.getByRole('menuitem', { name: 'Choose folders' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await chooseMore(page, driveRow(page, 'Finance'), 'Choose folders')
    await page.getByRole('dialog').waitFor()
  })
})
