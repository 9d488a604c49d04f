import { describe, expect, test } from 'vitest'
import { type Clock, clockOn, pause, systemClock, wallTime } from '../../../main/kit/clock.ts'
import { dayMs, hourMs, minuteMs, secondMs } from '../../../main/kit/time.ts'
import { settled, VirtualClock } from '../../story/virtual-clock.ts'

/** The system's own timers over hands that a test sets. */
function setByHand(): { clock: Clock; wall: { setByMs: number }; even: { sleptMs: number } } {
  const wall = { setByMs: 0 }
  const even = { sleptMs: 0 }
  const elapsed = () => performance.now() + even.sleptMs
  return { clock: clockOn({ now: () => Date.now() + wall.setByMs, elapsed }), wall, even }
}

const called = (wait: (run: () => void) => Disposable) => new Promise<void>((resolve) => wait(resolve))

describe('the real clock', () => {
  test.each([-10 * 365 * dayMs, -hourMs, -secondMs, hourMs, 10 * 365 * dayMs])(
    'a span that began before the wall clock was set by %i ms ends all the same',
    async (ms) => {
      const { clock, wall } = setByHand()
      const began = clock.elapsed()
      const over = called((run) => clock.after(60, run))
      wall.setByMs = ms
      await over
      expect(clock.elapsed() - began).toBeGreaterThanOrEqual(59)
    },
  )

  test('what waits for a moment of the wall clock is looked at when anything is', async () => {
    const { clock, wall } = setByHand()
    const over = called((run) => clock.at(clock.now() + hourMs, run))
    wall.setByMs = 2 * hourMs
    await called((run) => clock.after(1, run))
    await over
  })

  test('and sleep counts', async () => {
    const { clock, even } = setByHand()
    const over = called((run) => clock.after(hourMs, run))
    even.sleptMs = 2 * hourMs
    await called((run) => clock.after(1, run))
    await over
  })

  test('what was given up is not called, and the first that is due comes first', async () => {
    const { clock } = setByHand()
    const order: string[] = []
    clock.after(20, () => order.push('never'))[Symbol.dispose]()
    clock.after(15, () => order.push('second'))
    clock.after(5, () => order.push('first'))
    await called((run) => clock.after(40, run))
    expect(order).toEqual(['first', 'second'])
  })

  test('has two hands that begin apart and run alike', async () => {
    const [wall, even] = [systemClock.now(), systemClock.elapsed()]
    await pause(systemClock, 30)
    expect(systemClock.now() - wall).toBeGreaterThan(20)
    expect(systemClock.elapsed() - even).toBeGreaterThan(20)
    expect(Math.abs(wallTime(systemClock, even) - wall)).toBeLessThan(20)
  })
})

describe('the virtual clock', () => {
  test('set back, it keeps spans as they are and waits longer for moments', async () => {
    const clock = new VirtualClock()
    const done: string[] = []
    clock.after(minuteMs, () => done.push('span'))
    clock.at(clock.now() + minuteMs, () => done.push('moment'))
    clock.set(-hourMs)
    await clock.advance({ minutes: 1 })
    expect(done).toEqual(['span'])
    await clock.advance({ minutes: 60 })
    expect(done).toEqual(['span', 'moment'])
  })

  test('set forward, it keeps spans as they are and is past moments', async () => {
    const clock = new VirtualClock()
    const done: string[] = []
    clock.after(minuteMs, () => done.push('span'))
    clock.at(clock.now() + hourMs, () => done.push('moment'))
    const truth = clock.truth.now()
    clock.set(dayMs)
    await clock.advance({ seconds: 1 })
    expect(done).toEqual(['moment'])
    expect(clock.truth.now()).toBe(truth + secondMs)
  })

  test('asleep, both go on', async () => {
    const clock = new VirtualClock()
    const done: string[] = []
    clock.after(minuteMs, () => done.push('span'))
    clock.at(clock.now() + minuteMs, () => done.push('moment'))
    clock.sleep(hourMs)
    await settled()
    expect(done).toEqual([])
    await clock.advance({ ms: 0 })
    expect(done).toEqual(['span', 'moment'])
  })
})
