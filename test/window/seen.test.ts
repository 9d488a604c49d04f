import { describe, expect, test } from 'vitest'
import { chooseMore, driveRow, tabOf } from './controls.ts'
import { eventually } from './eventually.ts'
import { showWindow } from './show-window.ts'
import { busy } from './sample-states.ts'
import { samples } from './samples.ts'

/** What counts as seen on Subscriptions. */
describe('what is seen', () => {
  test('all that changed in a drive is marked seen from More; a drive that is gone is seen with its row', async () => {
    const [first, second, ...others] = busy.subscriptions
    if (!first || !second) throw new Error('no sample drives')
    const subscriptions = [
      { ...first, unseen: 2 },
      { ...second, unseen: 0, status: { kind: 'gone', since: 1 } as const },
      ...others,
    ]
    await using shown = await showWindow({ ...samples['busy'], state: { ...busy, subscriptions } })
    const { page } = shown
    expect(await shown.calls()).toEqual([])
    await tabOf(page, 'Subscriptions').click()
    await eventually(() => shown.calls()).toEqual([['sawGone', { subscriptionId: second.id }]])
    const row = driveRow(page, first.name)
    await chooseMore(page, row, 'Mark all as read')
    await eventually(() => shown.calls()).toEqual([
      ['sawGone', { subscriptionId: second.id }],
      ['markDriveSeen', { subscriptionId: first.id }],
    ])
  })
})
