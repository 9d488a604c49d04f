import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Platform } from '../../preload/contract/state.ts'
import type * as fs from 'node:fs'
import { diskCode, type Files, readPlain } from '../kit/files.ts'
import type { Log } from '../kit/log.ts'
import { freePolicy, type PolicyRead } from './policy.ts'
import { readPolicy, readPolicyFile } from './read.ts'
import { policyRegistryKey, registryPolicy } from './registry.ts'
import { isRoots } from './trust.ts'

interface FindDeps {
  readonly platform: Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly files: Files & Pick<typeof fs, 'mkdtempSync'>
  readonly log: Log
  /** What `reg query` prints; rejects where there is no such key. */
  readonly query?: (key: string) => Promise<string>
}

/** Where a policy rests on each system. */
export function policyFile(
  platform: Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (platform === 'win32')
    return join(environment['ProgramData'] ?? String.raw`C:\ProgramData`, 'Drivebell', 'policy.json')
  if (platform === 'darwin') return '/Library/Application Support/Drivebell/policy.json'
  return '/etc/drivebell/policy.json'
}

const none: PolicyRead = { policy: freePolicy, problems: [] }

/** The policy of this computer; on Windows the registry goes before the file. */
export async function findPolicy(deps: FindDeps, file?: string): Promise<PolicyRead> {
  const { platform, environment, log } = deps
  const ofRegistry = platform === 'win32' ? await fromRegistry(deps) : null
  const read = ofRegistry ?? fromFile(deps, file ?? policyFile(platform, environment))
  if (read !== none) log.info('policy', { problems: read.problems.length, registry: ofRegistry !== null })
  return read
}

async function fromRegistry({
  environment,
  query = regQuery(environment),
}: FindDeps): Promise<PolicyRead | null> {
  try {
    const found = registryPolicy(await query(policyRegistryKey))
    return found === null ? null : readPolicy(found)
  } catch {
    return null // there is no such key
  }
}

function fromFile({ platform, files, log }: FindDeps, file: string): PolicyRead {
  try {
    if (!files.existsSync(file)) return none
    const place = files.realpathSync(file)
    const isTrusted =
      platform === 'win32' ? !isOurs(files, place) : isRoots(place, (path) => files.statSync(path))
    if (!isTrusted)
      return { policy: freePolicy, problems: [{ key: 'policy.problem.untrusted', values: { file } }] }
    const bytes = readPlain(files, place)
    return bytes === null ? none : readPolicyFile(bytes)
  } catch (error) {
    const code = diskCode(error)
    if (code === null) throw error
    log.warn('policy not read', { code })
    return { policy: freePolicy, problems: [{ key: 'policy.problem.unreadable', values: { file } }] }
  }
}

/** Whether we ourselves could write it, or put something beside it: Windows keeps that in lists that only trying tells. */
function isOurs(files: FindDeps['files'], file: string): boolean {
  const folder = join(file, '..')
  return (
    tryTo(() => files.closeSync(files.openSync(file, 'r+'))) ||
    tryTo(() => files.rmSync(files.mkdtempSync(join(folder, 'try-')), { recursive: true }))
  )
}

function tryTo(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}

const limitMs = 5_000

const regQuery =
  (environment: FindDeps['environment']) =>
  async (key: string): Promise<string> => {
    const reg = join(environment['SystemRoot'] ?? String.raw`C:\Windows`, 'System32', 'reg.exe')
    const { stdout } = await promisify(execFile)(reg, ['query', key, '/s'], {
      timeout: limitMs,
      windowsHide: true,
      maxBuffer: 1024 * 1024,
    })
    return stdout
  }
