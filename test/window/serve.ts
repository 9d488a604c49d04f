import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { fileFor, headersFor, windowOrigin } from '../../main/desktop/window/confinement.ts'

/** Serves a built window on loopback, file by file as the app does, under its own policy. */
export async function serve(folder: string): Promise<AsyncDisposable & { readonly origin: string }> {
  const server = createServer((request, response) => {
    const file = fileFor(`${windowOrigin}${request.url ?? '/'}`, folder) ?? ''
    readFile(file).then(
      (body) => response.writeHead(200, headersFor(file)).end(body),
      () => response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end(),
    )
  })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => void server.close(closed))
    },
  }
}
