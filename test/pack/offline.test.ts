import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root, said } from './packing.ts'

test('packing without a network says so in one line', async () => {
  await using cache = await mkdtempDisposable(path.join(tmpdir(), 'drivebell-no-cache-'))
  const pack = said([path.join(root, 'build/pack.ts'), '--linux', 'dir', '--x64'], {
    ELECTRON_MIRROR: 'http://127.0.0.1:9/', // nobody listens there
    XDG_CACHE_HOME: cache.path,
  })
  const text = await pack.then(
    () => 'packed',
    (error: Error) => error.message,
  )
  const lines = text.trim().split('\n')
  expect(lines.at(-1)).toMatch(
    /^Packing has to download Electron, .+ cannot reach 127\.0\.0\.1:9\. Go online/,
  )
  expect(text).not.toContain('stackTrace')
  expect(text).not.toMatch(/^\s+at /m)
}, 300_000)
