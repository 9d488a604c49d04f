import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isReleased } from '../../../main/desktop/released.ts'

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'drivebell-released-'))))
afterAll(() => rm(folder, { recursive: true }))

test.each([
  { what: 'a checkout', isPackaged: false, manifest: {}, released: false },
  { what: 'a package', isPackaged: true, manifest: { name: 'drivebell' }, released: true },
  { what: 'a smoke build', isPackaged: true, manifest: { name: 'drivebell', smoke: true }, released: false },
  {
    what: 'a package that only looks like one',
    isPackaged: true,
    manifest: { smoke: 'yes' },
    released: true,
  },
  { what: 'a package whose manifest cannot be read', isPackaged: true, manifest: null, released: true },
])('$what', async ({ what, isPackaged, manifest, released }) => {
  const appPath = join(folder, what)
  await mkdir(appPath)
  if (manifest) await writeFile(join(appPath, 'package.json'), JSON.stringify(manifest))
  expect(isReleased({ isPackaged, getAppPath: () => appPath })).toBe(released)
})
