/** Writes the keys of all messages for the compiler; with --check, says what is wrong with messages and words. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import * as prettier from 'prettier'
import { keysSource } from './messages.ts'
import { textsOf } from './sentences.ts'
import { type Texts, wordProblems } from './words-check.ts'

const folder = 'preload/words/locales'
const keysFile = 'preload/words/keys.ts'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Texts
const english = read(`${folder}/en.json`)
const config = await prettier.resolveConfig(keysFile)
const keys = await prettier.format(keysSource(english), { ...config, parser: 'typescript' })

if (process.argv.includes('--check')) {
  const problems = check()
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
} else {
  writeFileSync(keysFile, keys)
}

function check(): readonly string[] {
  const files = globSync('{main,preload,renderer}/**/*.{ts,tsx}')
    .filter((file) => file !== keysFile)
    .sort()
  const texts = new Map(files.map((file) => [file, textsOf(file, readFileSync(file, 'utf8'))]))
  const others = globSync(`${folder}/*.json`).filter((file) => !/\/en(\.notes)?\.json$/u.test(file))
  return [
    ...(existsSync(keysFile) && readFileSync(keysFile, 'utf8') === keys
      ? []
      : [`${keysFile} is not of today's en.json: npm run words`]),
    ...wordProblems({
      english,
      notes: read(`${folder}/en.notes.json`),
      others: Object.fromEntries(others.map((file) => [basename(file, '.json'), read(file)])),
      allowed: read('build/words-allowed.json'),
      named: [...texts.values()].flatMap(({ named }) => named),
    }),
    ...[...texts].flatMap(([file, { sentences }]) =>
      sentences.map(({ text, line }) => `${file}:${line} is for ${folder}: ${JSON.stringify(text)}`),
    ),
  ]
}
