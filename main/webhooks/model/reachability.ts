import { lookup } from 'node:dns/promises'
import { connect } from 'node:tls'
import type { Message, PlainKey } from '../../../preload/words/phrase.ts'
import { fail, ok, type Result } from '../../kit/result.ts'

/** What a look at a public address from outside the app tells. */
export interface Reachability {
  /** The address behind a name; why there is none. */
  readonly addressOf: (host: string) => Promise<Result<string, Message>>
  /** The certificate of a host; why it is not to be trusted. */
  readonly certificateOf: (
    host: string,
    port: number,
  ) => Promise<Result<{ readonly protocol: string; readonly validUntil: number }, Message>>
  /** Where a call to an address is sent on to, without its query; null where that is not said. */
  readonly redirectOf: (url: string) => Promise<string | null>
}

const limitMs = 10_000
const longestShown = 80

/** Looks with this computer's own resolver and trust store. */
export const reachability: Reachability = {
  async addressOf(host) {
    try {
      return ok((await lookup(host)).address)
    } catch {
      return fail({ key: 'self-test.why.name', values: { host } })
    }
  },
  certificateOf: (host, port) =>
    new Promise((resolve) => {
      const socket = connect({ host, port, servername: host, rejectUnauthorized: false, timeout: limitMs })
      const end = (result: Awaited<ReturnType<Reachability['certificateOf']>>) => {
        socket.destroy()
        resolve(result)
      }
      socket.once('timeout', () => end(fail({ key: 'self-test.why.no-answer', values: { host } })))
      socket.once('error', () =>
        end(fail({ key: 'self-test.why.no-https', values: { host, port: String(port) } })),
      )
      socket.once('secureConnect', () => {
        if (!socket.authorized) return end(fail(distrusted(String(socket.authorizationError))))
        const protocol = socket.getProtocol() ?? 'TLS'
        if (/^TLSv1(\.1)?$|^SSL/.test(protocol))
          return end(fail({ key: 'self-test.why.old-tls', values: { host, protocol } }))
        end(ok({ protocol, validUntil: Date.parse(socket.getPeerCertificate().valid_to) }))
      })
    }),
  /** By Node's fetch, which shows a redirect that it does not follow; Chromium's does not (platform.md 1.10). */
  async redirectOf(url) {
    try {
      const signal = AbortSignal.timeout(limitMs)
      const reply = await fetch(url, { method: 'POST', redirect: 'manual', signal })
      await reply.body?.cancel()
      const to = reply.headers.get('location')
      if (to === null) return null
      const { origin, pathname } = new URL(to, url)
      return (origin + pathname).slice(0, longestShown)
    } catch {
      return null
    }
  },
}

const reasons: readonly (readonly [RegExp, PlainKey])[] = [
  [/EXPIRED/, 'self-test.why.expired'],
  [/ALTNAME|HOSTNAME/, 'self-test.why.other-name'],
  [/SELF_SIGNED|UNABLE_TO|UNTRUSTED/, 'self-test.why.no-authority'],
]

function distrusted(code: string): Message {
  const known = reasons.find(([pattern]) => pattern.test(code))
  return known ? { key: known[1] } : { key: 'self-test.why.not-trusted', values: { code } }
}
