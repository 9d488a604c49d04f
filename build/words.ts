/** Writes the keys of all messages for the compiler, and a table to review each language by; with --check, says what is wrong with messages and words. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import * as prettier from 'prettier'
import { languageNames } from '../preload/words/languages.ts'
import { keysSource } from './messages.ts'
import { reviewTable } from './review.ts'
import { textsOf } from './sentences.ts'
import { type Texts, wordProblems } from './words-check.ts'

const folder = 'preload/words/locales'
const keysFile = 'preload/words/keys.ts'
const reviews = 'docs/languages'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Texts
const english = read(`${folder}/en.json`)
const config = await prettier.resolveConfig(keysFile)
const others = Object.fromEntries(
  globSync(`${folder}/*.json`)
    .filter((file) => !/\/en(\.notes)?\.json$/u.test(file))
    .sort()
    .map((file) => [basename(file, '.json'), read(file)]),
)
const format = (source: string, parser: string) => prettier.format(source, { ...config, parser })
const written = new Map([[keysFile, await format(keysSource(english), 'typescript')]])
for (const [tag, texts] of Object.entries(others)) {
  if (!Object.keys(english).every((key) => key in texts)) continue // the check says which are missing
  const name = Object.entries(languageNames).find(([each]) => each === tag)?.[1] ?? tag
  written.set(`${reviews}/${tag}.md`, await format(reviewTable(tag, name, texts, english), 'markdown'))
}

if (process.argv.includes('--check')) {
  const problems = check()
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
} else {
  mkdirSync(reviews, { recursive: true })
  for (const [file, text] of written) writeFileSync(file, text)
}

function check(): readonly string[] {
  const files = globSync('{main,preload,renderer}/**/*.{ts,tsx}')
    .filter((file) => file !== keysFile)
    .sort()
  const texts = new Map(files.map((file) => [file, textsOf(file, readFileSync(file, 'utf8'))]))
  return [
    ...[...written].flatMap(([file, text]) =>
      existsSync(file) && readFileSync(file, 'utf8') === text
        ? []
        : [`${file} is not of today's messages: npm run words`],
    ),
    ...wordProblems({
      english,
      notes: read(`${folder}/en.notes.json`),
      others,
      allowed: read('build/words-allowed.json'),
      same: JSON.parse(readFileSync('build/words-same.json', 'utf8')) as Record<string, string[]>,
      named: [...texts.values()].flatMap(({ named }) => named),
      putIn: new Set([...texts.values()].flatMap(({ putIn }) => [...putIn])),
    }),
    ...[...texts].flatMap(([file, { sentences }]) =>
      sentences.map(({ text, line }) => `${file}:${line} is for ${folder}: ${JSON.stringify(text)}`),
    ),
  ]
}
