import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { appId, toastActivator } from '../../../main/kit/identity.ts'

const root = resolve(import.meta.dirname, '../../..')
const folder = join(root, '.github/workflows')

const stepSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  run: z.string().optional(),
  'working-directory': z.string().optional(),
})
const jobSchema = z.strictObject({
  name: z.string(),
  needs: z.string().optional(),
  'runs-on': z.string(),
  'timeout-minutes': z.number(),
  container: z.string().optional(),
  permissions: z.record(z.string(), z.enum(['read', 'write'])).optional(),
  strategy: z.unknown().optional(),
  env: z.record(z.string(), z.string()).optional(),
  steps: z.array(stepSchema),
})
const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.unknown(),
  permissions: z.strictObject({ contents: z.literal('read') }),
  concurrency: z.unknown().optional(),
  defaults: z.strictObject({ run: z.strictObject({ shell: z.literal('bash') }) }),
  jobs: z.record(z.string(), jobSchema),
})

const workflows = readdirSync(folder).map((file) => ({
  file,
  text: readFileSync(join(folder, file), 'utf8'),
}))
// Strict: a key that is not listed above, such as continue-on-error, fails here.
const parsed = workflows.map(({ file, text }) => ({ file, workflow: workflowSchema.parse(parse(text)) }))
const steps = parsed.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).flatMap(([job, { steps: all }]) =>
    all.map((step, index) => ({
      step,
      where: `${file}, ${job}, ${step.name ?? step.uses ?? step.run ?? index}`,
    })),
  ),
)

/** What GitHub writes in place of an expression is unknown here, and has to be one word for the shell. */
const script = (run: string) => run.replaceAll(/\$\{\{.+?\}\}/g, 'EXPRESSION')

test('every action is named by its commit, with the version beside it', () => {
  const used = workflows.flatMap(({ text }) => text.match(/uses: .+/g) ?? [])
  expect(used.length).toBeGreaterThan(0)
  for (const line of used) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})

describe('a step for the shell is a script that bash can read', () => {
  test.each(steps.filter(({ step }) => step.run !== undefined))('$where', ({ step }) => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: script(step.run ?? ''), encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

test('what uninstalling is asked about is what the app is known by', () => {
  const uninstalled = steps.find(({ step }) => step.run?.includes('reg query'))?.step.run
  expect(uninstalled).toContain(`\\CLSID\\${toastActivator}'`)
  expect(uninstalled).toContain(`//v ${appId}'`)
})

test('npm says nothing of the Node that it runs on itself', async () => {
  await using here = await mkdtempDisposable(join(tmpdir(), 'drivebell-npm-'))
  const manifest = { name: 'here', version: '1.0.0', engines: { node: '>=999' } }
  await writeFile(join(here.path, 'package.json'), JSON.stringify(manifest))
  const install = () => {
    const { status, stderr } = spawnSync('npm', ['install', '--offline', '--no-audit', '--no-fund'], {
      cwd: here.path,
      // what npm tells the scripts that it runs itself goes before any .npmrc
      env: { PATH: process.env['PATH'], HOME: here.path },
      encoding: 'utf8',
    })
    return { status, isWarned: stderr.includes('EBADENGINE') }
  }
  expect(install()).toEqual({ status: 0, isWarned: true })
  await writeFile(join(here.path, '.npmrc'), readFileSync(join(root, '.npmrc')))
  expect(install()).toEqual({ status: 0, isWarned: false })
})

test('the commands and files that steps name are there', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const runs = steps.map(({ step }) => step.run ?? '').join('\n')
  const commands = [...runs.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
  expect(commands.filter((name) => !(name in scripts))).toEqual([])
  const files = [...runs.matchAll(/(?<![\w/])(?:test|build|\.ci)\/[\w./-]+/g)].map(([file]) => file)
  expect(files).toContain('test/pack/smoke.ts')
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

describe('steps of the release that can run here do', () => {
  /** Runs the step with this id as GitHub does, in a folder; gives its exit code and what it left in GITHUB_ENV. */
  async function run(id: string, where: string, env: NodeJS.ProcessEnv) {
    const found = steps.find(({ step }) => step.id === id)?.step
    const file = join(where, 'github-env')
    await writeFile(file, '')
    const { status, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', found?.run ?? 'false'],
      {
        cwd: join(where, found?.['working-directory'] ?? ''),
        env: { PATH: process.env['PATH'], GITHUB_ENV: file, ...env },
        encoding: 'utf8',
      },
    )
    return { status, stderr, env: await readFile(file, 'utf8') }
  }
  const place = () => mkdtempDisposable(join(tmpdir(), 'drivebell-release-'))

  test.each([
    { tag: 'v1.2.3', status: 0 },
    { tag: 'v1.2.4', status: 1 },
    { tag: '1.2.3', status: 1 },
  ])('a tag that does not name the version stops it: $tag', async ({ tag, status }) => {
    await using here = await place()
    await writeFile(join(here.path, 'package.json'), JSON.stringify({ version: '1.2.3' }))
    expect((await run('version', here.path, { GITHUB_REF_NAME: tag })).status).toBe(status)
  })

  const mac = { MAC_CERTIFICATE: 'base64+/=', MAC_CERTIFICATE_PASSWORD: 'a $b "c"' }
  const apple = { MAC_APPLE_ID: 'a@b.example', MAC_APPLE_PASSWORD: 'p', MAC_APPLE_TEAM: 'T' }
  test.each([
    { what: 'none', env: {}, gives: 'CSC_IDENTITY_AUTO_DISCOVERY=false\n' },
    {
      what: "Apple's, without notarization",
      env: mac,
      gives: 'CSC_LINK=base64+/=\nCSC_KEY_PASSWORD=a $b "c"\nSIGNING=-c.forceCodeSigning=true\n',
    },
    {
      what: "Apple's, with notarization",
      env: { ...mac, ...apple },
      gives:
        'CSC_LINK=base64+/=\nCSC_KEY_PASSWORD=a $b "c"\nSIGNING=-c.forceCodeSigning=true\n' +
        'APPLE_ID=a@b.example\nAPPLE_APP_SPECIFIC_PASSWORD=p\nAPPLE_TEAM_ID=T\n',
    },
    {
      what: "Windows'",
      env: { WIN_CERTIFICATE: 'w', WIN_CERTIFICATE_PASSWORD: 'p' },
      gives: 'WIN_CSC_LINK=w\nWIN_CSC_KEY_PASSWORD=p\nSIGNING=-c.forceCodeSigning=true\n',
    },
  ])('certificates: $what', async ({ env, gives }) => {
    await using here = await place()
    expect(await run('certificates', here.path, env)).toEqual({ status: 0, stderr: '', env: gives })
  })

  test('packages and the list of what is inside are collected, nothing else', async () => {
    await using here = await place()
    for (const name of ['release/linux-unpacked', 'out'])
      await mkdir(join(here.path, name), { recursive: true })
    const made = ['Drivebell 1.AppImage', 'drivebell.deb', 'drivebell.rpm', 'builder-debug.yml', 'x.blockmap']
    for (const name of made) await writeFile(join(here.path, 'release', name), name)
    await writeFile(join(here.path, 'out/sbom.cdx.json'), '{}')
    const { status } = await run('collect', here.path, { RUNNER_OS: 'Linux' })
    expect(status).toBe(0)
    const left = ['Drivebell 1.AppImage', 'drivebell-Linux.cdx.json', 'drivebell.deb', 'drivebell.rpm']
    expect((await readdir(join(here.path, 'outgoing'))).sort()).toEqual(left)
  })

  test('checksums name every file, and hold', async () => {
    await using here = await place()
    const outgoing = join(here.path, 'outgoing')
    await mkdir(outgoing)
    for (const name of ['a package.deb', '-odd.rpm']) await writeFile(join(outgoing, name), name)
    expect((await run('checksums', here.path, {})).status).toBe(0)
    const sums = await readFile(join(outgoing, 'SHA256SUMS'), 'utf8')
    expect(sums.trim().split('\n')).toHaveLength(2)
    expect(sums).not.toContain('SHA256SUMS')
    expect(spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: outgoing }).status).toBe(0)
  })
})
