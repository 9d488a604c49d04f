import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** Answers a node request with a fetch-style handler; a handler that rejects breaks the connection, as a lost network does. */
export async function answerHttp(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: Request) => Promise<Response>,
): Promise<void> {
  try {
    const reply = await handle(await requestFrom(incoming, outgoing))
    outgoing.writeHead(reply.status, Object.fromEntries(reply.headers))
    outgoing.end(Buffer.from(await reply.arrayBuffer()))
  } catch (error) {
    if (!(error instanceof TypeError && error.message === 'fetch failed') && !outgoing.destroyed)
      console.error(error)
    incoming.socket.destroy()
  }
}

async function requestFrom(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const all = new Headers()
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) all.set(name, String(value))
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(`http://${headers.host ?? '127.0.0.1'}${url}`, {
    method,
    headers: all,
    signal: gone.signal,
    ...(hasBody && { body: await text(incoming) }),
  })
}
