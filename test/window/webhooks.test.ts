import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { WebhooksView } from '../../preload/contract/webhooks.ts'
import { drawn } from './clean.ts'
import { chooseMore, heading, open, tabOf, toast, webhookRow } from './controls.ts'
import { eventually } from './eventually.ts'
import { hasFocus } from './focus.ts'
import type { Look } from './gallery.ts'
import { showPage, showWindow } from './show-window.ts'
import { webhookAnswers, webhookSamples } from './sample-webhook-answers.ts'
import { testAt } from './sample-self-test.ts'
import { noWebhooks, sixWebhooks, troubledWebhooks, webhook } from './sample-webhooks.ts'
import { busy } from './sample-states.ts'

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? document.activeElement?.tagName)

const push = (page: Page, webhooks: WebhooksView) =>
  page.evaluate((state) => window.stub.push(state), { ...busy, webhooks })

/** What Microsoft calls about, and how each is doing. */
describe('Webhooks', () => {
  const show = (webhooks: WebhooksView, look?: Look) =>
    showPage('Webhooks', { state: { ...busy, webhooks }, answers: webhookAnswers }, look)

  test('each row says its state, its end, who renews, and what came', async () => {
    await using shown = await show(sixWebhooks)
    const { page } = shown
    await page.getByText('6 webhooks in 2 accounts').waitFor()
    const said: readonly (readonly [string, readonly string[]])[] = [
      [
        'Inbox, new mail',
        ['Answers are slow', '2 days, 20 hours', 'renews tomorrow', '14 failed', '40 seconds ago'],
      ],
      [
        'Presence of 3 people',
        ['Delivering, encrypted', '38 minutes', 'renews in 8 minutes', '22,940', '3 seconds ago'],
      ],
      ['List Tenders 2027', ['Delivering', '11 days', 'renews today 23:10', '18 minutes ago']],
      ['Calendar', ['Created elsewhere', '19 hours, 20 minutes', 'not renewed here', 'none here']],
    ]
    for (const [name, texts] of said)
      for (const text of texts) await webhookRow(page, name).getByText(text, { exact: true }).waitFor()
    await page.getByText('Gone, being recreated').waitFor()
    await page.getByText('tries again in 40 seconds').waitFor()
    await page
      .getByText('Tested 12 minutes ago, answers in 4 ms. 31 forged or unknown calls rejected')
      .waitFor()
  })

  test('a row is heard as it is seen: what, whose, how it is doing, when it ends', async () => {
    await using shown = await show(sixWebhooks)
    const name = 'Inbox, new mail grace@lindenhof.example Answers are slow 2 days, 20 hours'
    await shown.page.getByRole('row', { name, exact: true }).waitFor()
  })

  test('has rules of its own: of kinds those that come, and no types of files', async () => {
    await using shown = await show(sixWebhooks)
    const { page } = shown
    await chooseMore(page, webhookRow(page, 'Inbox, new mail'), 'Rules')
    await heading(page, 'Inbox, new mail').waitFor()
    expect(await page.getByRole('checkbox').evaluateAll((all) => all.length)).toBe(1)
    expect(await page.getByRole('heading', { name: 'File types' }).count()).toBe(0)
    await page.getByRole('radio', { name: 'Only a summary, every day at' }).click()
    await page.getByRole('button', { name: 'Save rules' }).click()
    await toast(page, 'Rules saved').waitFor()
    expect((await shown.calls()).filter(([command]) => command === 'setRules')).toMatchObject([
      ['setRules', { subscriptionId: 'hook-3', rules: { often: { kind: 'daily' } } }],
    ])
  })

  test('Alt+← leads back as Esc does; who chooses the tab stays at the tab', async () => {
    await using shown = await show(sixWebhooks)
    const { page } = shown
    await page.getByRole('button', { name: 'Inbox, new mail' }).click()
    await heading(page, 'Inbox, new mail').waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await eventually(() => focused(page)).toBe('hook-3')
    await page.keyboard.press('Enter')
    await heading(page, 'Inbox, new mail').waitFor()
    await open(page, 'Webhooks')
    await webhookRow(page, 'Inbox, new mail').waitFor()
    await drawn(page)
    expect(await hasFocus(tabOf(page, 'Webhooks'))).toBe(true)
  })

  test('the other states are said in words as well', async () => {
    await using shown = await show(troubledWebhooks)
    const { page } = shown
    const said = ['Needs permission', 'Address unreachable', 'Signed out', 'Deleting', 'Refused', 'Creating']
    for (const words of said) await page.getByRole('cell', { name: words, exact: true }).waitFor()
    await page.getByText('The listener can’t be reached').waitFor()
    await page.getByRole('button', { name: 'Chats' }).click()
    await page.getByRole('button', { name: 'Continue to Microsoft' }).click()
    expect((await shown.calls()).at(-1)).toEqual([
      'askConsent',
      { accountId: 'grace', scopes: ['Chat.Read'] },
    ])
    await tabOf(page, 'Webhooks').click()
    await page.getByRole('button', { name: 'Meetings' }).click()
    await page.getByText('Code ExtensionError, request 7f0c1a52').waitFor()
    await page.getByRole('link', { name: 'Copy details' }).or(page.getByText('Copy details')).first().click()
    expect((await shown.copied())[0]).toContain('request 7f0c1a52-93e0-4a0e-b8f1-0c2d6a11c9aa')
  })

  test('by keyboard: arrows, Enter opens, Esc comes back to the row, Delete deletes with undo', async () => {
    await using shown = await show(sixWebhooks)
    const { page } = shown
    await webhookRow(page, 'List Tenders 2027').focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('hook-3')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Inbox, new mail' }).waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => focused(page)).toBe('hook-3')
    await page.keyboard.press('Delete')
    await toast(page, 'Deleting Inbox, new mail.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    const made = (await shown.calls()).filter(([command]) => command.includes('eleteWebhook'))
    expect(made).toEqual([
      ['deleteWebhook', { webhookId: 'hook-3' }],
      ['undoDeleteWebhook', { webhookId: 'hook-3' }],
    ])
  })

  test('what was made elsewhere can be taken over; an id can be added', async () => {
    await using shown = await show(sixWebhooks)
    const { page } = shown
    await webhookRow(page, 'Calendar').getByRole('button', { name: 'More' }).click()
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
      'Details',
      'Take over',
      'Delete webhook',
    ])
    await page.getByRole('menuitem', { name: 'Take over' }).click()
    await toast(page, 'Taken over.').waitFor()
    await page.getByRole('button', { name: 'More', exact: true }).first().click()
    await page.getByRole('menuitem', { name: 'Add by ID…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'ID', exact: true }).fill(' 0f6b52c8 ')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await shown.calls()).toEqual([
      ['takeOverWebhook', { accountId: 'grace', graphId: 'unmanaged-1' }],
      ['importWebhook', { accountId: 'grace', graphId: '0f6b52c8' }],
    ])
  })

  test('none yet: says what they are for, and leads from a tunnel to the first delivery', async () => {
    await using shown = await show(noWebhooks)
    const { page } = shown
    await page
      .getByRole('heading', { name: 'No webhooks yet. You don’t need one to follow drives.' })
      .waitFor()
    await page.getByText('With a webhook, Microsoft tells Drivebell at once about new mail').waitFor()
    await page.getByRole('button', { name: 'Get started' }).click()
    await page.getByText('Its name changes each time you start it.').waitFor()
    await page.getByRole('combobox', { name: 'Tunnel' }).selectOption({ label: 'Tailscale Funnel' })
    await page.getByText('Its name stays the same.').waitFor()
    await page.getByText('tailscale funnel 51823').waitFor()
    await page.getByRole('button', { name: 'Copy command' }).click()
    await eventually(() => shown.copied()).toEqual(['tailscale funnel 51823'])
    await page.getByText('A tunnel gives this computer a public https address').waitFor()
    await page.getByRole('textbox', { name: 'Public address' }).fill('https://bell.lindenhof.example')
    await page.getByText('When the name changes, enter the new one in Listener.').waitFor()
    await page.getByRole('button', { name: 'Test now' }).click()
    await eventually(async () =>
      (await shown.calls()).filter(([name]) => !/^draft|Catalogue$/.test(name)),
    ).toEqual([
      ['setListener', { on: true, publicUrl: null }],
      ['setListener', { on: true, publicUrl: 'https://bell.lindenhof.example' }],
      ['testListener', undefined],
    ])
    await page.getByRole('button', { name: 'Create webhook' }).click()
    await toast(page, 'Webhook created').waitFor()
    const wanted = { row: 'message', filled: { 'mail-folder': ['inbox'] }, changeTypes: ['created'] }
    expect((await shown.calls()).findLast(([name]) => name === 'createWebhook')?.[1]).toMatchObject(wanted)
    const made = { ...sixWebhooks, rows: [webhook({ id: 'hook-2', delivered: 0 })] }
    await push(page, made)
    await page.getByText('Waiting for the first delivery').waitFor()
    await push(page, { ...made, rows: [webhook({ id: 'hook-2', delivered: 1 })] })
    await page.getByText('It arrived. Your webhook works.').waitFor()
  })

  test('who knows how goes to the listener at once', async () => {
    await using shown = await show(noWebhooks)
    const { page } = shown
    await page.getByRole('button', { name: 'Set up the listener' }).click()
    await page.getByRole('textbox', { name: 'Public address' }).fill('https://bell.lindenhof.example')
    await page.getByRole('button', { name: 'Test now' }).click()
    await eventually(() => shown.calls()).toEqual([
      ['setListener', { on: true, publicUrl: 'https://bell.lindenhof.example' }],
      ['testListener', undefined],
    ])
  })

  test('an Event Hub in place of a tunnel: what it needs, whether it is read, and why not', async () => {
    await using shown = await show(noWebhooks)
    const { page } = shown
    await page.getByRole('button', { name: 'Set up the listener' }).click()
    await page.getByRole('button', { name: 'Use Azure Event Hubs…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('The Basic tier has 1, Standard has 20.').waitFor()
    await dialog.getByText('needs the role Azure Event Hubs Data Sender').waitFor()
    await dialog.getByRole('textbox', { name: 'Namespace' }).fill('lindenhof.servicebus.windows.net')
    await dialog.getByRole('textbox', { name: 'Event hub' }).fill('graph')
    await dialog.getByRole('textbox', { name: 'Directory domain' }).fill('lindenhof.example')
    await dialog.getByLabel('Connection string that allows Listen').fill('Endpoint=sb://x')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await toast(page, 'Event hub changed').waitFor()
    const hub = {
      namespace: 'lindenhof.servicebus.windows.net',
      name: 'graph',
      tenant: 'lindenhof.example',
      consumerGroup: '$Default',
      overWebSocket: false,
    }
    const connectionString = 'Endpoint=sb://x'
    expect(await shown.calls()).toEqual([['setEventHub', { isOn: true, hub, connectionString }]])
    const view = (state: WebhooksView['listener']['eventHub']['state']): WebhooksView => ({
      ...noWebhooks,
      listener: { ...noWebhooks.listener, eventHub: { isOn: true, hub, hasKey: true, state } },
    })
    await push(page, view({ kind: 'reading' }))
    await page.keyboard.press('Escape')
    await page.getByText('Reading graph').waitFor()
    await page.getByRole('button', { name: 'New webhook' }).waitFor()
    await push(page, view({ kind: 'failed', why: { key: 'event-hub.why.key' } }))
    await page.getByText('The event hub can’t be read').waitFor()
    await page.getByText('Azure didn’t accept the connection string.').waitFor()
  })

  test('the self-test fills in step by step, each said once; what failed says what to do', async () => {
    const testing = (test: WebhooksView['listener']['test']) => ({
      ...sixWebhooks,
      listener: { ...sixWebhooks.listener, test },
    })
    await using shown = await show(testing(null))
    const { page } = shown
    await page.getByRole('button', { name: 'Listener', exact: true }).click()
    await push(page, testing(testAt(1, 'running')))
    await push(page, testing(testAt(2, 'running')))
    await page.getByRole('listitem').filter({ hasText: 'The certificate is good, passed' }).waitFor()
    await push(page, testing(testAt(2, 'failed')))
    await page.getByText('This address doesn’t lead here.').waitFor()
    const certificate = async () =>
      (await shown.heard()).filter((words) => words.includes('The certificate is good'))
    await eventually(async () =>
      (await shown.heard()).some((words) => words.includes('Got an HTML page')),
    ).toBe(true)
    expect(await certificate()).toHaveLength(1)
    await page.getByRole('button', { name: 'Copy a tunnel command' }).click()
    await page.getByRole('menuitem', { name: 'Cloudflare Tunnel' }).click()
    expect(await shown.copied()).toEqual(['cloudflared tunnel --url http://127.0.0.1:51823'])
    const again = testAt(6, 'reachable')
    await push(page, testing({ ...again, startedAt: again.startedAt + 1000 }))
    await eventually(async () => (await shown.heard()).some((words) => words.includes('Reachable'))).toBe(
      true,
    )
    await page.getByRole('switch', { name: 'Listener' }).click()
    expect((await shown.calls()).at(-1)).toEqual([
      'setListener',
      { on: false, publicUrl: 'https://bell.lindenhof.example' },
    ])
  })

  test('details: the life, what Microsoft holds, and what can be done', async () => {
    await using shown = await show(sixWebhooks)
    const { page } = shown
    await page.getByRole('button', { name: 'Inbox, new mail' }).click()
    await page.getByText('12 of the last 100 answers took longer than 3 seconds.').waitFor()
    expect(
      await page.getByRole('list', { name: 'Its lifetime' }).getByRole('listitem').allInnerTexts(),
    ).toEqual(['created Sun 10:43', 'renewed', 'now', 'renews', 'Sun 06:43'])
    await page.getByText('Drivebell renews it tomorrow at 07:40').waitFor()
    await page.getByRole('button', { name: 'Show all 3 properties' }).click()
    expect(await page.getByRole('definition').allInnerTexts()).toContain('hidden')
    await page.getByRole('img', { name: '12 of the last 100 answers were slow' }).waitFor()
    await page.getByRole('button', { name: 'Renew now' }).click()
    await page.getByRole('button', { name: 'Reauthorize' }).click()
    await page.getByRole('button', { name: 'Recreate' }).click()
    await page.getByRole('button', { name: 'Change address' }).click()
    await page.getByRole('textbox', { name: 'Public address' }).fill('https://other.example')
    await page.getByRole('dialog').getByRole('button', { name: 'Change address' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Delete webhook' }).click()
    const webhookId = 'hook-3'
    expect((await shown.calls()).filter(([command]) => command !== 'webhook')).toEqual([
      ['renewWebhook', { webhookId }],
      ['reauthorizeWebhook', { webhookId }],
      ['remakeWebhook', { webhookId }],
      ['changeWebhookUrl', { webhookId, publicUrl: 'https://other.example' }],
      ['deleteWebhook', { webhookId }],
    ])
    const deleting = webhook({ id: 'hook-3', state: { kind: 'deleting', undoUntil: null } })
    await push(page, { ...sixWebhooks, rows: [deleting] })
    await page.getByText('Microsoft is deleting it.').waitFor()
    expect(await page.getByRole('button', { name: 'Renew now' }).count()).toBe(0)
  })

  test('narrow: rows are stacked, with everything in them', async () => {
    await using shown = await showWindow(webhookSamples.webhooks, {
      viewport: { width: 480, height: 700 },
    })
    const { page } = shown
    await tabOf(page, 'Webhooks').click()
    const cells = webhookRow(page, 'Inbox, new mail')
    for (const words of ['Answers are slow', 'renews tomorrow', '14 failed'])
      await cells.getByText(words).waitFor()
    expect(await cells.evaluate((element) => element.clientHeight)).toBeGreaterThan(90)
  })
})
