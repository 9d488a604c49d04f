import { describe, expect, test } from 'vitest'
import { isSignedIn } from '../../preload/contract/state.ts'
import type { WebhooksView } from '../../preload/contract/webhooks.ts'
import { heading, toast } from './controls.ts'
import { eventually } from './eventually.ts'
import type { Shown } from './gallery.ts'
import { checked, webhookAnswers } from './sample-webhook-answers.ts'
import { noWebhooks, sixWebhooks } from './sample-webhooks.ts'
import { busy } from './sample-states.ts'
import { showPage } from './show-window.ts'
import type { Sample } from './stub.ts'

/** What once ended in silence, or in a form that could not be used. */
describe('Webhooks whose way is not smooth', () => {
  const show = (webhooks: WebhooksView, sample: Partial<Sample> = {}): Promise<Shown> =>
    showPage('Webhooks', { state: { ...busy, webhooks }, answers: webhookAnswers, ...sample })

  test('a permission that an administrator gives leaves the form as it was, with the link to send', async () => {
    const url = 'https://login.microsoftonline.com/common/adminconsent?client_id=x'
    await using shown = await show(sixWebhooks, {
      answers: { ...webhookAnswers, draftWebhook: { ...checked, adminConsentUrl: url } },
      refusals: { askConsent: 'Your organization lets only administrators approve apps.' },
    })
    const { page } = shown
    await page.getByRole('button', { name: 'New webhook' }).click()
    await page.getByRole('slider', { name: 'Lasts for', exact: true }).fill('7')
    await page.getByRole('button', { name: 'Create webhook' }).click()
    await page.getByText('Your organization lets only administrators approve apps.').waitFor()
    await page.getByRole('button', { name: 'Copy link for your administrator' }).click()
    await eventually(() => shown.copied()).toEqual([url])
    expect(await page.getByRole('slider', { name: 'Lasts for', exact: true }).inputValue()).toBe('7')
    expect(await page.getByRole('combobox', { name: 'Account' }).locator('option').allInnerTexts()).toEqual(
      busy.accounts.filter(isSignedIn).map(({ username }) => username),
    )
    await page.getByRole('searchbox', { name: 'Find a resource' }).fill('list')
    await page.getByRole('option', { name: /A list/ }).click()
    await page.getByText('Fill in “Which site” first.').waitFor()
  })

  test('before the listener is on, what can be called about is read, and what Microsoft holds is asked for', async () => {
    await using shown = await show(noWebhooks)
    const { page } = shown
    await page.getByRole('button', { name: 'See what’s available' }).click()
    await page.getByRole('option', { name: /A list/ }).click()
    await page.getByRole('button', { name: 'Show the request' }).click()
    await page.getByText('POST https://graph.microsoft.com/v1.0/subscriptions').waitFor()
    await page.keyboard.press('Escape')
    await heading(page, 'Webhooks').waitFor()
    await page.getByRole('button', { name: 'Check with Microsoft' }).click()
    await eventually(async () => (await shown.calls()).map(([command]) => command)).toContain('checkWebhooks')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Add by ID…' }).click()
    await page.getByRole('dialog').waitFor()
  })

  test('webhooks that stayed at an earlier address are moved in one step', async () => {
    const listener = { ...sixWebhooks.listener, leftBehind: 3 }
    await using shown = await show({ ...sixWebhooks, listener })
    const { page } = shown
    await page.getByRole('button', { name: 'Move 3 webhooks here' }).click()
    await toast(page, 'Microsoft now calls this address').waitFor()
    expect((await shown.calls()).filter(([command]) => command === 'moveWebhooks')).toHaveLength(1)
  })

  test('where none stayed behind nothing is offered, and what failed is said', async () => {
    await using none = await show(sixWebhooks)
    await none.page.getByRole('button', { name: 'Test now' }).waitFor()
    expect(await none.page.getByRole('button', { name: /^Move/ }).count()).toBe(0)
    const listener = { ...sixWebhooks.listener, leftBehind: 1 }
    await using refused = await show(
      { ...sixWebhooks, listener },
      { refusals: { moveWebhooks: 'Microsoft could not reach the address.' } },
    )
    await refused.page.getByRole('button', { name: 'Move 1 webhook here' }).click()
    await refused.page.getByText('Microsoft could not reach the address.').waitFor()
  })

  test('a notification is shown as it came, and copied whole', async () => {
    await using shown = await show(sixWebhooks)
    const { page } = shown
    await page.getByRole('button', { name: 'Deliveries', exact: true }).click()
    await page
      .getByRole('option', { name: /^Presence of 3 people Accepted/ })
      .first()
      .click()
    const raw = page.getByText('"value": []')
    expect(await raw.isVisible()).toBe(false)
    await page.getByText('Raw JSON', { exact: true }).click()
    await raw.waitFor()
    await page.getByRole('button', { name: 'Copy JSON' }).click()
    await eventually(() => shown.copied()).toEqual(['{\n  "value": []\n}'])
  })
})
