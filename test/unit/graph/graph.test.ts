import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { graphError } from '../../../main/graph/graph-error.ts'
import { fail, ok } from '../../../main/kit/result.ts'
import { settled } from '../../story/virtual-clock.ts'
import { json, never, outcome, own, plain, Scripted } from './scripted.ts'

const anything = z.unknown()

let at: Scripted

beforeEach(() => {
  at = new Scripted()
})

test('a call carries the token, its id and the app’s name', async () => {
  at.replies = [json({ id: 'me' }, 200, { date: 'Thu, 19 Nov 2026 08:00:00 GMT' })]
  const reply = await at.graph.get('/me', z.object({ id: z.string() }), { query: { $select: 'id' } })
  expect(reply).toEqual(ok({ body: { id: 'me' }, date: Date.parse('2026-11-19T08:00:00Z') }))
  expect(at.calls[0]?.url).toBe(`${own}/v1.0/me?%24select=id`)
  expect(at.calls[0]?.headers).toMatchObject({
    authorization: 'Bearer secret-token',
    accept: 'application/json',
    'user-agent': 'NONISV|Drivebell|Drivebell/1.2.3',
  })
  expect(at.calls[0]?.headers['client-request-id']).toMatch(/^[\da-f-]{36}$/)
})

test.each([
  'https://graph.microsoft.com.evil.example/v1.0/me',
  'https://evil.example/v1.0/me',
  'http://graph.microsoft.com/v1.0/me',
  'https://graph.microsoft.com:8443/v1.0/me',
  'https://graph.microsoft.com@evil.example/',
  'me',
  '',
])('the token never goes to %s', async (url) => {
  expect(outcome(await at.graph.get(url, anything))).toBe('malformed')
  expect(at.calls).toEqual([])
  expect(at.needs).toEqual([])
})

test('a link is used exactly as it was given', async () => {
  const url = `${own}/v1.0/drives/b!x/root/delta?(token='a b')`
  await at.graph.get(url, anything)
  expect(at.calls[0]?.url).toBe(url)
})

describe('401', () => {
  const claims = '{"access_token":{}}'
  const challenge = {
    'www-authenticate': `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
  }
  test.each([
    ['once: refreshed and repeated', [plain(401)], [{}, { forceRefresh: true }], 'ok'],
    ['twice: sign in again', [plain(401), plain(401)], [{}, { forceRefresh: true }], 'signed-out'],
    ['with claims: asked for and repeated', [plain(401, challenge)], [{}, { claims }], 'ok'],
    ['403 with claims too', [plain(403, challenge)], [{}, { claims }], 'ok'],
    [
      'with claims twice',
      [plain(401, challenge), plain(401, challenge), plain(401, challenge)],
      [{}, { claims }, { forceRefresh: true }],
      'signed-out',
    ],
    [
      'stale, then claims',
      [plain(401), plain(401, challenge)],
      [{}, { forceRefresh: true }, { claims }],
      'ok',
    ],
  ])('%s', async (_, given, expected, kind) => {
    at.replies = given
    expect(outcome(await at.graph.get('/me', anything))).toBe(kind)
    expect(at.needs).toEqual(expected)
  })

  test('one that passes by itself is refreshed, tried again with a pause, and never signs anyone out', async () => {
    at.replies = Array.from({ length: 9 }, () =>
      plain(401, { 'www-authenticate': 'Bearer error="expired_token"' }),
    )
    expect(outcome(await at.within(1, at.graph.get('/me', anything)))).toBe('server')
    expect(at.calls).toHaveLength(4)
  })
})

test('without a token nothing is sent', async () => {
  at.token = async () => fail(graphError({ kind: 'signed-out' }))
  expect(outcome(await at.graph.get('/me', anything))).toBe('signed-out')
  expect(at.calls).toEqual([])
})

test.each([500, 502, 504])('%i is tried three times', async (status) => {
  at.replies = [plain(status), plain(status)]
  expect(outcome(await at.within(1, at.graph.get('/me', anything)))).toBe('ok')
  at.replies = [plain(status), plain(status), plain(status)]
  expect(outcome(await at.within(1, at.graph.get('/me', anything)))).toBe('server')
  expect(at.calls).toHaveLength(6)
})

test.each([
  ['HTML', () => new Response('<html>Service unavailable</html>')],
  ['nothing', () => new Response('')],
  ['another shape', json({ value: 7 })],
  ['null', json(null)],
])('a success with %s is malformed', async (_, reply) => {
  at.replies = [reply]
  expect(outcome(await at.graph.get('/me', z.object({ id: z.string() })))).toBe('malformed')
})

test('no answer within 30 s is a timeout, also when the token hangs', async () => {
  at.replies = [never]
  const slow = at.graph.get('/me', anything)
  await at.clock.advance({ seconds: 29 })
  expect(await Promise.race([slow, settled().then(() => 'still waiting')])).toBe('still waiting')
  await at.clock.advance({ seconds: 2 })
  expect(outcome(await slow)).toBe('timeout')

  at.token = () => new Promise(() => undefined)
  expect(outcome(await at.within(1, at.graph.get('/me', anything)))).toBe('timeout')
})

test('a redirect is not followed with the token', async () => {
  at.replies = [plain(302, { location: 'https://evil.example/' })]
  expect(await at.graph.get('/me', anything)).toMatchObject({
    error: { kind: 'unexpected', code: 'redirect' },
  })
  expect(at.calls).toHaveLength(1)
})

test.each([
  [
    new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) }),
    'offline',
    'ENOTFOUND',
  ],
  [
    new TypeError('fetch failed', {
      cause: new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    }),
    'offline',
    'ECONNREFUSED',
  ],
  [new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline', 'ERR_INTERNET_DISCONNECTED'],
  [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'offline', 'ERR_CERT_AUTHORITY_INVALID'],
  [new Error('net::ERR_CONNECTION_TIMED_OUT'), 'timeout', 'ERR_CONNECTION_TIMED_OUT'],
  [new Error('Redirect was cancelled'), 'unexpected', 'redirect'],
  [new Error('net::ERR_PROXY_AUTH_UNSUPPORTED'), 'malformed', 'proxyPassword'],
  ['thrown text', 'offline', null],
])('%s is %s', async (thrown, kind, code) => {
  at.replies = [() => Promise.reject(thrown)]
  expect(await at.graph.get('/me', anything)).toMatchObject({ error: { kind, code } })
})

test('a failure is named in the log without anything secret', async () => {
  at.replies = [json({ error: { code: 'itemNotFound', message: 'of Ada' } }, 404, { 'request-id': 'r-1' })]
  await at.graph.get(`${own}/v1.0/drives/d/root/delta(token='SECRET')?token=SECRET`, anything)
  const log = at.lines.join('\n')
  expect(log).toContain('kind=not-found status=404 code=itemNotFound requestId=r-1')
  expect(log).not.toMatch(/SECRET|secret-token|Ada/)
})
