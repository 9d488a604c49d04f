import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from './app.ts'
import { Computer } from './drivebell.ts'

// Each of the six forms of protocol.md 1.1 on the built app: picked in the window, live, a change told.

describe('following anything', () => {
  let computer: Computer
  let app: App
  let page: Page
  beforeAll(async () => {
    computer = await Computer.open()
    computer.simulator.identity.adminConsents()
    ;({ app, page } = await computer.startSignedIn('Grace Kimani'))
    await page.getByRole('tab', { name: 'Subscriptions' }).click()
  })
  afterAll(() => computer[Symbol.asyncDispose]())

  const at = () => computer.simulator
  const bo = () => at().person('Bo Lindqvist')
  const dialog = () => page.getByRole('dialog', { name: 'Follow a drive' })

  /** Opens the picker at a tab. */
  async function openAt(tab: string): Promise<void> {
    await page.getByRole('button', { name: 'Follow a drive' }).first().click()
    await dialog().getByRole('tab', { name: tab }).click()
  }

  /** Waits for something to choose from, and asks Microsoft first where that is needed. */
  async function allowed(shown: Locator): Promise<void> {
    const ask = dialog().getByRole('button', { name: 'Continue to Microsoft' })
    await ask.or(shown).first().waitFor()
    if (await ask.isVisible()) await ask.click()
    await shown.first().waitFor()
  }

  async function follow(option: RegExp, live: number): Promise<void> {
    await dialog().getByRole('option', { name: option }).first().click()
    await dialog().getByRole('button', { name: 'Follow', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
    await computer.desktop.tray.tooltip(new RegExp(`${live} drives connected`))
  }

  async function byLink(text: string, option: RegExp, live: number): Promise<void> {
    await openAt('By link or ID')
    await dialog().getByRole('textbox').first().fill(text)
    await dialog().getByRole('textbox').first().press('Enter')
    await allowed(dialog().getByRole('option', { name: option }))
    await follow(option, live)
  }

  /** Opens a site found by its name. */
  async function openSite(name: string): Promise<void> {
    await openAt('Sites')
    await allowed(dialog().getByRole('searchbox'))
    await dialog().getByRole('searchbox').fill(name)
    await dialog()
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click()
  }

  /** What is told next; then the screen is cleared, so that the next change has a notification of its own. */
  const told = async (match: RegExp) => {
    const { summary } = await computer.desktop.notifications.next(match)
    computer.desktop.notifications.clear()
    return summary
  }

  test('the own drive, followed at once', async () => {
    at().person('Ada Okafor').edits('Plans/budget.xlsx')
    expect(await told(/edited budget\.xlsx/)).toBe('Ada Okafor edited budget.xlsx')
  })

  test("a colleague's drive, by its id", async () => {
    await byLink(at().driveOf('Ada Okafor').id, /Ada Okafor/, 2)
    bo().edits('Plans/budget.xlsx', { in: at().driveOf('Ada Okafor') })
    expect(await told(/Bo Lindqvist edited budget\.xlsx/)).toBe('Bo Lindqvist edited budget.xlsx')
  })

  test("a team's drive, from Teams and groups", async () => {
    await openAt('Teams and groups')
    await allowed(dialog().getByRole('option'))
    await follow(/Regatta/, 3)
    const drive = at().library('Regatta')
    bo().adds('Crew.xlsx', { in: drive })
    expect(await told(/Crew\.xlsx/)).toBe('Bo Lindqvist added Crew.xlsx')
  })

  test('a library of a site, from Sites', async () => {
    await openSite('Harbour')
    await follow(/Drawings/, 4)
    bo().edits('Pier.pdf', { in: at().library('Harbour', 'Drawings') })
    expect(await told(/edited Pier\.pdf/)).toBe('Bo Lindqvist edited Pier.pdf')
  })

  test('a list that is no library, by the keyboard alone', async () => {
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const focused = (role: 'tab' | 'searchbox' | 'option', name: RegExp) =>
      dialog().getByRole(role, { name }).and(page.locator(':focus')).waitFor()
    const onTo = async (role: 'tab' | 'searchbox') => {
      const isThere = () =>
        page.evaluate((wanted) => {
          const now = document.activeElement
          return (
            now?.getAttribute('role') === wanted ||
            (wanted === 'searchbox' && now?.getAttribute('type') === 'search')
          )
        }, role)
      for (let stops = 0; stops < 8 && !(await isThere()); stops++) await press('Tab')
    }
    await press('Control+n')
    await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'))
    await onTo('tab') // where it was left
    await press('Home')
    await focused('tab', /Mine/)
    await press('ArrowRight')
    await focused('tab', /Shared/)
    await press('ArrowRight')
    await focused('tab', /Sites/)
    await press('Enter')
    await dialog().getByRole('tab', { name: /Sites/, selected: true }).waitFor()
    await onTo('searchbox')
    await page.keyboard.type('Harbour')
    await dialog().getByRole('heading', { name: 'Sites', exact: true }).waitFor()
    await press('ArrowDown')
    await focused('option', /Harbour/)
    await press('ArrowRight')
    await focused('option', /Documents/)
    await press('End')
    await focused('option', /Risks/)
    await press('Enter', 'Control+Enter')
    await dialog().waitFor({ state: 'detached' })
    await computer.desktop.tray.tooltip(/5 drives connected/)
    bo().addsEntry(at().list('Harbour', 'Risks'), 'Late crane')
    // the name comes a moment later
    expect(await told(/Bo Lindqvist added Late crane/)).toBe(
      'Bo Lindqvist added Late crane to Risks · Harbour',
    )
  })

  test("a drive's list, by its path", async () => {
    await byLink(`/drives/${at().library('Harbour').id}/list`, /Documents/, 6)
    bo().edits('Budget.xlsx', { in: at().library('Harbour') })
    expect(await told(/edited Budget\.xlsx/)).toBe('Bo Lindqvist edited Budget.xlsx')
  })

  test('a second account beside the first, both live', async () => {
    computer.signsInAs('Sam Whitlock')
    await page.getByRole('tab', { name: 'Accounts' }).click()
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).click()
    await computer.desktop.tray.tooltip(/7 drives connected/)
    at()
      .person('Ada Okafor')
      .edits('Plans/budget.xlsx', { in: at().driveOf('Sam Whitlock') })
    await computer.desktop.notifications.next(({ body }) => body.includes('Sam') || body.includes('sam'))
  })

  test('all of it is there after a restart', async () => {
    await computer.desktop.tray.click('Quit')
    expect(await app.exited()).toBe(0)
    app = await computer.start()
    await computer.desktop.tray.tooltip(/7 drives connected/)
  })
})
