/** `npm test`: machine, checks, build, tests; what follows `--` goes to vitest. Ends at the first step that fails. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { setUp } from './set-up.ts'

const root = path.resolve(import.meta.dirname, '..')
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')

announce('set-up')
await setUp('test')
step('check', 'npm run check', { shell: true })
step('build', 'npm run build', { shell: true })
step('test', process.execPath, {
  args: [vitest, 'run', '-c', 'test/vitest.config.ts', ...process.argv.slice(2)],
})

function step(name: string, command: string, options: { args?: readonly string[]; shell?: boolean }): void {
  announce(name)
  const { args = [], shell = false } = options
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell })
  if (status === 0) return
  console.error(`npm test: ${name} failed${error === undefined ? '' : `: ${error.message}`}`)
  process.exit(status ?? 1)
}

function announce(name: string): void {
  console.log(`\n── ${name} ──`)
}
