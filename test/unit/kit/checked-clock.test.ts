import { beforeEach, describe, expect, test } from 'vitest'
import { CheckedClock } from '../../../main/kit/checked-clock.ts'
import { dayMs, hourMs, minuteMs, secondMs } from '../../../main/kit/time.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'

let wall: VirtualClock
let clock: CheckedClock

beforeEach(() => {
  wall = new VirtualClock()
  clock = new CheckedClock(wall)
})

/** Microsoft says what time it is, in whole seconds. */
const says = () => clock.heard(Math.floor(wall.truth.now() / secondMs) * secondMs)

describe('the time', () => {
  test('is the wall clock’s until a server spoke', () => {
    wall.set(-hourMs)
    expect(clock.now()).toBe(wall.now())
    expect(clock.confirmed).toBe(null)
  })

  test.each([
    ['a little behind', -30 * secondMs, true],
    ['a little ahead', 30 * secondMs, true],
    ['an hour behind', -hourMs, false],
    ['ten years behind', -3_650 * dayMs, false],
    ['a year ahead', 400 * dayMs, false],
  ])('is the server’s where the wall clock is more than %s', (_name, ms, isWalls) => {
    wall.set(ms)
    says()
    expect(clock.now()).toBe(isWalls ? wall.now() : wall.truth.now())
  })

  test('stays right when the wall clock is set afterwards', async () => {
    says()
    await wall.advance({ hours: 5 })
    wall.set(-6 * hourMs)
    expect(Math.abs(clock.now() - wall.truth.now())).toBeLessThan(2 * secondMs)
    expect(clock.elapsed()).toBe(wall.elapsed())
  })
})

describe('a moment is waited for', () => {
  const cases: readonly (readonly [string, number, number])[] = [
    ['with a clock that nobody sets', 0, 0],
    ['while the clock is set back', 0, -hourMs],
    ['while the clock is set forward', 0, dayMs],
    ['from a clock that was behind', -hourMs, hourMs],
    ['from a clock that was ahead', dayMs, -dayMs],
  ]
  test.each(cases)('%s', async (_name, before, then) => {
    const reached: number[] = []
    wall.set(before)
    clock.at(wall.truth.now() + 2 * hourMs, () => reached.push(wall.truth.now()))
    const due = wall.truth.now() + 2 * hourMs
    says()
    await wall.advance({ minutes: 30 })
    wall.set(then)
    await wall.advance({ minutes: 89 })
    expect(reached).toEqual([])
    await wall.advance({ minutes: 3 })
    expect(reached).toHaveLength(1)
    expect(Math.abs((reached[0] ?? 0) - due)).toBeLessThanOrEqual(minuteMs)
    expect(wall.waiting).toBe(0)
  })

  test('by the wall clock alone before a server spoke', async () => {
    let reached = 0
    clock.at(wall.now() + hourMs, () => reached++)
    wall.set(2 * hourMs)
    await wall.advance({ ms: 1 })
    expect(reached).toBe(1)
  })

  test('until it is given up', async () => {
    let reached = 0
    clock.at(wall.now() + hourMs, () => reached++)[Symbol.dispose]()
    says()
    await wall.advance({ hours: 2 })
    expect([reached, wall.waiting]).toEqual([0, 0])
  })
})

describe('the time is confirmed', () => {
  test.each([
    ['by a server that agrees', 0, true],
    ['within a day', 23 * hourMs, true],
    ['not when the wall clock is a day ahead', dayMs + minuteMs, false],
    ['not when it is a day behind', -dayMs - minuteMs, false],
  ])('%s', (_name, ms, isConfirmed) => {
    says()
    wall.set(ms)
    expect(clock.confirmed !== null).toBe(isConfirmed)
    expect(clock.confirmed ?? 0).toBeLessThanOrEqual(wall.truth.now())
  })

  test('for a day', async () => {
    says()
    await wall.advance({ hours: 24 })
    expect(clock.confirmed).not.toBe(null)
    await wall.advance({ minutes: 1 })
    expect(clock.confirmed).toBe(null)
    says()
    expect(clock.confirmed).not.toBe(null)
  })
})
