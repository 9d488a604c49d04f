/**
 * `npm run bench`: builds the app, measures the figures of design.md 7 and writes results.md. `-- --only=hint` measures
 * one and prints it; `-- --quick` shortens all of them. Nothing here passes or fails by its time.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chooseHost } from '../../build/host.ts'
import { buildApp } from '../../build/run.ts'
import { setUp } from '../../build/set-up.ts'
import type { Figure, Measure } from './figure.ts'
import { measureBurst } from './burst.ts'
import { measureHint } from './hint.ts'
import { measureHistory } from './history.ts'
import { measureIdle } from './idle.ts'
import { measureLargeDrive } from './large-drive.ts'
import { measureLinks } from './links.ts'
import { measureListener } from './listener.ts'
import { machineInWords } from './machine.ts'
import { measureStart } from './start.ts'
import { resultsPage } from './table.ts'
import { measureWindow } from './window.ts'

const all: Readonly<Record<string, Measure>> = {
  hint: measureHint,
  start: measureStart,
  window: measureWindow,
  idle: measureIdle,
  links: measureLinks,
  burst: measureBurst,
  index: measureLargeDrive,
  history: measureHistory,
  listener: measureListener,
}
const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
})
const chosen = Object.entries(all).filter(([name]) => values.only === undefined || name === values.only)
if (chosen.length === 0) {
  console.error(`There is no figure "${values.only}"; there are ${Object.keys(all).join(', ')}.`)
  process.exit(1)
}

await setUp('test')
buildApp()
const host = chooseHost()
const machine = machineInWords(host)
process.env['DRIVEBELL_HOST'] = host.kind // chosen once for all that follows

const figures: Figure[] = []
for (const [name, measure] of chosen) {
  const began = Date.now()
  console.log(`── ${name} ──`)
  for (const figure of await measure({ quick: values.quick })) {
    figures.push(figure)
    const { figure: what, measured, floor, ratio, budget, met } = figure
    const facts = [measured, floor && `floor ${floor}`, ratio, budget && `budget ${budget}`]
    const verdict = met === null ? '' : met ? ' · met' : ' · NOT MET'
    console.log(`${what}: ${facts.filter(Boolean).join(' · ')}${verdict}`)
  }
  console.log(`(${((Date.now() - began) / 1000).toFixed(0)} s)`)
}
const page = resultsPage(figures, machine, 'npm run bench')
if (values.only === undefined && !values.quick) {
  writeFileSync(join(import.meta.dirname, 'results.md'), page)
  console.log('Written to test/bench/results.md.')
} else console.log(`\n${page}`)
