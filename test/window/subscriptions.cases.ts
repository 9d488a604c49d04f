import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import type { Gallery, Look, Shown } from './gallery.ts'
import { busy, samples } from './samples.ts'

const row = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true })

const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('bdi')?.textContent ?? null)

/** What is followed, and how well it is heard. */
export function subscriptionsCases(gallery: () => Gallery): void {
  const show = async (look?: Look): Promise<Shown> => {
    const shown = await gallery().show(samples['busy'], look)
    await shown.page.getByRole('tab', { name: 'Subscriptions', exact: true }).click()
    await shown.page.getByRole('heading', { name: 'Following' }).waitFor()
    return shown
  }

  test('one fault is one row with one button', async () => {
    await using shown = await show()
    const { page } = shown
    const needsYou = page.getByRole('list', { name: 'Needs you' })
    expect(await needsYou.getByRole('listitem').count()).toBe(2)
    await row(page, 'Board minutes').getByRole('button', { name: 'Try again' }).click()
    await row(page, 'g.kimani@seabright.example').getByRole('button', { name: 'Sign in again' }).click()
    expect(await shown.calls()).toEqual([
      ['askNow', undefined],
      ['signIn', { method: 'browser', loginHint: 'g.kimani@seabright.example' }],
    ])
    await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor()
  })

  test('each drive says its state in words', async () => {
    await using shown = await show()
    const { page } = shown
    const said: readonly (readonly [string, string])[] = [
      ['My files', 'Last heard 8 s ago'],
      ['Drawings', 'Reading what changed since 10:23'],
      ['Site photos', 'Learning names: 41,200 of about 132,000 items'],
      ['Tenders 2027', 'Polling every 2 min'],
      ['Templates', 'Paused'],
    ]
    for (const [name, words] of said) await row(page, name).getByText(words, { exact: true }).waitFor()
    await row(page, 'Bo Lindqvist’s drive').getByText('Reconnecting in 6 s').waitFor()
    await row(page, 'Site photos').getByRole('progressbar').waitFor()
  })

  test('Pause, Resume and Open in browser name their drive', async () => {
    await using shown = await show()
    const { page } = shown
    await row(page, 'My files').getByRole('button', { name: 'Pause', exact: true }).click()
    await row(page, 'Templates').getByRole('button', { name: 'Resume', exact: true }).click()
    await row(page, 'Finance').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Open in browser' }).click()
    expect(await shown.calls()).toEqual([
      ['pause', { what: { subscriptionId: 'sub-1' } }],
      ['resume', { what: { subscriptionId: 'sub-7' } }],
      ['openDrive', { subscriptionId: 'sub-2' }],
    ])
    const described = await row(page, 'My files')
      .getByRole('button', { name: 'Pause', exact: true })
      .evaluate(
        (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
      )
    expect(described).toBe('My files')
  })

  test('Unfollow acts at once and can be undone; the focus goes to the next row', async () => {
    await using shown = await show()
    const { page } = shown
    await row(page, 'Drawings').focus()
    await page.keyboard.press('Delete')
    const toast = page.locator('.fui-Toast', { hasText: 'Unfollowed Drawings.' })
    await toast.waitFor()
    expect(await toast.innerText()).toContain('Unfollowed Drawings.')
    const left = busy.subscriptions.filter(({ name }) => name !== 'Drawings')
    await page.evaluate((state) => window.stub.push(state), { ...busy, subscriptions: left })
    await eventually(() => focusedRow(page)).toBe('Finance')
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await shown.calls()).toEqual([
      ['unfollow', { subscriptionId: 'sub-3' }],
      ['followAgain', { subscriptionId: 'sub-3' }],
    ])
    await toast.waitFor({ state: 'detached' })
  })

  test('by keyboard: one tab stop, arrows, P pauses only while a row has the focus', async () => {
    await using shown = await show()
    const { page } = shown
    await page.getByRole('tab', { name: 'Subscriptions', exact: true }).focus()
    await page.keyboard.press('Tab') // status card
    await page.keyboard.press('p')
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
      ['pause', { what: { subscriptionId: 'sub-5' } }],
      ['resume', { what: { subscriptionId: 'sub-7' } }],
    ])
  })

  test('narrow: the buttons fold into More', async () => {
    await using shown = await show({ viewport: { width: 480, height: 700 } })
    const { page } = shown
    expect(await page.getByRole('button', { name: 'Pause', exact: true }).count()).toBe(0)
    await row(page, 'My files').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Pause', exact: true }).click()
    expect(await shown.calls()).toEqual([['pause', { what: { subscriptionId: 'sub-1' } }]])
  })

  test('nothing followed: says how to begin', async () => {
    await using shown = await gallery().show(samples['nothing-followed'])
    const { page } = shown
    await page.getByRole('tab', { name: 'Subscriptions', exact: true }).click()
    await page.getByRole('heading', { name: 'You follow nothing yet' }).waitFor()
    await page.getByRole('button', { name: 'Go to Accounts' }).click()
    await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor()
  })
}
