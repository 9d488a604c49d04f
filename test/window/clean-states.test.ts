import { describe, expect, test } from 'vitest'
import { sideways, wrong, wrongInAnyLook, wrongInTwoLooks } from './clean.ts'
import { open, type PageName } from './controls.ts'
import { showDetails } from './details.ts'
import type { Look } from './gallery.ts'
import { samples } from './samples.ts'
import { showWindow } from './show-window.ts'
import type { Sample } from './stub.ts'

const pages: readonly PageName[] = ['Subscriptions', 'Webhooks', 'Accounts', 'Settings']

/** Samples that are looked at on every page, not only on the first. */
const everyPage = new Set(['busy', 'memory-only', 'waiting-for-admin'])

/** Those whose pages are looked at in each of the ways. */
const everyLook = new Set(['welcome-no-client-id', 'welcome-device-code', 'busy'])

/** What holds for every state: nothing refused by the policy, nothing logged, nothing wrong in any look. */
describe('every state', () => {
  test.each(Object.entries<Sample>(samples))('%s', async (name, sample) => {
    await using shown = await showWindow(sample, { reducedMotion: 'reduce' })
    const { page } = shown
    const wrongWith = everyLook.has(name) ? wrongInAnyLook : wrongInTwoLooks
    expect(await wrongWith(page)).toEqual([])
    for (const each of everyPage.has(name) ? pages : []) {
      await open(page, each)
      await page.mouse.move(400, 10)
      await page.getByRole('tooltip').waitFor({ state: 'detached' })
      expect(await wrongWith(page), each).toEqual([])
    }
    expect(await shown.faults()).toEqual([])
  })

  test.each<Look>([{ direction: 'rtl' }, { direction: 'rtl', viewport: { width: 480, height: 700 } }])(
    'right to left, %o: nothing scrolls sideways',
    async (look) => {
      await using shown = await showWindow(samples.busy, look)
      for (const each of ['Activity', ...pages] as const) {
        await open(shown.page, each)
        expect(await sideways(shown.page), each).toEqual([])
      }
      await using details = await showDetails(samples.busy, look)
      expect(await wrong(details.page), 'rules').toEqual([])
      expect([...(await shown.faults()), ...(await details.faults())]).toEqual([])
    },
  )
})
