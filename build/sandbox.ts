import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What decides whether Chromium can make its sandbox on a system. */
export interface Ground {
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
  /** Programs without a profile of AppArmor get no namespaces: Ubuntu 23.10 and later. */
  readonly isHeldByAppArmor: boolean
  /** The kernel makes no namespaces for anybody but root. */
  readonly hasNoNamespaces: boolean
  /** The helper beside Electron belongs to root and is setuid: it does without namespaces. */
  readonly hasHelper: boolean
}

/** The switches that Electron needs on a system, and the line that says what they cost. */
export function sandboxSwitches(
  ground: Ground,
  program: string,
): { readonly switches: readonly string[]; readonly line: string | null } {
  if (ground.platform !== 'linux') return { switches: [], line: null }
  const without = (why: string) => ({
    switches: ['--no-sandbox'],
    line: `Electron runs without Chromium's sandbox: ${why}`,
  })
  if (ground.isRoot) return without('it allows none to root.')
  if (ground.hasHelper) return { switches: [], line: null }
  if (ground.isHeldByAppArmor)
    return without(`AppArmor keeps it from this checkout. To allow it: ${allowing(program)}`)
  if (ground.hasNoNamespaces) return without('this kernel makes no namespaces for ordinary users.')
  return { switches: [], line: null }
}

/** One line for a shell; the profile lasts as long as the checkout stays where it is. */
function allowing(program: string): string {
  const profile = `abi <abi/4.0>, profile drivebell-checkout "${program}" flags=(unconfined) { userns, }`
  return `echo '${profile}' | sudo tee ${profileFile} && sudo apparmor_parser -r ${profileFile}`
}

const profileFile = '/etc/apparmor.d/drivebell-checkout'

/** Looks at this system, for this Electron. */
export function groundOf(program: string): Ground {
  const kernel = (name: string) => textOf(join('/proc/sys', name)).trim()
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    isHeldByAppArmor: kernel('kernel/apparmor_restrict_unprivileged_userns') === '1' && !hasProfile(program),
    hasNoNamespaces:
      kernel('kernel/unprivileged_userns_clone') === '0' || kernel('user/max_user_namespaces') === '0',
    hasHelper: isSetuidRoot(join(dirname(program), 'chrome-sandbox')),
  }
}

function hasProfile(program: string): boolean {
  const folder = '/etc/apparmor.d'
  return listOf(folder).some((name) => textOf(join(folder, name)).includes(program))
}

function isSetuidRoot(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // not there, not for us, or a folder
  }
}

function listOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
