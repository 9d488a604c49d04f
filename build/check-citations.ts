/** `npm run check:citations`: fails when something cites a heading that `docs/` does not have. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brokenCitations } from './citations.ts'

const read = (file: string) => readFileSync(file, 'utf8')
const documents = new Map(globSync('docs/*.md').map((file) => [path.basename(file), read(file)] as const))
const citing = ['{main,preload,renderer,test,build,docs,.github}/**/*.{ts,tsx,css,html,md,yml}', '*.{md,yml}']
const broken = brokenCitations(
  globSync(citing).map((file) => ({ path: file, text: read(file) })),
  documents,
)

for (const { path, line, cited, why } of broken) console.error(`${path}:${line}: ${cited}: ${why}`)
if (broken.length > 0) process.exitCode = 1
