import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The bytes in Electron's executable that the fuses follow (platform.md 2.4). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** The state of Electron's nine fuses as it is shipped: `0` off, `1` on (platform.md 1.21). */
const shippedFuses = '101100011'

/** Makes a folder that electron-builder takes for Electron's Linux build; its executable holds real fuses and nothing else. */
export async function fakeElectron(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'locales'), { recursive: true })
  await mkdir(path.join(folder, 'resources'))
  const fuses = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, shippedFuses.length]),
    Buffer.from(shippedFuses),
  ])
  const code = Buffer.alloc(64)
  await writeFile(path.join(folder, 'electron'), Buffer.concat([code, fuses, code]), { mode: 0o755 })
  const others = [
    'LICENSE',
    'LICENSES.chromium.html',
    'version',
    'icudtl.dat',
    'resources.pak',
    'locales/en-US.pak',
  ]
  await Promise.all([...others, 'locales/de.pak'].map((file) => writeFile(path.join(folder, file), file)))
}
