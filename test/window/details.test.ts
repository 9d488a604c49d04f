import { describe, expect, test } from 'vitest'
import { drawn } from './clean.ts'
import { chooseMore, driveRow, heading, open, tabOf } from './controls.ts'
import { showDetails, moved, named, ruled, save } from './details.ts'
import { eventually } from './eventually.ts'
import { hasFocus } from './focus.ts'
import { rules } from './sample-details.ts'
import { samples } from './samples.ts'

/** What is told from one drive, with proof. */
describe('the details of a subscription', () => {
  test('Enter on a row, its name and Rules lead there; Subscriptions leads back to the row', async () => {
    await using shown = await showDetails()
    const { page } = shown
    const back = page.getByRole('navigation').getByRole('button', { name: 'Subscriptions' })
    await back.click()
    const row = driveRow(page, 'Finance')
    await eventually(() => hasFocus(row)).toBe(true)
    await row.getByRole('button', { name: 'Finance' }).click()
    await heading(page, 'Finance').waitFor()
    await back.click()
    await chooseMore(page, row, 'Rules')
    await heading(page, 'Finance').waitFor()
  })

  test('Esc and Alt+← lead back to the row, unless a field or a menu takes the key', async () => {
    await using shown = await showDetails()
    const { page } = shown
    const row = driveRow(page, 'Finance')
    for (const key of ['Escape', 'Alt+ArrowLeft']) {
      await page.keyboard.press(key)
      await eventually(() => hasFocus(row)).toBe(true)
      await page.keyboard.press('Enter')
      await heading(page, 'Finance').waitFor()
    }
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Add a pattern' }).click()
    await page.getByRole('textbox', { name: 'Pattern' }).press('Escape')
    await page.getByRole('textbox', { name: 'Pattern' }).waitFor({ state: 'detached' })
    await heading(page, 'Finance').waitFor()
    await moved(page).click()
    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByRole('alertdialog', { name: 'Discard your changes?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await heading(page, 'Finance').waitFor()
  })

  test('who chooses the tab stays at the tab', async () => {
    await using shown = await showDetails()
    const { page } = shown
    await open(page, 'Subscriptions')
    await driveRow(page, 'Finance').waitFor()
    await drawn(page)
    expect(await hasFocus(tabOf(page, 'Subscriptions'))).toBe(true)
  })

  test('the preview says what the rules would tell, and shows all with reasons', async () => {
    await using shown = await showDetails()
    const { page } = shown
    await page
      .getByRole('heading', { name: 'You’d have been notified about 4 of the last 100 changes' })
      .waitFor()
    await page.getByRole('img', { name: 'Notified about 4 of 100' }).waitFor()
    await page.getByText('quiet hours (kept for the summary)').waitFor()
    await page.getByText('Budget 2027 with the board of directors.xlsx').waitFor()
    expect(await page.getByText('With the saved rules').count()).toBe(0)
    await page.getByRole('button', { name: 'Show all 100 with reasons' }).click()
    await eventually(() => page.getByRole('dialog').getByRole('listitem').count()).toBe(100)
    expect(named(await shown.calls(), 'previewRules')).toEqual([{ subscriptionId: 'sub-2', rules }])
  })

  test('an edit is tried at once, said after a while, and saved with Ctrl+S', async () => {
    await using shown = await showDetails()
    const { page } = shown
    expect(await save(page).count()).toBe(0)
    await moved(page).click()
    await page.getByText('With the saved rules: 31').waitFor()
    const wanted = {
      ...rules,
      kinds: ['edited', 'added', 'deleted', 'moved', 'restored', 'sharing', 'malware'],
    }
    await eventually(async () => named(await shown.calls(), 'previewRules').at(-1)).toEqual({
      subscriptionId: 'sub-2',
      rules: wanted,
    })
    await eventually(() => shown.heard()).toContain(
      'You’d have been notified about 4 of the last 100 changes',
    )
    await page.keyboard.press('Control+s')
    await eventually(async () => named(await shown.calls(), 'setRules')).toEqual([
      { subscriptionId: 'sub-2', rules: wanted },
    ])
    await page.getByText('Rules saved').first().waitFor()
    await eventually(() => shown.heard()).toContain('Rules saved')
    await page.evaluate(
      (state) => window.stub.push(state),
      ruled({ ...rules, kinds: [...rules.kinds, 'moved'] }),
    )
    await save(page).waitFor({ state: 'detached' })
    expect(await moved(page).isChecked()).toBe(true)
  })

  test('Discard forgets the draft; rules that were refused stay', async () => {
    await using shown = await showDetails({ ...samples.busy, refusals: { setRules: 'The disk is full.' } })
    const { page } = shown
    await moved(page).click()
    await save(page).click()
    await page.getByText('The disk is full.').first().waitFor()
    expect(await moved(page).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Discard' }).click()
    expect(await moved(page).isChecked()).toBe(false)
    expect(await save(page).count()).toBe(0)
  })

  test('leaving with a draft asks once', async () => {
    await using shown = await showDetails()
    const { page } = shown
    await moved(page).click()
    await tabOf(page, 'Accounts').click()
    const question = page.getByRole('alertdialog', { name: 'Discard your changes?' })
    await question.getByRole('button', { name: 'Keep editing' }).click()
    await question.waitFor({ state: 'detached' })
    await heading(page, 'Finance').waitFor()
    expect(await moved(page).isChecked()).toBe(true)
    await page.evaluate(() => window.stub.showPage('activity'))
    await question.getByRole('button', { name: 'Discard' }).click()
    await heading(page, 'Activity').waitFor()
    await tabOf(page, 'Accounts').click()
    await heading(page, 'Accounts').waitFor()
    expect(await question.count()).toBe(0)
  })

  test('Unfollow asks once where a draft would be lost', async () => {
    await using shown = await showDetails()
    const { page } = shown
    const asked = async () => named(await shown.calls(), 'unfollow')
    await moved(page).click()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Unfollow' }).click()
    const leave = page.getByRole('alertdialog').getByRole('button', { name: 'Discard' })
    await leave.waitFor()
    expect(await asked()).toEqual([])
    await leave.click()
    await eventually(asked).toEqual([{ subscriptionId: 'sub-2' }])
  })
})
