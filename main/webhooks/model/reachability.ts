import { lookup } from 'node:dns/promises'
import { connect } from 'node:tls'
import { fail, ok, type Result } from '../../kit/result.ts'

/** What a look at a public address from outside the app tells. */
export interface Reachability {
  /** The address behind a name; a sentence when there is none. */
  readonly addressOf: (host: string) => Promise<Result<string, string>>
  /** The certificate of a host; a sentence when it is not to be trusted. */
  readonly certificateOf: (
    host: string,
    port: number,
  ) => Promise<Result<{ readonly protocol: string; readonly validUntil: number }, string>>
}

const limitMs = 10_000

/** Looks with this computer's own resolver and trust store. */
export const reachability: Reachability = {
  async addressOf(host) {
    try {
      return ok((await lookup(host)).address)
    } catch {
      return fail(
        `No address is known for ${host}. Check its spelling, or wait until a new name is known everywhere.`,
      )
    }
  },
  certificateOf: (host, port) =>
    new Promise((resolve) => {
      const socket = connect({ host, port, servername: host, rejectUnauthorized: false, timeout: limitMs })
      const end = (result: Awaited<ReturnType<Reachability['certificateOf']>>) => {
        socket.destroy()
        resolve(result)
      }
      socket.once('timeout', () => end(fail(`${host} did not answer within 10 s.`)))
      socket.once('error', () => end(fail(`${host} speaks no https on port ${port}.`)))
      socket.once('secureConnect', () => {
        if (!socket.authorized) return end(fail(distrusted(String(socket.authorizationError))))
        const protocol = socket.getProtocol() ?? 'TLS'
        if (/^TLSv1(\.1)?$|^SSL/.test(protocol))
          return end(fail(`${host} speaks ${protocol}; Microsoft wants TLS 1.2.`))
        end(ok({ protocol, validUntil: Date.parse(socket.getPeerCertificate().valid_to) }))
      })
    }),
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/EXPIRED/, 'It has run out. Renew it at the tunnel or relay.'],
  [/ALTNAME|HOSTNAME/, 'It is for another name. The address must be the one the certificate was made for.'],
  [/SELF_SIGNED|UNABLE_TO|UNTRUSTED/, 'No public authority vouches for it; Microsoft would not call there.'],
]

function distrusted(code: string): string {
  const known = reasons.find(([pattern]) => pattern.test(code))
  return known?.[1] ?? `It is not trusted (${code}).`
}
