import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** What passed through the relay. */
interface Passed {
  readonly method: string
  readonly status: number
  readonly body: string
  readonly url: string
}

/** A tunnel as one rents it: calls to its address arrive on this computer without `/tunnel` before their path. */
export class Relay implements AsyncDisposable {
  readonly passed: Passed[] = []
  /** Where it leads; null: a page of its own answers. */
  port: number | null = null
  readonly #server: Server

  private constructor() {
    this.#server = createServer((call, reply) => void this.#relay(call, reply))
  }

  static async open(): Promise<Relay> {
    const relay = new Relay()
    await new Promise<void>((resolve) => void relay.#server.listen(0, '127.0.0.1', resolve))
    return relay
  }

  get publicUrl(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the relay is closed')
    return `http://127.0.0.1:${address.port}/tunnel`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => void this.#server.close(resolve))
  }

  async #relay(call: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { method = 'GET', url = '', headers } = call
    if (this.port === null || !url.startsWith('/tunnel/')) {
      reply.writeHead(404, { 'content-type': 'text/html', server: 'relay' }).end('<h1>Nothing here</h1>')
      return
    }
    const body = await text(call)
    const onward = { port: this.port, method, path: url.slice('/tunnel'.length), headers }
    const asked = request(onward, (answer) => {
      const status = answer.statusCode ?? 502
      this.passed.push({ method, status, body, url })
      reply.writeHead(status, answer.headers)
      answer.pipe(reply)
    })
    asked.on('error', () => reply.writeHead(502).end()).end(body)
  }
}
