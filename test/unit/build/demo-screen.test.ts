import { appendFile, mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { followRecord, screenFor } from '../../../build/demo-screen.ts'

describe('where the demo is shown', () => {
  test.each<{ platform: NodeJS.Platform; once: boolean; env: NodeJS.ProcessEnv; kind: string }>([
    { platform: 'linux', once: false, env: { DISPLAY: ':0' }, kind: 'own' },
    { platform: 'linux', once: false, env: { WAYLAND_DISPLAY: 'wayland-0' }, kind: 'own' },
    { platform: 'linux', once: false, env: {}, kind: 'virtual' },
    { platform: 'linux', once: false, env: { DISPLAY: '' }, kind: 'virtual' },
    { platform: 'linux', once: true, env: { DISPLAY: ':0' }, kind: 'virtual' },
    { platform: 'win32', once: false, env: {}, kind: 'own' },
    { platform: 'darwin', once: false, env: {}, kind: 'own' },
    { platform: 'win32', once: true, env: {}, kind: 'none' },
    { platform: 'darwin', once: true, env: {}, kind: 'none' },
  ])('$platform, once $once, $env', ({ kind, ...facts }) => {
    expect(screenFor(facts).kind).toBe(kind)
  })
})

test('each notification on record is heard once, and half a line waits', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'drivebell-demo-'))
  const file = join(folder.path, 'record.ndjson')
  const heard: string[] = []
  using _ = followRecord(file, (title, body) => void heard.push(`${title} | ${body}`))
  const line = (title: string) => `${JSON.stringify({ kind: 'notice', title, body: 'Plans' })}\n`
  await appendFile(
    file,
    `${line('one')}${JSON.stringify({ kind: 'open', url: 'x' })}\n${line('two').slice(0, 9)}`,
  )
  await expect.poll(() => heard).toEqual(['one | Plans'])
  await appendFile(file, line('two').slice(9))
  await expect.poll(() => heard).toEqual(['one | Plans', 'two | Plans'])
})
