import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../e2e/app.ts'
import { openDesktop } from '../desktop/desktop.ts'
import { EmptyHost } from './empty-host.ts'
import type { Figure, Measure } from './figure.ts'
import { inMb } from './numbers.ts'
import { usageOf } from './processes.ts'
import { openSignedIn, quiet, startLive } from './signed-in.ts'

const links = 10
const settleMs = 10_000
const budget = { cpuPercent: 0.05, switchesPerS: 2, pssMb: 30 }

interface Idle {
  readonly cpuPercent: number
  readonly switchesPerS: number
  readonly pssBytes: number
}

/** What an app costs while nothing happens and no window is open, beside a host with an empty app, all in the same minute. */
export const measureIdle: Measure = async ({ quick }) => {
  await using desktop = await openDesktop()
  await using empty = await EmptyHost.start(desktop)
  await using single = await openSignedIn()
  await using full = await openSignedIn({ drives: links })
  const apps = [empty.app, await startLive(single), await startLive(full, links)]
  await Promise.all([quiet(single), quiet(full)])
  await sleep(quick ? 2_000 : settleMs)
  const [floor, one, many] = await watched(apps, quick ? 15_000 : 60_000)
  if (!floor || !one || !many) throw new Error('three apps were watched')
  const figures = [
    ...figuresOf('1 link', one, floor, false),
    ...figuresOf(`${links} links`, many, floor, true),
  ]
  const [first, ...rest] = figures
  return first ? [{ ...first, notes }, ...rest] : []
}

const notes = [
  'Process tree of the app, window closed, after everything is known; CPU time from the scheduler’s own count, context switches of all threads, PSS. Floor: an app with only a tray on the same host, watched at the same time.',
]

async function watched(apps: readonly App[], ms: number): Promise<readonly Idle[]> {
  const pids = apps.map(({ process }) => process.pid ?? 0)
  const before = pids.map(usageOf)
  const began = performance.now()
  await sleep(ms)
  const seconds = (performance.now() - began) / 1000
  return pids.map(usageOf).map(({ cpuMs, contextSwitches, pssBytes }, index) => ({
    cpuPercent: (cpuMs - (before[index]?.cpuMs ?? 0)) / seconds / 10,
    switchesPerS: (contextSwitches - (before[index]?.contextSwitches ?? 0)) / seconds,
    pssBytes,
  }))
}

function figuresOf(name: string, idle: Idle, floor: Idle, isBudgeted: boolean): readonly Figure[] {
  const aboveMb = (idle.pssBytes - floor.pssBytes) / 2 ** 20
  const judged = (budgetText: string, met: boolean) =>
    isBudgeted ? { budget: budgetText, met } : { budget: null, met: null }
  return [
    {
      figure: `idle, ${name}: CPU`,
      measured: `${idle.cpuPercent.toFixed(3)} % of a core`,
      floor: `${floor.cpuPercent.toFixed(3)} %`,
      ratio: null,
      ...judged(`≤ ${budget.cpuPercent} %`, idle.cpuPercent <= budget.cpuPercent),
    },
    {
      figure: `idle, ${name}: context switches`,
      measured: `${idle.switchesPerS.toFixed(2)} a second`,
      floor: `${floor.switchesPerS.toFixed(2)} a second`,
      ratio: null,
      ...judged(`≤ ${budget.switchesPerS} a second`, idle.switchesPerS <= budget.switchesPerS),
    },
    {
      figure: `idle, ${name}: memory above an empty host`,
      measured: `${aboveMb.toFixed(0)} MB PSS`,
      floor: inMb(floor.pssBytes),
      ratio: null,
      ...judged(`≤ ${budget.pssMb} MB`, aboveMb <= budget.pssMb),
    },
  ]
}
