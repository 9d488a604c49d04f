import { describe, expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import { eventually } from './eventually.ts'
import { hasFocus } from './focus.ts'
import type { Shown } from './gallery.ts'
import { showWindow } from './show-window.ts'
import { settled } from './sample-states.ts'
import { manyRows, samples } from './samples.ts'

const asked = ({ page }: Shown) => page.evaluate(() => window.stub.filters)

/** Looking for changes, and what can be done with those found. */
describe('Activity, search', () => {
  test('search: Ctrl+F leads there, hits are marked, the number is said and spoken', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('listitem').first().waitFor()
    await page.keyboard.press('Control+f')
    await page.keyboard.insertText('budget')
    await page.getByRole('heading', { name: '1 change matches' }).waitFor()
    await page.getByText('out of 4,218 since 21 August').waitFor()
    const found = page.getByRole('list', { name: 'Changes that match' }).getByRole('listitem')
    expect(await found.locator('mark').allTextContents()).toEqual(['Budget'])
    await eventually(() => shown.heard()).toEqual(['1 change matches'])
    expect(await asked(shown)).toEqual([noFilter, { ...noFilter, text: 'budget' }])
  })

  test('no match says what was asked, of how many, and how far they reach back', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('button', { name: 'Person: Anyone' }).click()
    await page.getByRole('button', { name: 'Ada Okafor 1,204' }).click()
    await page.getByRole('radio', { name: 'Not notified' }).check()
    await page.getByRole('searchbox', { name: 'Search changes' }).fill('budgte')
    await page.getByRole('heading', { name: 'No changes found' }).waitFor()
    await page
      .getByText(
        'You have 4,218 changes in your history, but none by Ada Okafor with “budgte”. Filters: Not notified. Your history goes back to 21 August 2026.',
      )
      .waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).last().click()
    await page.getByRole('heading', { name: 'Today, Thursday 19 November' }).waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
  })

  test('filters are pills; a chosen one is a tag that can be taken away; the focus stays', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('button', { name: 'Kind: Any change' }).click()
    await page.getByRole('menuitem', { name: 'Sharing' }).click()
    const remove = page.getByRole('button', { name: 'Remove Sharing' })
    await eventually(() => hasFocus(remove)).toBe(true)
    expect((await asked(shown)).at(-1)?.kinds).toEqual(['shared', 'unshared', 'sharing-changed'])
    await page.keyboard.press('Enter')
    const pill = page.getByRole('button', { name: 'Kind: Any change' })
    await eventually(() => hasFocus(pill)).toBe(true)
    expect((await asked(shown)).at(-1)).toEqual(noFilter)
  })

  test('a person is found by name and by arrow keys', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('button', { name: 'Person: Anyone' }).click()
    await page.getByRole('searchbox', { name: 'Find a person' }).fill('bo')
    await page.getByRole('button', { name: /^Bo Lindqvist/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove Bo Lindqvist' }).waitFor()
    expect(await shown.calls()).toEqual([
      ['people', { text: '' }],
      ['people', { text: 'bo' }],
    ])
  })

  test('narrow: one Filter button holds what else can be chosen', async () => {
    await using shown = await showWindow(samples['activity'], { viewport: { width: 480, height: 700 } })
    const { page } = shown
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByRole('combobox', { name: 'Drive' }).selectOption('My files')
    await page.getByRole('combobox', { name: 'Person' }).selectOption('Ada Okafor')
    await page.getByRole('button', { name: 'Filter: 2', includeHidden: true }).waitFor()
    expect((await asked(shown)).at(-1)).toEqual({
      ...noFilter,
      subscriptionId: 'sub-1',
      person: 'id of Ada Okafor',
    })
  })

  test('what matches can be written to a file, and deleted after a question that names how many', async () => {
    await using shown = await showWindow(samples['activity'])
    const { page } = shown
    await page.getByRole('radio', { name: 'Not notified' }).check()
    await page.getByRole('heading', { name: '5 changes match' }).waitFor()
    const filter = { ...noFilter, told: false }
    const more = page.locator('header').getByRole('button', { name: 'More' })
    await more.click()
    await page.getByRole('menuitem', { name: 'Export as CSV…' }).click()
    await page.getByText('Saved to /home/grace/Drivebell.csv').last().waitFor()
    await more.click()
    await page.getByRole('menuitem', { name: 'Delete matching changes…' }).click()
    await page.getByRole('alertdialog', { name: 'Delete 5 changes?' }).waitFor()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    expect(await shown.calls()).toEqual([
      ['exportHistory', { filter, as: 'csv' }],
      ['deleteHistory', { filter }],
    ])
  })

  test('a history that cannot be read says so, and is tried again', async () => {
    await using shown = await showWindow(samples['activity-failed'])
    const { page } = shown
    await page.getByText('Your history couldn’t be read.').waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    expect(await asked(shown)).toEqual([noFilter])
  })

  test('another filter begins at the top', async () => {
    await using shown = await showWindow({ state: settled, rows: manyRows(150) })
    const { page } = shown
    await page.getByRole('listitem').first().focus()
    await page.keyboard.press('End')
    await page.getByRole('radio', { name: 'Notified', exact: true }).check()
    await page.getByRole('heading', { name: '150 changes match' }).waitFor()
    await page.getByRole('listitem', { name: /Report 0\.docx/ }).waitFor()
  })
})
