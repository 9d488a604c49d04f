import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Computer } from './drivebell.ts'
import { Relay } from './relay.ts'

// From nothing to the first notification of new mail, on the built app: how many things a person has to do for it.

let computer: Computer
let relay: Relay
let page: Page

beforeAll(async () => {
  ;[computer, relay] = await Promise.all([Computer.open(), Relay.open()])
  ;({ page } = await computer.startSignedIn('Grace Kimani'))
})
afterAll(async () => {
  await computer[Symbol.asyncDispose]()
  await relay[Symbol.asyncDispose]()
})

test('eight actions at most', async () => {
  const did: string[] = []
  const { browser } = computer.desktop
  const { onOpen } = browser
  browser.onOpen = async (url) => {
    did.push('allow it on Microsoft’s page')
    await onOpen?.(url)
  }
  const press = async (name: string, role: 'button' | 'tab' = 'button') => {
    did.push(`press ${name}`)
    await page.getByRole(role, { name, exact: true }).click()
  }
  await press('Webhooks', 'tab')
  await page.getByText('With a webhook, Microsoft tells Drivebell at once about new mail').waitFor()
  await press('Get started')
  const command = page.getByText(/^cloudflared tunnel --url/)
  await press('Copy command')
  did.push('run the command in a terminal')
  relay.port = Number(/127\.0\.0\.1:(\d+)$/.exec((await command.textContent()) ?? '')?.[1])
  did.push('paste the address it shows')
  await page.getByRole('textbox', { name: 'Public address' }).fill(relay.publicUrl)
  await press('Test now')
  const steps = page.getByRole('list', { name: 'Steps of the test' }).getByRole('listitem')
  await expect
    .poll(async () => (await steps.allTextContents()).filter((text) => text.includes(', passed')).length)
    .toBe(6)
  await press('Create webhook')
  await page.getByText('Waiting for the first delivery').waitFor()
  computer.simulator.office.mails('Bo Lindqvist', { to: 'Grace Kimani', subject: 'Tender' })
  await computer.desktop.notifications.next(/^New message in Inbox: Tender from Bo Lindqvist/)
  await page.getByText('It arrived. Your webhook works.').waitFor()
  expect(did).toEqual([
    'press Webhooks',
    'press Get started',
    'press Copy command',
    'run the command in a terminal',
    'paste the address it shows',
    'press Test now',
    'press Create webhook',
    'allow it on Microsoft’s page',
  ])
})
