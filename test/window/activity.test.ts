import { describe, expect, test } from 'vitest'
import { chooseMore } from './controls.ts'
import { eventually } from './eventually.ts'
import { focusedName } from './focus.ts'
import { showWindow } from './show-window.ts'
import { rows } from './sample-rows.ts'
import { settled } from './sample-states.ts'
import { manyRows, samples } from './samples.ts'

const revised = (revision: number) => ({ ...settled, history: { ...settled.history, revision, unseen: 0 } })

/** What happened, newest first. */
describe('Activity', () => {
  test('rows say who, what, where, when and why, by day', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('heading', { name: 'Today, Thursday 19 November' }).waitFor()
    await page.getByText('19 changes, notified of 16').waitFor()
    const today = page.getByRole('list', { name: 'Changes, Today' })
    const first = today.getByRole('listitem').first()
    expect(await first.getAttribute('aria-label')).toBe(
      'Ada Okafor edited Budget 2027.xlsx 20 times since 09:00, +14 KB, Finance › Plans, Lindenhof, 10:42, Notified, unread',
    )
    expect(await first.getAttribute('aria-posinset')).toBe('1')
    expect(await first.getAttribute('aria-setsize')).toBe('8')
    expect(await first.locator('bdi').allTextContents()).toEqual([
      'Ada Okafor',
      'Budget 2027.xlsx',
      'Finance › Plans',
      'Lindenhof',
    ])
  })

  test('names are text: markup in them stays markup', async () => {
    await using shown = await showWindow(samples['activity'])
    await shown.page.getByText('Site photos › <b>Week</b> 45').waitFor()
  })

  test('a click opens the item, a deleted one its folder; Open folder opens the folder alone', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    const ids = rows.map(({ id }) => id)
    await page.getByRole('listitem', { name: /Budget 2027/ }).click()
    await page.getByRole('listitem', { name: /Offer steel frame/ }).click()
    await page.getByRole('listitem', { name: /moved Handover/ }).hover()
    await page
      .getByRole('listitem', { name: /moved Handover/ })
      .getByRole('button', { name: 'Open folder' })
      .click()
    expect(await shown.calls()).toEqual([
      ['openChange', { changeId: ids[0], what: 'item' }],
      ['openChange', { changeId: ids[4], what: 'folder' }],
      ['openChange', { changeId: ids[2], what: 'folder' }],
    ])
  })

  test('by keyboard alone: one tab stop, arrows, Home and End, then the row’s buttons', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('button', { name: /^Time/ }).focus()
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).toContain('Budget 2027')
    await page.keyboard.press('ArrowDown')
    expect(await focusedName(page)).toContain('12 files in Plumbing')
    await page.keyboard.press('End')
    await eventually(() => focusedName(page)).toContain('Handbook.pdf')
    await page.keyboard.press('Home')
    await eventually(() => focusedName(page)).toContain('Budget 2027')
    await page.keyboard.press('PageDown')
    await eventually(() => focusedName(page)).toContain('予算案')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).toBe('Rule: not from guests')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focusedName(page)).toBe('Open folder')
    await page.keyboard.press('Enter')
    const id = rows[8]?.id
    expect(await shown.calls()).toEqual([
      ['openChange', { changeId: id, what: 'item' }],
      ['openChange', { changeId: id, what: 'folder' }],
    ])
  })

  test('the focus can be seen', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('button', { name: /^Time/ }).focus()
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    )
    expect(outline).toBe('solid')
  })

  test('a long history is read as one scrolls, and only what is in view is in the page', async () => {
    await using shown = await showWindow({ state: settled, rows: manyRows(150), rowsPerPage: 50 })
    const { page } = shown
    await page.getByRole('listitem').first().waitFor()
    await page.keyboard.press('Tab')
    await page.getByRole('listitem').first().focus()
    await eventually(async () => {
      await page.keyboard.press('End')
      return focusedName(page)
    }).toContain('Report 149.docx')
    expect(await page.getByRole('listitem').count()).toBeLessThan(60)
  })

  test('new rows never move the row in focus; a pill leads to them; they are spoken', async () => {
    const many = manyRows(60)
    await using shown = await showWindow({ state: revised(1), rows: many.slice(3) })
    const { page } = shown
    const row = page.getByRole('listitem', { name: /Report 5\.docx/ })
    await row.focus()
    const before = await row.boundingBox()
    await page.evaluate((rows) => window.stub.setRows(rows), many)
    await page.evaluate((state) => window.stub.push(state), revised(2))
    const pill = page.getByRole('button', { name: '3 new', exact: true })
    await pill.waitFor()
    expect(await row.boundingBox()).toEqual(before)
    expect(await focusedName(page)).toContain('Report 5.docx')
    await eventually(() => shown.heard()).toEqual(['3 new changes'])
    await pill.click()
    await eventually(() => focusedName(page)).toContain('Report 0.docx')
    await pill.waitFor({ state: 'detached' })
  })

  test('new rows simply appear for whoever is at the top', async () => {
    const many = manyRows(60)
    await using shown = await showWindow({ state: revised(1), rows: many.slice(3) })
    const { page } = shown
    await page.getByRole('listitem', { name: /Report 3\.docx/ }).waitFor()
    await page.evaluate((rows) => window.stub.setRows(rows), many)
    await page.evaluate((state) => window.stub.push(state), revised(2))
    await page.getByRole('listitem', { name: /Report 0\.docx/ }).waitFor()
    expect(await page.getByRole('button', { name: '3 new' }).count()).toBe(0)
  })

  test('all can be marked seen', async () => {
    await using shown = await showWindow(samples['activity'])
    await shown.page.getByRole('button', { name: 'Mark all as read' }).click()
    expect(await shown.calls()).toEqual([['markAllSeen', undefined]])
  })

  test('empty: says what it listens to, and offers a notice', async () => {
    await using shown = await showWindow(samples['activity-empty'])
    const { page } = shown
    await page.getByText('You’re following My files.').waitFor()
    await page.getByRole('button', { name: 'Send a test notification' }).click()
    expect(await shown.calls()).toEqual([['showSampleNotice', undefined]])
    expect(await page.getByRole('button', { name: 'Mark all as read' }).count()).toBe(0)
  })

  test('loading shows grey rows after a while', async () => {
    await using shown = await showWindow(samples['activity-loading'])
    await shown.page.getByLabel('Loading your history').waitFor()
  })

  test('narrow: the row’s buttons fold into More', async () => {
    await using shown = await showWindow(samples['activity'], { viewport: { width: 480, height: 700 } })
    const { page } = shown
    const row = page.getByRole('listitem', { name: /Budget 2027/ })
    await row.hover()
    await chooseMore(page, row, 'Open folder')
    expect(await shown.calls()).toEqual([['openChange', { changeId: rows[0]?.id, what: 'folder' }]])
  })
})
