/** Draws every state of the window into `.demo/window/`: to be looked at beside the reference pictures. */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { tabOf, visit, webhookRow, statusCard } from './controls.ts'
import { drawn } from './clean.ts'
import { Gallery, type Look, openStage } from './gallery.ts'
import { webhookSamples } from './sample-webhook-answers.ts'
import { justLive, samples } from './samples.ts'
import type { Sample } from './stub.ts'
import { wordsOf } from '../../preload/words/words.ts'
import { language as english, pseudoLanguage } from '../words.ts'

const folder = resolve(import.meta.dirname, '../../.demo/window')

const looks: Readonly<Record<string, Look>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  '480': { colorScheme: 'light', viewport: { width: 480, height: 700 } },
  contrast: { forcedColors: 'active', colorScheme: 'dark' },
  rtl: { direction: 'rtl' },
  pseudo: { language: pseudoLanguage },
}

const pages = ['subscriptions', 'webhooks', 'accounts', 'settings', 'help', 'diagnostics'] as const
const only = process.argv[2] ?? ''

await mkdir(folder, { recursive: true })
await using stage = await openStage()
await using gallery = await Gallery.join(stage)
for (const [lookName, look] of Object.entries(looks))
  for (const [name, sample] of Object.entries<Sample>({ ...samples, ...webhookSamples }))
    if (`${name}-${lookName}`.includes(only)) await draw(name, lookName, sample, look)
for (const [lookName, look] of Object.entries(looks))
  if (!look.language && `welcome-live-${lookName}`.includes(only)) await drawLive(lookName, look)

async function draw(name: string, lookName: string, sample: Sample, look: Look): Promise<void> {
  await using shown = await gallery.show(sample, look)
  const { page } = shown
  if (sample.historyHangs)
    await page.getByLabel(wordsOf(look.language ?? english).phrase('activity.loading')).waitFor() // not at once
  await drawn(page)
  await page.screenshot({ path: resolve(folder, `${name}-${lookName}.png`) })
  if (name === 'webhooks' && !look.language) await drawWebhooks(page, lookName)
  if (name === 'webhooks-troubled' && !look.language) await drawTroubled(page, lookName)
  if (!['busy', 'nothing-followed', 'memory-only', 'own-client-id'].includes(name)) return
  for (const each of pages) {
    await visit(page, each)
    await drawn(page)
    await page.screenshot({ path: resolve(folder, `${name}-${each}-${lookName}.png`) })
  }
  if (look.language) return // what follows is found by its English name
  if (name !== 'busy') return
  await drawDetails(page, lookName)
  await tabOf(page, 'Activity').click()
  await page.getByRole('listitem').first().hover()
  await statusCard(page).click()
  await drawn(page)
  await page.screenshot({ path: resolve(folder, `status-menu-${lookName}.png`) })
}

/** The rules of one drive from top to end, then with something to save. */
async function drawDetails(page: Page, lookName: string): Promise<void> {
  await tabOf(page, 'Subscriptions').click()
  await page.getByRole('button', { name: 'Finance' }).click()
  await page.getByText('of the last 100 changes').waitFor()
  await drawn(page)
  await page.screenshot({ path: resolve(folder, `details-${lookName}.png`) })
  await page.getByRole('checkbox', { name: 'Moved' }).click()
  await page.getByRole('radio', { name: 'Only a summary, every day at' }).scrollIntoViewIfNeeded()
  await drawn(page)
  await page.screenshot({ path: resolve(folder, `details-end-${lookName}.png`) })
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'Show all 100 with reasons' }).click()
  await drawn(page)
  await page.screenshot({ path: resolve(folder, `details-all-${lookName}.png`) })
  await page.getByRole('button', { name: 'Close' }).click()
  await tabOf(page, 'Settings').click()
  await page.getByRole('button', { name: 'Delete…' }).scrollIntoViewIfNeeded()
  await drawn(page)
  await page.screenshot({ path: resolve(folder, `settings-end-${lookName}.png`) })
  await page.getByRole('button', { name: 'Change' }).click()
  await drawn(page)
  await page.screenshot({ path: resolve(folder, `quiet-hours-${lookName}.png`) })
  await page.getByRole('button', { name: 'Cancel' }).click()
}

/** The list of webhooks, then each page below it. */
async function drawWebhooks(page: Page, lookName: string): Promise<void> {
  const shoot = async (what: string) => {
    await drawn(page)
    await page.screenshot({ path: resolve(folder, `webhooks-${what}-${lookName}.png`) })
  }
  const list = () => tabOf(page, 'Webhooks').click()
  await list()
  await webhookRow(page, 'Calendar').waitFor()
  await shoot('list')
  await page.getByRole('button', { name: 'New webhook' }).click()
  await page.getByRole('option', { name: /A drive/ }).waitFor()
  await shoot('create')
  await page.getByRole('option', { name: /Presence/ }).click()
  await page.getByText('Show the request').click()
  await page.getByRole('button', { name: 'Create webhook' }).scrollIntoViewIfNeeded()
  await shoot('create-end')
  await list()
  await page.getByRole('button', { name: 'Inbox, new mail' }).click()
  await page.getByText('What Microsoft holds').waitFor()
  await shoot('details')
  await list()
  await page.getByRole('button', { name: 'Deliveries' }).click()
  await page.getByRole('option', { name: /10:42:25/ }).click()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await shoot('inspector')
  await list()
  await page.getByRole('button', { name: 'Listener', exact: true }).click()
  await page.getByText('Fast enough').waitFor()
  await shoot('selftest')
}

/** The states that need someone, and a self-test that failed. */
async function drawTroubled(page: Page, lookName: string): Promise<void> {
  await tabOf(page, 'Webhooks').click()
  await webhookRow(page, 'Chats').waitFor()
  await page.screenshot({ path: resolve(folder, `webhooks-troubled-${lookName}.png`) })
  await page.getByRole('button', { name: 'Chats' }).click()
  await page.getByText('What Microsoft holds').waitFor()
  await drawn(page)
  await page.screenshot({ path: resolve(folder, `webhooks-permission-${lookName}.png`) })
  await tabOf(page, 'Webhooks').click()
  await page.getByRole('button', { name: 'Listener', exact: true }).click()
  await page.getByText('Something else answered').waitFor()
  await page.screenshot({ path: resolve(folder, `webhooks-selftest-failed-${lookName}.png`) })
}

async function drawLive(lookName: string, look: Look): Promise<void> {
  await using shown = await gallery.show(samples['welcome-first'], look)
  await shown.page.evaluate((state) => window.stub.push(state), justLive)
  await shown.page.getByRole('heading', { name: 'Your OneDrive is connected' }).waitFor()
  await drawn(shown.page)
  await shown.page.screenshot({ path: resolve(folder, `welcome-live-${lookName}.png`) })
}
