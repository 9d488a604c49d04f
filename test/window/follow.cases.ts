import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import type { Gallery, Look, Shown } from './gallery.ts'
import { account, busy, drive, settled } from './samples.ts'
import { folder, harbour, notALink, sample } from './sample-finds.ts'
import type { Sample } from './stub.ts'

/** Many looks through axe, on a machine with other things to do. */
const looksLimitMs = 120_000

/** Follows a drive: three choices, by keyboard and by pointer. */
export function followCases(gallery: () => Gallery): void {
  const show = async (look: Look = {}, change: Partial<Sample> = {}): Promise<Shown> => {
    const shown = await gallery().show({ ...sample, ...change }, { reducedMotion: 'reduce', ...look })
    await shown.page.getByRole('tab', { name: 'Subscriptions', exact: true }).click()
    await shown.page.getByRole('button', { name: 'Follow a drive' }).click()
    await shown.page.getByRole('dialog', { name: 'Follow a drive' }).waitFor()
    return shown
  }
  const open = (page: Page, tab: string) => page.getByRole('dialog').getByRole('tab', { name: tab }).click()
  const asked = async (shown: Shown, command: string) =>
    (await shown.calls()).filter(([name]) => name === command).map(([, input]) => input)
  const focused = (page: Page) =>
    eventually(() => page.evaluate(() => document.activeElement?.textContent ?? ''))

  test('by the keyboard alone, from Mine to Follow', async () => {
    await using shown = await show()
    const { page } = shown
    const option = (name: string) => page.getByRole('option', { name })
    await option('My files A library in Riverside Tower Followed').waitFor()
    const focusedRow = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'option')
    for (let stops = 0; stops < 8 && !(await focusedRow()); stops++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('You follow My files already.').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await option('Contracts').getAttribute('aria-selected')).toBe('false')
    expect(await option('Contracts').getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByText('Scans, A library in Riverside Tower').waitFor()
    expect(await option('Scans').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Follow a drive' }).waitFor()
    expect(await asked(shown, 'follow')).toEqual([
      { accountId: 'grace', target: { kind: 'drive', driveId: 'b!Scans' }, scope: { kind: 'everything' } },
    ])
    expect(await shown.faults()).toEqual([])
  })

  test('a list is read on, each row once; a refusal stays in the dialog', async () => {
    const sentence = 'Microsoft does not answer. Try again later.'
    await using shown = await show({}, { refusals: { follow: sentence } })
    const { page } = shown
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.getByRole('option', { name: 'Archive' }).click()
    expect(await page.getByRole('option').count()).toBe(4)
    await page.getByRole('button', { name: 'Follow', exact: true }).click()
    await page.getByRole('dialog').getByRole('alert').getByText(sentence).waitFor()
  })

  test('only signed-in accounts can look', async () => {
    const accounts = [...busy.accounts, account({ id: 'ada', username: 'ada@lindenhof.example' })]
    await using shown = await show({}, { state: { ...settled, accounts } })
    const { page } = shown
    await page.getByRole('button', { name: 'Account: grace@lindenhof.example' }).click()
    const out = page.getByRole('menuitemradio', { name: 'g.kimani@seabright.example' })
    expect(await out.getAttribute('aria-disabled')).toBe('true')
    await out.getByText('Sign in again first').waitFor()
    await page.getByRole('menuitemradio', { name: 'ada@lindenhof.example' }).click()
    await eventually(async () => (await asked(shown, 'discover')).at(-1)).toEqual({
      accountId: 'ada',
      place: { kind: 'mine' },
      cursor: null,
    })
  })

  test('a search waits for the last key, and an older answer is not shown', async () => {
    await using shown = await show()
    const { page } = shown
    await open(page, 'Sites')
    await page.getByRole('option', { name: 'Finance' }).waitFor()
    const search = page.getByRole('searchbox', { name: 'Find a site' })
    await search.pressSequentially('tow', { delay: 10 })
    const searches = async () =>
      (await asked(shown, 'discover')).flatMap((input) => {
        const { place } = input as { readonly place: { readonly kind: string; readonly search: string } }
        return place.kind === 'sites' ? [place.search] : []
      })
    await eventually(searches).toEqual(['', 'tow'])
    await search.pressSequentially('er', { delay: 10 })
    const tower = page.getByRole('option', { name: 'Riverside Tower' })
    await tower.waitFor()
    await page.waitForTimeout(1300)
    expect(await page.getByRole('option', { name: 'Too early' }).count()).toBe(0)
    expect(await searches()).toEqual(['', 'tow', 'tower'])
    await search.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    const inside = page.getByRole('listbox', { name: 'Libraries and lists in Riverside Tower' })
    await inside.getByRole('option', { name: 'Drawings' }).waitFor()
    await focused(page).toContain('Drawings')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByText('Defects, A library in Riverside Tower').waitFor()
    expect(await shown.faults()).toEqual([])
  })

  test('what Microsoft has to agree to is asked for, then looked at again', async () => {
    await using shown = await show()
    const { page } = shown
    await open(page, 'Teams and groups')
    await page.getByText('Team.ReadBasic.All · Files.Read.All').waitFor()
    await page.getByRole('button', { name: 'Copy link for the administrator' }).click()
    expect(await shown.copied()).toEqual(['https://login.example/adminconsent'])
    await page.evaluate((found) => window.stub.setFind('teams', found), harbour)
    await page.getByRole('button', { name: 'Ask Microsoft' }).click()
    await page.getByRole('option', { name: 'Harbour crew' }).waitFor()
    expect(await asked(shown, 'askConsent')).toEqual([
      { accountId: 'grace', scopes: ['Team.ReadBasic.All', 'Files.Read.All'] },
    ])
  })

  test('a link is refused under its field, or found and chosen', async () => {
    await using shown = await show()
    const { page } = shown
    await open(page, 'By link or id')
    const field = page.getByRole('textbox', { name: 'Sharing link, site address, or drive id' })
    await field.fill('https://meet.example/1')
    await field.press('Enter')
    await page.getByText(notALink).waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await field.fill('b!8xR')
    expect(await page.getByText(notALink).count()).toBe(0)
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByRole('option', { name: 'Drawings', selected: true }).waitFor()
    expect(await shown.heard()).toContain('Found: Drawings')
  })

  test(
    'only some folders, read as they are unfolded, become the scope',
    { timeout: looksLimitMs },
    async () => {
      await using shown = await show()
      const { page } = shown
      await page.getByRole('option', { name: 'Scans' }).click()
      await page.getByRole('button', { name: 'Choose folders' }).click()
      await page.getByRole('dialog', { name: 'What to follow in Scans' }).waitFor()
      await page.getByRole('radio', { name: 'Only these folders and files' }).click()
      const item = (name: string) => page.getByRole('treeitem', { name })
      await item('Level 04').focus()
      await page.keyboard.press('ArrowRight')
      await item('Plumbing').waitFor()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press(' ')
      await eventually(() => item('Level 04').getAttribute('aria-checked')).toBe('mixed')
      await item('Doors.xlsx').click()
      await page.getByText('1 folder and 1 file chosen').waitFor()
      await page.getByText('Renamed or moved later? They stay followed.').waitFor()
      expect(await wrong(page)).toEqual([])
      await page.getByRole('button', { name: 'Follow', exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await asked(shown, 'browseFolder')).toEqual([
        { accountId: 'grace', driveId: 'b!Scans', itemId: null, cursor: null },
        { accountId: 'grace', driveId: 'b!Scans', itemId: 'l4', cursor: null },
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
    },
  )

  test('the folders of a drive that is followed can be chosen later', { timeout: looksLimitMs }, async () => {
    const scope = { kind: 'only' as const, items: [folder('deep', 'Old plans')] }
    const state = { ...settled, subscriptions: [drive({ scope })] }
    await using shown = await gallery().show({ ...sample, state }, { reducedMotion: 'reduce' })
    const { page } = shown
    await page.getByRole('tab', { name: 'Subscriptions', exact: true }).click()
    await page.getByRole('main').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Choose folders' }).click()
    await page.getByRole('dialog', { name: 'What to follow in My files' }).waitFor()
    await page.getByRole('treeitem', { name: 'Roof' }).click()
    await page.getByText('2 folders chosen').waitFor()
    expect(await wrong(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove Old plans' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await asked(shown, 'setScope')).toEqual([
      { subscriptionId: 'sub-1', scope: { kind: 'only', items: [folder('roof', 'Roof')] } },
    ])
  })

  test.each<Look>([
    {},
    { viewport: { width: 480, height: 520 } },
    { colorScheme: 'dark' },
    { direction: 'rtl' },
  ])('every tab is clean, %o', async (look) => {
    await using shown = await show(look)
    const { page } = shown
    for (const tab of ['Mine', 'Shared', 'Sites', 'Teams and groups', 'By link or id']) {
      await open(page, tab)
      if (tab === 'Sites') await page.getByRole('option', { name: 'Finance' }).waitFor()
      await eventually(() => wrong(page)).toEqual([])
    }
    await open(page, 'Sites')
    await page.getByRole('option', { name: 'Finance' }).click()
    await page.getByText('This site has no library or list that can be followed.').waitFor()
    await eventually(() => wrong(page)).toEqual([])
    if (look.viewport) {
      await page.getByRole('button', { name: 'Back' }).click()
      await page.getByRole('option', { name: 'Finance' }).waitFor()
    }
    expect(await shown.faults()).toEqual([])
  })
}

/** What axe finds in the dialog, and what scrolls sideways in it. */
async function wrong(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({ exclude: ['[data-tabster-dummy]'] })
    const wide = [...document.querySelectorAll('[role="dialog"] :not(span)')].filter(
      (element) =>
        ['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX) &&
        getComputedStyle(element).textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1,
    )
    return [
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      ...wide.map(({ tagName, className }) => `${tagName} ${className} is too wide`),
    ]
  })
}
