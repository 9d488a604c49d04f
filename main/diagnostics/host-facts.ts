import type { HostFacts } from '../../preload/contract/help.ts'
import type { Platform } from '../../preload/contract/state.ts'

/** What the system says of itself. */
interface System {
  readonly platform: Platform
  readonly versions: Readonly<Record<string, string | undefined>>
  /** The kernel's or the system's version. */
  readonly release: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What is in /etc/os-release; empty elsewhere. */
  readonly osRelease: string
}

/** What Drivebell runs on, in the words of what it runs on. */
export function hostFacts({ platform, versions, release, environment, osRelease }: System): HostFacts {
  const { electron = '', chrome = '', node = '' } = versions
  const session = [environment['XDG_CURRENT_DESKTOP'], environment['XDG_SESSION_TYPE']]
  const linux = [prettyName(osRelease) ?? `Linux ${release}`, ...session].filter(Boolean).join(', ')
  const system = { linux, darwin: `macOS, Darwin ${release}`, win32: `Windows ${release}` }[platform]
  return { electron, chromium: chrome, node, system }
}

function prettyName(osRelease: string): string | null {
  return /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(osRelease)?.[1] ?? null
}
