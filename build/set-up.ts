/** Makes a machine ready: `node build/set-up.ts test` or `demo`; part of `npm test` and `npm run demo`. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Machine, missingPackages, missingSentence, type Need, planFor } from './requirements.ts'

const lockRetryMs = 5_000
const lockLimitMs = 300_000

/** Sees to it that everything for the need is installed; ends the process with a sentence and 1 where it cannot. */
export async function setUp(need: Need): Promise<void> {
  if (process.platform !== 'linux') return // other systems have their own desktop, and run on Electron
  const aptGet = onPath('apt-get')
  const plan = planFor(need, missingPackages(need, thisMachine), { root: process.getuid?.() === 0, aptGet })
  switch (plan.kind) {
    case 'ready':
      return
    case 'tell':
      return giveUp(plan.sentence)
    case 'install': {
      console.log(`Installing ${plan.packages.join(', ')} with apt-get`)
      await aptGetRun('update') // where the lists cannot be renewed, the ones at hand may do
      const said = await aptGetRun('install', '--yes', '--no-install-recommends', ...plan.packages)
      const missing = missingPackages(need, thisMachine)
      if (missing.length > 0) giveUp(`${said}\n${missingSentence(need, missing, aptGet)}`)
    }
  }
}

const thisMachine: Machine = {
  hasProgram: (name) => onPath(name === 'chromium' ? (process.env['CHROMIUM'] ?? name) : name),
  hasFont: (family) => fontFamilies().includes(family),
}

function onPath(program: string): boolean {
  if (path.isAbsolute(program)) return existsSync(program)
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return folders.some((folder) => existsSync(path.join(folder, program)))
}

function fontFamilies(): readonly string[] {
  const { stdout } = spawnSync('fc-list', ['--format', '%{family}\n'], { encoding: 'utf8' })
  return typeof stdout === 'string' ? stdout.split(/[\n,]/) : [] // without fontconfig there is no list
}

/** Runs apt-get without questions, and again while another one holds its locks; returns what it said. */
async function aptGetRun(...args: readonly string[]): Promise<string> {
  const deadline = Date.now() + lockLimitMs
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' }
  for (;;) {
    const all = ['-o', `DPkg::Lock::Timeout=${lockLimitMs / 1000}`, '--quiet', ...args]
    const { status, stdout, stderr } = spawnSync('apt-get', all, {
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 2 ** 20,
    })
    const said = `${stdout}${stderr}`.trim()
    const locked = status !== 0 && /could not get lock|unable to lock/i.test(said)
    if (!locked || Date.now() > deadline) return said
    await sleep(lockRetryMs)
  }
}

function giveUp(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

if (import.meta.main) await setUp(process.argv[2] === 'demo' ? 'demo' : 'test')
