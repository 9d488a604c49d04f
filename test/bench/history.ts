import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Filter, noFilter } from '../../preload/contract/activity.ts'
import { History } from '../../main/history/history.ts'
import { openDatabase } from '../../main/history/open-database.ts'
import { systemClock as clock } from '../../main/kit/clock.ts'
import { logTo } from '../../main/kit/log.ts'
import { aChange, keep } from '../unit/history/a-change.ts'
import type { Figure, Measure } from './figure.ts'
import { quantile, spread, times } from './numbers.ts'
import { english } from '../words.ts'

const rowsPerPage = 60
const bareSelect = 'SELECT * FROM changes ORDER BY seq DESC LIMIT 60'
const asked: readonly (readonly [string, Filter])[] = [
  ['newest page', noFilter],
  ['page of a search that finds many', { ...noFilter, text: 'plumbing' }],
  ['page of a search that finds few', { ...noFilter, text: 'drawing 4321.dwg' }],
  ['page of a search that finds nothing', { ...noFilter, text: 'no such file' }],
]

/** A long history: a page of it, and a search through it, beside a bare SELECT of as many rows. */
export const measureHistory: Measure = async ({ quick }) => {
  const count = quick ? 10_000 : 1_000_000
  const rounds = quick ? 10 : 50
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'drivebell-bench-'))
  opened.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const { database } = openDatabase(join(folder, 'history.db'), { clock, log: logTo(() => {}) })
  opened.use(database)
  const history = new History({ database, clock, words: () => english })
  for (let n = 0; n < count; n += 1_000) keep(database, Array.from({ length: 1_000 }, (_, i) => some(n + i + 1)), 'settled') // prettier-ignore

  const bare = timed(rounds, () => database.prepare(bareSelect).all())
  return asked.map(([name, filter]): Figure => {
    const took = timed(rounds, () => history.page(filter, null, rowsPerPage))
    return {
      figure: `history of ${count.toLocaleString('en')} changes: ${name}`,
      measured: spread(took),
      floor: spread(bare),
      ratio: times(quantile(took, 0.5), quantile(bare, 0.5)),
      ...judged(name, quantile(took, 0.5)),
    }
  })
}

/** Of one search it is promised how long it takes (docs/design.md 7). */
function judged(name: string, ms: number): Pick<Figure, 'budget' | 'met'> {
  return name.endsWith('nothing') ? { budget: '≤ 5 ms', met: ms <= 5 } : { budget: null, met: null }
}

function some(n: number) {
  const place = ['Projects', `Tower ${n % 50}`, 'Plumbing']
  return aChange({ id: String(n), at: 1e12 + n * 1_000, name: `Drawing ${n}.dwg`, place })
}

function timed(rounds: number, run: () => unknown): readonly number[] {
  return Array.from({ length: rounds }, () => {
    const began = performance.now()
    run()
    return performance.now() - began
  })
}
