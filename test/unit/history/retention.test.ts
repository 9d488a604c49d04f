import { beforeEach, describe, expect, test } from 'vitest'
import { Retention } from '../../../main/history/retention.ts'
import { CheckedClock } from '../../../main/kit/checked-clock.ts'
import { Listeners } from '../../../main/kit/listeners.ts'
import { dayMs } from '../../../main/kit/time.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'

let clock: VirtualClock
let checked: CheckedClock
let days: number | null
let changed: Listeners<void>
/** When each kept change happened. */
let kept: number[]
let retention: Retention
/** Microsoft answers, each hour. */
let answers: boolean

beforeEach(() => {
  clock = new VirtualClock()
  checked = new CheckedClock(clock)
  changed = new Listeners<void>()
  ;[days, kept, answers] = [90, [], true]
  retention = new Retention({
    history: {
      deleteBefore: (time) => {
        kept = kept.filter((at) => at >= time)
        return Promise.resolve()
      },
      newest: () => kept.reduce<number | null>((newest, at) => Math.max(newest ?? at, at), null),
    },
    keepFor: () => days,
    onChange: (listener) => changed.add(listener),
    confirmed: () => checked.confirmed,
    clock,
  })
})

const ago = (count: number) => clock.truth.now() - count * dayMs
const keepsFrom = (...daysAgo: number[]) => (kept = daysAgo.map(ago))

async function pass(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour++) {
    if (answers) checked.heard(clock.truth.now())
    await clock.advance({ hours: 1 })
  }
}

test('what is older than was wished goes each day', async () => {
  keepsFrom(1, 89, 91, 400)
  retention.start()
  await pass(1)
  expect(kept).toHaveLength(2)
  await pass(48)
  expect(kept).toHaveLength(1)
})

describe('nothing goes', () => {
  test.each([
    ['a year ahead', 400 * dayMs],
    ['two days ahead', 2 * dayMs],
    ['ten years behind', -3_650 * dayMs],
  ])('while the clock is %s of Microsoft’s, and the old ones go when it is right', async (_name, ms) => {
    keepsFrom(1, 91)
    clock.set(ms)
    retention.start()
    await pass(72)
    expect(kept).toHaveLength(2)
    clock.set(-ms)
    await pass(2)
    expect(kept).toHaveLength(1)
  })

  test('while Microsoft has not said what time it is', async () => {
    keepsFrom(1, 91)
    answers = false
    retention.start()
    await pass(72)
    expect(kept).toHaveLength(2)
    answers = true
    await pass(2)
    expect(kept).toHaveLength(1)
  })

  test('where changes are kept for ever', async () => {
    keepsFrom(1, 4_000)
    days = null
    changed.emit()
    retention.start()
    await pass(72)
    expect(kept).toHaveLength(2)
  })
})

test('where everything would go, half a day passes before it does', async () => {
  keepsFrom(91, 92, 120)
  retention.start()
  await pass(12)
  expect(kept).toHaveLength(3)
  await pass(2)
  expect(kept).toEqual([])
})

test('and that half day begins anew when the clock was wrong in between', async () => {
  keepsFrom(91)
  retention.start()
  await pass(8)
  clock.set(30 * dayMs)
  await pass(2)
  clock.set(-30 * dayMs)
  await pass(10)
  expect(kept).toHaveLength(1)
  await pass(4)
  expect(kept).toEqual([])
})

test('whoever chooses another span has it at once, also where it leaves nothing', async () => {
  keepsFrom(8, 40)
  retention.start()
  await pass(2)
  days = 30
  changed.emit()
  expect(kept).toHaveLength(1)
  days = 7
  changed.emit()
  expect(kept).toEqual([])
})

test('a choice about something else changes nothing', async () => {
  keepsFrom(1, 91)
  checked.heard(clock.truth.now())
  changed.emit()
  expect(kept).toHaveLength(2)
  retention[Symbol.dispose]()
  days = 7
  changed.emit()
  await pass(48)
  expect(kept).toHaveLength(2)
  expect(clock.waiting).toBe(0)
})
