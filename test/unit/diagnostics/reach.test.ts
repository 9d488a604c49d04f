import { expect, test } from 'vitest'
import { ofFailure, ofReply } from '../../../main/diagnostics/reach.ts'
import { unanswered } from '../../../main/graph/call.ts'

const date = 'Thu, 19 Nov 2026 10:42:00 GMT'
const at = Date.parse(date)

test.each([
  [200, '{"issuer":"x"}', { kind: 'answered', date: at }],
  [401, '{"error":{"code":"InvalidAuthenticationToken"}}', { kind: 'answered', date: at }],
  [200, '<html>Welcome to our hotel</html>', { kind: 'stranger' }],
  [302, '', { kind: 'stranger' }],
  [302, '{}', { kind: 'stranger' }],
  [200, '"text"', { kind: 'stranger' }],
  [200, null, { kind: 'stranger' }],
  [407, '<html>', { kind: 'proxy-password' }],
  [429, '{}', { kind: 'too-much' }],
  [503, '<html>', { kind: 'in-trouble', date: at }],
] as const)('a reply %i %s', (status, text, reached) => {
  expect(ofReply(status, new Headers({ date }), text)).toEqual(reached)
})

/** As Chromium and Node say it. */
const failures: readonly (readonly [Error, object])[] = [
  [new Error('net::ERR_NAME_NOT_RESOLVED'), { kind: 'no-name' }],
  [
    new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'EAI_AGAIN' }) }),
    { kind: 'no-name' },
  ],
  [new Error('net::ERR_INTERNET_DISCONNECTED'), { kind: 'no-answer' }],
  [new Error('net::ERR_CONNECTION_REFUSED'), { kind: 'no-answer' }],
  [new Error('net::ERR_TIMED_OUT'), { kind: 'no-answer' }],
  [new Error('net::ERR_CERT_AUTHORITY_INVALID'), { kind: 'untrusted', isOfDate: false }],
  [new Error('net::ERR_SSL_PROTOCOL_ERROR'), { kind: 'untrusted', isOfDate: false }],
  [new Error('net::ERR_CERT_DATE_INVALID'), { kind: 'untrusted', isOfDate: true }],
  [
    new TypeError('fetch failed', {
      cause: Object.assign(new Error('x'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    }),
    { kind: 'untrusted', isOfDate: false },
  ],
  [
    new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'CERT_NOT_YET_VALID' }) }),
    { kind: 'untrusted', isOfDate: true },
  ],
  [new Error('net::ERR_PROXY_CONNECTION_FAILED'), { kind: 'proxy-away' }],
  [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), { kind: 'proxy-away' }],
  [new Error('net::ERR_PROXY_AUTH_UNSUPPORTED'), { kind: 'proxy-password' }],
  [new Error('Redirect was cancelled'), { kind: 'stranger' }],
  [new DOMException('The operation was aborted', 'AbortError'), { kind: 'no-answer' }],
]

test.each(failures)('no reply: %s', (error, reached) => {
  expect(ofFailure(unanswered(error))).toEqual(reached)
})
