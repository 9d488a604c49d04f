import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { root } from './host.ts'

const packageSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) })

/** The script behind a tool, to be given to node: what stands in node_modules/.bin wants a shell on Windows. */
export function scriptOf(tool: string): string {
  const folder = join(root, 'node_modules', tool)
  const { bin } = packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const script = typeof bin === 'string' ? bin : bin[tool]
  if (script === undefined) throw new Error(`${tool} has no command of its name`)
  return join(folder, script)
}

/** Runs one of the project's tools and leaves with its exit code when it fails. */
export function run(tool: string, ...args: string[]): void {
  const { status, error } = spawnSync(process.execPath, [scriptOf(tool), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status === 0) return
  if (error) console.error(error.message)
  process.exit(status ?? 1)
}

/** What npm prints; the npm that runs us, or the one on the PATH, which on Windows is a script for its shell. */
export function npm(...args: string[]): string {
  const script = process.env['npm_execpath']
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  const { status, stdout, stderr } = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed\n${stderr}`)
  return stdout
}

/** Bundles main, preload and window into out/. */
export const buildApp = () =>
  run('vite', 'build', '--app', '-c', 'build/vite.config.ts', '--logLevel', 'warn')
