import { describe, expect, test } from 'vitest'
import type { WebhookCreated } from '../../preload/contract/webhook-commands.ts'
import type { Outputs } from '../../preload/contract/commands.ts'
import { toast } from './controls.ts'
import { reads } from '../words.ts'
import { eventually } from './eventually.ts'
import type { Look, Shown } from './gallery.ts'
import { showPage } from './show-window.ts'
import { deliveryLines } from './sample-deliveries.ts'
import { checked, webhookAnswers } from './sample-webhook-answers.ts'
import { noWebhooks, sixWebhooks } from './sample-webhooks.ts'
import { busy } from './sample-states.ts'

/** Making a webhook, and looking at what came. */
describe('Webhooks, made and delivered', () => {
  const show = async (button: string, answers: Partial<Outputs> = {}, look?: Look): Promise<Shown> => {
    const state = { ...busy, webhooks: sixWebhooks }
    const shown = await showPage('Webhooks', { state, answers: { ...webhookAnswers, ...answers } }, look)
    await shown.page.getByRole('button', { name: button, exact: true }).click()
    return shown
  }

  test('a drive: what is impossible says why, what is missing is asked for, then it is made', async () => {
    await using shown = await show('New webhook')
    const { page } = shown
    await page.getByRole('checkbox', { name: 'created' }).waitFor()
    expect(await page.getByRole('checkbox', { name: 'created' }).isDisabled()).toBe(true)
    await page.getByText('Microsoft only ever reports “updated”').waitFor()
    await page.getByText('Needs Files.Read.All to read all files you can open.').waitFor()
    await page.getByRole('slider', { name: 'Lasts for', exact: true }).fill('7')
    await page.getByRole('button', { name: 'Show the request' }).click()
    await page.getByText('POST https://graph.microsoft.com/v1.0/subscriptions').waitFor()
    await page.getByRole('button', { name: 'Create webhook' }).click()
    await toast(page, 'Webhook created').waitFor()
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(
      'hook-2',
    )
    const calls = await shown.calls()
    expect(calls).toContainEqual(['askConsent', { accountId: 'grace', scopes: ['Files.Read.All'] }])
    expect(calls.filter(([command]) => command === 'createWebhook')).toEqual([
      ['createWebhook', expect.objectContaining({ row: 'drive', lifeMs: 604_800_000 })],
    ])
  })

  test('one permission that waits for an administrator leaves the form as it is', async () => {
    const state = {
      kind: 'waiting-for-admin',
      why: reads('Not yet.'),
      adminConsentUrl: 'https://x.example',
    } as const
    const accounts = busy.accounts.map((account) => ({ ...account, state }))
    const shown = await showPage('Webhooks', {
      state: { ...busy, accounts, webhooks: sixWebhooks },
      answers: webhookAnswers,
    })
    await using _shown = shown
    const { page } = shown
    await page.getByRole('button', { name: 'New webhook', exact: true }).click()
    await page.getByRole('button', { name: 'Create webhook' }).waitFor()
    await page.getByRole('option', { name: /Messages/ }).click()
    await eventually(async () => (await shown.calls()).at(-1)).toEqual([
      'draftWebhook',
      expect.objectContaining({ row: 'message' }),
    ])
  })

  test('what can be called about is there before the listener is on', async () => {
    const shown = await showPage('Webhooks', {
      state: { ...busy, webhooks: noWebhooks },
      answers: webhookAnswers,
    })
    await using _shown = shown
    await shown.page.getByRole('button', { name: 'See what’s available' }).click()
    await shown.page.getByRole('option', { name: /Messages/ }).waitFor()
  })

  test('of TLS nothing older than 1.2 is offered', async () => {
    await using shown = await show('New webhook')
    const { page } = shown
    await page.getByText('More options').click()
    const offered = page.getByRole('combobox', { name: 'Oldest TLS' }).locator('option')
    expect(await offered.allTextContents()).toEqual(['Microsoft’s default, 1.2', '1.2', '1.3'])
  })

  test('a list: its places are chosen one after the other, or typed', async () => {
    await using shown = await show('New webhook')
    const { page } = shown
    await page.getByRole('searchbox', { name: 'Find a resource' }).fill('list')
    await page.getByRole('option', { name: /A list/ }).click()
    await page.getByText('Fill in “Which site” first.').waitFor()
    await page.getByRole('combobox', { name: 'Which site' }).selectOption('site-1')
    await page
      .getByRole('group', { name: 'Which list' })
      .getByRole('button', { name: 'Type it instead' })
      .click()
    await page.getByRole('textbox', { name: 'Which list' }).fill('Tenders')
    const filled = { site: ['site-1'], list: ['Tenders'] }
    await eventually(async () => (await shown.calls()).at(-1)).toEqual([
      'draftWebhook',
      expect.objectContaining({ row: 'list', filled }),
    ])
  })

  test('any resource: its path is typed, warnings stand beside it, and it is sent all the same', async () => {
    const warnings = [{ key: 'draft.any.unknown' }] as const
    const draftWebhook = { ...checked, warnings, missingScopes: [] }
    const fillPlaceholder = { kind: 'typed', wanted: { key: 'catalogue.typed.path' } } as const
    await using shown = await show('New webhook', { draftWebhook, fillPlaceholder })
    const { page } = shown
    await page.getByRole('searchbox', { name: 'Find a resource' }).fill('me/photos')
    await page.getByText('Nothing matches “me/photos”.').waitFor()
    await page.getByRole('option', { name: /Any resource/ }).click()
    await page.getByRole('textbox', { name: 'Resource path' }).fill('me/photos')
    await page.getByText('Microsoft may refuse this.').waitFor()
    await page.getByText('Drivebell doesn’t know this resource.').waitFor()
    await page.getByRole('button', { name: 'Create webhook' }).click()
    await toast(page, 'Webhook created').waitFor()
    const filled = { path: ['me/photos'] }
    expect((await shown.calls()).filter(([command]) => command === 'createWebhook')).toEqual([
      ['createWebhook', expect.objectContaining({ row: 'any', form: 'path', filled })],
    ])
  })

  test('what this account cannot have stays, with the reason, and cannot be chosen', async () => {
    await using shown = await show('New webhook')
    const { page } = shown
    const locked = page.getByRole('option', { name: /Printer jobs/ })
    await locked.getByText('Needs app-only access').waitFor()
    await locked.click({ force: true })
    expect(await page.getByRole('option', { name: /A drive/ }).getAttribute('aria-selected')).toBe('true')
  })

  test('a refusal stands under its field, and nothing is sent', async () => {
    const refusals = [{ field: 'changeTypes', why: { key: 'draft.change-types' } }] as const
    await using shown = await show('New webhook', { draftWebhook: { ...checked, refusals } })
    const { page } = shown
    await page.getByRole('option', { name: /Messages/ }).click()
    await eventually(async () => (await shown.calls()).at(-1)?.[0]).toBe('draftWebhook')
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.getByRole('button', { name: 'Create webhook' }).click()
    await page.getByRole('group', { name: 'Microsoft calls when something is' }).getByRole('alert').waitFor()
    expect((await shown.calls()).some(([command]) => command === 'createWebhook')).toBe(false)
  })

  const given = { ...checked, missingScopes: [] }
  test.each<[WebhookCreated, string, string]>([
    [
      { kind: 'exists', graphId: 'g-1', webhookId: null, why: { key: 'webhook.refused.exists' } },
      'Take over',
      'takeOverWebhook',
    ],
    [
      { kind: 'needs-permission', scopes: ['Mail.Read'], why: reads('Not yet.'), adminConsentUrl: null },
      'Continue to Microsoft',
      'askConsent',
    ],
  ])('what Microsoft answered leads on: %o', async (createWebhook, button, command) => {
    await using shown = await show('New webhook', { createWebhook, draftWebhook: given })
    const { page } = shown
    await page
      .getByText('9c1f')
      .or(page.getByRole('textbox', { name: 'Called at' }))
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Create webhook' }).click()
    await page.getByRole('button', { name: button }).click()
    await eventually(async () => (await shown.calls()).map(([name]) => name)).toContain(command)
  })

  test('an address that Microsoft could not reach leads to the listener; the form stays as it was', async () => {
    const createWebhook = {
      kind: 'unreachable',
      why: reads('Microsoft couldn’t reach it.'),
      code: null,
      requestId: null,
      message: 'Status 502.',
    } as const
    await using shown = await show('New webhook', { createWebhook, draftWebhook: given })
    const { page } = shown
    await page.getByRole('option', { name: /To Do tasks/ }).click()
    await page.getByText('This permission also allows changes.').waitFor()
    await page.getByRole('checkbox', { name: 'deleted' }).uncheck()
    await page.getByRole('button', { name: 'Create webhook' }).click()
    await page.getByText('Microsoft said: “Status 502.”').waitFor()
    await page.getByRole('button', { name: 'Test the listener' }).click()
    await page.getByRole('heading', { level: 1, name: 'Listener' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'New webhook' }).click()
    await page.getByRole('checkbox', { name: 'deleted' }).waitFor()
    expect(await page.getByRole('checkbox', { name: 'deleted' }).isChecked()).toBe(false)
  })

  test('a delivery: its checks, its data on demand, hidden headers; R replays', async () => {
    await using shown = await show('Deliveries')
    const { page } = shown
    await page.getByRole('option', { name: /^Inbox, new mail Accepted/ }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('heading', { name: 'Accepted (answered in 5 ms)' }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'clientState, passed' }).waitFor()
    expect((await shown.calls()).some(([command]) => command === 'deliveryData')).toBe(false)
    await page.keyboard.press('r')
    await toast(page, 'Replayed').waitFor()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByText('"availability": "Away"').waitFor()
    await page.getByRole('button', { name: 'Hide' }).click()
    await page.getByText('"availability": "Away"').waitFor({ state: 'detached' })
    expect((await page.getByRole('definition').allInnerTexts()).at(-1)).toBe('hidden')
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await page.getByRole('menuitem', { name: 'As test' }).click()
    await eventually(() => shown.copied()).toEqual(["test('a delivery', () => {})"])
    expect(await shown.calls()).toContainEqual(['copyDelivery', { deliveryId: 'd-2', as: 'test' }])
    expect(await shown.calls()).toContainEqual(['replayDelivery', { deliveryId: 'd-2' }])
  })

  test('deliveries are handed on to a port of this computer, and each says what became of it', async () => {
    await using shown = await show('Deliveries')
    const { page } = shown
    await page.getByRole('heading', { level: 1, name: 'Deliveries' }).waitFor()
    const menu = async (item: string) => {
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await menu('Forward to localhost…')
    await page.getByRole('spinbutton', { name: 'Port' }).fill('70000')
    await page.getByRole('spinbutton', { name: 'Port' }).fill('5000')
    await page.getByRole('textbox', { name: 'Path' }).fill('/hook')
    await page.getByRole('combobox', { name: 'What to forward' }).selectOption({ label: 'Raw deliveries' })
    await page.getByText('with clientState and validation tokens').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await toast(page, 'Forwarding changed').waitFor()
    const chosen = { isOn: true, port: 5000, path: '/hook', kind: 'raw' } as const
    expect(await shown.calls()).toContainEqual(['setForwarding', chosen])
    const why = { key: 'forwarding.why.nobody', values: { port: '5000' } } as const
    const last = { kind: 'failed', why } as const
    const forwarding = { ...chosen, waiting: 1, done: 3, failed: 1, last }
    const { listener } = sixWebhooks
    const webhooks = { ...sixWebhooks, listener: { ...listener, forwarding } }
    await page.evaluate((state) => window.stub.push(state), { ...busy, webhooks })
    const line = page.getByRole('status').filter({ hasText: 'http://localhost:5000/hook' })
    await line.getByText('3 sent, 1 waiting, 1 failed.').waitFor()
    await line.getByText('Not forwarded. Nothing listens on port 5000.').waitFor()
    await page.getByRole('button', { name: 'Forward', exact: true }).click()
    await toast(page, 'Forwarded').waitFor()
    expect(await shown.calls()).toContainEqual(['forwardDelivery', { deliveryId: 'd-2' }])
    await line.getByRole('button', { name: 'Change' }).click()
    await page.getByRole('dialog').getByText('Forward to localhost').waitFor()
  })

  test('deliveries are saved as a series, which is handed on from its file', async () => {
    await using shown = await show('Deliveries', { replaySeries: { ok: true, sent: 3, failed: 1 } })
    const { page } = shown
    await page.getByRole('heading', { level: 1, name: 'Deliveries' }).waitFor()
    const menu = async (item: string) => {
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await menu('Save these deliveries…')
    await toast(page, 'Saved to /home/grace/deliveries.json').waitFor()
    const filter = { webhookId: null, verdict: null }
    expect(await shown.calls()).toContainEqual(['saveDeliveries', { filter }])
    const chooser = page.waitForEvent('filechooser')
    await menu('Forward saved deliveries…')
    const file = { name: 'deliveries.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') }
    await (await chooser).setFiles(file)
    await toast(page, '1 of 3 deliveries failed').waitFor()
    expect(await shown.calls()).toContainEqual(['replaySeries', { text: '{"a":1}' }])
  })

  test('deliveries are narrowed by webhook and verdict, and read again when one came', async () => {
    await using shown = await show('Deliveries')
    const { page } = shown
    await page.getByRole('combobox', { name: 'Webhook' }).selectOption('hook-3')
    await page.getByRole('combobox', { name: 'Verdict' }).selectOption('refused')
    const last = async () => (await shown.calls()).findLast(([command]) => command === 'deliveries')?.[1]
    await eventually(last).toEqual({ filter: { webhookId: 'hook-3', verdict: 'refused' }, before: null })
    const before = (await shown.calls()).length
    const webhooks = { ...sixWebhooks, deliveriesRevision: 1 }
    await page.evaluate((state) => window.stub.push(state), { ...busy, webhooks })
    await eventually(async () => (await shown.calls()).length > before).toBe(true)
    expect(await page.getByRole('option').filter({ hasText: 'Unknown address' }).count()).toBe(1)
  })

  test('narrow: one pane at a time, with a way back', async () => {
    await using shown = await show('Deliveries', {}, { viewport: { width: 480, height: 700 } })
    const { page } = shown
    const options = page.getByRole('listbox', { name: 'Deliveries, newest first' }).getByRole('option')
    await options.first().waitFor()
    expect(await options.count()).toBe(deliveryLines.length)
    await options.nth(1).click()
    await page.getByRole('heading', { name: 'Accepted (answered in 5 ms)' }).waitFor()
    expect(await options.count()).toBe(0)
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await options.first().waitFor()
  })
})
