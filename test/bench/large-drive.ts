import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { Child, type Facts } from './child.ts'
import type { Figure, Measure } from './figure.ts'
import { inMb, inMs, inSeconds, times } from './numbers.ts'

const limitMs = 10 * 60_000
const budget = { extraMb: 64, speed: 0.5 }
const Effort = z.object({
  ms: z.number(),
  cpuMs: z.number(),
  extraBytes: z.number(),
  longestBlockMs: z.number(),
  usualBlockMs: z.number(),
})
type Effort = z.infer<typeof Effort>

/** A drive of 400,000 items: learned for the first time, then read anew when Microsoft has forgotten the deltaLink. */
export const measureLargeDrive: Measure = async ({ quick }) => {
  const items = quick ? 40_000 : 400_000
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'drivebell-bench-'))
  opened.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const simulator = opened.use(Child.start(import.meta.resolve('./simulator-process.ts'), { items }))
  const where = await simulator.told('ready', limitMs)

  const bare = opened.use(Child.start(import.meta.resolve('./bare-reader.ts'), where))
  const read = await bare.told('read', limitMs)
  const engine = opened.use(Child.start(import.meta.resolve('./engine-process.ts'), { ...where, folder }))
  const learned = Effort.parse(await engine.told('learned', limitMs))
  await sleep(2_000)

  engine.say('again')
  await engine.told('watching')
  simulator.say('forget')
  const told = await engine.told('notice', limitMs)
  await sleep(3_000)
  const more = await countMore(engine)
  return [...indexFigures(items, learned, read), resyncFigure(items, told, 1 + more, learned)]
}

function indexFigures(items: number, learned: Effort, read: Facts): readonly Figure[] {
  const floor = Effort.parse(read)
  const parseMs = Number(read.parseMs)
  const name = `first index of ${items.toLocaleString('en')} items`
  const notes = [
    `The engine with a database file, and a script that fetches and parses the same pages one after the other, each in its own process beside the simulator’s. JSON.parse alone took ${inSeconds(parseMs)} of the script’s time.`,
  ]
  return [
    {
      figure: `${name}: speed`,
      measured: `${inSeconds(learned.ms)}, ${inSeconds(learned.cpuMs)} of CPU time`,
      floor: `${inSeconds(floor.ms)}, ${inSeconds(floor.cpuMs)} of CPU time`,
      ratio: `speed ${times(floor.ms, learned.ms)}, by CPU time ${times(floor.cpuMs, learned.cpuMs)}`,
      budget: `speed ≥ ${budget.speed}×`,
      met: floor.ms / learned.ms >= budget.speed,
      notes,
    },
    {
      figure: `${name}: extra memory at its peak`,
      measured: inMb(learned.extraBytes),
      floor: inMb(floor.extraBytes),
      ratio: null,
      budget: `≤ ${budget.extraMb} MB`,
      met: learned.extraBytes <= budget.extraMb * 2 ** 20,
    },
    {
      figure: `${name}: longest block of the event loop`,
      measured: `${inMs(learned.longestBlockMs)}, 99 % below ${inMs(learned.usualBlockMs)}`,
      floor: `${inMs(floor.longestBlockMs)}, 99 % below ${inMs(floor.usualBlockMs)}`,
      ratio: null,
      budget: 'app responsive',
      met: null,
    },
  ]
}

function resyncFigure(items: number, told: Facts, notices: number, learned: Effort): Figure {
  const { ms, cpuMs, extraBytes, longestBlockMs } = Effort.parse(told)
  return {
    figure: `deltaLink forgotten (410), ${items.toLocaleString('en')} items read anew`,
    measured: `${notices} notice after ${inSeconds(ms)}, ${inSeconds(cpuMs)} of CPU time, ${inMb(extraBytes)} extra at its peak, longest block ${inMs(longestBlockMs)}`,
    floor: null,
    ratio: `CPU time ${times(cpuMs, learned.cpuMs)} of the first index`,
    budget: '≤ 1 notice',
    met: notices <= 1,
    notes: [`12 files changed meanwhile; the notice says “${told.title}”.`],
  }
}

/** How many notices came after the first. */
async function countMore(engine: Child): Promise<number> {
  for (let more = 0; ; more++) {
    const told = await engine.told('notice', 10).catch(() => null)
    if (told === null) return more
  }
}
