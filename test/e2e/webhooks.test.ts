import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { graphIdOf, personaCalled } from '../simulator/personas.ts'
import { unmanagedWebhook } from '../simulator/unmanaged-webhook.ts'
import type { App } from './app.ts'
import { Computer } from './drivebell.ts'
import { LocalProgram } from '../wire/local-program.ts'
import { Relay } from './relay.ts'

// Microsoft calls this computer: from an empty page to webhooks that deliver, on the built app behind a tunnel.

describe('webhooks', () => {
  let computer: Computer
  let relay: Relay
  let app: App
  let page: Page
  beforeAll(async () => {
    ;[computer, relay] = await Promise.all([Computer.open(), Relay.open()])
    ;({ app, page } = await computer.startSignedIn('Grace Kimani'))
    await page.getByRole('tab', { name: 'Webhooks', exact: true }).click()
  })
  afterAll(async () => {
    await computer[Symbol.asyncDispose]()
    await relay[Symbol.asyncDispose]()
  })

  const held = () => computer.simulator.webhooks.live
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const row = (text: RegExp) => page.locator('tr[data-row]').filter({ hasText: text })
  const toast = (text: string) => page.locator('.fui-Toast', { hasText: text }).first()
  const told = () => computer.desktop.notifications.list().map(({ summary }) => summary)

  async function toList(): Promise<void> {
    await page.getByRole('tab', { name: 'Webhooks', exact: true }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor()
  }

  /** Chooses in the menu of a row. */
  async function choose(name: RegExp, item: string): Promise<void> {
    await row(name).getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  /** Chooses a resource from the catalogue by the keyboard, in a form of its own. */
  async function begin(find: string): Promise<void> {
    await button('New webhook').click()
    await page.getByRole('searchbox', { name: 'Find a resource' }).fill(find)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }

  async function created(): Promise<void> {
    await button('Create webhook').click()
    await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor()
    await toast('Webhook created').waitFor()
  }

  test('an empty page leads to the listener, whose test names what is wrong, then passes', async () => {
    await page.getByText('No webhooks yet. You don’t need one to follow drives.').waitFor()
    await button('Set up the listener').click()
    await page.getByRole('switch', { name: 'Listener' }).click()
    const hint = await page.getByText(/port \d+\./).textContent()
    await page.getByRole('textbox', { name: 'Public address' }).fill(relay.publicUrl)
    await button('Test now').click()
    await page.getByText(/Got an HTML page with status 404 from “relay”/).waitFor()
    relay.port = Number(/port (\d+)/.exec(hint ?? '')?.[1])
    await button('Test now').click()
    const steps = page.getByRole('list', { name: 'Steps of the test' }).getByRole('listitem')
    await expect
      .poll(async () => (await steps.allTextContents()).filter((text) => text.includes(', passed')).length)
      .toBe(6)
    await page.keyboard.press('Escape')
    await page.getByText(`Listener reachable at ${relay.publicUrl}`).waitFor()
  })

  test('a webhook of the own drive: a change heard twice is told once', async () => {
    await begin('a drive')
    await created()
    await row(/Files in your OneDrive.*Delivering/).waitFor()
    relay.passed.length = 0
    computer.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
    await computer.desktop.notifications.next(/^Ada Okafor edited budget\.xlsx/)
    await expect.poll(() => relay.passed).toMatchObject([{ method: 'POST', status: 202 }])
    await row(/Files in your OneDrive.*Delivering/).waitFor()
  })

  test('a webhook of the inbox: Microsoft is asked for the permission, new mail is told', async () => {
    await begin('messages')
    await page.getByRole('combobox', { name: /folder/i }).selectOption({ label: 'Inbox' })
    await created()
    await row(/Inbox, new mail.*Delivering/).waitFor()
    computer.desktop.notifications.clear()
    computer.simulator.office.mails('Bo Lindqvist', { to: 'Grace Kimani', subject: 'Tender' })
    await computer.desktop.notifications.next(/^New message in Inbox: Tender from Bo Lindqvist/)
    expect(told().filter((summary) => summary === 'Ada Okafor edited budget.xlsx')).toHaveLength(1)
  })

  test('a presence, encrypted: shown on demand, replayed, copied, handed on to a program of one’s own', async () => {
    await begin('presence')
    await page.getByRole('combobox', { name: 'Which one' }).selectOption({ label: 'One person' })
    await page.getByRole('textbox', { name: 'Which person' }).fill(graphIdOf(personaCalled('Ada Okafor')))
    await created()
    await row(/Presence.*Delivering, encrypted/).waitFor()
    computer.simulator.office.isNow('Ada Okafor', 'Busy')
    await row(/Presence.*1/).waitFor()
    await choose(/Presence/, 'Deliveries')
    await page.getByRole('option', { name: /Presence.*Accepted/ }).waitFor()
    await button('Show').click()
    await page.getByText(/"availability": "Busy"/).waitFor()
    await button('Replay').click()
    await toast('Replayed').waitFor()
    await button('Copy').click()
    await page.getByRole('menuitem', { name: 'As cURL' }).click()
    await toast('Copied').waitFor()
    await using program = await LocalProgram.open()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Forward to localhost…' }).click()
    await page.getByRole('spinbutton', { name: 'Port' }).fill(String(program.port))
    await button('Save').click()
    await toast('Forwarding changed').waitFor()
    computer.simulator.office.isNow('Ada Okafor', 'Away')
    await program.got(1)
    expect(program.bodies[0]?.value[0]).toMatchObject({ resourceData: { availability: 'Away' } })
    const file = join(computer.userData, 'series.json')
    await computer.desktop.saveDialog.answer(file)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Save these deliveries…' }).click()
    await toast(`Saved to ${file}`).waitFor()
    const { deliveries } = JSON.parse(readFileSync(file, 'utf8')) as { readonly deliveries: unknown[] }
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Forward saved deliveries…' }).click()
    await (await chooser).setFiles(file)
    await toast(`${deliveries.length} deliveries forwarded`).waitFor()
    expect(program.posted).toHaveLength(1 + deliveries.length)
    await toList()
  })

  test('a forged delivery is counted and changes nothing', async () => {
    const [drive] = held()
    const before = told().length
    const forged = {
      subscriptionId: drive?.id,
      clientState: 'guessed',
      changeType: 'updated',
      resource: 'me/drive/root',
    }
    await fetch(drive?.wish.notificationUrl ?? '', {
      method: 'POST',
      body: JSON.stringify({ value: [forged] }),
      headers: { 'content-type': 'application/json' },
    })
    await page.getByText(/1 forged or unknown call rejected this week\./).waitFor()
    expect(told()).toHaveLength(before)
  })

  test('its details: every property, renewed, reauthorized', async () => {
    await row(/Inbox/).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Inbox, new mail' }).waitFor()
    await page.getByRole('button', { name: /^Show all \d+ properties$/ }).click()
    await page.getByText('notificationQueryOptions').waitFor()
    await button('Renew now').click()
    await toast('Renewed').waitFor()
    await button('Reauthorize').click()
    await toast('It was renewed less than 10 minutes ago, and that reauthorized it too.').waitFor()
    await toList()
  })

  test('one that another computer made is taken over', async () => {
    const own = held()[0]
    const other = unmanagedWebhook(computer.simulator.webhooks.outside, {
      person: 'Grace Kimani',
      resource: 'me/events',
    })
    computer.simulator.webhooks.put({ ...other, applicationId: own?.applicationId ?? '' })
    await begin('events')
    await button('Create webhook').click()
    await page.getByText('Take over').click()
    await toast('Taken over').waitFor()
    await row(/Calendar.*Delivering/).waitFor()
  })

  test('deleted and brought back, then for good', async () => {
    await row(/Presence/).focus()
    await page.keyboard.press('Delete')
    await toast('Deleting').getByText('Undo').click()
    await row(/Presence.*Delivering/).waitFor()
    const before = held().length
    await choose(/Presence/, 'Delete webhook')
    await row(/Presence.*Deleting/).waitFor()
    await row(/Presence/).waitFor({ state: 'detached' })
    expect(held()).toHaveLength(before - 1)
  })

  test('after a restart all of it is there, and delivers', async () => {
    await computer.desktop.tray.click('Quit')
    expect(await app.exited()).toBe(0)
    app = await computer.start()
    await computer.desktop.tray.tooltip(/1 drive connected/)
    computer.desktop.notifications.clear()
    computer.simulator.office.mails('Bo Lindqvist', { to: 'Grace Kimani', subject: 'Crane' })
    await computer.desktop.notifications.next(/^New message in Inbox: Crane from Bo Lindqvist/)
    await computer.desktop.tray.click('Go to', 'Webhooks')
    page = await app.window()
    await row(/Inbox, new mail.*Delivering/).waitFor()
  })
})
