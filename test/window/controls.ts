import type { Locator, Page } from 'playwright-core'
import type { Destination } from '../../preload/contract/state.ts'

/** The pages of the window, by the names of their tabs. */
export type PageName = 'Activity' | 'Subscriptions' | 'Webhooks' | 'Accounts' | 'Settings'

/** The tab of a page. */
export const tabOf = (page: Page, name: PageName): Locator => page.getByRole('tab', { name, exact: true })

/** The title of what is shown. */
export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true })

/** Opens a page by its tab. */
export async function open(page: Page, name: PageName): Promise<void> {
  await tabOf(page, name).click()
  await heading(page, name).waitFor()
}

const pages: readonly Destination['page'][] = [
  'activity',
  'subscriptions',
  'webhooks',
  'accounts',
  'settings',
  'help',
  'diagnostics',
]
const lastTab = 4

/** Opens a page as the tray does, in whatever language. */
export async function visit(page: Page, to: Destination['page']): Promise<void> {
  const before = (await page.locator('h1').textContent()) ?? ''
  await page.evaluate((to) => window.stub.showPage(to), to)
  const at = pages.indexOf(to)
  const tab = page.getByRole('tab').nth(Math.min(at, lastTab))
  await tab.and(page.getByRole('tab', { selected: true })).waitFor()
  // what is below a tab has a name of its own
  if (at > lastTab) await page.locator('h1', { hasNotText: before }).waitFor()
  else await heading(page, (await tab.getAttribute('aria-label')) ?? '').waitFor()
}

/** How well Drivebell hears, below the tabs, whatever it says. */
export const statusCard = (page: Page): Locator => page.getByRole('navigation').first().getByRole('button')

/** A row by how its name begins: it goes on with where it is and how it is doing. */
const rowOf = (page: Page, role: 'listitem' | 'row', name: string): Locator =>
  page.getByRole(role, { name: new RegExp(`^${RegExp.escape(name)} `) })

/** The row of a drive. */
export const driveRow = (page: Page, name: string): Locator => rowOf(page, 'listitem', name)

/** The row of a webhook. */
export const webhookRow = (page: Page, name: string): Locator => rowOf(page, 'row', name)

/** Chooses in the More menu of a row or card. */
export async function chooseMore(page: Page, row: Locator, item: string): Promise<void> {
  await row.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** What is said in passing. */
export const toast = (page: Page, text: string): Locator => page.locator('.fui-Toast', { hasText: text })
