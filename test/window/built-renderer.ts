import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createBuilder } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/** Builds the window as it ships, into a folder of its own that goes with the answer. */
export async function builtRenderer(): Promise<AsyncDisposable & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'drivebell-window-'))
  const builder = await createBuilder({
    configFile: join(root, 'build/vite.config.ts'),
    root: join(root, 'renderer'),
    logLevel: 'error',
    build: { outDir: folder },
  })
  const client = builder.environments['client']
  if (!client) throw new Error('the Vite configuration has no client environment')
  await builder.build(client)
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}
