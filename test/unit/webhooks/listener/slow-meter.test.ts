import { describe, expect, it } from 'vitest'
import { CallRate } from '../../../../main/webhooks/listener/rate-limit.ts'
import { slowMeter } from '../../../../main/webhooks/listener/deliveries.ts'

const minute = 60_000

const meterOf = (tookMs: readonly number[], afterMs = 0) =>
  slowMeter(
    tookMs.map((each) => ({ at: 0, tookMs: each })),
    afterMs,
  )

const mixed = (slow: number, slowMs: number) => Array.from({ length: 100 }, (_, i) => (i < slow ? slowMs : 5))

describe('the slow-answer meter (protocol.md 3.9)', () => {
  it.each([
    ['no answers at all', [], { answers: 0, over3s: 0, over10s: 0, state: 'fast' }],
    ['exactly 10 % over 3 s', mixed(10, 3001), { answers: 100, over3s: 10, over10s: 0, state: 'fast' }],
    ['11 % over 3 s', mixed(11, 3001), { answers: 100, over3s: 11, over10s: 0, state: 'late' }],
    ['exactly 15 % over 10 s', mixed(15, 10_001), { answers: 100, over3s: 15, over10s: 15, state: 'late' }],
    ['16 % over 10 s', mixed(16, 10_001), { answers: 100, over3s: 16, over10s: 16, state: 'dropped' }],
    ['just in time', mixed(50, 3000), { answers: 100, over3s: 0, over10s: 0, state: 'fast' }],
  ])('%s', (_case, tookMs, meter) => {
    expect(meterOf(tookMs)).toEqual(meter)
  })

  it('forgets what is older than ten minutes, and all but the last hundred', () => {
    expect(meterOf(mixed(50, 4000), 10 * minute).answers).toBe(0)
    expect(meterOf([...mixed(50, 4000), ...mixed(0, 0)])).toMatchObject({ answers: 100, over3s: 0 })
  })
})

describe('the rate of calls', () => {
  it('lets a burst pass, then so many a second, for each address alone', () => {
    const rate = new CallRate({ burst: 3, perSecond: 2 })
    const taken = (address: string, at: number, calls: number) =>
      Array.from({ length: calls }, () => rate.take(address, at)).filter(Boolean).length
    expect(taken('a', 0, 10)).toBe(3)
    expect(taken('b', 0, 1)).toBe(1)
    expect(taken('a', 500, 10)).toBe(1)
    expect(taken('a', 60_000, 10)).toBe(3)
    expect(taken('a', 0, 10)).toBe(0) // a clock set back gives nothing away
  })
})
