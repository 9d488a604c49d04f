import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

/** A server that is not Microsoft's: whoever is sent to it is noted, with all they bring. */
export interface Stranger extends AsyncDisposable {
  readonly origin: string
  readonly calls: readonly string[]
}

/** Opens one on this computer; it answers everything with an empty JSON object. */
export async function openStranger(): Promise<Stranger> {
  const calls: string[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      calls.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body}`)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}
