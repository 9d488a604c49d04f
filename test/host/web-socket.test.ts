import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { mostThroughProxy } from './proxy-slots.ts'
import { HostWebSocket } from './web-socket.ts'

let server: Server
let sockets: WebSocketServer
beforeEach(async () => {
  server = createServer()
  sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (asked: IncomingMessage, stream: Duplex, head: Buffer) => {
    const status = /\/(\d{3})$/.exec(asked.url ?? '')?.[1]
    if (asked.url === '/never') return
    if (status !== undefined) return void stream.end(`HTTP/1.1 ${status} No\r\n\r\n`)
    sockets.handleUpgrade(asked, stream, head, (socket) =>
      socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary })),
    )
  })
  await listening(server)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const socket of sockets.clients) socket.terminate()
  server.closeAllConnections()
  server.close()
})

async function listening(which: Server): Promise<void> {
  which.listen(0, '127.0.0.1')
  await once(which, 'listening')
}
const port = (of: Server): number => (of.address() as AddressInfo).port

/** What a socket tells, each event with its state and, at the end, the reason. */
function told(socket: HostWebSocket): { events: string[]; end: Promise<void> } {
  const events: string[] = []
  const ended = Promise.withResolvers<void>()
  socket.addEventListener('open', () => events.push('open'))
  socket.addEventListener('error', (event) =>
    events.push(`error ${socket.readyState} ${Object.keys(event).join()}`.trim()),
  )
  socket.addEventListener('close', (event) => {
    const { code, reason, wasClean } = event as CloseEvent
    events.push(`close ${code} ${wasClean} ${reason}`.trim())
    ended.resolve()
  })
  return { events, end: ended.promise }
}
const to = (path: string): HostWebSocket => new HostWebSocket(`ws://127.0.0.1:${port(server)}${path}`)

test.each([
  ['/403', 'Error during WebSocket handshake: Unexpected response code: 403 (net::ERR_FAILED)'],
  ['/302', 'Error during WebSocket handshake: Unexpected response code: 302 (net::ERR_FAILED)'],
  ['/401', 'HTTP Authentication failed; no valid credentials available (net::ERR_FAILED)'],
])('an upgrade refused at %s: the error says nothing, the close says why', async (path, reason) => {
  const { events, end } = told(to(path))
  await end
  expect(events).toEqual(['error 3', `close 1006 false ${reason}`])
})

test('nobody there', async () => {
  const { events, end } = told(new HostWebSocket('ws://127.0.0.1:1/'))
  await end
  expect(events.at(-1)).toBe(
    'close 1006 false Error in connection establishment: net::ERR_CONNECTION_REFUSED',
  )
})

test('closed while it connects, it closes a little later, without an error', async () => {
  const socket = to('/never')
  const { events, end } = told(socket)
  socket.close()
  expect([socket.readyState, events]).toEqual([HostWebSocket.CLOSING, []])
  await end
  expect(events).toEqual(['close 1006 false'])
})

test('a clean end has the reason of whoever ended it; what is sent afterwards stays buffered', async () => {
  const socket = to('/')
  const { events, end } = told(socket)
  const heard = Promise.withResolvers<unknown>()
  socket.addEventListener('message', (event) => heard.resolve((event as MessageEvent).data))
  await once(socket, 'open')
  socket.send(Buffer.from('four'))
  expect(await heard.promise).toEqual(Buffer.from('four'))
  expect(() => socket.close(1001)).toThrow('between 3000 and 4999')
  socket.close(3000, 'done')
  socket.send('late')
  expect(socket.bufferedAmount).toBeGreaterThanOrEqual(4)
  await end
  expect(events).toEqual(['open', 'close 3000 true done'])
})

test('through a proxy, so many are open at a time; the next one waits for one to go', async () => {
  const proxy = createServer()
  proxy.on('connect', ({ url = '' }: IncomingMessage, stream: Duplex) => {
    const [host = '', at] = url.split(':')
    const out = connect(Number(at), host, () => stream.write('HTTP/1.1 200 OK\r\n\r\n'))
    out.on('error', () => stream.destroy()).on('close', () => stream.destroy())
    stream.on('error', () => out.destroy()).on('close', () => out.destroy())
    stream.pipe(out).pipe(stream)
  })
  await listening(proxy)
  vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${port(proxy)}`)
  const all = Array.from({ length: mostThroughProxy + 1 }, () => to('/'))
  const first = all.slice(0, mostThroughProxy)
  await Promise.all(first.map((socket) => once(socket, 'open')))
  expect(all.at(-1)?.readyState).toBe(HostWebSocket.CONNECTING)
  expect(sockets.clients.size).toBe(mostThroughProxy)
  const opened = once(all.at(-1) as HostWebSocket, 'open')
  first[0]?.close()
  await opened
  for (const socket of all) socket.close()
  proxy.closeAllConnections()
  proxy.close()
})

test('a proxy that refuses says so', async () => {
  const proxy = createServer()
  proxy.on('connect', (_: IncomingMessage, stream: Duplex) =>
    stream.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
  )
  await listening(proxy)
  vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${port(proxy)}`)
  const { events, end } = told(to('/'))
  await end
  expect(events.at(-1)).toContain('Proxy authentication failed')
  proxy.close()
})
