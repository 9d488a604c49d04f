/**
 * `npm run reproduce`: builds the sources twice, in two places and one after the other, and compares every file: whoever
 * builds a release again has to get the same.
 */
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { spawnSync } from 'node:child_process'
import { root } from './host.ts'
import { scriptOf } from './run.ts'

const sources = ['build', 'main', 'preload', 'renderer', 'package.json', 'tsconfig.json']
const folders = ['first', 'the second place'].map((name) =>
  join(mkdtempSync(join(tmpdir(), 'drivebell-')), name),
)
try {
  const [first = new Map(), second = new Map()] = folders.map(built)
  const names = new Set([...first.keys(), ...second.keys()])
  const differing = [...names].filter((name) => first.get(name) !== second.get(name))
  for (const name of differing) console.error(`differs: ${name}`)
  if (differing.length > 0 || names.size === 0) process.exitCode = 1
  else console.log(`Two builds, ${names.size} files, all the same.`)
} finally {
  for (const folder of folders) rmSync(join(folder, '..'), { recursive: true, force: true })
}

/** The files of a build in a folder of its own, by name, with the checksum of each. */
function built(folder: string): ReadonlyMap<string, string> {
  for (const source of sources) cpSync(join(root, source), join(folder, source), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const args = ['build', '--app', '-c', 'build/vite.config.ts', '--logLevel', 'warn']
  const { status } = spawnSync(process.execPath, [scriptOf('vite'), ...args], {
    cwd: folder,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the build failed')
  const out = join(folder, 'out')
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  return new Map(
    files.map((each) => {
      const file = join(each.parentPath, each.name)
      return [relative(out, file), createHash('sha256').update(readFileSync(file)).digest('hex')]
    }),
  )
}
