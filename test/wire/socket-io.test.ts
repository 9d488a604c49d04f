import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { connectWith } from '../../main/link/socket-io.ts'
import type { Loss, SocketAddress } from '../../main/link/socket.ts'
import { transportOn } from '../../main/link/transport.ts'
import { HostWebSocket } from '../host/web-socket.ts'
import { listen } from './listen.ts'
import { PushServer } from './push-server.ts'
import { quiet } from './quiet.ts'

/** What the server keeps of a connection. */
interface Engine {
  readonly request: { readonly _query: Readonly<Record<string, string>> }
}

const opened: string[] = []
const onNodesOwn = transportOn((url, { protocols }) => {
  opened.push(url)
  return new WebSocket(url, protocols)
})

/** As Electron's own tells it: an empty `error`, and the reason in the `close` that follows. */
const onElectrons = transportOn((url, options) => new HostWebSocket(url, options))

/** What a connection said so far, and a way to wait for more. */
class VerifiedEvent {
  readonly said: string[] = []
  /** Had the one that was lost opened? */
  opened: boolean | null = null
  #wake: () => void = () => undefined

  readonly events = {
    connected: () => this.#say('connected'),
    hint: () => this.#say('hint'),
    refused: (message: string) => this.#say(`refused: ${message}`),
    lost: ({ reason, status, opened: hadOpened }: Loss) => {
      this.opened = hadOpened
      this.#say(`lost: ${reason}${status === null ? '' : ` ${String(status)}`}`)
    },
  }

  async until(line: string): Promise<void> {
    while (!this.said.includes(line)) await new Promise<void>((resolve) => (this.#wake = resolve))
  }

  async untilStartsWith(start: string): Promise<void> {
    while (!this.said.some((line) => line.startsWith(start)))
      await new Promise<void>((resolve) => (this.#wake = resolve))
  }

  #say(line: string): void {
    this.said.push(line)
    this.#wake()
  }
}

const at = (server: PushServer, namespace: string, query = ''): SocketAddress => ({
  origin: server.origin,
  namespace,
  query,
})

describe.each([
  ['Node’s ws', connectWith({ log: quiet })],
  ['a WebSocket of the desktop’s own', connectWith({ log: quiet, transport: onNodesOwn })],
])('over %s', (_, connect) => {
  test('joins the namespace with the query as the credential, and hears every kind of payload', async () => {
    await using server = await PushServer.open()
    const heard = new VerifiedEvent()
    const joined = server.joined('/notifications')
    using _connection = connect(
      at(server, '/notifications', 'token=a%2Bb%3D%3D&applicationId=A&odd=100%&raw=x=='),
      heard.events,
    )
    const socket = await joined
    expect(socket.handshake.query).toMatchObject({
      token: 'a+b==',
      applicationId: 'A',
      odd: '100%',
      raw: 'x==',
    })
    expect(server.io.engine.clientsCount).toBe(1)

    await heard.until('connected')
    socket.emit('notification', JSON.stringify({ value: [{}] }))
    socket.emit('notification', { value: [] })
    socket.emit('notification', '{half a payload')
    socket.emit('notification')
    socket.emit('notification', 'asks for an answer', () => undefined)
    socket.emit('something else', {})
    socket.disconnect()
    await heard.until('lost: io server disconnect')
    expect(heard.said).toEqual([
      'connected',
      'hint',
      'hint',
      'hint',
      'hint',
      'hint',
      'lost: io server disconnect',
    ])
  })

  test('two connections to one host each carry their own token', async () => {
    await using server = await PushServer.open()
    const tokens: unknown[] = []
    server.io.of(/.*/).on('connection', (socket) => tokens.push(socket.handshake.query.token))
    const both = [new VerifiedEvent(), new VerifiedEvent()] as const
    using _one = connect(at(server, '/one', 'token=1'), both[0].events)
    using _two = connect(at(server, '/two', 'token=2'), both[1].events)
    await Promise.all(both.map((heard) => heard.until('connected')))
    expect(new Set(tokens)).toEqual(new Set(['1', '2']))
  })

  test('a credential longer than any URL parser of the client accepts', async () => {
    await using server = await PushServer.open()
    const token = 'x'.repeat(9_000)
    const joined = server.joined('/notifications')
    using _connection = connect(at(server, '/notifications', `token=${token}`), new VerifiedEvent().events)
    expect((await joined).handshake.query.token).toBe(token)
  })

  test('a namespace that is not served is a refusal', async () => {
    await using server = await PushServer.open()
    const heard = new VerifiedEvent()
    using _connection = connect(at(server, '/zb/callback'), heard.events)
    await heard.until('refused: Invalid namespace')
    expect(heard.said).toHaveLength(1)
  })

  test('a token that is refused is a refusal in the server’s words', async () => {
    await using server = await PushServer.open()
    server.io.of('/notifications').use((_socket, next) => next(new Error('token expired')))
    const heard = new VerifiedEvent()
    using _connection = connect(at(server, '/notifications', 'token=old'), heard.events)
    await heard.until('refused: token expired')
    expect(heard.said).toHaveLength(1)
  })

  test('a cut connection is lost, once', async () => {
    await using server = await PushServer.open()
    const heard = new VerifiedEvent()
    const joined = server.joined('/notifications')
    using _connection = connect(at(server, '/notifications'), heard.events)
    const socket = await joined
    await heard.until('connected')
    socket.conn.close()
    await heard.until('lost: transport close')
    expect(heard.said).toEqual(['connected', 'lost: transport close'])
  })

  test('a lost connection is not opened again by the library: its credential may be over', async () => {
    await using server = await PushServer.open()
    const lost = new VerifiedEvent()
    const other = new VerifiedEvent()
    const joined = server.joined('/notifications')
    using _connection = connect(at(server, '/notifications', 'token=lost'), lost.events)
    const socket = await joined
    await lost.until('connected')
    const tokens: unknown[] = []
    server.io.engine.on('connection', ({ request }: Engine) => tokens.push(request._query['token']))
    socket.conn.close()
    await lost.until('lost: transport close')
    const stays = server.joined('/other')
    using _other = connect(at(server, '/other', 'token=other'), other.events)
    const { conn } = await stays
    // The library waits a second and a half at most; a heartbeat comes each fifth of one.
    for (let beats = 0; beats < 10; beats++)
      await new Promise<void>((resolve) => void conn.once('heartbeat', resolve))
    expect(tokens).toEqual(['other'])
    expect(lost.said).toEqual(['connected', 'lost: transport close'])
  })

  test.each([
    [
      'the answer of another version of the protocol',
      '0/notifications,',
      'refused: It seems you are trying to',
    ],
    ['what is no packet at all', '9?', 'lost: parse error'],
  ])('%s is a refusal of the push service: the network let it through', async (_name, answer, said) => {
    await using server = await PushServer.open()
    server.io.of('/notifications').use((socket) => void socket.conn.write(answer)) // and never joins
    const heard = new VerifiedEvent()
    using _connection = connect(at(server, '/notifications'), heard.events)
    await heard.untilStartsWith(said)
    expect(heard.opened).not.toBe(false)
  })

  test('a closed port is a loss', async () => {
    const server = await PushServer.open()
    await server[Symbol.asyncDispose]()
    const heard = new VerifiedEvent()
    using _connection = connect(at(server, '/notifications'), heard.events)
    await heard.until('lost: websocket error')
    expect(heard.opened).toBe(false)
    expect(heard.said).toHaveLength(1)
  })

  test('nothing is told after it was hung up, and the server sees the end', async () => {
    await using server = await PushServer.open()
    const heard = new VerifiedEvent()
    const joined = server.joined('/notifications')
    const connection = connect(at(server, '/notifications'), heard.events)
    const socket = await joined
    await heard.until('connected')
    const ended = new Promise((resolve) => void socket.on('disconnect', resolve))
    connection[Symbol.dispose]()
    socket.emit('notification', '{}')
    await ended
    connection[Symbol.dispose]()
    expect(heard.said).toEqual(['connected'])
  })

  test('hanging up while it opens leaves nothing behind', async () => {
    await using server = await PushServer.open()
    const heard = new VerifiedEvent()
    connect(at(server, '/notifications'), heard.events)[Symbol.dispose]()
    const other = new VerifiedEvent()
    using _connection = connect(at(server, '/other'), other.events)
    await other.until('refused: Invalid namespace')
    expect(heard.said).toEqual([])
    expect(server.io.of('/notifications').sockets.size).toBe(0)
  })
})

test('the desktop’s own WebSocket was used, with the namespace left to the engine', () => {
  expect(opened.length).toBeGreaterThan(0)
  expect(opened.every((url) => url.startsWith('ws://127.0.0.1:') && url.includes('/socket.io/?'))).toBe(true)
})

test.each([
  ['401 Unauthorized', undefined, 401],
  ['503 Service Unavailable', undefined, 503],
  ['401 Unauthorized', onElectrons, 401],
  ['403 Forbidden', onElectrons, 403],
  ['407 Proxy Authentication Required', onElectrons, 407],
  ['503 Service Unavailable', onElectrons, 503],
])('an upgrade refused with %s tells its HTTP status', async (line, transport, status) => {
  const http = createServer()
  http.on('upgrade', (_request, socket) => socket.end(`HTTP/1.1 ${line}\r\n\r\n`))
  const heard = new VerifiedEvent()
  const origin = await listen(http)
  using _connection = connectWith({ log: quiet, ...(transport && { transport }) })(
    { origin, namespace: '/notifications', query: '' },
    heard.events,
  )
  await heard.until(`lost: websocket error ${String(status)}`)
  expect(heard.said).toHaveLength(1)
  http.close()
})
