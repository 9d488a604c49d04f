/**
 * Draws every state of the window into `.demo/window/`: to be looked at beside the reference pictures. With a text, only
 * those whose name it is part of: `-ar` for Arabic.
 */
import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { visit, webhookRow, statusCard } from './controls.ts'
import { drawn } from './clean.ts'
import { Gallery, type Look, openStage } from './gallery.ts'
import { webhookSamples } from './sample-webhook-answers.ts'
import { justLive, samples } from './samples.ts'
import type { Sample } from './stub.ts'
import { allLanguages } from '../../preload/words/languages.ts'
import { localeOf } from '../../preload/words/locale.ts'
import { type Language, type Words, wordsOf } from '../../preload/words/words.ts'
import { language as english, pseudoLanguage } from '../words.ts'
import { reworded } from './reworded.ts'

const folder = resolve(import.meta.dirname, '../../.demo/window')

const locales = resolve(import.meta.dirname, '../../preload/words/locales')
const spoken = (tag: string): Language => ({
  locale: localeOf(tag, [tag]),
  texts: JSON.parse(readFileSync(resolve(locales, `${tag}.json`), 'utf8')) as Language['texts'],
})
const others = allLanguages.filter((tag) => tag !== 'en' && existsSync(resolve(locales, `${tag}.json`)))

const looks: Readonly<Record<string, Look>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  '480': { colorScheme: 'light', viewport: { width: 480, height: 700 } },
  contrast: { forcedColors: 'active', colorScheme: 'dark' },
  rtl: { direction: 'rtl' },
  pseudo: { language: pseudoLanguage },
  ...Object.fromEntries(others.map((tag) => [tag, { language: spoken(tag) }])),
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
  if (`welcome-live-${lookName}`.includes(only)) await drawLive(lookName, look)

async function draw(name: string, lookName: string, sample: Sample, look: Look): Promise<void> {
  const words = wordsOf(look.language ?? english)
  await using shown = await gallery.show(look.language ? reworded(sample, words) : sample, look)
  const { page } = shown
  const shoot = async (what: string) => {
    await drawn(page)
    await page.screenshot({ path: resolve(folder, `${what}-${lookName}.png`) })
  }
  if (sample.historyHangs) await page.getByLabel(words.phrase('activity.loading')).waitFor() // not at once
  await shoot(name)
  if (name === 'webhooks') await drawWebhooks(page, words, shoot)
  if (name === 'webhooks-troubled') await drawTroubled(page, words, shoot)
  if (!['busy', 'nothing-followed', 'memory-only', 'own-client-id'].includes(name)) return
  for (const each of pages) {
    await visit(page, each)
    await shoot(`${name}-${each}`)
  }
  if (name !== 'busy') return
  await drawDetails(page, words, shoot)
  await visit(page, 'activity')
  await page.getByRole('listitem').first().hover()
  await statusCard(page).click()
  await shoot('status-menu')
}

type Shoot = (what: string) => Promise<void>

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true })
}

/** The rules of one drive from top to end, then with something to save. */
async function drawDetails(page: Page, words: Words, shoot: Shoot): Promise<void> {
  await visit(page, 'subscriptions')
  await button(page, 'Finance').click()
  await button(page, words.phrase('rules.preview.show-all', { n: 100 })).waitFor()
  await shoot('details')
  await page.getByRole('checkbox', { name: words.phrase('rules.kind.moved') }).click()
  await page.getByRole('radio', { name: words.phrase('rules.often.daily') }).scrollIntoViewIfNeeded()
  await shoot('details-end')
  await button(page, words.phrase('button.discard')).click()
  await button(page, words.phrase('rules.preview.show-all', { n: 100 })).click()
  await shoot('details-all')
  await button(page, words.phrase('button.close')).click()
  await visit(page, 'settings')
  await button(page, words.phrase('settings.history.delete-ask')).scrollIntoViewIfNeeded()
  await shoot('settings-end')
  await button(page, words.phrase('settings.quiet.change')).first().click()
  await shoot('quiet-hours')
  await button(page, words.phrase('button.cancel')).click()
}

/** The list of webhooks, then each page below it. */
async function drawWebhooks(page: Page, words: Words, shoot: Shoot): Promise<void> {
  const list = async () => {
    await visit(page, 'activity')
    await visit(page, 'webhooks')
  }
  const option = (name: RegExp) => page.getByRole('option', { name })
  await list()
  await webhookRow(page, 'Calendar').waitFor()
  await shoot('webhooks-list')
  await button(page, words.phrase('webhooks.new')).click()
  await option(/A drive/).waitFor() // samples are not translated
  await shoot('webhooks-create')
  await option(/Presence/).click()
  await page.getByText(words.phrase('webhook.form.show-request')).click()
  await button(page, words.phrase('webhook.form.create')).scrollIntoViewIfNeeded()
  await shoot('webhooks-create-end')
  await list()
  await button(page, 'Inbox, new mail').click()
  await page.getByText(words.phrase('webhook.details.holds')).waitFor()
  await shoot('webhooks-details')
  await list()
  await button(page, words.phrase('webhooks.deliveries')).click()
  await page.getByRole('option').first().click()
  await button(page, words.phrase('deliveries.show')).click()
  await shoot('webhooks-inspector')
  await list()
  await button(page, words.phrase('listener.title')).click()
  await page.getByText(words.phrase('self-test.fast')).waitFor()
  await shoot('webhooks-selftest')
}

/** The states that need someone, and a self-test that failed. */
async function drawTroubled(page: Page, words: Words, shoot: Shoot): Promise<void> {
  await visit(page, 'webhooks')
  await webhookRow(page, 'Chats').waitFor()
  await shoot('webhooks-troubled')
  await button(page, 'Chats').click()
  await page.getByText(words.phrase('webhook.details.holds')).waitFor()
  await shoot('webhooks-permission')
  await visit(page, 'activity')
  await visit(page, 'webhooks')
  await button(page, words.phrase('listener.title')).click()
  await page.getByText(words.phrase('self-test.reaches-us-failed')).waitFor()
  await shoot('webhooks-selftest-failed')
}

async function drawLive(lookName: string, look: Look): Promise<void> {
  await using shown = await gallery.show(samples['welcome-first'], look)
  const { phrase } = wordsOf(look.language ?? english)
  await shown.page.evaluate((state) => window.stub.push(state), justLive)
  await shown.page.getByRole('heading', { name: phrase('welcome.connected-title') }).waitFor()
  await drawn(shown.page)
  await shown.page.screenshot({ path: resolve(folder, `welcome-live-${lookName}.png`) })
}
