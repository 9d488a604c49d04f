import { gzipSync } from 'node:zlib'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import type { Graph } from '../../main/graph/graph.ts'
import { ok } from '../../main/kit/result.ts'
import { listen } from './listen.ts'
import { graphAt } from './graph-at.ts'

let answer: (request: IncomingMessage, response: ServerResponse) => void
let server: Server
let origin: string
let graph: Graph
let asked: string[]

beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push(`${request.url ?? ''} ${request.headers.authorization ?? 'no token'}`)
    answer(request, response)
  })
  origin = await listen(server)
  graph = graphAt(origin)
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const get = () => graph.get('/me', z.object({ id: z.string() }))

test('a redirect ends there: nobody else gets the token', async () => {
  await using other = await otherServer()
  answer = (_, response) => response.writeHead(307, { location: `${other.origin}/stolen` }).end()
  expect(await get()).toMatchObject({ error: { kind: 'unexpected', status: 307, code: 'redirect' } })
  expect(asked).toEqual(['/v1.0/me Bearer T'])
  expect(other.asked).toEqual([])
})

test('a body that breaks off is no answer', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"id":')
    setImmediate(() => response.destroy())
  }
  expect(await get()).toMatchObject({ ok: false, error: { kind: 'offline' } })
})

test('a connection that breaks without a word is no answer', async () => {
  answer = (request) => request.socket.destroy()
  expect(await get()).toMatchObject({ ok: false, error: { kind: 'offline' } })
})

test('a page that never ends is given up, and hung up on', async () => {
  const piece = Buffer.alloc(1024 * 1024, ' ')
  let closed: Promise<unknown> = Promise.resolve()
  answer = (_, response) => {
    closed = new Promise((resolve) => void response.on('close', resolve))
    const write = () => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', write)
    }
    response.writeHead(200)
    write()
  }
  expect(await get()).toMatchObject({ error: { kind: 'malformed', code: 'tooLarge' } })
  await closed
})

test('so is a small one that unpacks to gigabytes', async () => {
  const packed = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))
  answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed)
  expect(packed.byteLength).toBeLessThan(100_000)
  expect(await get()).toMatchObject({ error: { kind: 'malformed', code: 'tooLarge' } })
})

test('a proxy’s own refusal says nothing of the drive', async () => {
  answer = (_, response) => response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Blocked</h1>')
  expect(await get()).toMatchObject({ error: { kind: 'malformed', status: 403 } })
})

test('a closed port is no answer, and says which', async () => {
  server.closeAllConnections()
  await new Promise((resolve) => void server.close(resolve))
  expect(await get()).toMatchObject({ ok: false, error: { kind: 'offline', code: 'ECONNREFUSED' } })
})

test('names and letters of the world arrive whole', async () => {
  answer = (_, response) => {
    const bytes = Buffer.from('{"id":"Zoë 🦉"}')
    response.writeHead(200, { date: 'Thu, 19 Nov 2026 09:00:00 GMT' })
    response.write(bytes.subarray(0, 10)) // in the middle of a letter
    response.end(bytes.subarray(10))
  }
  expect(await get()).toEqual(ok({ body: { id: 'Zoë 🦉' }, date: Date.parse('2026-11-19T09:00:00Z') }))
})

async function otherServer(): Promise<{ origin: string; asked: string[] } & AsyncDisposable> {
  const seen: string[] = []
  const other = createServer((request, response) => {
    seen.push(request.url ?? '')
    response.end('{"id":"x"}')
  })
  return {
    origin: await listen(other),
    asked: seen,
    [Symbol.asyncDispose]: async () => void other.close(),
  }
}
