import type { Server } from 'node:http'

/** Opens a server on loopback; answers with its origin. */
export async function listen(server: Server, port = 0): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${String(address.port)}`
}
