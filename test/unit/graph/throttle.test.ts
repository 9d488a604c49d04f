import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { settled } from '../../story/virtual-clock.ts'
import { json, never, outcome, plain, Scripted } from './scripted.ts'

const anything = z.unknown()

let at: Scripted

beforeEach(() => {
  at = new Scripted()
})

test('nothing is sent until Retry-After is over, then everything goes on', async () => {
  at.replies = [plain(429, { 'retry-after': '30' })]
  expect(await at.graph.get('/a', anything)).toMatchObject({
    error: { kind: 'throttled', retryAfterMs: 30_000 },
  })
  const later = [at.graph.get('/b', anything), at.graph.get('/c', anything)]
  await at.clock.advance({ seconds: 29 })
  expect(at.calls).toHaveLength(1)
  await at.clock.advance({ seconds: 2 })
  expect((await Promise.all(later)).map(outcome)).toEqual(['ok', 'ok'])
})

test('a longer wait is not cut short by a shorter one', async () => {
  at.replies = [plain(429, { 'retry-after': '60' }), plain(503, { 'retry-after': '5' })]
  await Promise.all([at.graph.get('/a', anything), at.graph.get('/b', anything)])
  void at.graph.get('/c', anything)
  await at.clock.advance({ seconds: 59 })
  expect(at.calls).toHaveLength(2)
  await at.clock.advance({ seconds: 2 })
  expect(at.calls).toHaveLength(3)
})

test('without Retry-After the waits grow, and start small again after a success', async () => {
  const waits: unknown[] = []
  for (const reply of [plain(429), plain(429), plain(429), json({}), plain(429)]) {
    at.replies = [reply]
    const result = await at.within(2, at.graph.get('/a', anything))
    waits.push(!result.ok && result.error.kind === 'throttled' ? result.error.retryAfterMs : null)
  }
  expect(waits).toEqual([2_000, 4_000, 8_000, null, 2_000])
})

test('calls throttled side by side count once', async () => {
  at.replies = [plain(429), plain(429), plain(429)]
  await Promise.all(['/a', '/b', '/c'].map((path) => at.graph.get(path, anything)))
  at.replies = [plain(429)]
  expect(await at.within(2, at.graph.get('/a', anything))).toMatchObject({ error: { retryAfterMs: 4_000 } })
})

test('no more than four calls at a time', async () => {
  at.replies = Array.from({ length: 9 }, () => never)
  for (let count = 0; count < 9; count++) void at.graph.get('/me', anything)
  await settled()
  expect(at.calls).toHaveLength(4)
  await at.clock.advance({ seconds: 31 })
  expect(at.calls).toHaveLength(8)
})
