import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../preload/words/pseudo.ts'
import { allLanguages, languageNames } from '../../preload/words/languages.ts'
import { zoneWords } from '../../renderer/words/quiet-hours.ts'
import { wordsOf } from '../../preload/words/words.ts'
import { languageOf, pseudoLanguage } from '../words.ts'
import { drawn, sideways } from './clean.ts'
import { heading, visit } from './controls.ts'
import type { Look } from './gallery.ts'
import { sample as found } from './sample-finds.ts'
import { samples } from './samples.ts'
import { webhookSamples } from './sample-webhook-answers.ts'
import { sixWebhooks } from './sample-webhooks.ts'
import { showWindow } from './show-window.ts'
import type { Sample } from './stub.ts'

const pages = [
  'activity',
  'subscriptions',
  'webhooks',
  'accounts',
  'settings',
  'help',
  'diagnostics',
] as const
const words = wordsOf(pseudoLanguage)
const pseudo: Look = { language: pseudoLanguage, reducedMotion: 'reduce' }

/** A hundred spans as `Intl` writes them. */
function spans(unit: string, unitDisplay: 'long' | 'short', step: number): readonly string[] {
  const format = new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: 1,
  })
  return Array.from({ length: 100 }, (_, n) => format.format(n * step))
}

/** A hundred moments before and after now as `Intl` writes them. */
function moments(unit: Intl.RelativeTimeFormatUnit): readonly string[] {
  const format = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' })
  return Array.from({ length: 100 }, (_, n) => [format.format(-n, unit), format.format(n, unit)]).flat()
}

/** What is a name in every language, and what `Intl` writes by itself. */
const names = [
  'Drivebell',
  'localhost',
  'microsoft.com/devicelogin',
  'Enter',
  ...Object.values(languageNames),
  'GNOME Keyring',
  'KB',
  'MB',
  'UTC',
  'days',
  'hours',
  'User.Read',
  'Files.Read.All',
  'Sites.Read.All',
  ...Intl.supportedValuesOf('timeZone').map(zoneWords),
  'subscriptionId',
  'tenantId',
  ...(['day', 'hour', 'minute', 'second'] as const).flatMap(moments),
  ...(['day', 'hour', 'minute'] as const).flatMap((unit) => spans(unit, 'long', 1)),
  ...spans('second', 'short', 0.1),
  ...spans('millisecond', 'short', 1),
  ...['weekday', 'month'].flatMap((part) =>
    Array.from({ length: 48 }, (_, n) => Date.UTC(2026, 0, 1 + 8 * n)).flatMap((at) =>
      ['short', 'long'].map((length) =>
        new Intl.DateTimeFormat('en-GB', { [part]: length, timeZone: 'UTC' }).format(at),
      ),
    ),
  ),
]

/** Every text of a sample, which is data: what people, drives and files are called, and sentences made by the app. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** A sentence is drawn in pieces, not each with brackets; but what is made up keeps none of these letters. */
const isPlain = (word: string): boolean => /[aceinosuyz]/iu.test(word)

/** Somebody's initials, or a name that was cut in two or lost its middle. */
const isPartOf = (text: string, data: readonly string[]): boolean =>
  /^\p{L}{1,2}$/u.test(text) ||
  (text.length > 2 && text.split('…').every((part) => data.some((each) => each.includes(part))))

/** All that is seen or said in the page. */
const said = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('body [lang="en"]')) continue // said to be English
      if (node instanceof Text) texts.push(node.data)
      if (node instanceof Element)
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
          texts.push(node.getAttribute(name) ?? '')
    }
    return texts.filter((text) => text.trim() !== '')
  })

async function english(page: Page, sample: Sample): Promise<readonly string[]> {
  await drawn(page)
  const data = textsIn({ ...sample }).filter((text) => text.trim() !== '')
  const texts = await said(page)
  expect(texts.join(' ')).toContain('[!!')
  return [...new Set(texts)].filter(
    (text) => plainText(text, [...names, ...data]).some(isPlain) && !isPartOf(text.trim(), data),
  )
}

const inbox = sixWebhooks.rows.find(({ icon }) => icon === 'mail')

/** What is to be pressed, by what it is called in the made-up language. */
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()

describe('in a made-up language, no English is left', () => {
  test.each(Object.entries<Sample>(webhookSamples))('%s', async (_name, sample) => {
    await using shown = await showWindow(sample, pseudo)
    await visit(shown.page, 'webhooks')
    expect(await english(shown.page, sample)).toEqual([])
  })

  const title = inbox ? words.say(inbox.title) : ''
  test.each<[string, readonly string[], string | null]>([
    ['the listener', [words.phrase('listener.title')], null],
    ['a new webhook', [words.phrase('webhooks.new')], null],
    ['its request', [words.phrase('webhooks.new'), words.phrase('webhook.form.show-request')], null],
    ['deliveries', [words.phrase('webhooks.deliveries')], null],
    ['details', [title], null],
    ['rules', [title, words.phrase('button.more')], words.phrase('drive.action.rules')],
  ])('webhooks: %s', async (_name, buttons, item) => {
    const sample = webhookSamples.webhooks
    await using shown = await showWindow(sample, pseudo)
    const { page } = shown
    await visit(page, 'webhooks')
    for (const name of buttons) await button(page, name).click()
    if (item !== null) await page.getByRole('menuitem', { name: item, exact: true }).click()
    expect(await english(page, sample)).toEqual([])
    expect([...(await sideways(page)), ...(await cutButtons(page))]).toEqual([])
  })

  test.each(Object.entries<Sample>(samples))('%s', async (name, sample) => {
    await using shown = await showWindow(sample, pseudo)
    const { page } = shown
    expect(await english(page, sample)).toEqual([])
    for (const each of ['busy', 'memory-only', 'nothing-followed'].includes(name) ? pages : []) {
      await visit(page, each)
      expect(await english(page, sample), each).toEqual([])
    }
    expect(await shown.faults()).toEqual([])
  })

  test('what opens over a page', async () => {
    const sample = { ...found, state: samples.busy.state, answers: samples.busy.answers }
    await using shown = await showWindow(sample, pseudo)
    const { page } = shown
    await visit(page, 'subscriptions')
    const finance = page.getByText('Finance', { exact: true }).first()
    await finance.click()
    await heading(page, 'Finance').waitFor()
    expect(await english(page, sample), 'rules').toEqual([])
    await page.keyboard.press('Escape')
    await heading(page, 'Finance').waitFor({ state: 'detached' })
    await page.getByRole('listitem').first().focus()
    await page.keyboard.press('Control+n')
    const tabs = page.getByRole('dialog').getByRole('tab')
    await tabs.first().waitFor()
    for (const tab of await tabs.all()) {
      await tab.click()
      expect(await english(page, sample), 'the picker').toEqual([])
    }
  })
})

test.each([1000, 480])('words a third longer fit into a window of %i px', async (width) => {
  await using shown = await showWindow(samples.busy, { ...pseudo, viewport: { width, height: 700 } })
  for (const each of pages) {
    await visit(shown.page, each)
    await drawn(shown.page)
    expect([...(await sideways(shown.page)), ...(await cutButtons(shown.page))], each).toEqual([])
  }
})

describe.each(allLanguages.filter((name) => name !== 'pseudo'))('in %s, the words fit', (name) => {
  test.each([1000, 480])('into a window of %i px', async (width) => {
    const language = await languageOf(name)
    const look: Look = { language, reducedMotion: 'reduce', viewport: { width, height: 700 } }
    await using shown = await showWindow(samples.busy, look)
    const data = textsIn({ ...samples.busy })
    for (const each of pages) {
      await visit(shown.page, each)
      await drawn(shown.page)
      const cut = await cutButtons(shown.page, '')
      const own = cut.filter((text) => !data.some((each) => each.length > 3 && text.includes(each)))
      expect([...(await sideways(shown.page)), ...own], each).toEqual([])
    }
    expect(await shown.faults()).toEqual([])
  })
})

/** Buttons, tabs and headings that are cut off, of those whose words begin so. */
const cutButtons = (page: Page, start = '[!!'): Promise<readonly string[]> =>
  page.evaluate(
    (start) =>
      [...document.querySelectorAll('button, [role="tab"], h1, h2, h3, label')]
        .filter((element) => {
          const { overflowX } = getComputedStyle(element)
          return (
            overflowX !== 'visible' &&
            element.clientWidth > 1 &&
            element.textContent?.trim() &&
            element.textContent?.startsWith(start) &&
            element.scrollWidth > element.clientWidth + 1
          )
        })
        .map((element) => `${element.tagName} ${element.textContent} is cut`),
    start,
  )
