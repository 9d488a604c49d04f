import { createServer, type Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { answerControl } from './control.ts'
import { answerHttp } from './http-bridge.ts'
import type { Simulator } from './simulator.ts'
import { openSocketServer } from './socket-server.ts'

/** A simulated Microsoft that listens on loopback. */
export interface ServedSimulator extends AsyncDisposable {
  readonly origin: string
  /** Breaks every connection and stops listening; the same port can be opened again. */
  close(): Promise<void>
}

/** Serves login host, Graph, push and control on one loopback port. */
export async function serveSimulator(
  simulator: Simulator,
  options: { port?: number } = {},
): Promise<ServedSimulator> {
  const http = createServer()
  const connections = new Set<Duplex>()
  http.on('connection', (socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  const sockets = openSocketServer(simulator)
  http.on('upgrade', sockets.upgrade)
  http.on('request', (incoming, outgoing) => {
    if (incoming.url?.startsWith('/socket.io/')) return sockets.request(incoming, outgoing)
    const control = incoming.url?.startsWith('/simulator/')
    const handle = (request: Request) =>
      control ? answerControl(simulator, request) : simulator.handle(request)
    void answerHttp(incoming, outgoing, handle)
  })
  await listening(http, options.port ?? 0)
  const close = async () => {
    const closed = new Promise<void>((resolve) => http.close(() => resolve()))
    for (const socket of connections) socket.destroy()
    sockets[Symbol.dispose]()
    await closed
  }
  return { origin: originOf(http), close, [Symbol.asyncDispose]: close }
}

function listening(http: HttpServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
}

function originOf(http: HttpServer): string {
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return `http://127.0.0.1:${address.port}`
}
