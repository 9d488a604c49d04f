/**
 * `npm run mutants [-- SEED SIZE]`: changes the code that decides, one place at a time, and sees whether the fast tests
 * notice. A random sample by a seed, as a table by folders, and each place nobody noticed; out/mutants.json has it all.
 */
import { globSync, readFileSync } from 'node:fs'
import { keyOf, type Place, sampleOf } from './mutant-sample.ts'

interface Tried extends Place {
  readonly status: string
}

interface Instrumenter {
  instrument(files: readonly object[], options: object): Promise<{ readonly mutants: readonly Place[] }>
}

interface Stryker {
  runMutationTest(): Promise<readonly Tried[]>
}

// Loaded when asked for: of 700 packages no other command needs any.
const load = async <T>(name: string) => (await import(name)) as T
const { Instrumenter } = await load<{ Instrumenter: new (log: object) => Instrumenter }>(
  '@stryker-mutator/instrumenter',
)
const { Stryker } = await load<{ Stryker: new (options: object) => Stryker }>('@stryker-mutator/core')

const [seed = '1', size = '200'] = process.argv.slice(2)
const folders = ['drive', 'link', 'notices', 'rules', 'history', 'graph', 'subscriptions', 'accounts']
const files = folders.flatMap((folder) => globSync(`main/${folder}/**/*.ts`)).sort()

const silent = { debug() {}, info() {}, isDebugEnabled: () => false }
const { mutants } = await new Instrumenter(silent).instrument(
  files.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') })),
  { ignorers: [], excludedMutations: [] },
)
const chosen = sampleOf(mutants, seed, Number(size))
console.log(`${chosen.length} of ${mutants.length} places, seed ${seed}`)

const stryker = new Stryker({
  mutate: chosen.map(({ fileName, location: { start, end } }) => {
    const at = ({ line, column }: typeof start) => `${line + 1}:${column}`
    return `${fileName}:${at(start)}-${at(end)}`
  }),
  chosen: chosen.map(keyOf),
  testRunner: 'vitest',
  vitest: { configFile: 'test/vitest.mutants.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', './build/mutant-checker.ts'],
  checkers: ['chosen'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 60,
  tsconfigFile: 'none', // it asks for what TypeScript 7 no longer offers
  warnings: { unknownOptions: false, preprocessorErrors: true, unserializableOptions: true, slow: false },
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: 'out/mutants.json' },
  tempDirName: '.cache/mutants',
  ignorePatterns: ['out', 'release', '.cache', 'test/{window,e2e,host,desktop,pack}'],
})
const tried = (await stryker.runMutationTest()).filter(({ status }) => status !== 'CompileError')
const isNoticed = ({ status }: Tried) => status === 'Killed' || status === 'Timeout'

console.log('\n| folder | tried | noticed |\n| --- | ---: | ---: |')
for (const folder of folders) {
  const here = tried.filter(({ fileName }) => fileName.includes(`main/${folder}/`))
  console.log(`| ${folder} | ${here.length} | ${here.filter(isNoticed).length} |`)
}
const noticed = tried.filter(isNoticed).length
console.log(`| all | ${tried.length} | ${noticed} (${((100 * noticed) / tried.length).toFixed(1)} %) |\n`)
for (const { fileName, location, replacement, status } of tried.filter((each) => !isNoticed(each)))
  console.log(`${status}: ${fileName}:${location.start.line}:${location.start.column} → ${replacement}`)
