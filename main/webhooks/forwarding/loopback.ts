import { request } from 'node:http'
import type { Message } from '../../../preload/words/phrase.ts'
import { fail, ok, type Result } from '../../kit/result.ts'

/** A port of this computer, and the path that is posted to. */
export interface LoopbackTarget {
  readonly port: number
  readonly path: string
}

/** What a program on this computer answered. */
export interface LoopbackAnswer {
  readonly status: number
  readonly tookMs: number
}

/** Posts JSON to a port of this computer. */
export type LoopbackPost = (
  target: LoopbackTarget,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
) => Promise<Result<LoopbackAnswer, Message>>

/** Servers in development often listen on one of the two alone. */
const hosts = ['127.0.0.1', '::1'] as const
/** As long as Microsoft waits when it tries again (protocol.md 3.9). */
const limitMs = 10_000

/** Over a socket of its own, for no proxy and no redirect may lead it elsewhere; what comes back is not read. */
export const postToLoopback: LoopbackPost = async (target, body, headers) => {
  for (const host of hosts) {
    const answer = await post(host, target, body, headers)
    if (answer !== 'nobody') return answer
  }
  return fail({ key: 'forwarding.why.nobody', values: { port: String(target.port) } })
}

function post(
  host: (typeof hosts)[number],
  { port, path }: LoopbackTarget,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<Result<LoopbackAnswer, Message> | 'nobody'> {
  const began = performance.now()
  return new Promise((resolve) => {
    const sent = request({
      host,
      port,
      path,
      method: 'POST',
      agent: false,
      signal: AbortSignal.timeout(limitMs),
      headers: {
        'user-agent': 'Drivebell',
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        ...headers,
      },
    })
    sent.once('response', (response) => {
      response.resume()
      resolve(ok({ status: response.statusCode ?? 0, tookMs: performance.now() - began }))
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'EADDRNOTAVAIL') return resolve('nobody')
      const key = error.name === 'AbortError' || error.name === 'TimeoutError' ? 'silence' : 'broken'
      resolve(fail({ key: `forwarding.why.${key}`, values: { port: String(port) } }))
    })
    sent.end(body)
  })
}
