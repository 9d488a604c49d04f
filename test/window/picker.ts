import axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { Look, Shown } from './gallery.ts'
import { showWindow } from './show-window.ts'
import { sample } from './sample-finds.ts'
import type { Sample } from './stub.ts'

/** The sample window with "Follow a drive" open. */
export async function showPicker(look: Look, change: Partial<Sample> = {}): Promise<Shown> {
  const shown = await showWindow({ ...sample, ...change }, { reducedMotion: 'reduce', ...look })
  await shown.page.getByRole('tab', { name: 'Subscriptions', exact: true }).click()
  await shown.page.getByRole('button', { name: 'Follow a drive' }).click()
  await shown.page.getByRole('dialog', { name: 'Follow a drive' }).waitFor()
  return shown
}

/** With what a command was called. */
export const asked = async (shown: Shown, command: string): Promise<readonly unknown[]> =>
  (await shown.calls()).filter(([name]) => name === command).map(([, input]) => input)

/** What axe finds in the dialog, and what scrolls sideways in it. */
export async function wrong(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run({ exclude: ['[data-tabster-dummy]'] })
    const wide = [...document.querySelectorAll('[role="dialog"] :not(span)')].filter(
      (element) =>
        ['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX) &&
        getComputedStyle(element).textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1,
    )
    return [
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      ...wide.map(({ tagName, className }) => `${tagName} ${className} is too wide`),
    ]
  })
}
