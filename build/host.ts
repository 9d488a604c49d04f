import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The repository's root. */
export const root = join(import.meta.dirname, '..')

/** What runs the built app: Electron itself, or the stand-in and why (design.md 6). */
export type Host =
  | { readonly kind: 'electron'; readonly program: string }
  | { readonly kind: 'stand-in'; readonly why: string }

const downloadLimitMs = 10 * 60_000

/** Electron when its binary is there or can be had; `DRIVEBELL_HOST` (electron, stand-in) decides otherwise. */
export function chooseHost(wanted: string | undefined = process.env['DRIVEBELL_HOST']): Host {
  if (wanted === 'stand-in') return { kind: 'stand-in', why: 'as asked by DRIVEBELL_HOST' }
  const program = electronProgram() ?? (download() ? electronProgram() : null)
  if (program) return { kind: 'electron', program }
  if (wanted === 'electron')
    throw new Error('DRIVEBELL_HOST asks for Electron, but its binary is not there and cannot be had')
  return { kind: 'stand-in', why: "Electron's binary is not here and could not be downloaded" }
}

/** How the app is started on a host: program and arguments, without the app's own switches. */
export function commandFor(host: Host): { program: string; args: string[] } {
  if (host.kind === 'electron') return { program: host.program, args: [root] }
  return { program: process.execPath, args: [join(root, 'test/host/run.ts'), root] }
}

/** Starts the app; the caller ends it. */
export function launch(
  host: Host,
  switches: readonly string[],
  options: { env: NodeJS.ProcessEnv; stdio: StdioOptions },
): ChildProcess {
  const { program, args } = commandFor(host)
  return spawn(program, [...args, ...switches], { cwd: root, ...options })
}

function electronProgram(): string | null {
  const folder = join(root, 'node_modules/electron')
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const program = join(folder, 'dist', readFileSync(note, 'utf8'))
  return existsSync(program) ? program : null
}

/** Electron's own installer; offline it fails at once. */
function download(): boolean {
  const installer = join(root, 'node_modules/electron/install.js')
  const { status } = spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: downloadLimitMs })
  return status === 0
}
