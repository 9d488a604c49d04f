import { english } from '../words.ts'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { eventually } from './eventually.ts'
import { focusedName, hasFocus } from './focus.ts'
import type { Look } from './gallery.ts'
import { account, busy, settled } from './sample-states.ts'
import { finances, harbour, ledgers, library, notALink, page, sample, site } from './sample-finds.ts'
import { asked, showPicker } from './picker.ts'
import type { Sample } from './stub.ts'

/** Follows a drive: three choices, by keyboard and by pointer. */
describe('Follow a drive', () => {
  const show = (look: Look = {}, change: Partial<Sample> = {}) => showPicker(look, change)
  const open = (page: Page, tab: string) => page.getByRole('dialog').getByRole('tab', { name: tab }).click()

  test('by the keyboard alone, from Mine to Follow', async () => {
    await using shown = await show()
    const { page } = shown
    const option = (name: string) => page.getByRole('option', { name })
    await option('My files A library in Riverside Tower Following').waitFor()
    const focusedRow = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'option')
    for (let stops = 0; stops < 8 && !(await focusedRow()); stops++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('You already follow My files.').waitFor()
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
    await search.focus()
    await keys(page, 'tow')
    const searches = async () =>
      (await asked(shown, 'discover')).flatMap((input) => {
        const { place } = input as { readonly place: { readonly kind: string; readonly search: string } }
        return place.kind === 'sites' ? [place.search] : []
      })
    await eventually(searches).toEqual(['', 'tow'])
    await keys(page, 'er')
    const tower = page.getByRole('option', { name: 'Riverside Tower' })
    await tower.waitFor()
    await page.evaluate(() => window.stub.answer('sites tow'))
    expect(await page.getByRole('option', { name: 'Too early' }).count()).toBe(0)
    expect(await searches()).toEqual(['', 'tow', 'tower'])
    await search.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    const inside = page.getByRole('listbox', { name: 'Libraries and lists in Riverside Tower' })
    await inside.getByRole('option', { name: 'Drawings' }).waitFor()
    await eventually(() => focusedName(page)).toContain('Drawings')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByText('Defects, A library in Riverside Tower').waitFor()
    expect(await shown.faults()).toEqual([])
  })

  const contents = (page: Page, site: string) =>
    page.getByRole('listbox', { name: `Libraries and lists in ${site}` })

  test('a site chosen while results are on their way stays chosen', async () => {
    await using shown = await show({}, { held: ['sites fin', 'site Finance'] })
    const { page } = shown
    await open(page, 'Sites')
    const finance = page.getByRole('option', { name: 'Finance' })
    await finance.waitFor()
    await page.evaluate((found) => window.stub.setFind('sites fin', found), finances)
    await page.evaluate((found) => window.stub.setFind('site Finance', found), ledgers)
    await page.getByRole('searchbox', { name: 'Find a site' }).focus()
    // Before anything is asked: the answer to the search comes after the click, whichever is faster.
    await keys(page, 'fin')
    await finance.dispatchEvent('click')
    await eventually(async () => (await asked(shown, 'discover')).length).toBe(4)
    await page.evaluate(() => window.stub.answer('sites fin'))
    await page.getByRole('option', { name: 'Fine arts' }).waitFor()
    expect(await finance.getAttribute('aria-selected')).toBe('true')
    await page.evaluate(() => window.stub.answer('site Finance'))
    const ledger = contents(page, 'Finance').getByRole('option', { name: 'Ledgers' })
    await ledger.click()
    await page.getByText('Ledgers, A library in Riverside Tower').waitFor()
    await page.getByRole('searchbox', { name: 'Find a site' }).focus()
    await keys(page, 'zzz')
    await page.getByText('No sites match').waitFor()
    expect(await ledger.getAttribute('aria-selected')).toBe('true')
    await page.getByRole('button', { name: 'Follow', exact: true }).click()
    await eventually(async () => (await asked(shown, 'follow')).length).toBe(1)
  })

  test('what was found before can be chosen until the answer is there', async () => {
    await using shown = await show()
    const { page } = shown
    await open(page, 'Sites')
    const finance = page.getByRole('option', { name: 'Finance' })
    await finance.waitFor()
    await page.getByRole('searchbox', { name: 'Find a site' }).focus()
    await keys(page, 'tow')
    await page.getByText('Looking for drives').waitFor()
    await finance.click()
    await page.getByText('Libraries and lists in Finance').waitFor()
    await page.evaluate(() => window.stub.answer('sites tow'))
    await page.getByRole('option', { name: 'Too early' }).waitFor()
    await page.getByText('Libraries and lists in Finance').waitFor()
  })

  test('the answer to a link chooses nothing once another tab is open', async () => {
    await using shown = await show({}, { held: ['link b!8xR'] })
    const { page } = shown
    await open(page, 'By link or ID')
    await page.getByRole('textbox', { name: 'Sharing link, site address, or drive ID' }).fill('b!8xR')
    await page.keyboard.press('Enter')
    await open(page, 'Mine')
    await page.getByRole('option', { name: 'Scans' }).click()
    await page.evaluate(() => window.stub.answer('link b!8xR'))
    expect(await page.getByRole('option', { name: 'Scans' }).getAttribute('aria-selected')).toBe('true')
    await page.getByText('Scans, A library in Riverside Tower').waitFor()
  })

  test('Ctrl+Tab takes the focus along with the tab', async () => {
    await using shown = await show()
    const { page } = shown
    const tab = (name: string) => page.getByRole('dialog').getByRole('tab', { name })
    await tab('Mine').focus()
    await page.keyboard.press('Control+Tab')
    await page.getByRole('dialog').getByRole('tab', { name: 'Shared', selected: true }).waitFor()
    expect(await hasFocus(tab('Shared'))).toBe(true)
    await page.keyboard.press('Control+Shift+Tab')
    await eventually(() => hasFocus(tab('Mine'))).toBe(true)
  })

  test('what clears the search is there while there is something to clear', async () => {
    await using shown = await show()
    const { page } = shown
    await open(page, 'Sites')
    await page.getByRole('option', { name: 'Finance' }).waitFor()
    const clear = page.getByRole('button', { name: 'clear' }) // whatever its case
    expect(await clear.count()).toBe(0)
    const search = page.getByRole('searchbox', { name: 'Find a site' })
    await search.fill('tower')
    await clear.click()
    expect(await search.inputValue()).toBe('')
    expect(await clear.count()).toBe(0)
  })

  test('accounts that come, or change their order, leave what was chosen', async () => {
    await using shown = await show()
    const { page } = shown
    await page.getByRole('option', { name: 'Scans' }).click()
    const accounts = [account({ id: 'ada', username: 'ada@lindenhof.example' }), ...settled.accounts]
    await page.evaluate((state) => window.stub.push(state), { ...settled, accounts })
    await page.getByRole('button', { name: 'Account: grace@lindenhof.example' }).waitFor()
    await page.getByText('Scans, A library in Riverside Tower').waitFor()
  })

  test('what Microsoft has to agree to is asked for, then looked at again', async () => {
    await using shown = await show()
    const { page } = shown
    await open(page, 'Teams and groups')
    await page.getByRole('heading', { name: 'Let Drivebell list your teams' }).waitFor()
    await page.getByText('Team.ReadBasic.All · Files.Read.All').waitFor()
    await page.getByRole('button', { name: 'Copy link for your administrator' }).click()
    expect(await shown.copied()).toEqual(['https://login.example/adminconsent'])
    await page.evaluate((found) => window.stub.setFind('teams', found), harbour)
    await page.getByRole('button', { name: 'Continue to Microsoft' }).click()
    await page.getByRole('option', { name: 'Harbour crew' }).waitFor()
    expect(await asked(shown, 'askConsent')).toEqual([
      { accountId: 'grace', scopes: ['Team.ReadBasic.All', 'Files.Read.All'] },
    ])
  })

  test('five libraries of several places in twelve clicks at most', async () => {
    const finds = {
      ...sample.finds,
      sites: page(site('Finance'), site('Tower')),
      'site Finance': page(library('Ledgers'), library('Payroll')),
      'site Tower': page(library('Drawings'), library('Permits')),
      teams: page(library('Harbour crew', { icon: 'team' })),
    }
    await using shown = await show({}, { finds })
    const { page: at } = shown
    let clicks = 1 // the one that opened it
    const click = async (target: Locator) => {
      clicks += 1
      await target.click()
    }
    const option = (name: string) => at.getByRole('option', { name })
    const tab = (name: string) => at.getByRole('dialog').getByRole('tab', { name })
    await click(tab('Sites'))
    await click(option('Finance'))
    await click(option('Ledgers'))
    await click(option('Payroll'))
    await click(option('Tower'))
    await click(option('Drawings'))
    await click(option('Permits'))
    await click(tab('Teams and groups'))
    await click(option('Harbour crew'))
    await at.getByText('5 selected: Ledgers, Payroll, Drawings, Permits, Harbour crew').waitFor()
    await click(at.getByRole('button', { name: 'Follow 5' }))
    await at.getByRole('dialog').waitFor({ state: 'detached' })
    expect(clicks).toBeLessThanOrEqual(12)
    const all = ['Ledgers', 'Payroll', 'Drawings', 'Permits', 'Harbour crew']
    expect(await asked(shown, 'follow')).toEqual(
      all.map((name) => ({
        accountId: 'grace',
        target: { kind: 'drive', driveId: `b!${name}` },
        scope: { kind: 'everything' },
      })),
    )
    expect(await shown.faults()).toEqual([])
  })

  test('pressed again it is not chosen any more, and with several there is one question before they are lost', async () => {
    await using shown = await show()
    const { page: at } = shown
    const option = (name: string) => at.getByRole('option', { name })
    await at.getByRole('button', { name: 'Show more' }).click()
    await option('Scans').click()
    await option('Archive').click()
    await at.getByText('2 selected: Scans, Archive').waitFor()
    expect(await at.getByRole('button', { name: 'Choose folders' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    await at.keyboard.press('Escape')
    await at.getByRole('alertdialog', { name: 'Discard your selection?' }).waitFor()
    await at.getByRole('button', { name: 'Keep editing' }).click()
    await option('Scans').click()
    await at.getByText('Archive, A library in Riverside Tower').waitFor()
    expect(await option('Scans').getAttribute('aria-selected')).toBe('false')
    expect(await option('Archive').getAttribute('aria-selected')).toBe('true')
  })

  test('it opens where it was left', async () => {
    await using shown = await show()
    const { page: at } = shown
    await at.getByRole('dialog').getByRole('tab', { name: 'Sites' }).click()
    await at.getByRole('option', { name: 'Finance' }).waitFor()
    await at.keyboard.press('Escape')
    await at.getByRole('dialog').waitFor({ state: 'detached' })
    await at.getByRole('button', { name: 'Follow a drive' }).click()
    await at.getByRole('dialog').getByRole('tab', { name: 'Sites', selected: true }).waitFor()
  })

  test('an administrator who turns out to be needed can be sent the link as well', async () => {
    await using shown = await show()
    const { page } = shown
    const found = sample.finds?.teams
    if (found?.kind !== 'consent') throw new Error('nothing to agree to')
    await page.evaluate((needed) => window.stub.setFind('teams', needed), { ...found, adminConsentUrl: null })
    await open(page, 'Teams and groups')
    await page.getByRole('heading', { name: 'Let Drivebell list your teams' }).waitFor()
    const copy = page.getByRole('button', { name: 'Copy link for your administrator' })
    expect(await copy.count()).toBe(0)
    const why = { key: 'sign-in.failed.admin-consent-waiting' } as const
    const state = { kind: 'waiting-for-admin', why, adminConsentUrl: 'https://login.example/grace' } as const
    const accounts = settled.accounts.map((each) => ({ ...each, state }))
    await page.evaluate((pushed) => window.stub.push(pushed), { ...settled, accounts })
    await copy.click()
    expect(await shown.copied()).toEqual(['https://login.example/grace'])
  })

  test('a link is refused under its field, or found and chosen', async () => {
    await using shown = await show()
    const { page } = shown
    await open(page, 'By link or ID')
    const field = page.getByRole('textbox', { name: 'Sharing link, site address, or drive ID' })
    await field.fill('https://meet.example/1')
    await field.press('Enter')
    await page.getByText(english.say(notALink)).waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await field.fill('b!8xR')
    expect(await page.getByText(english.say(notALink)).count()).toBe(0)
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByRole('option', { name: 'Drawings', selected: true }).waitFor()
    expect(await shown.heard()).toContain('Found: Drawings')
  })
})

/** Keys in quick succession, however busy the machine is. */
const keys = (page: Page, text: string) =>
  page.evaluate(
    (letters) => letters.forEach((each) => document.execCommand('insertText', false, each)),
    text.split(''),
  )
