import type { Page } from 'playwright-core'
import type { Rules } from '../../preload/contract/rules.ts'
import type { AppState } from '../../preload/contract/state.ts'
import { driveRow, heading, tabOf } from './controls.ts'
import type { Look, Shown } from './gallery.ts'
import { showWindow } from './show-window.ts'
import { busy } from './sample-states.ts'
import { samples } from './samples.ts'
import type { Sample } from './stub.ts'

/** The busy state with other rules of Finance. */
export const ruled = (rules: Rules): AppState => ({
  ...busy,
  subscriptions: busy.subscriptions.map((drive) => (drive.id === 'sub-2' ? { ...drive, rules } : drive)),
})

/** The inputs of one command, among all calls. */
export const named = (calls: Awaited<ReturnType<Shown['calls']>>, name: string) =>
  calls.flatMap(([command, input]) => (command === name ? [input] : []))

/** Puts the draft into force. */
export const save = (page: Page) => page.getByRole('button', { name: 'Save rules' })
/** A choice to be changed. */
export const moved = (page: Page) => page.getByRole('checkbox', { name: 'Moved' })

/** Goes to the details of Finance. */
export async function showDetails(sample: Sample = samples.busy, look?: Look): Promise<Shown> {
  const shown = await showWindow(sample, look)
  const { page } = shown
  await tabOf(page, 'Subscriptions').click()
  await driveRow(page, 'Finance').focus()
  await page.keyboard.press('Enter')
  await heading(page, 'Finance').waitFor()
  return shown
}
