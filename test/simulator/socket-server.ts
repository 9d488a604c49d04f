import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server, type DefaultEventsMap, type Socket } from 'socket.io'
import type { Line, Ticket } from './push-hub.ts'
import type { Simulator } from './simulator.ts'

type Joined = { ticket: Ticket }
type JoinedSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Joined>

/** What a listening HTTP server hands on to the push server. */
export interface SocketServer extends Disposable {
  readonly request: (incoming: IncomingMessage, outgoing: ServerResponse) => void
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

/**
 * A real socket.io server in front of the push hub: websocket only, Engine.IO 4, namespaces by switch (protocol.md
 * 7).
 */
export function openSocketServer(simulator: Simulator): SocketServer {
  const { push, switches } = simulator
  const io = new Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Joined>({
    transports: ['websocket'],
    serveClient: false,
  })
  // never listens itself: upgrades reach the engine only after `verdict`, for it would answer some too kindly,
  // and the engine's `close` listener cannot take a reopened port down with it
  const engineDoor = createServer()
  io.attach(engineDoor)
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
      const seat = push.join(socket.data.ticket, lineOf(socket))
      socket.on('disconnect', () => seat[Symbol.dispose]())
    })
  return {
    request: (incoming, outgoing) => void engineDoor.emit('request', incoming, outgoing),
    upgrade: (request, socket, head) => {
      io.engine.opts.pingInterval = switches.push.pingIntervalMs
      io.engine.opts.pingTimeout = switches.push.pingTimeoutMs
      const answer = verdict(simulator, queryOf(request))
      if (answer === 'pass') engineDoor.emit('upgrade', request, socket, head)
      else if (answer === 'hang up') socket.destroy()
      else if (answer !== 'mute') refuse(socket, answer.status, answer.body)
    },
    [Symbol.dispose]: () => void io.close(),
  }
}

type Verdict = 'pass' | 'hang up' | 'mute' | { readonly status: number; readonly body: string }

function verdict({ push, switches }: Simulator, query: URLSearchParams): Verdict {
  if (!push.reachable) return 'hang up'
  if (switches.push.mute || push.swallows) return 'mute'
  if (query.get('EIO') !== '4') return { status: 400, body: '{"code":3,"message":"Bad request"}' }
  const status = push.door(query)
  return status === null ? 'pass' : { status, body: '' }
}

function refuse(socket: Duplex, status: number, body: string): void {
  const lines = ['Connection: close', 'Content-Type: application/json', `Content-Length: ${body.length}`]
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URL(request.url ?? '/', 'http://127.0.0.1').searchParams
}

function lineOf(socket: JoinedSocket): Line {
  return {
    deliver: (event, args) => void socket.emit(event, ...args),
    kick: () => void socket.disconnect(),
    cut: () => void socket.request.socket.destroy(),
    garble: () => void socket.conn.write('9?'), // goes out as `49?`: a message with no packet in it
    silence: () => {
      // the engine keeps its heartbeat to itself
      for (const name of ['pingIntervalTimer', 'pingTimeoutTimer']) {
        const timer: unknown = Reflect.get(socket.conn, name)
        if (isTimer(timer)) clearTimeout(timer)
      }
    },
  }
}

function isTimer(value: unknown): value is NodeJS.Timeout {
  return typeof value === 'object' && value !== null && 'hasRef' in value
}
