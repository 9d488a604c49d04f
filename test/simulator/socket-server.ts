import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server, type Socket } from 'socket.io'
import type { Line, Ticket } from './push-hub.ts'
import type { Simulator } from './simulator.ts'

/** The engine's heartbeat, which it keeps to itself. */
interface Heartbeat {
  readonly pingIntervalTimer: NodeJS.Timeout | null
  readonly pingTimeoutTimer: NodeJS.Timeout | null
}

/** A real socket.io server in front of the push hub: websocket only, Engine.IO 4, namespaces by switch (graph.md 7). */
export function openSocketServer(simulator: Simulator, http: HttpServer): Disposable {
  const { push, switches } = simulator
  const io = new Server({ transports: ['websocket'], serveClient: false, allowEIO3: false })
  io.attach(http)
  guardUpgrades(http, (request) => {
    const query = queryOf(request)
    if (!push.reachable || switches.push.mute) return push.reachable ? 'mute' : 'hang up'
    io.engine.opts.pingInterval = switches.push.pingIntervalMs
    io.engine.opts.pingTimeout = switches.push.pingTimeoutMs
    if (query.get('EIO') !== '4') return { status: 400, body: '{"code":3,"message":"Bad request"}' }
    const status = push.door(query)
    return status === null ? 'pass' : { status, body: '' }
  })
  io.of((name, _auth, next) => next(null, push.knows(name)))
    .use((socket, next) => {
      const admission = push.admit(socket.nsp.name, queryOf(socket.request))
      if (admission.kind === 'joined') socket.data.ticket = admission.ticket
      next(
        admission.kind === 'joined'
          ? undefined
          : new Error(admission.kind === 'refused' ? admission.message : 'Refused'),
      )
    })
    .on('connection', (socket) => {
      const seat = push.join(socket.data.ticket as Ticket, lineOf(socket))
      socket.on('disconnect', () => seat[Symbol.dispose]())
    })
  return { [Symbol.dispose]: () => void io.close() }
}

type Verdict = 'pass' | 'hang up' | 'mute' | { readonly status: number; readonly body: string }

/** Looks at every upgrade before the engine does: the reference engine would answer some too kindly. */
function guardUpgrades(http: HttpServer, verdictOn: (request: IncomingMessage) => Verdict): void {
  const engine = http.listeners('upgrade') as ((
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ) => void)[]
  http.removeAllListeners('upgrade')
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const verdict = verdictOn(request)
    if (verdict === 'pass') for (const listener of engine) listener.call(http, request, socket, head)
    else if (verdict === 'hang up') socket.destroy()
    else if (verdict !== 'mute') {
      const lines = [
        'Connection: close',
        'Content-Type: application/json',
        `Content-Length: ${verdict.body.length}`,
      ]
      socket.on('error', () => socket.destroy())
      socket.end(`HTTP/1.1 ${verdict.status} Refused\r\n${lines.join('\r\n')}\r\n\r\n${verdict.body}`)
    }
  })
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URL(request.url ?? '/', 'http://127.0.0.1').searchParams
}

function lineOf(socket: Socket): Line {
  return {
    deliver: (event, args) => void socket.emit(event, ...args),
    kick: () => void socket.disconnect(),
    cut: () => void socket.request.socket.destroy(),
    silence: () => {
      const { pingIntervalTimer, pingTimeoutTimer } = socket.conn as unknown as Heartbeat
      clearTimeout(pingIntervalTimer ?? undefined)
      clearTimeout(pingTimeoutTimer ?? undefined)
    },
  }
}
