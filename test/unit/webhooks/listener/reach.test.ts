import { expect, test } from 'vitest'
import { type Evidence, reachOf } from '../../../../main/webhooks/listener/reach.ts'

const listening = { kind: 'listening', port: 1 } as const
const why = { key: 'self-test.why.changed' } as const
const good = (startedAt: number) => ({ startedAt, verdict: { kind: 'reachable', answeredInMs: 4 } }) as const
const bad = (startedAt: number) => ({ startedAt, verdict: { kind: 'unreachable', why } }) as const
const running = { startedAt: 20, verdict: { kind: 'running' } } as const

test.each<[string, Partial<Evidence>, string]>([
  ['nothing speaks for it', {}, 'unproven'],
  ['a delivery came', { arrivedAt: 15 }, 'proven'],
  ['one came before the computer slept', { arrivedAt: 5 }, 'unproven'],
  ['a test passed', { test: good(15) }, 'proven'],
  ['a test passed before the computer slept', { test: good(5) }, 'unproven'],
  ['a test is under way', { test: running }, 'unproven'],
  ['a test is under way, and a delivery had come', { test: running, arrivedAt: 15 }, 'proven'],
  ['a test failed', { test: bad(15) }, 'unreachable'],
  ['a test failed after a delivery', { test: bad(15), arrivedAt: 12 }, 'unreachable'],
  ['a delivery came after a test that failed', { test: bad(15), arrivedAt: 16 }, 'proven'],
  ['a test that failed before the computer slept', { test: bad(5) }, 'unproven'],
  ['the listener is off, whatever came', { listener: { kind: 'off' }, arrivedAt: 15 }, 'unreachable'],
  ['its port is taken', { listener: { kind: 'failed', why }, arrivedAt: 15 }, 'unreachable'],
  ['it is starting', { listener: { kind: 'starting' }, arrivedAt: 15 }, 'unproven'],
])('%s', (_, evidence, kind) => {
  const none = { listener: listening, doubtedAt: 10, arrivedAt: null, test: null }
  expect(reachOf({ ...none, ...evidence }).kind).toBe(kind)
})
