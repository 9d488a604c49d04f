import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Look } from './gallery.ts'
import { showWindow } from './show-window.ts'
import { webhookSamples } from './sample-webhook-answers.ts'
import { samples } from './samples.ts'
import type { Sample } from './stub.ts'

/** Samples that are looked at on every page, not only on the first. */
const everyPage = new Set(['busy', 'memory-only', 'waiting-for-admin'])

const tabs = ['Subscriptions', 'Webhooks', 'Accounts', 'Settings']

/** What Activity shows once asked. */
const opened: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'a burst’s files': async (page) => {
    await page.getByRole('button', { name: 'Show files' }).click()
    await page.getByRole('button', { name: 'Show 7 more' }).waitFor()
  },
  'why not told': (page) => page.getByRole('button', { name: 'Quiet hours' }).click(),
  'what matches': async (page) => {
    await page.getByRole('searchbox').fill('finance')
    await page.locator('mark').first().waitFor()
  },
  'no match': async (page) => {
    await page.getByRole('searchbox').fill('budgte')
    await page.getByRole('heading', { name: 'No change matches' }).waitFor()
  },
  'people to choose': async (page) => {
    await page.getByRole('button', { name: 'Person: Anyone' }).click()
    await page.getByRole('button', { name: /^Ada Okafor/ }).waitFor()
  },
}

/** The pages of Webhooks. */
const webhookPages: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the list': (page) => page.getByRole('row', { name: 'Calendar' }).waitFor(),
  'a new webhook': async (page) => {
    await page.getByRole('button', { name: 'New webhook' }).click()
    await page.getByRole('option', { name: /A list/ }).click()
    await page.getByText('More options').click()
    await page.getByRole('button', { name: 'Show the request' }).click()
  },
  details: async (page) => {
    await page.getByRole('button', { name: 'Inbox, new mail' }).click()
    await page.getByRole('button', { name: 'Show all 3 properties' }).click()
  },
  deliveries: async (page) => {
    await page.getByRole('button', { name: 'Deliveries' }).click()
    await page.getByRole('option', { name: /10:42:25/ }).click()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
  },
  'the listener': (page) => page.getByRole('button', { name: 'Listener', exact: true }).click(),
}

/** What holds for every state: nothing refused by the policy, nothing logged, axe finds nothing, no sideways scroll. */
describe('every state', () => {
  test.each(Object.entries<Sample>(samples))('%s, light, then dark and narrow', async (name, sample) => {
    await using shown = await showWindow(sample, { colorScheme: 'light', reducedMotion: 'reduce' })
    const { page } = shown
    for (const tab of [null, ...(everyPage.has(name) ? tabs : [])]) {
      await page.setViewportSize({ width: 1000, height: 700 })
      await page.emulateMedia({ colorScheme: 'light' })
      if (tab !== null) await open(page, tab)
      expect(await lasting(page), `${tab}, light`).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize({ width: 480, height: 520 })
      expect(await lasting(page), `${tab}, dark and narrow`).toEqual([])
    }
    expect(await shown.faults()).toEqual([])
  })

  test.each(Object.entries(opened))('Activity, %s, light, then dark and narrow', async (_name, open) => {
    const look = { colorScheme: 'light', reducedMotion: 'reduce' } as const
    await using shown = await showWindow(samples.activity, look)
    const { page } = shown
    await open(page)
    expect(await lasting(page), 'light').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 480, height: 520 })
    expect(await lasting(page), 'dark and narrow').toEqual([])
    expect(await shown.faults()).toEqual([])
  })

  test('every page of Webhooks, light, then dark and narrow, right to left', async () => {
    const look = { colorScheme: 'light', reducedMotion: 'reduce' } as const
    await using shown = await showWindow(webhookSamples.webhooks, look)
    await using mirrored = await showWindow(webhookSamples['webhooks-troubled'], {
      ...look,
      direction: 'rtl',
    })
    const { page } = shown
    for (const [name, go] of Object.entries(webhookPages)) {
      await page.setViewportSize({ width: 1000, height: 700 })
      await page.emulateMedia({ colorScheme: 'light' })
      await open(page, 'Webhooks')
      await go(page)
      expect(await lasting(page), `${name}, light`).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize({ width: 480, height: 520 })
      expect(await lasting(page), `${name}, dark and narrow`).toEqual([])
    }
    await open(mirrored.page, 'Webhooks')
    expect(await lasting(mirrored.page), 'in trouble').toEqual([])
    for (const name of ['Chats', 'Meetings']) {
      await open(mirrored.page, 'Webhooks')
      await mirrored.page.getByRole('button', { name }).click()
      expect(await lasting(mirrored.page), name).toEqual([])
    }
    expect([...(await shown.faults()), ...(await mirrored.faults())]).toEqual([])
  })

  test('the rules of a drive with a draft, light, then dark and narrow', async () => {
    await using shown = await showWindow(samples.busy, {
      colorScheme: 'light',
      reducedMotion: 'reduce',
    })
    const { page } = shown
    await openRules(page)
    await page.getByRole('checkbox', { name: 'Moved' }).click()
    await page.getByRole('button', { name: 'Add a pattern' }).click()
    await page.getByRole('button', { name: 'Add a person or app' }).click()
    await page.getByRole('option', { name: 'Ada Okafor' }).waitFor()
    expect(await lasting(page), 'light').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 480, height: 520 })
    await page.getByText('Of the last 100 changes').waitFor()
    expect(await lasting(page), 'dark and narrow').toEqual([])
    expect(await shown.faults()).toEqual([])
  })

  test.each<Look>([{ direction: 'rtl' }, { direction: 'rtl', viewport: { width: 480, height: 700 } }])(
    'right to left, %o: nothing scrolls sideways',
    async (look) => {
      await using shown = await showWindow(samples.busy, look)
      for (const tab of ['Activity', ...tabs]) {
        await open(shown.page, tab)
        expect(await sideways(shown.page), tab).toEqual([])
      }
      await openRules(shown.page)
      expect(await sideways(shown.page), 'rules').toEqual([])
      expect(await shown.faults()).toEqual([])
    },
  )
})

/** What is wrong, and stays so: a theme takes a moment to be on every part. */
async function lasting(page: Page): Promise<readonly string[]> {
  let found = await troubles(page)
  for (let look = 0; look < 10 && found.length > 0; look++) {
    await page.waitForTimeout(200)
    found = await troubles(page)
  }
  return found
}

async function open(page: Page, tab: string): Promise<void> {
  await page.getByRole('tab', { name: tab, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: tab }).waitFor()
  await page.mouse.move(400, 10)
  await page.getByRole('tooltip').waitFor({ state: 'detached' })
}

async function openRules(page: Page): Promise<void> {
  await open(page, 'Subscriptions')
  await page.getByRole('button', { name: 'Finance', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Finance' }).waitFor()
}

const troubles = async (page: Page) => [...(await sideways(page)), ...(await violations(page))]

/** What can be scrolled sideways, and is wider than it shows. */
function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element)
        const scrolls = overflowX === 'auto' || overflowX === 'scroll' || element === document.documentElement
        return scrolls && element.scrollWidth > element.clientWidth + 1
      })
      .map((element) => `${element.tagName} scrolls sideways`),
  )
}

/** What axe finds; Fluent's own focus guards are its one known false alarm (interface.md 8). */
async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run({ exclude: ['[data-tabster-dummy]'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    )
  })
  return found
}

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}
