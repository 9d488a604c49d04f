import { setTimeout as sleep } from 'node:timers/promises'
import type { Computer } from '../e2e/drivebell.ts'
import type { Drive } from '../simulator/drive.ts'
import { Child } from './child.ts'
import type { Measure } from './figure.ts'
import { inMs, quantile, spread, times } from './numbers.ts'
import { filesIn, openSignedIn, quiet, startLive, tokenFor } from './signed-in.ts'

const warmUpRounds = 15
const budget = { p95Ms: 50, ratio: 2 }

/** From a colleague's change to the call of Notify, the app and a bare script in turns. */
export const measureHint: Measure = async ({ quick }) => {
  await using computer = await openSignedIn({ prepare: (simulator) => simulator.seedMany(40) })
  const { simulator, desktop, origin } = computer
  const bareDrive = simulator.addDrive('Grace Kimani', { name: 'Bare' })
  simulator.seedMany(80, bareDrive)
  const facts = { origin, token: tokenFor(simulator), driveId: bareDrive.id, bus: desktop.address }
  await using bare = Child.start(import.meta.resolve('./bare-listener.ts'), facts)
  await bare.told('ready')
  await startLive(computer)
  await quiet(computer)

  const app: number[] = []
  const floor: number[] = []
  for (let round = -warmUpRounds; round < (quick ? 20 : 100); round++) {
    const appMs = await noticeAfterChange(computer, simulator.driveOf(), round)
    const bareMs = await noticeAfterChange(computer, bareDrive, round)
    if (round < 0) continue
    app.push(appMs)
    floor.push(bareMs)
  }
  const ratio = quantile(app, 0.5) / quantile(floor, 0.5)
  const p95 = quantile(app, 0.95)
  return [
    {
      figure: 'hint → native notice',
      measured: spread(app),
      floor: spread(floor),
      ratio: `p50 ${times(quantile(app, 0.5), quantile(floor, 0.5))}, p95 ${times(p95, quantile(floor, 0.95))}`,
      budget: `p95 ≤ ${inMs(budget.p95Ms)}, ≤ ${budget.ratio}×`,
      met: p95 <= budget.p95Ms && ratio <= budget.ratio,
      notes: [
        `${app.length} edits one at a time, each after the notice before, in turns with a script of socket.io-client, fetch and one call on the bus; ` +
          'from the act inside the simulator to the call of Notify as the desktop got it. The verdict on the ratio is that of the medians.',
      ],
    },
  ]
}

/** One change, and how long until the desktop was told. */
async function noticeAfterChange(computer: Computer, drive: Drive, round: number): Promise<number> {
  const { simulator, desktop } = computer
  const files = filesIn(drive)
  await sleep(1_000 + Math.random() * 120) // a notice is rewritten once a second at most (interface.md 7)
  const path = files.at(round % files.length) ?? ''
  const told = desktop.notifications.next()
  const at = performance.now()
  simulator.person('Ada Okafor').edits(path, { in: drive })
  await told
  return performance.now() - at
}
