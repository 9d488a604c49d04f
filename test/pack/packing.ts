import { listPackage, statFile } from '@electron/asar'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildApp, scriptOf } from '../../build/run.ts'
import { writeSbom } from '../../build/sbom.ts'
import { fakeElectron } from './fake-electron.ts'

/** The top of the repository. */
export const root = path.resolve(import.meta.dirname, '../..')

/** What is packed for one system, in a folder that goes with it. */
export interface Packing extends AsyncDisposable {
  readonly folder: string
  /** Runs electron-builder for these targets; rejects with what it said. */
  pack(targets: readonly string[], more?: readonly string[], env?: NodeJS.ProcessEnv): Promise<string>
}

/** Makes ready to pack the built checkout without the network: with a folder that stands for Electron's. */
export async function openPacking(system: keyof typeof fakeElectron): Promise<Packing> {
  const folder = await mkdtemp(path.join(tmpdir(), `drivebell-pack-${system}-`))
  await fakeElectron[system](path.join(folder, 'electron'))
  if (!existsSync(path.join(root, 'out/main/index.js'))) buildApp()
  writeSbom()
  const dist = `-c.electronDist=${path.join(folder, 'electron')}`
  const output = `-c.directories.output=${path.join(folder, 'release')}`
  return {
    folder,
    pack: (targets, more = [], env = {}) =>
      said([scriptOf('electron-builder'), ...targets, '--publish', 'never', dist, output, ...more], {
        CSC_IDENTITY_AUTO_DISCOVERY: 'false',
        ...env,
      }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Runs a script with node at the top of the repository; rejects with all it said when it fails. */
export async function said(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { VITEST: _, ...own } = process.env // electron-builder says little when it sees a test of its own
  const child = spawn(process.execPath, args, { cwd: root, env: { ...own, ...env } })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += String(part)))
  const code = await new Promise((ended) => child.once('close', ended))
  if (code !== 0) throw new Error(text)
  return text
}

/** The files in an archive. */
export function filesIn(archive: string): readonly string[] {
  return listPackage(archive, { isPack: false })
    .map((entry) => entry.slice(1).replaceAll('\\', '/'))
    .filter((entry) => !('files' in statFile(archive, entry)))
    .sort()
}

/** The files below a folder, by their path in it. */
export function filesBelow(top: string): readonly string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(top, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}
