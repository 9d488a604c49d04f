import { describe, expect, test } from 'vitest'
import { challengeIn, isPassing401 } from '../../../main/graph/answer.ts'
import { errorFrom } from '../../../main/graph/error-reply.ts'
import { throttledForMs } from '../../../main/graph/retry-after.ts'

const url = 'https://graph.microsoft.com/v1.0/drives/d/root/delta?token=old'

function error(status: number, body: unknown = null, headers: Record<string, string> = {}) {
  return errorFrom({ status, body, headers: new Headers(headers), url, throttledForMs: 5_000 })
}

const coded = (code: string, innerError?: unknown, message = '') => ({ error: { code, message, innerError } })

test.each<[number, unknown, string]>([
  [400, coded('invalidRequest'), 'unexpected'],
  [400, coded('notSupported'), 'not-supported'],
  [400, coded('NOTSUPPORTED'), 'not-supported'],
  [400, coded('invalidRequest', { code: 'itemNotFound' }), 'not-found'],
  [400, coded('brandNew', { code: 'newerStill' }), 'unexpected'],
  [400, coded('BadRequest', undefined, 'Tenant does not have a SPO license.'), 'not-found'],
  [403, coded('accessDenied', undefined, 'The tenant does not have a valid SPO license.'), 'not-found'],
  ...[
    'User does not have a license for SharePoint Online.',
    'The user is not licensed for OneDrive for Business.',
    'The tenant doesn’t have a SharePoint licence',
    'No SPO license was found for this tenant.',
    'Unlicensed user: OneDrive',
    'The SharePoint license of this user has expired.',
  ].flatMap((words): [number, unknown, string][] => [
    [400, coded('x', undefined, words), 'not-found'],
    [403, coded('x', undefined, words), 'not-found'],
  ]),
  [400, coded('BadRequest', undefined, 'The license of the file is odd.'), 'unexpected'],
  [403, coded('accessDenied', undefined, 'You do not have access to this OneDrive.'), 'forbidden'],
  [403, coded('accessDenied', undefined, 'No license terms were accepted.'), 'forbidden'],
  [400, coded('invalidRequest', { code: 'mysiteNotFound' }), 'not-found'],
  [401, coded('InvalidAuthenticationToken'), 'signed-out'],
  [401, {}, 'signed-out'],
  [401, null, 'malformed'],
  [403, coded('accessDenied'), 'forbidden'],
  [403, coded('Authorization_RequestDenied'), 'forbidden'],
  [403, coded('accessDenied', undefined, 'Access to this site has been blocked. Ask …'), 'locked'],
  [403, coded('activityLimitReached'), 'throttled'],
  [404, coded('itemNotFound'), 'not-found'],
  [403, '<html>', 'malformed'],
  [404, {}, 'not-found'],
  [404, '<html>', 'malformed'],
  [405, coded('methodNotAllowed'), 'unexpected'],
  [407, '<html>', 'malformed'],
  [408, null, 'timeout'],
  [410, {}, 'resync-required'],
  [410, '<html>', 'malformed'],
  [410, coded('resyncChangesApplyDifferences'), 'resync-required'],
  [400, coded('invalidRequest', { code: 'ResyncRequired' }), 'resync-required'],
  [400, coded('syncStateNotFound'), 'resync-required'],
  [404, coded('cannotSnapshotTree'), 'resync-required'],
  [423, coded('locked'), 'locked'],
  [429, null, 'throttled'],
  [500, coded('generalException'), 'server'],
  [501, null, 'not-supported'],
  [502, '<html>', 'server'],
  [503, coded('serviceNotAvailable'), 'throttled'],
  [507, coded('quotaLimitReached'), 'server'],
  [509, null, 'throttled'],
  [302, null, 'unexpected'],
])('%i %j is %s', (status, body, kind) => {
  expect(error(status, body).kind).toBe(kind)
})

test.each([
  ['its request id', { 'request-id': 'r' }],
  ['its diagnostics', { 'x-ms-ags-diagnostic': '{}' }],
  ['its challenge', { 'www-authenticate': 'Bearer realm=""' }],
])('a refusal without a body is Microsoft’s by %s', (_, headers) => {
  expect(error(403, null, headers).kind).toBe('forbidden')
  expect(error(403, null, { 'www-authenticate': 'Basic realm="proxy"' }).kind).toBe('malformed')
})

test('the most specific known code is kept, and the request id, wherever it stands', () => {
  const inner = { code: 'itemNotFound', innererror: { code: 'neverHeardOf', 'request-id': 'r-1' } }
  expect(error(404, coded('generalException', inner))).toMatchObject({
    status: 404,
    code: 'itemNotFound',
    requestId: 'r-1',
  })
  expect(error(418, coded('teapot', { code: 'handle' }))).toMatchObject({ code: 'teapot' })
  expect(error(500, null, { 'request-id': 'r-2' })).toMatchObject({ code: null, requestId: 'r-2' })
})

test.each([
  [
    { location: "https://graph.microsoft.com/v1.0/x/delta?(token='a')" },
    "https://graph.microsoft.com/v1.0/x/delta?(token='a')",
  ],
  [{ location: '/v1.0/x/delta?token=a' }, 'https://graph.microsoft.com/v1.0/x/delta?token=a'],
  [{ location: 'https://[' }, null],
  [{}, null],
])('a 410 with %j starts over at %s', (headers, restartUrl) => {
  expect(error(410, {}, headers)).toMatchObject({ restartUrl })
})

test.each([null, undefined, 1, 'text', [], {}, { error: null }, { error: 'invalid_grant' }, { error: [] }])(
  'the body %j breaks nothing',
  (body) => {
    expect(error(500, body).kind).toBe('server')
  },
)

test('a body nested without end is read to a depth that suffices', () => {
  const endless: Record<string, unknown> = { code: 'generalException' }
  endless.innerError = endless
  expect(error(500, { error: endless }).code).toBe('generalException')
})

describe('throttling', () => {
  const now = Date.parse('2026-11-19T09:00:00Z')
  test.each([
    ['seconds', 429, { 'retry-after': '7' }, 0, 7_000],
    [
      'a date, by the server’s clock',
      429,
      { 'retry-after': 'Thu, 19 Nov 2026 10:00:30 GMT', date: 'Thu, 19 Nov 2026 10:00:00 GMT' },
      0,
      30_000,
    ],
    [
      'a date, without the server’s clock',
      503,
      { 'retry-after': 'Thu, 19 Nov 2026 09:00:10 GMT' },
      0,
      10_000,
    ],
    ['the same twice', 429, { 'retry-after': '120, 120' }, 0, 120_000],
    ['two, of which the longer is meant', 429, { 'retry-after': '7,120 , 30' }, 0, 120_000],
    ['years', 429, { 'retry-after': '94608000' }, 0, 86_400_000],
    ['without end', 503, { 'retry-after': '9'.repeat(400) }, 0, 86_400_000],
    [
      'a date years ahead',
      429,
      { 'retry-after': 'Thu, 19 Nov 2099 10:00:30 GMT', date: 'Thu, 19 Nov 2026 10:00:00 GMT' },
      0,
      86_400_000,
    ],
    [
      'a date twice',
      429,
      {
        'retry-after': 'Thu, 19 Nov 2026 10:00:30 GMT, Thu, 19 Nov 2026 10:00:30 GMT',
        date: 'Thu, 19 Nov 2026 10:00:00 GMT',
      },
      0,
      30_000,
    ],
    ['the larger of the two', 429, { 'retry-after': '7', 'ratelimit-reset': '30' }, 0, 30_000],
    ['nothing said, first', 429, {}, 0, 2_000],
    ['nothing said, third', 503, {}, 2, 8_000],
    ['nothing said, much later', 503, {}, 20, 60_000],
    ['zero counts as nothing said', 429, { 'retry-after': '0' }, 0, 2_000],
    [
      'a date gone by counts as nothing said',
      429,
      { 'retry-after': 'Thu, 19 Nov 2020 09:00:10 GMT' },
      0,
      2_000,
    ],
    ['nonsense counts as nothing said', 429, { 'retry-after': 'soon' }, 1, 4_000],
    ['bandwidth takes long', 509, {}, 0, 60_000],
  ])('%s', (_, status, headers, before, ms) => {
    expect(throttledForMs({ status, headers: new Headers(headers), now, before, roll: 0.5 })).toBe(ms)
  })
})

describe('challenges', () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1795300000"}}}'
  const base64 = Buffer.from(claims).toString('base64')
  const wild = '{"x":"ÿþ?>"}'
  const base64url = Buffer.from(wild).toString('base64url')
  test.each([
    [`Bearer realm="", client_id="3", error="insufficient_claims", claims="${base64}"`, claims],
    [`Bearer claims="${base64}", error="insufficient_claims"`, claims],
    [`bearer error=insufficient_claims,claims=${base64}`, claims],
    [`Bearer error="insufficient_claims", claims="${base64url}"`, wild],
    [`Basic realm="a, b=\\"c\\"", Bearer realm="x", error="insufficient_claims", claims="${base64}"`, claims],
    [`Bearer error="insufficient_claims", claims="bm8ganNvbg=="`, null],
    ['Bearer error="insufficient_claims"', null],
    [`Bearer error="invalid_token", claims="${base64}"`, null],
    [`Bearer realm="error=insufficient_claims, claims=${base64}"`, null],
    ['', null],
    [null, null],
  ])('%s', (header, expected) => {
    expect(challengeIn(header)).toEqual(
      expected === null ? { kind: 'stale' } : { kind: 'claims', claims: expected },
    )
  })

  test.each([
    ['Bearer error="expired_token"', '', true],
    [null, 'Unable to initialize RPS', true],
    ['Bearer error="invalid_token"', '{}', false],
  ])('%s with body %s passes by itself: %s', (header, body, passes) => {
    expect(isPassing401(header, body)).toBe(passes)
  })
})
