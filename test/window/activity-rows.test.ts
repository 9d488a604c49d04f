import { describe, expect, test } from 'vitest'
import { chooseMore } from './controls.ts'
import { eventually } from './eventually.ts'
import { hasFocus } from './focus.ts'
import { showWindow } from './show-window.ts'
import { rows } from './sample-rows.ts'
import { now, samples } from './samples.ts'

const [budget, burst] = rows

/** Each row: its reason, its files, and what can be done with it. */
describe('Activity, rows', () => {
  test('a burst unfolds to five files, then to all; a file opens', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    const row = page.getByRole('listitem', { name: /12 files in Plumbing/ })
    await row.getByText('Drawings › Level 04 › Plumbing · Lindenhof · 10:24 to 10:31').waitFor()
    await row.getByRole('button', { name: 'Show files' }).click()
    const files = row.getByRole('list', { name: 'Files' }).getByRole('listitem')
    await eventually(() => files.count()).toBe(6)
    expect(await row.getByRole('button', { name: 'Hide files' }).getAttribute('aria-expanded')).toBe('true')
    await row.getByRole('button', { name: 'Show 7 more' }).click()
    await eventually(() => files.count()).toBe(12)
    await files.filter({ hasText: 'Hot water loop' }).getByRole('button').click()
    await files.filter({ hasText: 'Sketch' }).getByRole('button').click()
    await row.getByRole('button', { name: 'Hide files' }).click()
    await files.first().waitFor({ state: 'detached' })
    expect(await shown.calls()).toEqual([
      ['burst', { burstId: 'burst-1', after: 0 }],
      ['openChange', { changeId: 'line-10:28', what: 'item' }],
      ['openChange', { changeId: 'line-10:24', what: 'folder' }],
    ])
  })

  test('by keyboard: → unfolds, ← folds, M mutes, S marks seen', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    const row = page.getByRole('listitem', { name: /12 files in Plumbing/ })
    await row.focus()
    await page.keyboard.press('ArrowRight')
    await row.getByRole('list', { name: 'Files' }).waitFor()
    await page.keyboard.press('ArrowLeft')
    await row.getByRole('list', { name: 'Files' }).waitFor({ state: 'detached' })
    await page.keyboard.press('s')
    await page.keyboard.press('m')
    await eventually(() => shown.calls()).toEqual([
      ['burst', { burstId: 'burst-1', after: 0 }],
      ['markSeen', { changeId: burst?.id }],
      ['muteChange', { changeId: burst?.id, what: 'folder', length: 'an-hour' }],
    ])
  })

  test('what is muted can be taken back', async () => {
    const sample = samples['activity']
    const until = now + 3_600_000
    const mutes = [
      {
        id: 'mute-1',
        what: { kind: 'file', subscriptionId: 'sub-1', itemId: 'item', name: 'Budget 2027.xlsx' },
        until,
      } as const,
    ]
    await using shown = await showWindow({ ...sample, state: { ...sample.state, mutes } })
    const { page } = shown
    const row = page.getByRole('listitem', { name: /Budget 2027/ })
    await row.hover()
    await row.getByRole('button', { name: 'Mute' }).click()
    await page.getByRole('menuitem', { name: 'This file', exact: true }).click()
    await page.getByRole('menuitem', { name: 'For 1 hour', exact: true }).click()
    await page.getByText('Muted Budget 2027.xlsx until 11:43.', { exact: true }).waitFor()
    await page.getByText('Undo', { exact: true }).click()
    await eventually(() => shown.calls()).toEqual([
      ['muteChange', { changeId: budget?.id, what: 'file', length: 'an-hour' }],
      ['unmute', { muteId: 'mute-1' }],
    ])
  })

  test('a person is muted until somebody turns it back on, in four clicks', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    const row = page.getByRole('listitem', { name: /Budget 2027/ })
    await row.hover()
    await row.getByRole('button', { name: 'Mute', exact: true }).click()
    await page.getByRole('menuitem', { name: 'This person', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Until I turn it back on', exact: true }).click()
    await eventually(() => shown.calls()).toEqual([
      ['muteChange', { changeId: budget?.id, what: 'person', length: 'until-unmuted' }],
    ])
  })

  test('a right click, or Shift+F10, offers what can be done with a row', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    const row = page.getByRole('listitem', { name: /Budget 2027/ })
    await row.click({ button: 'right', position: { x: 300, y: 10 } })
    const items = await page.getByRole('menuitem').allTextContents()
    expect(items).toEqual(['Open', 'Open folder', 'Mute', 'Mark as read', 'Copy link'])
    await page.getByRole('menuitem', { name: 'Copy link', exact: true }).click()
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await row.focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Open folder', exact: true }).click()
    await eventually(() => shown.calls()).toEqual([
      ['copyLink', { changeId: budget?.id }],
      ['openChange', { changeId: budget?.id, what: 'folder' }],
    ])
  })

  test('a double click opens once', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('listitem', { name: /Budget 2027/ }).dblclick({ position: { x: 300, y: 10 } })
    const burstRow = page.getByRole('listitem', { name: /12 files in Plumbing/ })
    await burstRow.getByRole('button', { name: 'Show files' }).click()
    await burstRow
      .getByRole('list', { name: 'Files' })
      .getByRole('listitem')
      .filter({ hasText: 'Hot water loop' })
      .getByRole('button')
      .dblclick()
    await eventually(() => shown.calls()).toEqual([
      ['openChange', { changeId: budget?.id, what: 'item' }],
      ['burst', { burstId: 'burst-1', after: 0 }],
      ['openChange', { changeId: 'line-10:28', what: 'item' }],
    ])
  })

  test('a file of a burst has a menu of its own, and is muted by itself', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    const row = page.getByRole('listitem', { name: /12 files in Plumbing/ })
    await row.getByRole('button', { name: 'Show files' }).click()
    const files = row.getByRole('list', { name: 'Files' }).getByRole('listitem')
    const file = files.filter({ hasText: 'Hot water loop' }).getByRole('button')
    await file.click({ button: 'right' })
    const items = await page.getByRole('menuitem').allTextContents()
    expect(items).toEqual(['Open', 'Open folder', 'Mute', 'Copy link'])
    await page.getByRole('menuitem', { name: 'Mute', exact: true }).click()
    await page.getByRole('menuitem', { name: 'This file', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Until tomorrow', exact: true }).click()
    await eventually(() => shown.calls()).toEqual([
      ['burst', { burstId: 'burst-1', after: 0 }],
      ['muteChange', { changeId: 'line-10:28', what: 'file', length: 'tomorrow' }],
    ])
    expect(await shown.faults()).toEqual([])
  })

  test('malware stands out, and its folder comes before the file', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    const row = page.getByRole('listitem', { name: /flagged invoice_0815/ })
    await row.scrollIntoViewIfNeeded()
    const other = page.getByRole('listitem', { name: /2027年度/ })
    const colorOf = (each: typeof row) => each.evaluate((at) => getComputedStyle(at).backgroundColor)
    expect(await colorOf(row)).not.toBe(await colorOf(other))
    await row.hover()
    const names = await row.getByRole('button').allTextContents()
    expect(names.filter((name) => name.startsWith('Open'))).toEqual(['Open folder', 'Open'])
    await row.click({ position: { x: 200, y: 10 } })
    await eventually(() => shown.calls()).toEqual([
      ['openChange', { changeId: expect.any(String), what: 'folder' }],
    ])
  })

  test('More marks a row seen and copies its link', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    const row = page.getByRole('listitem', { name: /Budget 2027/ })
    await row.hover()
    await chooseMore(page, row, 'Mark as read')
    await row.hover()
    await chooseMore(page, row, 'Copy link')
    await page.getByText('Link copied').last().waitFor()
    expect(await shown.calls()).toEqual([
      ['markSeen', { changeId: budget?.id }],
      ['copyLink', { changeId: budget?.id }],
    ])
  })

  test('a reason, asked, says why and offers what would change it', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    const reason = page.getByRole('button', { name: 'Rule: not from guests' })
    await reason.click()
    const why = page.getByRole('dialog', { name: 'Not notified: rule' })
    await why.getByText('Finance leaves out changes by guests.').waitFor()
    await page.keyboard.press('Escape')
    await why.waitFor({ state: 'detached' })
    expect(await hasFocus(reason)).toBe(true)
    await reason.click()
    await why.getByRole('button', { name: 'Notify me about changes like this' }).click()
    await page.getByText('You’ll be notified about changes like this.').last().waitFor()
    await reason.click()
    await why.getByRole('button', { name: 'Change the rule' }).click()
    await page.getByRole('tab', { name: 'Subscriptions', selected: true }).waitFor()
    const changing = (await shown.calls()).filter(([command]) => command !== 'previewRules') // the page beside it
    expect(changing).toEqual([['allowSimilar', { changeId: rows[8]?.id }]])
  })

  test('what is muted can be told again from its reason', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('listitem').first().focus()
    await page.keyboard.press('End')
    await page.getByRole('button', { name: 'Muted until 11:30' }).click()
    await page.getByRole('button', { name: 'Unmute' }).click()
    expect(await shown.calls()).toEqual([['unmute', { muteId: 'mute-1' }]])
  })

  test('a time away stands between the changes before and after it', async () => {
    await using shown = await showWindow(samples['activity'])
    const today = shown.page.getByRole('list', { name: 'Changes, Today' })
    const line = today.getByText('You were away from 22:10 to 08:40. 17 changes are in your summary.')
    const boxes = [
      await today.getByRole('listitem', { name: /Contract Robot/ }).boundingBox(),
      await line.boundingBox(),
      await today.getByRole('listitem', { name: /Yusuf Demir/ }).boundingBox(),
    ]
    const tops = boxes.map((box) => box?.y ?? 0)
    expect(tops).toEqual(tops.toSorted((one, other) => one - other))
  })
})
