import { expect, test } from 'vitest'
import { dayMs, hourMs, secondMs } from '../../main/kit/time.ts'
import { World } from './world.ts'

// The computer's clock is set while Drivebell waits for something: the table beside this file is this test's own.

const steps: readonly (readonly [string, number])[] = [
  ['not at all', 0],
  ['back by a second', -secondMs],
  ['back by 45 seconds', -45 * secondMs],
  ['back by an hour', -hourMs],
  ['back by six hours', -6 * hourMs],
  ['back by ten years', -3_652 * dayMs],
  ['forward by a day', dayMs],
  ['forward by ten years', 3_652 * dayMs],
]

/** What became of the changes made after the clock was set. */
interface Outcome {
  /** Seconds from when the last one could be heard of until it was told. */
  readonly tookS: number
  readonly lost: number
}

interface Situation {
  readonly name: string
  /** Sets the clock in the midst of it; answers how many changes were made. */
  readonly happens: (world: World, set: () => void) => Promise<number>
}

const ada = (world: World) => world.simulator.person('Ada Okafor')

const situations: readonly Situation[] = [
  {
    name: 'all is well',
    happens: async (world, set) => {
      await world.clock.advance({ hours: 2 })
      set()
      await world.clock.advance({ minutes: 90 })
      ada(world).adds('Plans/next.txt')
      return 1
    },
  },
  {
    name: 'the network is away',
    happens: async (world, set) => {
      world.simulator.cutNetwork()
      await world.clock.advance({ minutes: 10 })
      set()
      await world.clock.advance({ minutes: 10, seconds: 13 })
      ada(world).adds('Plans/next.txt')
      world.simulator.restoreNetwork()
      return 1
    },
  },
  {
    name: 'the network is a black hole',
    happens: async (world, set) => {
      world.simulator.blackHole()
      await world.clock.advance({ minutes: 2 })
      set()
      await world.clock.advance({ minutes: 2 })
      ada(world).adds('Plans/next.txt')
      world.simulator.restoreNetwork()
      return 1
    },
  },
  {
    name: 'Microsoft has trouble',
    happens: async (world, set) => {
      world.simulator.fails('/v1.0/', { status: 503, retryAfter: 30 })
      world.simulator.push.cut()
      await world.clock.advance({ minutes: 10 })
      set()
      await world.clock.advance({ minutes: 10 })
      world.simulator.behaves()
      await world.clock.advance({ seconds: 31 }) // what Microsoft asked for is waited for
      ada(world).adds('Plans/next.txt')
      return 1
    },
  },
  {
    name: 'it starts',
    happens: async (world, set) => {
      await world.quit()
      set()
      world.start()
      await world.clock.advance({ seconds: 1 })
      ada(world).adds('Plans/next.txt')
      return 1
    },
  },
  {
    name: 'a burst',
    happens: async (world, set) => {
      for (let file = 0; file < 30; file++) {
        if (file === 15) set()
        ada(world).adds(`Plans/${String(file)}.txt`)
        await world.clock.advance({ ms: 700 })
      }
      ada(world).adds('Plans/next.txt')
      return 31
    },
  },
]

async function outcome({ happens }: Situation, ms: number): Promise<Outcome> {
  await using world = await World.open()
  await world.clock.advance({ minutes: 1 })
  const before = world.engine.history.facts().kept
  const made = await happens(world, () => world.clock.set(ms))
  const kept = () => world.engine.history.facts().kept - before
  const isTold = () => kept() >= made && world.engine.history.pending(0).changes.length === 0
  const began = world.clock.elapsed()
  while (!isTold() && world.clock.elapsed() - began < hourMs) await world.clock.advance({ ms: 100 })
  const tookS = (world.clock.elapsed() - began) / secondMs
  expect(world.told.length).toBeGreaterThan(0)
  await world.clock.advance({ minutes: 20 })
  return { tookS, lost: made - kept() }
}

const cell = ({ tookS, lost }: Outcome) =>
  `${tookS <= 3 ? '≤ 3 s' : `${String(Math.ceil(tookS))} s`}${lost === 0 ? '' : `, ${String(lost)} lost`}`

test('the table', async () => {
  const rows: string[] = []
  for (const [how, ms] of steps) {
    const outcomes = await Promise.all(situations.map((situation) => outcome(situation, ms)))
    rows.push(`| ${how} | ${outcomes.map(cell).join(' | ')} |`)
  }
  const table = [
    '# What a clock that is set delays',
    '',
    'Written by `clock-steps.test.ts` in virtual time. In the midst of each situation the wall clock is set; then a colleague adds a file, or the network comes back after one was added: how long it takes until it is told. Every change is kept, unless the cell says how many are lost.',
    '',
    `| the clock is set | ${situations.map(({ name }) => name).join(' | ')} |`,
    `| --- |${' --- |'.repeat(situations.length)}`,
    ...rows,
    '',
  ].join('\n')
  await expect(table).toMatchFileSnapshot('clock-steps.md')
}, 300_000)
