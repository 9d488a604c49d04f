import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './host.ts'

/** Runs one of the project's tools and leaves with its exit code when it fails. */
export function run(tool: string, ...args: string[]): void {
  const { status, error } = spawnSync(join(root, 'node_modules/.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
  })
  if (status === 0) return
  if (error) console.error(error.message)
  process.exit(status ?? 1)
}

/** Bundles main, preload and window into out/. */
export const buildApp = () =>
  run('vite', 'build', '--app', '-c', 'build/vite.config.ts', '--logLevel', 'warn')
