import { describe, expect, test } from 'vitest'
import { open } from './controls.ts'
import { wrongInAnyLook } from './clean.ts'
import { eventually } from './eventually.ts'
import { focusedName } from './focus.ts'
import { showWindow } from './show-window.ts'
import { asked, showPicker } from './picker.ts'
import { folder, sample } from './sample-finds.ts'
import { drive, settled } from './sample-states.ts'

/** Chooses how much of a drive is followed. */
describe('Choose folders', () => {
  test('only some folders, read as they are unfolded, become the scope', async () => {
    await using shown = await showPicker({})
    const { page } = shown
    await page.getByRole('option', { name: 'Scans' }).click()
    await page.getByRole('button', { name: 'Choose folders' }).click()
    await page.getByRole('dialog', { name: 'Choose what to follow in Scans' }).waitFor()
    await page.getByRole('radio', { name: 'Only these folders and files' }).click()
    const item = (name: string) => page.getByRole('treeitem', { name })
    await item('Level 04').focus()
    await page.keyboard.press('ArrowRight')
    await item('Plumbing').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press(' ')
    await eventually(() => item('Level 04').getAttribute('aria-checked')).toBe('mixed')
    await item('Doors.xlsx').click()
    const search = page.getByRole('searchbox', { name: 'Find a folder or file' })
    await search.fill('el')
    await item('Old elevations').waitFor()
    await eventually(() => page.getByRole('treeitem').allTextContents()).toEqual([
      'Level 04',
      'Electrical',
      'Old elevations',
    ])
    await search.press('ArrowDown')
    await eventually(() => focusedName(page)).toBe('Level 04')
    await search.fill('')
    await item('Roof').waitFor()
    await item('Doors.xlsx').focus()
    await page.getByText('1 folder and 1 file selected').waitFor()
    await page.getByText('Items you choose stay followed when they’re renamed or moved.').waitFor()
    expect(await wrongInAnyLook(page)).toEqual([])
    const question = page.getByRole('alertdialog', { name: 'Discard your selection?' })
    await page.keyboard.press('Escape')
    await question.waitFor()
    await eventually(() => focusedName(page)).toBe('Keep editing')
    expect(await wrongInAnyLook(page)).toEqual([])
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    await eventually(() => focusedName(page)).toBe('Doors.xlsx')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await question.getByRole('button', { name: 'Keep editing' }).click()
    await eventually(() => focusedName(page)).toBe('Cancel')
    await page.getByRole('button', { name: 'Follow', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await asked(shown, 'browseFolder')).toEqual([
      { accountId: 'grace', driveId: 'b!Scans', itemId: null, cursor: null },
      { accountId: 'grace', driveId: 'b!Scans', itemId: 'l4', cursor: null },
      { accountId: 'grace', driveId: 'b!Scans', itemId: null, search: 'el', cursor: null },
    ])
    expect(await asked(shown, 'follow')).toEqual([
      {
        accountId: 'grace',
        target: { kind: 'drive', driveId: 'b!Scans' },
        scope: {
          kind: 'only',
          items: [folder('plumbing', 'Plumbing'), folder('doors', 'Doors.xlsx', false)],
        },
      },
    ])
  })

  test('the folders of a drive that is followed can be chosen later', async () => {
    const scope = { kind: 'only' as const, items: [folder('deep', 'Old plans')] }
    const state = { ...settled, subscriptions: [drive({ scope })] }
    await using shown = await showWindow({ ...sample, state }, { reducedMotion: 'reduce' })
    const { page } = shown
    await open(page, 'Subscriptions')
    await page.getByRole('main').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Choose folders' }).click()
    await page.getByRole('dialog', { name: 'Choose what to follow in My files' }).waitFor()
    await page.getByRole('treeitem', { name: 'Roof' }).click()
    await page.getByText('2 folders selected').waitFor()
    expect(await wrongInAnyLook(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove Old plans' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await asked(shown, 'setScope')).toEqual([
      { subscriptionId: 'sub-1', scope: { kind: 'only', items: [folder('roof', 'Roof')] } },
    ])
  })
})
