import { tabOf } from './controls.ts'
import type { Look, Shown } from './gallery.ts'
import { showWindow } from './show-window.ts'
import { sample } from './sample-finds.ts'
import type { Sample } from './stub.ts'

/** The sample window with "Follow a drive" open. */
export async function showPicker(look: Look, change: Partial<Sample> = {}): Promise<Shown> {
  const shown = await showWindow({ ...sample, ...change }, { reducedMotion: 'reduce', ...look })
  await tabOf(shown.page, 'Subscriptions').click()
  await shown.page.getByRole('button', { name: 'Follow a drive' }).click()
  await shown.page.getByRole('dialog', { name: 'Follow a drive' }).waitFor()
  return shown
}

/** With what a command was called. */
export const asked = async (shown: Shown, command: string): Promise<readonly unknown[]> =>
  (await shown.calls()).filter(([name]) => name === command).map(([, input]) => input)
