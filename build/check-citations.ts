/** `npm run check:citations`: fails when a cited heading of `docs/`, or a file that a page links to, does not exist. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brokenCitations, brokenLinks } from './citations.ts'

const read = (file: string) => readFileSync(file, 'utf8')
const documents = new Map(globSync('docs/*.md').map((file) => [path.basename(file), read(file)] as const))
const citing = ['{main,preload,renderer,test,build,docs,.github}/**/*.{ts,tsx,css,html,md,yml}', '*.{md,yml}']
const texts = globSync(citing).map((file) => ({ path: file.replaceAll(path.sep, '/'), text: read(file) }))
const pages = texts.filter((text) => text.path.endsWith('.md'))
const broken = [...brokenCitations(texts, documents), ...brokenLinks(pages, existsSync)]

for (const place of broken) console.error(`${place.path}:${place.line}: ${place.cited}: ${place.why}`)
if (broken.length > 0) process.exitCode = 1
