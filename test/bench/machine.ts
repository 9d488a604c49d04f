import { spawnSync } from 'node:child_process'
import { availableParallelism, loadavg, totalmem, type } from 'node:os'
import type { Host } from '../../build/host.ts'

/** The machine in general words: what a reader needs to compare, nothing that names it. */
export function machineInWords({ kind }: Host): readonly string[] {
  const chromium = spawnSync(process.env['CHROMIUM'] ?? 'chromium', ['--version'], {
    encoding: 'utf8',
  }).stdout
  const version = /[\d.]{5,}/.exec(chromium ?? '')?.[0] ?? 'not found'
  const [load = 0] = loadavg() // of the last minute
  const memoryGb = Math.round(totalmem() / 2 ** 30)
  return [
    `${availableParallelism()} cores, ${memoryGb} GB of memory, ${type()}; Node ${process.version}, Chromium ${version}`,
    kind === 'electron'
      ? 'The built app on Electron'
      : 'The built app on the stand-in (`test/host`): Node and Chromium, not Electron',
    'Simulator, session bus and desktop are on the same machine and share its cores',
    `Other work on the machine when it began: load ${load.toFixed(1)}; above the number of cores, times say little`,
  ]
}
