import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { json, never, outcome, own, plain, Scripted } from './scripted.ts'

const anything = z.unknown()
let at: Scripted

beforeEach(() => {
  at = new Scripted()
})

test('what is sent is JSON, with the token, below v1.0', async () => {
  const body = { changeType: 'updated' }
  await at.graph.send('POST', '/subscriptions', anything, { body, headers: { Prefer: 'x' } })
  expect(at.calls).toMatchObject([
    {
      method: 'POST',
      url: `${own}/v1.0/subscriptions`,
      headers: { 'content-type': 'application/json', prefer: 'x', authorization: 'Bearer secret-token' },
      body: '{"changeType":"updated"}',
    },
  ])
})

test('nothing to send is sent without a type, and no content is an answer', async () => {
  at.replies = [() => new Response(null, { status: 204 })]
  expect(outcome(await at.graph.send('DELETE', '/subscriptions/1', anything))).toBe('ok')
  expect(at.calls[0]?.headers).not.toHaveProperty('content-type')
  expect(at.calls[0]?.body).toBeNull()
})

test('the token never goes elsewhere with a body either', async () => {
  const sent = at.graph.send('POST', 'https://evil.example/v1.0/subscriptions', anything, { body: {} })
  expect(outcome(await sent)).toBe('malformed')
  expect(at.calls).toEqual([])
})

test.each([
  ['POST', 1],
  ['PATCH', 3],
  ['DELETE', 3],
] as const)('%s is tried %i times when Microsoft stumbles', async (method, times) => {
  at.replies = [plain(502), plain(502), plain(502)]
  const sent = at.within(1, at.graph.send(method, '/subscriptions', anything))
  expect(outcome(await sent)).toBe('server')
  expect(at.calls).toHaveLength(times)
})

test('a stale token is refreshed for a POST too, for it was not carried out', async () => {
  at.replies = [plain(401), json({}, 201)]
  expect(outcome(await at.graph.send('POST', '/subscriptions', anything, { body: { a: 1 } }))).toBe('ok')
  expect(at.needs).toEqual([{}, { forceRefresh: true }])
  expect(at.calls.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}'])
})

test('a throttled call holds what is sent after it', async () => {
  at.replies = [plain(429, { 'retry-after': '30' }), json({})]
  expect(outcome(await at.graph.send('PATCH', '/subscriptions/1', anything))).toBe('throttled')
  const second = at.graph.send('DELETE', '/subscriptions/1', anything)
  await at.clock.advance({ seconds: 29 })
  expect(at.calls).toHaveLength(1)
  await at.clock.advance({ seconds: 1 })
  expect(outcome(await second)).toBe('ok')
})

test('an answer may take as long as it is said to', async () => {
  at.replies = [never, never]
  const usual = at.graph.send('POST', '/subscriptions', anything)
  const longer = at.graph.send('POST', '/subscriptions', anything, { limitMs: 60_000 })
  let over = 0
  void usual.then(() => (over += 1))
  void longer.then(() => (over += 1))
  await at.clock.advance({ seconds: 59 })
  expect(over).toBe(1)
  await at.clock.advance({ seconds: 1 })
  expect(outcome(await longer)).toBe('timeout')
})

test('Microsoft’s own text is kept for the caller and stays out of the log', async () => {
  const error = { code: 'BadRequest', message: 'https://relay.example.net/h/9c1f is not reachable' }
  at.replies = [json({ error }, 400)]
  const sent = await at.graph.send('POST', '/subscriptions', anything)
  expect(sent).toMatchObject({ error: { code: 'BadRequest', message: error.message } })
  expect(at.lines.join()).toContain('BadRequest')
  expect(at.lines.join()).not.toContain('9c1f')
})

test.each([
  ['GET', 'ok', 2],
  ['POST', 'offline', 1],
  ['PATCH', 'offline', 1],
] as const)('%s, given up for another network, ends %s after %i calls', async (method, wanted, calls) => {
  let giveUp = () => {}
  at.replies = [
    () => new Promise((_, reject) => (giveUp = () => reject(new TypeError('given up')))),
    json({}),
  ]
  const asked =
    method === 'GET' ? at.graph.get('/me', anything) : at.graph.send(method, '/subscriptions/1', anything)
  await at.clock.advance({ seconds: 5 })
  at.graph.wake()
  giveUp()
  expect(outcome(await asked)).toBe(wanted)
  expect(at.calls).toHaveLength(calls)
})

test('what fails without another network fails', async () => {
  at.graph.wake()
  at.replies = [() => Promise.reject(new TypeError('not reached')), json({})]
  expect(outcome(await at.graph.get('/me', anything))).toBe('offline')
})

test('what time it is at Microsoft is heard from every answer', async () => {
  at.replies = [json({}, 200, { date: 'Thu, 19 Nov 2026 10:00:00 GMT' }), json({}), plain(404)]
  for (let call = 0; call < 3; call++) await at.graph.get('/me', anything)
  expect(at.dates).toEqual([Date.parse('2026-11-19T10:00:00Z')])
})
