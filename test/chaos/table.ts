import { faults, type FaultKind } from './faults.ts'
import type { Outcome } from './life.ts'

/** Many days together. */
export interface Sum {
  readonly days: number
  readonly changes: number
  readonly rows: number
  readonly notices: number
  readonly faults: ReadonlyMap<FaultKind, number>
  readonly lost: number
  readonly twice: number
  readonly invented: number
  readonly repeated: number
}

export const nothing: Sum = {
  days: 0,
  changes: 0,
  rows: 0,
  notices: 0,
  faults: new Map(),
  lost: 0,
  twice: 0,
  invented: 0,
  repeated: 0,
}

/** With one more day. */
export function add(sum: Sum, day: Outcome): Sum {
  const all = new Map(sum.faults)
  for (const [kind, count] of day.faults) all.set(kind, (all.get(kind) ?? 0) + count)
  return {
    days: sum.days + 1,
    changes: sum.changes + day.changes,
    rows: sum.rows + day.rows,
    notices: sum.notices + day.notices,
    faults: all,
    lost: sum.lost + day.lost.length,
    twice: sum.twice + day.twice.length,
    invented: sum.invented + day.invented.length,
    repeated: sum.repeated + day.repeated,
  }
}

/** As a page for people. */
export function page(sum: Sum, seeds: { readonly first: number; readonly count: number }): string {
  const count = (n: number) => n.toLocaleString('en')
  const last = seeds.first + seeds.count - 1
  return [
    '# What comes through when everything goes wrong',
    '',
    `Written by \`npm run chaos -- --changes ${sum.changes} --seed ${seeds.first} --write\` (seeds ${seeds.first} to ${last}).`,
    '',
    'People act in drives, a library and a list of the simulated Microsoft while everything goes wrong, up to three things at a time: the real engine with a',
    'true SQLite file, in virtual time. At the end of each day all trouble ends, and every change is judged by the',
    "simulator's own record: what of it was told, how often, and by whom. *Told twice* is a notification for a change",
    'already marked as told. When the app is killed between showing a notice and marking it, the same sentence may come once',
    'more; that is counted apart. A few days run with each `npm test`; the files are in `test/chaos/`.',
    '',
    '| | |',
    '| --- | ---: |',
    `| days | ${count(sum.days)} |`,
    `| changes | ${count(sum.changes)} |`,
    `| rows of the history | ${count(sum.rows)} |`,
    `| notices shown, rewritten ones included | ${count(sum.notices)} |`,
    `| lost | ${count(sum.lost)} |`,
    `| told twice | ${count(sum.twice)} |`,
    `| invented | ${count(sum.invented)} |`,
    `| killed between showing and marking | ${count(sum.repeated)} |`,
    '',
    '| fault | how often |',
    '| --- | ---: |',
    ...faults.map((kind) => `| ${kind} | ${count(sum.faults.get(kind) ?? 0)} |`),
    '',
  ].join('\n')
}
