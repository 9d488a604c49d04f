import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { progressLines } from '../../../build/progress.ts'

const script = resolve(import.meta.dirname, '../../../build/download-electron.ts')
const zip = randomBytes(3e6)

/** A mirror of Electron's releases on loopback; `sum` is what it says of its file. */
async function openMirror(sum: string) {
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    if (url.endsWith('.zip')) response.setHeader('content-length', zip.length).end(zip)
    else if (url.endsWith('/SHASUMS256.txt'))
      response.end(
        `${sum} *${decodeURIComponent(asked[0] ?? '')
          .split('/')
          .at(-1)}\n`,
      )
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    asked,
    origin: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => void server.close(closed))
    },
  }
}

async function download(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, electron_use_remote_checksums: '1', ...env },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (part) => (out += String(part)))
  child.stderr.on('data', (part) => (err += String(part)))
  const [code] = await once(child, 'close')
  return { code, out, err }
}

describe('Electron from a mirror on loopback', () => {
  test('comes with a line for each tenth, and lies in the cache', async () => {
    await using cache = await mkdtempDisposable(join(tmpdir(), 'drivebell-electron-'))
    await using mirror = await openMirror(createHash('sha256').update(zip).digest('hex'))
    const env = { ELECTRON_MIRROR: mirror.origin, electron_config_cache: cache.path }
    const { code, out, err } = await download(env)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(mirror.asked[0]).toMatch(/^\/v[\d.]+\/electron-v[\d.]+-\w+-\w+\.zip$/)
    const lines = out.trim().split('\n')
    expect(lines[0]).toMatch(/^Downloading Electron [\d.]+: \d MB of 3 MB \(\d+ %\)$/)
    expect(lines).toContainEqual(expect.stringMatching(/: 3 MB of 3 MB \(100 %\)$/))
    const kept = (await readdir(cache.path, { recursive: true })).find((name) => name.endsWith('.zip'))
    expect((await readFile(join(cache.path, kept ?? ''))).equals(zip)).toBe(true)
  })

  test('a file that is not what it should be is refused in one line', async () => {
    await using cache = await mkdtempDisposable(join(tmpdir(), 'drivebell-electron-'))
    await using mirror = await openMirror('0'.repeat(64))
    const { code, err } = await download({
      ELECTRON_MIRROR: mirror.origin,
      electron_config_cache: cache.path,
    })
    expect(code).toBe(1)
    expect(err).toMatch(/^Generated checksum for .+ did not match expected checksum\.\n$/)
    expect((await readdir(cache.path, { recursive: true })).filter((name) => name.endsWith('.zip'))).toEqual(
      [],
    )
  })

  test('without a network the reason is one line', async () => {
    await using cache = await mkdtempDisposable(join(tmpdir(), 'drivebell-electron-'))
    const { code, err } = await download({
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      electron_config_cache: cache.path,
    })
    expect(code).toBe(1)
    expect(err).toMatch(/^[^\n]*(ECONNREFUSED|bad port)[^\n]*\n$/)
  })
})

test('on a terminal the line is rewritten, and ended', () => {
  const written: string[] = []
  const say = progressLines({
    what: 'Electron 45',
    isTerminal: true,
    write: (text) => void written.push(text),
  })
  for (const transferred of [1e6, 1e6 + 1, 50e6, 100e6]) say({ transferred, total: 100e6 })
  expect(written).toEqual([
    '\rDownloading Electron 45: 1 MB of 100 MB (1 %)',
    '\rDownloading Electron 45: 50 MB of 100 MB (50 %)',
    '\rDownloading Electron 45: 100 MB of 100 MB (100 %)\n',
  ])
})

test('a server that does not say how much is coming is followed too', () => {
  const written: string[] = []
  const say = progressLines({ what: 'Electron', isTerminal: false, write: (text) => void written.push(text) })
  for (const transferred of [1e6, 2e6, 12e6]) say({ transferred, total: null })
  expect(written).toEqual(['Downloading Electron: 1 MB\n', 'Downloading Electron: 12 MB\n'])
})
