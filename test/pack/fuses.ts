import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

type Fuse = Exclude<keyof typeof FuseV1Options, number>

/** How the fuses of a package have to be: nothing but our archive runs, and cookies are sealed. */
export const turned: Readonly<Record<Fuse, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
}

/** The fuses of an executable, or of an app of macOS, all of them. */
export async function fusesOf(program: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(program)
  const fuses = Object.entries(FuseV1Options).filter(([, value]) => typeof value === 'number')
  return Object.fromEntries(
    fuses.map(([name]) => [name, wire[FuseV1Options[name as Fuse]] === FuseState.ENABLE]),
  )
}
