import { describe, expect, test } from 'vitest'
import { defaultRules, type Rules } from '../../preload/contract/rules.ts'
import { showDetails, moved, named, ruled, save } from './details.ts'
import { eventually } from './eventually.ts'
import { hasFocus } from './focus.ts'
import { preview } from './sample-details.ts'
import { busy } from './sample-states.ts'
import { samples } from './samples.ts'

/** The rules of one drive, section by section. */
describe('the rules of a subscription', () => {
  test('a tag goes with Backspace, hands on the focus, and comes back with Undo', async () => {
    await using shown = await showDetails()
    const { page } = shown
    const patterns = page.getByRole('list', { name: 'Patterns' }).getByRole('listitem')
    await page.getByRole('button', { name: 'Remove *.docx' }).focus()
    await page.keyboard.press('Backspace')
    await eventually(() => patterns.allTextContents()).toEqual(['*.xlsx', 'not Plans/Old/**'])
    const next = page.getByRole('button', { name: 'Remove not Plans/Old/**' })
    await eventually(() => hasFocus(next)).toBe(true)
    await page.getByRole('button', { name: 'Undo' }).click()
    await eventually(() => patterns.allTextContents()).toEqual(['*.xlsx', '*.docx', 'not Plans/Old/**'])
    expect(await save(page).count()).toBe(0)
  })

  test('a pattern counts while it is typed, and says so when it cannot be read', async () => {
    const answers = { ...samples.busy.answers, previewRules: { ...preview, badPatterns: [3] } }
    await using shown = await showDetails({ ...samples.busy, answers })
    const { page } = shown
    await page.getByRole('button', { name: 'Add a pattern' }).click()
    await page.getByRole('textbox', { name: 'Pattern' }).pressSequentially('!*.[tmp')
    await eventually(async () => {
      const last = named(await shown.calls(), 'previewRules').at(-1) as { readonly rules: Rules } | undefined
      return last?.rules.patterns.at(-1)
    }).toEqual({ glob: '*.[tmp', not: true })
    await page.getByText('This pattern can’t be used.').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('listitem').getByText('This pattern can’t be used.').waitFor()
  })

  test('somebody in the kept changes is found by name and by keyboard', async () => {
    await using shown = await showDetails()
    const { page } = shown
    await page.getByRole('button', { name: 'Add a person or app' }).click()
    const field = page.getByRole('combobox', { name: 'Name of a person or app' })
    const found = page.getByRole('listbox', { name: 'Add a person or app' })
    await field.pressSequentially('o')
    await found.getByText('Bo Lindqvist').waitFor()
    expect(await found.getByRole('option').allTextContents()).toEqual(['Ada Okafor', 'Bo Lindqvist'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const except = page.getByRole('list', { name: 'Everyone except' }).getByRole('listitem')
    expect(await except.allTextContents()).toEqual(['Guests', 'Contract Robot', 'Bo Lindqvist'])
  })

  test('every other part of the rules', async () => {
    await using shown = await showDetails({ ...samples.busy, state: ruled(defaultRules) })
    const { page } = shown
    await page.getByRole('radio', { name: 'Only', exact: true }).click()
    await page.getByText('With these rules, you’re never notified.').waitFor()
    const nobody = 'Choose at least one person. Until then, you aren’t notified about anything here.'
    await page.getByText(nobody, { exact: true }).waitFor()
    await page.getByRole('radio', { name: 'Everyone', exact: true }).click()
    await page.getByRole('combobox', { name: 'My own changes' }).selectOption('Notify me')
    await page.getByRole('switch', { name: 'Include changes made by apps' }).click()
    await page.getByRole('button', { name: 'PDF' }).click()
    await page.getByRole('textbox', { name: 'At least' }).fill('2.5')
    await page.getByRole('radio', { name: 'Own hours' }).click()
    await page.getByRole('textbox', { name: 'From' }).fill('20')
    await page
      .getByRole('group', { name: 'Evenings that start quiet hours' })
      .getByRole('button', { name: 'Fri' })
      .click()
    await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Tokyo')
    await page.getByRole('radio', { name: 'Only a summary, every day at' }).click()
    await page.getByRole('textbox', { name: 'Time of the summary' }).fill('7:15')
    await save(page).click()
    expect(named(await shown.calls(), 'setRules')).toEqual([
      {
        subscriptionId: 'sub-2',
        rules: {
          ...defaultRules,
          own: 'tell',
          apps: false,
          types: ['pdf'],
          size: { least: 2_500_000, most: null },
          quiet: {
            kind: 'own',
            hours: {
              from: '20:00',
              to: '08:00',
              days: [1, 2, 3, 4],
              wholeDays: [6, 7],
              zone: 'Asia/Tokyo',
              digest: true,
            },
          },
          often: { kind: 'daily', at: '07:15' },
        },
      },
    ])
  })

  test('a folder is left out at once, and the last one stays', async () => {
    await using shown = await showDetails()
    const { page } = shown
    await page.getByRole('button', { name: 'Remove Plans' }).click()
    const contracts = { id: 'item-contracts', name: 'Contracts', isFolder: true }
    await eventually(async () => named(await shown.calls(), 'setScope')).toEqual([
      { subscriptionId: 'sub-2', scope: { kind: 'only', items: [contracts] } },
    ])
    const only = busy.subscriptions.map((drive) =>
      drive.id === 'sub-2' ? { ...drive, scope: { kind: 'only' as const, items: [contracts] } } : drive,
    )
    await page.evaluate((state) => window.stub.push(state), { ...busy, subscriptions: only })
    await page.getByRole('button', { name: 'Remove Plans' }).waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: 'Remove Contracts' }).count()).toBe(0)
  })

  test('nothing kept yet is said; narrow, the preview stands on top and Save at the foot', async () => {
    const nothing = { ...preview, of: 0, told: 0, field: [], would: [], wouldNot: [], all: [] }
    const answers = { ...samples.busy.answers, previewRules: nothing }
    const viewport = { width: 480, height: 520 }
    await using shown = await showDetails({ ...samples.busy, answers }, { viewport })
    const { page } = shown
    const sentence = page.getByText('You have no changes yet to try the rules on.')
    const above = async () => (await sentence.boundingBox())?.y ?? 999
    await sentence.waitFor()
    expect(await above()).toBeLessThan(
      (await page.getByRole('heading', { name: 'Where' }).boundingBox())?.y ?? 0,
    )
    await moved(page).click()
    const foot = await save(page).boundingBox()
    expect(foot && foot.y + foot.height).toBeLessThanOrEqual(viewport.height)
  })
})
