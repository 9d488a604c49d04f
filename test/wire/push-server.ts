import { createServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { listen } from './listen.ts'

/** A real socket.io server, websocket only, as Microsoft's speaks (protocol.md 1.6). */
export class PushServer implements AsyncDisposable {
  readonly io: Server
  readonly origin: string

  private constructor(io: Server, origin: string) {
    this.io = io
    this.origin = origin
  }

  static async open(): Promise<PushServer> {
    const http = createServer()
    const io = new Server(http, { transports: ['websocket'], pingInterval: 200, pingTimeout: 300 })
    return new PushServer(io, await listen(http))
  }

  /** Answers with who joins the namespace next. */
  joined(namespace: string): Promise<Socket> {
    return new Promise((resolve) => this.io.of(namespace).once('connection', resolve))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.io.close()
  }
}
