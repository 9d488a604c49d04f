import type { Page } from 'playwright-core'
import { describe, test } from 'vitest'
import type { HistoryRow } from '../../preload/contract/activity.ts'
import type { ActivityEntry } from '../../preload/contract/state.ts'
import { open } from './controls.ts'
import { eventually } from './eventually.ts'
import { focusedName } from './focus.ts'
import { showWindow } from './show-window.ts'
import { away, rows as sampleRows } from './sample-rows.ts'
import { manyRows, samples } from './samples.ts'

const leadTo = (page: Page, entry: ActivityEntry) =>
  page.evaluate((entry) => window.stub.showPage('activity', entry), entry)

/** How a row begins to be read. */
const nameOf = (row: HistoryRow | undefined) => row?.sentence.map(({ text }) => text).join('') ?? 'no row'

/** Where a notice leads. */
describe('where a notice leads', () => {
  test('a burst: its row has the focus, whatever page was shown', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await open(page, 'Settings')
    await leadTo(page, { kind: 'change', changeId: 'long gone', burstId: 'burst-1' })
    await eventually(() => focusedName(page)).toContain(nameOf(sampleRows.find(({ burst }) => burst)))
  })

  test('a digest: its line among all changes, and arrow keys go on from there', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('searchbox').fill('Ada')
    await page.getByRole('heading', { name: /match/ }).waitFor()
    await leadTo(page, { kind: 'digest', digestId: 'away-1' })
    await eventually(() => focusedName(page)).toContain('You were away from')
    const ended = away[0]?.until ?? 0
    const above = sampleRows.findLast(({ at }) => at > ended)
    const below = sampleRows.find(({ at }) => at <= ended)
    await page.keyboard.press('ArrowDown')
    await eventually(() => focusedName(page)).toContain(nameOf(below))
    await page.keyboard.press('ArrowUp')
    await eventually(() => focusedName(page)).toContain(nameOf(above))
  })

  test('a change some pages below is read on to; one that is not kept leads to the newest', async () => {
    const rows = manyRows(350)
    await using shown = await showWindow({ ...samples['activity'], rows, rowsPerPage: 100 })
    const { page } = shown
    await page.getByRole('listitem').first().waitFor()
    await leadTo(page, { kind: 'change', changeId: rows[340]?.id ?? '', burstId: null })
    await eventually(() => focusedName(page)).toContain(nameOf(rows[340]))
    await leadTo(page, { kind: 'change', changeId: 'gone', burstId: null })
    await eventually(() => focusedName(page)).toContain(nameOf(rows[0]))
  })
})
