import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { tabOf } from './controls.ts'
import { showDetails } from './details.ts'
import { reads } from '../words.ts'
import { eventually } from './eventually.ts'
import type { Shown } from './gallery.ts'
import { showPicker } from './picker.ts'
import { deliveryLines } from './sample-deliveries.ts'
import { preview } from './sample-details.ts'
import { page as found, library } from './sample-finds.ts'
import { rows } from './sample-rows.ts'
import { busy, drive, settled } from './sample-states.ts'
import { sixWebhooks, webhook } from './sample-webhooks.ts'
import { webhookAnswers } from './sample-webhook-answers.ts'
import { samples } from './samples.ts'
import { showWindow } from './show-window.ts'

/** Presses, lets something come in between, and releases at the same place. */
async function pressed(page: Page, row: Locator, meanwhile: () => Promise<unknown>): Promise<void> {
  await row.waitFor()
  const box = await row.boundingBox()
  if (!box) throw new Error('not on the screen')
  await page.mouse.move(box.x + 30, box.y + box.height / 2)
  await page.mouse.down()
  await meanwhile()
  // Long enough to be drawn, were it drawn.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame)
  })
  await page.mouse.up()
}

const revised = (revision: number) => ({ ...settled, history: { ...settled.history, revision } })
const named = async (shown: Shown, name: string) =>
  (await shown.calls()).flatMap(([command, input]) => (command === name ? [input] : []))

/** Lists that are fed while one types, or while changes arrive: what a person chose is never undone by what comes. */
describe('a choice', () => {
  test('a change that arrives under the pointer is not opened instead', async () => {
    const kept = rows.filter(({ burst }) => burst === null)
    await using shown = await showWindow({ state: revised(1), rows: kept.slice(1) })
    const { page } = shown
    await pressed(page, page.getByRole('listitem').first(), async () => {
      await page.evaluate((rows) => window.stub.setRows(rows), kept)
      await page.evaluate((state) => window.stub.push(state), revised(2))
    })
    await eventually(() => named(shown, 'openChange')).toMatchObject([{ changeId: kept[1]?.id }])
    await eventually(() => page.getByRole('listitem').count()).toBe(kept.length)
  })

  test('a burst that grows keeps its open menu', async () => {
    const burst = rows.find(({ burst }) => burst !== null)
    if (!burst) throw new Error('no sample burst')
    await using shown = await showWindow({ state: revised(1), rows: [burst] })
    const { page } = shown
    await page.getByRole('listitem').hover()
    await page.getByRole('listitem').getByRole('button', { name: 'More' }).click()
    const item = page.getByRole('menuitem', { name: 'Mark as read' })
    await item.waitFor()
    await page.evaluate((rows) => window.stub.setRows(rows), [{ ...burst, id: 'newer', tail: 'one more' }])
    await page.evaluate((state) => window.stub.push(state), revised(2))
    await page.getByText('one more').waitFor()
    await item.click()
    await eventually(() => named(shown, 'markSeen')).toEqual([{ changeId: 'newer' }])
  })

  test('a drive that comes above another is not opened in its place', async () => {
    const bo = drive({ id: 'sub-2', name: 'Drawings' })
    await using shown = await showWindow({
      state: { ...settled, subscriptions: [bo] },
      answers: { previewRules: preview },
    })
    const { page } = shown
    await tabOf(page, 'Subscriptions').click()
    await pressed(page, page.getByRole('main').getByRole('button', { name: 'Drawings' }), () =>
      page.evaluate((state) => window.stub.push(state), {
        ...settled,
        subscriptions: [bo, drive({ id: 'sub-3', name: 'Accounting' })],
      }),
    )
    await page.getByRole('heading', { level: 1, name: 'Drawings' }).waitFor()
  })

  test('a webhook that comes above another is not opened in its place', async () => {
    const state = { ...busy, webhooks: sixWebhooks }
    await using shown = await showWindow({ state, answers: webhookAnswers })
    const { page } = shown
    await tabOf(page, 'Webhooks').click()
    await pressed(page, page.getByRole('button', { name: 'Inbox, new mail' }), () =>
      page.evaluate((state) => window.stub.push(state), {
        ...state,
        webhooks: {
          ...sixWebhooks,
          rows: [webhook({ id: 'hook-0', title: reads('Newest') }), ...sixWebhooks.rows],
        },
      }),
    )
    await page.getByRole('heading', { level: 1, name: 'Inbox, new mail' }).waitFor()
  })

  test('a drive found above another is not chosen in its place', async () => {
    await using shown = await showPicker({}, { held: ['mine from x'] })
    const { page } = shown
    await page.getByRole('option', { name: 'Scans' }).waitFor()
    await page.evaluate(
      (found) => window.stub.setFind('mine', found),
      found(library('Archive'), library('Scans')),
    )
    await pressed(page, page.getByRole('option', { name: 'Scans' }), () =>
      page.evaluate((state) => window.stub.push(state), {
        ...settled,
        accounts: settled.accounts.map((each) => ({
          ...each,
          scopes: [...each.scopes, 'Team.ReadBasic.All'],
        })),
      }),
    )
    await page.getByText('Scans, A library in Riverside Tower').waitFor()
  })

  test('the delivery that is looked at stays when another comes', async () => {
    const state = { ...busy, webhooks: sixWebhooks }
    const [newest, ...older] = deliveryLines
    if (!newest) throw new Error('no sample delivery')
    await using shown = await showWindow({
      state,
      answers: { ...webhookAnswers, deliveries: { lines: older, next: null, matches: older.length } },
    })
    const { page } = shown
    await tabOf(page, 'Webhooks').click()
    await page.getByRole('button', { name: 'Deliveries' }).click()
    const list = page.getByRole('listbox', { name: 'Deliveries, newest first' })
    const chosen = list.getByRole('option', { selected: true })
    const before = await chosen.innerText()
    await page.evaluate(
      (lines) => window.stub.setAnswer('deliveries', { lines, next: null, matches: lines.length }),
      deliveryLines,
    )
    await page.evaluate((state) => window.stub.push(state), {
      ...state,
      webhooks: { ...sixWebhooks, deliveriesRevision: 1 },
    })
    await eventually(() => list.getByRole('option').count()).toBe(deliveryLines.length)
    expect(await chosen.innerText()).toBe(before)
  })

  test('somebody pointed at by the arrows stays when others are found before them', async () => {
    const { people } = samples.busy.answers
    await using shown = await showDetails()
    const { page } = shown
    await page.getByRole('button', { name: 'Add a person or app' }).click()
    const list = page.getByRole('listbox', { name: 'Add a person or app' })
    await list.getByText('Bo Lindqvist').waitFor()
    await page.evaluate((people) => window.stub.setAnswer('people', people), people.toReversed())
    // The second of those shown, before the answer to what was typed.
    await page.evaluate(() => {
      document.execCommand('insertText', false, 'o')
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
    })
    await eventually(() => list.getByRole('option').allTextContents()).toEqual(['Bo Lindqvist', 'Ada Okafor'])
    await page.keyboard.press('Enter')
    const except = page.getByRole('list', { name: 'Everyone except' }).getByRole('listitem')
    await eventually(() => except.allTextContents()).toEqual(['Guests', 'Contract Robot', 'Bo Lindqvist'])
  })
})
