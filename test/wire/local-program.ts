import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { patienceMs } from '../patience.ts'

interface Posted {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Somebody's own program on this computer, that deliveries are handed on to. */
export class LocalProgram implements AsyncDisposable {
  readonly port: number
  readonly posted: Posted[] = []
  /** What it answers; with 302 it leads elsewhere. */
  status = 200
  readonly #close: () => Promise<void>

  private constructor(port: number, close: () => Promise<void>) {
    this.port = port
    this.#close = close
  }

  /** `port` 0: any free one. */
  static async open(port = 0, host = '127.0.0.1'): Promise<LocalProgram> {
    const server = createServer()
    server.listen(port, host)
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const program = new LocalProgram(address.port, async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    })
    server.on('request', (request, response) => {
      void text(request).then((body) => {
        program.posted.push({ path: request.url ?? '', headers: request.headers, body })
        response.writeHead(program.status, { location: '/elsewhere' }).end()
      })
    })
    return program
  }

  /** What it was sent, parsed. */
  get bodies(): { readonly value: readonly Record<string, unknown>[] }[] {
    return this.posted.map(({ body }) => JSON.parse(body) as never)
  }

  /** Until it was sent so many. */
  async got(count: number): Promise<void> {
    for (const end = Date.now() + patienceMs; this.posted.length < count;) {
      if (Date.now() > end) throw new Error(`${count} were not handed on`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close()
  }
}
