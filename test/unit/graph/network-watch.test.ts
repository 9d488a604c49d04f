import { beforeEach, expect, test } from 'vitest'
import { NetworkWatch } from '../../../main/graph/network-watch.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'

let clock: VirtualClock
let watch: NetworkWatch
let asked: number
let back: number
/** How Microsoft is reached: at once, not at all, or the question vanishes. */
let network: 'there' | 'away' | 'a black hole'
let state: { isDoubtful: boolean; isWaiting: boolean; hasNetwork: boolean }

beforeEach(() => {
  clock = new VirtualClock()
  ;[asked, back, network] = [0, 0, 'away']
  state = { isDoubtful: true, isWaiting: false, hasNetwork: true }
  watch = new NetworkWatch({
    clock,
    isDoubtful: () => state.isDoubtful,
    isWaiting: () => state.isWaiting,
    hasNetwork: () => state.hasNetwork,
    answers: (signal) => {
      asked++
      if (network === 'there') return Promise.resolve(true)
      if (network === 'away') return Promise.reject(new Error('not reached'))
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('given up'))))
    },
    back: () => back++,
  })
})

const phases = Array.from({ length: 15 }, (_, tenths) => tenths * 100)

test.each(phases.flatMap((ms) => [['away', ms] as const, ['a black hole', ms] as const]))(
  'a network that was %s is noticed within two seconds, whenever it comes back (%i ms)',
  async (how, ms) => {
    network = how
    watch.mind()
    await clock.advance({ minutes: 5, ms })
    expect(back).toBe(0)
    network = 'there'
    await clock.advance({ seconds: 2 })
    expect(back).toBe(1)
  },
)

test('without any network nobody is asked', async () => {
  state.hasNetwork = false
  watch.mind()
  await clock.advance({ minutes: 5 })
  expect(asked).toBe(0)
  ;[state.hasNetwork, network] = [true, 'there']
  await clock.advance({ seconds: 2 })
  expect(back).toBe(1)
})

test('where somebody answers, the network is not what is wrong, and is seldom asked about', async () => {
  network = 'there'
  watch.mind()
  await clock.advance({ minutes: 5 })
  expect(back).toBe(0)
  expect(asked).toBeLessThan(25)
})

test('what is under way is watched, and forgotten when it was answered', async () => {
  Object.assign(state, { isDoubtful: false, isWaiting: true })
  watch.mind()
  await clock.advance({ seconds: 7 })
  expect(clock.waiting).toBe(1)
  state.isWaiting = false
  await clock.advance({ seconds: 2 })
  expect(clock.waiting).toBe(0)
  expect(asked).toBe(0)
})

test('doubt that is over is no return of the network', async () => {
  watch.mind()
  await clock.advance({ seconds: 10 })
  state.isDoubtful = false
  network = 'there'
  await clock.advance({ seconds: 10 })
  expect(back).toBe(0)
  state.isDoubtful = true
  watch.mind()
  await clock.advance({ seconds: 10 })
  expect(back).toBe(0)
})

test('a network that is away for hours is looked for less often', async () => {
  watch.mind()
  await clock.advance({ minutes: 61 })
  const firstHour = asked
  await clock.advance({ minutes: 60 })
  expect(firstHour).toBeGreaterThan(1_700)
  expect(asked - firstHour).toBeLessThan(400)
})

test('ended, it asks no more', async () => {
  network = 'a black hole'
  watch.mind()
  await clock.advance({ seconds: 2 })
  watch[Symbol.dispose]()
  network = 'there'
  await clock.advance({ minutes: 1 })
  expect([asked, back]).toEqual([1, 0])
  watch.mind()
  expect(clock.waiting).toBe(0)
})
