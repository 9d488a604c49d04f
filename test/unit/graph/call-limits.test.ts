import { expect, test } from 'vitest'
import { CallLimits, nextLimitMs } from '../../../main/graph/call-limits.ts'
import { graphError } from '../../../main/graph/graph-error.ts'

const timeout = graphError({ kind: 'timeout' })
const server = graphError({ kind: 'server' })

test.each([
  ['took too long', 30, 30, timeout, 60],
  ['took too long again', 60, 60, timeout, 120],
  ['took longer than anything may', 120, 120, timeout, 120],
  ['came, slowly', 60, 40, null, 60],
  ['came at once', 120, 1, null, 30],
  ['failed otherwise', 60, 1, server, 60],
])('after an answer that %s, the next may take as long as it should', (_, before, took, error, wanted) => {
  expect(nextLimitMs(before * 1_000, { tookMs: took * 1_000, error })).toBe(wanted * 1_000)
})

test('each path has a limit of its own, and only so many are remembered', () => {
  const limits = new CallLimits()
  const slow = { tookMs: 30_000, error: timeout }
  limits.answered('/a', slow)
  expect([limits.of('/a'), limits.of('/b')]).toEqual([60_000, 30_000])
  for (let n = 0; n < 199; n++) limits.answered(`/${String(n)}`, slow)
  expect(limits.of('/a')).toBe(60_000)
  limits.answered('/a', slow)
  limits.answered('/one more', slow)
  expect([limits.of('/a'), limits.of('/0'), limits.of('/1')]).toEqual([120_000, 30_000, 60_000])
  limits.answered('/a', { tookMs: 100, error: null })
  expect(limits.of('/a')).toBe(30_000)
})
