import { createPackage } from '@electron/asar'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../build/host.ts'

/** The built app in an archive, as a package holds it; `smoke` lets it know the simulated Microsoft. */
export async function packed(): Promise<AsyncDisposable & { archive: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'drivebell-packed-'))
  const inside = join(folder, 'inside')
  await cp(join(root, 'out'), join(inside, 'out'), { recursive: true })
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object
  await writeFile(join(inside, 'package.json'), JSON.stringify({ ...manifest, smoke: true }))
  await mkdir(join(folder, 'resources'))
  const archive = join(folder, 'resources', 'app.asar')
  await createPackage(inside, archive)
  return { archive, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}
