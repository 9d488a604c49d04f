import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { signInFolder } from './sign-in-folder.ts'

const { here, file, opened } = signInFolder()

test('a kill at any moment leaves old or new sign-ins, never a torn file', async () => {
  for (const killAfterMs of [20, 45, 70]) {
    const writer = spawn(process.execPath, [
      fileURLToPath(new URL('endless-writer.ts', import.meta.url)),
      here.directory,
    ])
    await once(writer.stdout, 'data')
    await expect.poll(() => existsSync(file('sign-ins.sealed'))).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, killAfterMs))
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    const cache = await opened()
    expect(cache.setAside).toBeNull()
    expect(JSON.parse(cache.read('a.b') || '{"n":0}')).toMatchObject({ n: expect.any(Number) })
  }
  expect((await opened()).ids()).toEqual(['a.b'])
})
