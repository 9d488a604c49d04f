import type { Computer } from '../e2e/drivebell.ts'
import { EmptyHost } from './empty-host.ts'
import type { Measure } from './figure.ts'
import { inSeconds, quantile, spread, times } from './numbers.ts'
import { openSignedIn, quit, startLive } from './signed-in.ts'

const manyDrives = 50
const budgetMs = 1_000

/** From the start of the process to a tray that says its drives are live; everything has run before. */
export const measureStart: Measure = async ({ quick }) => {
  const rounds = quick ? 3 : 10
  const empty: number[] = []
  const one: number[] = []
  const many: number[] = []
  await using single = await openSignedIn()
  await using full = await openSignedIn({ drives: manyDrives })
  for (let round = 0; round < rounds; round++) {
    empty.push(await startEmpty(single))
    one.push(await startUntilLive(single, 1))
    many.push(await startUntilLive(full, manyDrives))
  }
  const figure = (name: string, measured: readonly number[], isBudgeted: boolean) => ({
    figure: `start → tray live, ${name}`,
    measured: spread(measured),
    floor: spread(empty),
    ratio: times(quantile(measured, 0.5), quantile(empty, 0.5)),
    budget: isBudgeted ? `≤ ${inSeconds(budgetMs)}` : null,
    met: isBudgeted ? quantile(measured, 0.95) <= budgetMs : null,
  })
  return [
    {
      ...figure('1 drive', one, true),
      notes: [
        `${rounds} warm starts, signed in, everything known; until the tooltip says that all drives are live and caught up. Floor: an app with only a tray on the same host, until its icon is there.`,
      ],
    },
    {
      ...figure(`${manyDrives} drives`, many, true),
      notes: [
        `The other ${manyDrives - 1} are written into the settings file, each with its own index, delta, endpoint and link, all endpoints at the own drive’s address.`,
      ],
    },
  ]
}

async function startUntilLive(computer: Computer, drives: number): Promise<number> {
  const at = performance.now()
  const app = await startLive(computer, drives)
  const ms = performance.now() - at
  await quit(computer, app)
  return ms
}

async function startEmpty({ desktop }: Computer): Promise<number> {
  const at = performance.now()
  await using _empty = await EmptyHost.start(desktop)
  await desktop.tray.appears()
  const ms = performance.now() - at
  await desktop.tray.click('Quit')
  await desktop.tray.disappears()
  return ms
}
