import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { groundOf, sandboxSwitches } from './sandbox.ts'

/** The repository's root. */
export const root = join(import.meta.dirname, '..')

/** What runs the built app: Electron itself, or the stand-in and why (design.md 6). */
export type Host =
  | { readonly kind: 'electron'; readonly program: string }
  | { readonly kind: 'stand-in'; readonly why: string }

/** Electron when its binary is there or can be had; `DRIVEBELL_HOST` (electron, stand-in) decides otherwise. */
export function chooseHost(wanted: string | undefined = process.env['DRIVEBELL_HOST']): Host {
  if (wanted === 'stand-in') return { kind: 'stand-in', why: 'as asked by DRIVEBELL_HOST' }
  const why = electronProgram() === null ? download() : null
  const program = electronProgram()
  if (program !== null) return { kind: 'electron', program }
  const sentence = `Electron is not here and could not be downloaded (${why ?? 'its installer left nothing'})`
  if (wanted === 'electron') throw new Error(`${sentence}, and DRIVEBELL_HOST asks for it.`)
  if (process.platform !== 'linux') throw new Error(`${sentence}, and the stand-in runs on Linux only.`)
  return { kind: 'stand-in', why: sentence }
}

/** As {@link chooseHost}, for commands: says what they run on where that is news, or ends them with one line. */
export function hostOrLeave(): Host {
  try {
    const host = chooseHost()
    const line =
      host.kind === 'stand-in' ? `Running on the stand-in: ${host.why}.` : sandboxOf(host.program).line
    if (line !== null) console.log(line)
    return host
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}

/** What the stand-in, as Electron, asks of whoever starts it as root. */
const asRoot: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** How an app is started on a host: program and arguments, without the app's own switches. */
export function commandFor(host: Host, app = root): { program: string; args: string[] } {
  if (host.kind === 'electron')
    return { program: host.program, args: [...sandboxOf(host.program).switches, app] }
  return { program: process.execPath, args: [join(root, 'test/host/run.ts'), app, ...asRoot] }
}

/** Starts the app; the caller ends it. */
export function launch(
  host: Host,
  switches: readonly string[],
  { app, ...options }: { app?: string; env: NodeJS.ProcessEnv; stdio: StdioOptions },
): ChildProcess {
  const { program, args } = commandFor(host, app)
  const env = { ...(host.kind === 'electron' && ownDisplay()), ...options.env }
  return spawn(program, [...args, ...switches], { cwd: root, stdio: options.stdio, env })
}

/** The display we run on ourselves: on Linux Electron does not start without one. */
export function ownDisplay(): NodeJS.ProcessEnv {
  const { DISPLAY, XAUTHORITY } = process.env
  return { DISPLAY, XAUTHORITY }
}

const sandboxOf = (program: string) => sandboxSwitches(groundOf(program), program)

function electronProgram(): string | null {
  const folder = join(root, 'node_modules/electron')
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const program = join(folder, 'dist', readFileSync(note, 'utf8'))
  return existsSync(program) ? program : null
}

/** Fetches Electron with a look at how far it is, then lets its own installer unpack it; null, or why it is not there. */
function download(): string | null {
  const scripts = [join(root, 'build/download-electron.ts'), join(root, 'node_modules/electron/install.js')]
  for (const script of scripts) {
    const { status, stderr } = spawnSync(process.execPath, [script], {
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
    })
    if (status !== 0) return stderr.trim().split('\n')[0] ?? 'for a reason it did not tell'
  }
  return null
}
