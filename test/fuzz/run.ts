/** `npm run fuzz`: every parser of outside data, many times, and which lines that reached; writes docs/parsers.md. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { Coverage } from './coverage.ts'

const root = join(import.meta.dirname, '../..')
const numRuns = Number(process.argv[2] ?? 10_000)

const coverage = new Coverage()
await coverage.start()
const { parsers } = await import('./parsers.ts')
for (const { what, property } of parsers) {
  await fc.assert(property(), { numRuns })
  console.log(`holds  ${what}`)
}
const lines = await coverage.of(
  root,
  parsers.map(({ file }) => file),
)
const rows = parsers.map(({ what, from, file, holds }) => {
  const { ran = 0, lines: all = 0, missed = [] } = lines.get(file) ?? {}
  if (missed.length > 0) console.log(`${file}: not run ${missed.join(', ')}`)
  return `| ${what} | ${from} | [${file}](../${file}) | ${holds} | ${String(ran)} of ${String(all)} |`
})
writeFileSync(
  join(root, 'docs/parsers.md'),
  `# Parsers of outside data

Everything that somebody else wrote is \`unknown\` until one of these has read it. Written by \`npm run fuzz\`, which gives each ${numRuns.toLocaleString('en')} documents: as they are expected, with up to four places replaced, left out or doubled, cut off, or with other bytes. \`npm test\` does it with 300. None may throw, and what stands in the fourth column must hold. Lines are those of the functions that a document reaches.

| what | written by | file | what holds | lines run |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`,
)
