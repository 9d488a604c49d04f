import { setTimeout as sleep } from 'node:timers/promises'
import type { Computer } from '../e2e/drivebell.ts'
import type { Measure } from './figure.ts'
import { inMb, inMs, inSeconds, mostWithin } from './numbers.ts'
import { usageOf } from './processes.ts'
import { filesIn, openSignedIn, quiet, startLive } from './signed-in.ts'

const colleagues = ['Ada Okafor', 'Bo Lindqvist', 'Chiara Esposito'] as const
const perSecond = 5_000 / 60
const stepMs = 10
const calmMs = 5_000
const memoryLookMs = 2_000
const budget = { notices: 3, callsPerS: 1 }

/** Very many changes in a minute: how often is the person disturbed? In real time, for grouping may depend on it. */
export const measureBurst: Measure = async ({ quick }) => {
  const lastsMs = quick ? 10_000 : 60_000
  const changes = Math.round((perSecond * lastsMs) / 1000)
  await using computer = await openSignedIn({ prepare: (simulator) => simulator.seedMany(changes) })
  const app = await startLive(computer)
  await quiet(computer)
  const { notifications } = computer.desktop
  const before = notifications.list().length
  const asked = computer.simulator.requests.all.length
  const memory = watchMemory(app.process.pid ?? 0)
  const began = Date.now()
  await edit(computer, changes, lastsMs)
  const ended = Date.now()
  await calm(computer)
  const grownBytes = memory.end()

  const calls = notifications.list().slice(before)
  const notices = new Set(calls.map(({ id }) => id)).size
  const most = mostWithin(
    calls.map(({ at }) => at),
    1_000,
  )
  const [first, last] = [calls[0]?.at ?? NaN, calls.at(-1)?.at ?? NaN]
  const syncs = computer.simulator.requests.all.length - asked
  return [
    {
      figure: `${changes.toLocaleString('en')} files changed in ${lastsMs / 1000} s`,
      measured: `${notices} notices by ${calls.length} calls of Notify, at most ${most} in a second; the first after ${inMs(first - began)}, the last ${inSeconds(Math.max(0, last - ended))} after the end; memory +${inMb(grownBytes)} at most`,
      floor: null,
      ratio: null,
      budget: `≤ ${budget.notices} notices, ≤ ${budget.callsPerS} call a second`,
      met: notices <= budget.notices && most <= budget.callsPerS,
      notes: [
        `The last title: “${calls.at(-1)?.summary ?? ''}”. Memory: PSS of the app’s processes above what they held before, window closed.`,
        `Edits by ${colleagues.length} people, one hint each, evenly spread in real time; the app asked ${syncs} times for changes.`,
      ],
    },
  ]
}

async function edit({ simulator }: Computer, changes: number, lastsMs: number): Promise<void> {
  const drive = simulator.driveOf()
  const paths = filesIn(drive).slice(-changes)
  const people = colleagues.map((name) => simulator.person(name))
  const began = performance.now()
  for (let done = 0; done < paths.length;) {
    const due = Math.min(paths.length, Math.ceil(((performance.now() - began) / lastsMs) * changes))
    for (; done < due; done++) people[done % people.length]?.edits(paths[done] ?? '', { in: drive })
    await sleep(stepMs)
  }
}

/** How much more memory an app holds at most until the end. */
function watchMemory(pid: number): { end(): number } {
  const before = usageOf(pid).pssBytes
  let most = before
  const look = () => (most = Math.max(most, usageOf(pid).pssBytes))
  const timer = setInterval(look, memoryLookMs)
  return {
    end() {
      clearInterval(timer)
      look()
      return most - before
    },
  }
}

/** Waits until the desktop has heard nothing for a while. */
async function calm({ desktop: { notifications } }: Computer): Promise<void> {
  for (let before = -1; before !== notifications.calls;) {
    before = notifications.calls
    await sleep(calmMs)
  }
}
