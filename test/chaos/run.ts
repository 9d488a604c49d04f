/**
 * `npm run chaos`: people act in the simulated Microsoft while everything goes wrong, in virtual time; what was told is
 * judged by the simulator's own record. `-- --changes 1000000` says how much, `-- --seed 7` where to begin, and
 * `-- --write` puts the table into docs/chaos.md. A seed that fails is shrunk and printed. Ctrl+C ends it with the day
 * under way, and its table.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { live } from './life.ts'
import { type Plan, planOf } from './plan.ts'
import { isGood, shrink } from './shrink.ts'
import { add, nothing, page } from './table.ts'

const { values } = parseArgs({
  options: {
    changes: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
})
/** Acts of one day; what comes of them are somewhat more changes. */
const actsADay = 150

let sum = nothing
const enough = new AbortController()
process.once('SIGINT', () => enough.abort())
const first = Number(values.seed)
for (let seed = first; sum.changes < Number(values.changes) && !enough.signal.aborted; seed++) {
  const plan = planOf(seed, actsADay)
  const outcome = await live(plan)
  sum = add(sum, outcome)
  if (!isGood(outcome)) console.log(await reportOn(seed, plan))
}
const text = page(sum, { first, count: sum.days })
if (values.write) writeFileSync(join(import.meta.dirname, '../../docs/chaos.md'), text)
else console.log(text)
process.exitCode = sum.lost + sum.twice + sum.invented === 0 ? 0 : 1

/** The shortest way to see it fail. */
async function reportOn(seed: number, plan: Plan): Promise<string> {
  const shortest = await shrink(plan)
  const { lost, twice, invented } = await live(shortest)
  const found = Object.entries({ lost, 'told twice': twice, invented })
  return [
    `seed ${seed} (${plan.who}), shrunk to ${shortest.steps.length} steps:`,
    ...shortest.steps.map((step) => `  ${step.kind === 'act' ? step.act : `(${step.fault})`} ${step.roll}`),
    ...found.flatMap(([what, all]) => all.map((each) => `  ${what}: ${each}`)),
  ].join('\n')
}
