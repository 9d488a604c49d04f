/**
 * `npm run mutate`: takes every safety point away, one at a time, in a copy of the checkout that is built and tested, and
 * sees that the test which holds it fails. What follows `--` names points to try, by part of their names.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBuilder } from 'vite'
import * as z from 'zod'
import { type Breakage, breakages, noWindow } from './breakages.ts'
import { root } from './host.ts'
import { scriptOf } from './run.ts'

const copied = ['main', 'preload', 'renderer', 'build', 'test', 'package.json', 'tsconfig.json']

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

const wanted = process.argv.slice(2)
const isWanted = ({ what }: Breakage) => wanted.length === 0 || wanted.some((part) => what.includes(part))
const tried = breakages.filter(isWanted)
for (const { file, text, what } of breakages) {
  const times = readFileSync(join(root, file), 'utf8').split(text).length - 1
  if (times !== 1)
    leave(`"${what}": its text is ${times} times in ${file}, not once; mend build/breakages.ts`)
}

const copy = mkdtempSync(join(tmpdir(), 'drivebell-mutants-'))
process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
process.chdir(copy)

for (const top of ['main', 'preload', 'renderer']) await build(top)
for (const test of new Set(tried.map((each) => each.test))) {
  const failed = failures(test)
  if (failed.length > 0) leave(`Nothing is broken, and yet in ${test} these fail: ${failed.join('; ')}`)
}

const rows: (Breakage & { readonly seen: string | null })[] = []
for (const breakage of tried) {
  const failed = await failuresWith(breakage)
  const seen = failed.find((name) => name.includes(breakage.shows)) ?? null
  rows.push({ ...breakage, seen })
  console.log(`${seen === null ? 'SURVIVES' : 'noticed '}  ${breakage.what}: ${seen ?? failed.join('; ')}`)
}
const noticed = rows.filter(({ seen }) => seen !== null).length
console.log(`${noticed} of ${rows.length} are noticed`)
if (wanted.length === 0) writeFileSync(join(root, 'docs', 'safety-points.md'), tableOf())
process.exit(noticed === rows.length ? 0 : 1)

/** The names of the tests that fail with the point taken away. */
async function failuresWith({ file, text, instead, test, shows }: Breakage): Promise<readonly string[]> {
  const whole = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    whole.replace(text, () => instead),
  )
  await build(file)
  const failed = failures(test, shows)
  writeFileSync(file, whole)
  return failed
}

/** Bundles what a file belongs to. */
async function build(file: string): Promise<void> {
  const [top = ''] = file.split('/')
  const builder = await createBuilder({ configFile: 'build/vite.config.ts', logLevel: 'error' })
  const environment = builder.environments[top === 'renderer' ? 'client' : top]
  if (environment === undefined) leave(`${file} belongs to nothing that is built`)
  await builder.build(environment)
}

/** The names of the tests of a file that fail, of those whose names hold a text; it is left at the first. */
function failures(test: string, name = ''): readonly string[] {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const only = name === '' || name === noWindow ? [] : ['-t', name.replaceAll(/[^\w\s]/g, '.')]
  const how = ['--bail=1', '--reporter=json', `--outputFile=${report}`]
  spawnSync(
    process.execPath,
    [scriptOf('vitest'), 'run', '-c', 'test/vitest.config.ts', ...how, test, ...only],
    {
      stdio: 'ignore',
      env: { ...process.env, DRIVEBELL_HOST: 'stand-in', DRIVEBELL_PATIENCE_MS: '30000' },
    },
  )
  const { testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')))
  return testResults.flatMap(({ status, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed')
    // what comes before all tests failed
    return status === 'failed' && failed.length === 0 ? [noWindow] : failed.map(({ fullName }) => fullName)
  })
}

function tableOf(): string {
  const lines = rows.map(({ what, file, seen }) => `| ${what} | ${file} | ${seen ?? '**none**'} |`)
  return `# Safety points

Written by \`npm run mutate\`, which takes each point away in the built app, one at a time, and sees the test that holds it fail: ${noticed} of ${rows.length}. The edits are in [build/breakages.ts](../build/breakages.ts).

| point | where | the test that fails without it |
| --- | --- | --- |
${lines.join('\n')}
`
}

function leave(why: string): never {
  console.error(why)
  process.exit(1)
}
