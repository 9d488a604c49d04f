import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import * as z from 'zod'

const Delivery = z.object({
  value: z.array(z.record(z.string(), z.unknown())),
  validationTokens: z.array(z.string()).nullish(),
})
/** One POST with notifications. */
export type Delivery = z.infer<typeof Delivery>

/** What came in, the handshakes apart from the deliveries (protocol.md 3.8, 3.9). */
interface Heard {
  readonly search: string
  readonly type: string
  readonly body: string
}

/** A notification URL on loopback that does as it is told. */
export class HookListener implements AsyncDisposable {
  readonly url: string
  readonly handshakes: Heard[] = []
  readonly deliveries: Delivery[] = []
  /** How handshakes are answered; `null` leaves them waiting. */
  echo: ((token: string) => { status?: number; type?: string; body?: string } | null) | null = null
  /** How deliveries are answered; `'hold'` leaves them waiting for {@link release}. */
  status: number | 'hold' = 202
  readonly #close: () => Promise<void>
  #held: ServerResponse[] = []
  #waiting: (() => void)[] = []

  private constructor(origin: string, close: () => Promise<void>) {
    this.url = `${origin}/hook?box=42`
    this.#close = close
  }

  static async open(): Promise<HookListener> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const listener = new HookListener(`http://127.0.0.1:${address.port}`, async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    })
    server.on('request', (incoming, outgoing) => void listener.#answer(incoming, outgoing))
    return listener
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#close()
  }

  /** Every notification so far, whatever POST it came in. */
  get entries(): Record<string, unknown>[] {
    return this.deliveries.flatMap(({ value }) => value)
  }

  /** Until so many POSTs, handshakes included, have come. */
  async heard(count: number): Promise<void> {
    while (this.handshakes.length + this.deliveries.length < count)
      await new Promise<void>((resolve) => void this.#waiting.push(resolve))
  }

  /** Answers what was held. */
  release(status = 202): void {
    for (const outgoing of this.#held.splice(0)) outgoing.writeHead(status).end()
  }

  async #answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await text(incoming)
    const { searchParams, search } = new URL(incoming.url ?? '', this.url)
    const token = searchParams.get('validationToken') ?? searchParams.get('validationtoken')
    if (token === null) {
      this.deliveries.push(Delivery.parse(JSON.parse(body)))
      if (this.status === 'hold') this.#held.push(outgoing)
      else outgoing.writeHead(this.status).end()
    } else {
      this.handshakes.push({ search, type: incoming.headers['content-type'] ?? '', body })
      const how = this.echo === null ? {} : this.echo(token)
      if (how) outgoing.writeHead(how.status ?? 200, { 'content-type': how.type ?? 'text/plain' })
      if (how) outgoing.end(how.body ?? token)
    }
    for (const tell of this.#waiting.splice(0)) tell()
  }
}
