import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { wrong, wrongInAnyLook } from './clean.ts'
import { chooseMore, driveRow, open, type PageName, webhookRow, statusCard } from './controls.ts'
import { showPicker } from './picker.ts'
import { finances, sample as finds } from './sample-finds.ts'
import { webhookSamples } from './sample-webhook-answers.ts'
import { samples } from './samples.ts'
import { showWindow } from './show-window.ts'
import type { Sample } from './stub.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first()
const everything: Sample = {
  ...samples.busy,
  ...webhookSamples.webhooks,
  answers: { ...samples.busy.answers, ...webhookSamples.webhooks.answers },
}

/** What is shown once something is opened, by the page it is opened on. */
const opened: Readonly<Record<string, readonly [PageName, (page: Page) => Promise<unknown>]>> = {
  'a burst’s files': [
    'Activity',
    async (page) => {
      await button(page, 'Show files').click()
      await button(page, 'Show 7 more').waitFor()
    },
  ],
  'why not told': ['Activity', (page) => button(page, 'Quiet hours').click()],
  'what matches': [
    'Activity',
    async (page) => {
      await page.getByRole('searchbox').fill('finance')
      await page.locator('mark').first().waitFor()
    },
  ],
  'no match': [
    'Activity',
    async (page) => {
      await page.getByRole('searchbox').fill('budgte')
      await page.getByRole('heading', { name: 'No changes found' }).waitFor()
    },
  ],
  'people to choose': [
    'Activity',
    async (page) => {
      await button(page, 'Person: Anyone').click()
      await page.getByRole('button', { name: /^Ada Okafor/ }).waitFor()
    },
  ],
  'how well it hears': ['Activity', (page) => statusCard(page).click()],
  'more of a drive': [
    'Subscriptions',
    (page) => driveRow(page, 'Finance').getByRole('button', { name: 'More' }).click(),
  ],
  'the rules of a drive with a draft': [
    'Subscriptions',
    async (page) => {
      await button(page, 'Finance').click()
      await page.getByRole('checkbox', { name: 'Moved' }).click()
      await button(page, 'Add a pattern').click()
      await button(page, 'Add a person or app').click()
      await page.getByRole('option', { name: 'Ada Okafor' }).waitFor()
    },
  ],
  'all changes with reasons': [
    'Subscriptions',
    async (page) => {
      await button(page, 'Finance').click()
      await button(page, 'Show all 100 with reasons').click()
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    },
  ],
  'the list of webhooks': ['Webhooks', (page) => webhookRow(page, 'Calendar').waitFor()],
  'a new webhook': [
    'Webhooks',
    async (page) => {
      await button(page, 'New webhook').click()
      await page.getByRole('option', { name: /A list/ }).click()
      await page.getByText('More options').click()
      await button(page, 'Show the request').click()
    },
  ],
  'the details of a webhook': [
    'Webhooks',
    async (page) => {
      await button(page, 'Inbox, new mail').click()
      await button(page, 'Show all 3 properties').click()
    },
  ],
  deliveries: [
    'Webhooks',
    async (page) => {
      await button(page, 'Deliveries').click()
      await page.getByRole('option', { name: /10:42:25/ }).click()
      await button(page, 'Show').click()
    },
  ],
  'the listener': ['Webhooks', (page) => button(page, 'Listener').click()],
  'signing out': [
    'Accounts',
    async (page) => {
      await chooseMore(page, page.getByRole('main').getByRole('listitem').nth(1), 'Sign out…')
      await page.getByRole('alertdialog').waitFor()
    },
  ],
  'quiet hours': [
    'Settings',
    async (page) => {
      await button(page, 'Change').click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  help: [
    'Settings',
    async (page) => {
      await button(page, 'Help & about').click()
      for (const name of ['Get fewer notifications, or better ones', 'Keyboard shortcuts', 'Licenses'])
        await page.getByText(name, { exact: true }).click()
      await page.getByText('@azure/msal-node 7.2.1').click()
      await page.getByText('Copyright (c) Microsoft').waitFor()
    },
  ],
  'what’s new': [
    'Settings',
    async (page) => {
      await button(page, 'Help & about').click()
      await page.getByText('What’s new', { exact: true }).click()
      await page.getByRole('heading', { name: 'Unreleased' }).waitFor()
    },
  ],
  'a report of a problem': [
    'Settings',
    async (page) => {
      await button(page, 'Help & about').click()
      await button(page, 'Report a problem').click()
      await page.getByRole('dialog').getByRole('textbox', { name: 'Report' }).waitFor()
    },
  ],
  diagnostics: [
    'Settings',
    async (page) => {
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await button(page, 'Check now').click()
      await page.getByRole('heading', { name: 'Fix this first' }).waitFor()
      await button(page, 'Show what happened to Tenders 2027').click()
      await page.getByText('waiting: 400 notSupported').waitFor()
    },
  ],
  'deleting what is kept': [
    'Settings',
    async (page) => {
      await button(page, 'Delete…').click()
      await page.getByRole('alertdialog').waitFor()
    },
  ],
}

/** Nothing is wrong in any look, either, with what can be opened. */
describe('what is opened', () => {
  test.each(Object.entries(opened))('%s', async (_name, [pageName, openIt]) => {
    await using shown = await showWindow(everything, { reducedMotion: 'reduce' })
    const { page } = shown
    await open(page, pageName)
    await openIt(page)
    expect(await wrongInAnyLook(page)).toEqual([])
    expect(await shown.faults()).toEqual([])
  })

  test('webhooks in trouble, right to left', async () => {
    const look = { direction: 'rtl', reducedMotion: 'reduce' } as const
    await using shown = await showWindow(webhookSamples['webhooks-troubled'], look)
    const { page } = shown
    await open(page, 'Webhooks')
    expect(await wrong(page)).toEqual([])
    for (const name of ['Chats', 'Meetings']) {
      await page.getByRole('tab', { name: 'Webhooks', exact: true }).click()
      await button(page, name).click()
      expect(await wrong(page), name).toEqual([])
    }
    expect(await shown.faults()).toEqual([])
  })

  test.each(['ltr', 'rtl'])(
    'every tab of Follow a drive, and what is chosen in it, %s',
    async (direction) => {
      const look = direction === 'rtl' ? ({ direction } as const) : {}
      await using shown = await showPicker(look, {
        finds: { ...finds.finds, sites: finances },
      })
      const { page } = shown
      const options = {
        Mine: 'Scans',
        Shared: null,
        Sites: 'Finance',
        'Teams and groups': null,
        'By link or ID': null,
      }
      for (const [tab, chosen] of Object.entries(options)) {
        await page.getByRole('dialog').getByRole('tab', { name: tab }).click()
        if (chosen !== null) await page.getByRole('option', { name: chosen }).click()
        expect(await wrongInAnyLook(page), tab).toEqual([])
        await page.setViewportSize({ width: 1000, height: 700 })
      }
      expect(await shown.faults()).toEqual([])
    },
  )
})
