import { setTimeout as sleep } from 'node:timers/promises'
import { Child } from './child.ts'
import type { Measure } from './figure.ts'
import { quantile, spread, times } from './numbers.ts'

const perSecond = 50
const clientState = 'bench-client-state'
const graphId = '0f6b52c8-6a1d-4c7e-9d0b-44b1f0a9e7d3'
/** Microsoft counts an answer as late after this (protocol.md 3.9). */
const lateMs = 3_000

/** How long the listener takes to answer a delivery that it has kept, beside a server that only answers. */
export const measureListener: Measure = async ({ quick }) => {
  await using mine = Child.start(import.meta.resolve('./listener-process.ts'), {
    kind: 'ours',
    clientState,
    graphId,
  })
  await using bare = Child.start(import.meta.resolve('./listener-process.ts'), { kind: 'bare' })
  const ours = String((await mine.told('listening')).origin)
  const floor = String((await bare.told('listening')).origin)
  const seconds = quick ? 4 : 30
  await Promise.all([load(ours, 2), load(floor, 2)]) // warm
  const [answers, bareAnswers] = await Promise.all([load(ours, seconds), load(floor, seconds)])
  const p99 = quantile(answers, 0.99)
  return [
    {
      figure: `listener, ${perSecond} deliveries a second: answer`,
      measured: words(answers),
      floor: words(bareAnswers),
      ratio: `p50 ${times(quantile(answers, 0.5), quantile(bareAnswers, 0.5))}, p99 ${times(p99, quantile(bareAnswers, 0.99))}`,
      budget: '≤ 3 s, or Microsoft is late',
      met: p99 <= lateMs,
      notes: [
        `${answers.length} plain deliveries, each kept in the history file before its 202 and checked after it; ` +
          'the floor is node:http that reads the body and answers 202, loaded in the same way at the same time. Each server in its own process.',
      ],
    },
  ]
}

const words = (answers: readonly number[]) =>
  `${spread(answers)}, p99 ${quantile(answers, 0.99).toFixed(1)} ms`

/** Posts evenly, not waiting for answers; how long each took, in milliseconds. */
async function load(origin: string, seconds: number): Promise<readonly number[]> {
  const calls: Promise<number>[] = []
  const began = performance.now()
  for (let n = 0; n < seconds * perSecond; n++) {
    await sleep(Math.max(0, began + (n * 1000) / perSecond - performance.now()))
    calls.push(post(origin, n))
  }
  return Promise.all(calls)
}

async function post(origin: string, n: number): Promise<number> {
  const entry = {
    id: `bench-${String(n)}`,
    subscriptionId: graphId,
    subscriptionExpirationDateTime: '2027-01-01T00:00:00Z',
    clientState,
    changeType: 'created',
    resource: 'me/messages/AAMkAD',
    resourceData: { '@odata.type': '#Microsoft.Graph.Message', id: `AAMkAD${String(n)}` },
    tenantId: '7c0f2a55-1b7e-4a0f-8a31-2d94c4e6b901',
  }
  const at = performance.now()
  const reply = await fetch(`${origin}/h/bench`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ value: [entry] }),
  })
  await reply.text()
  if (reply.status !== 202) throw new Error(`answered ${String(reply.status)}`)
  return performance.now() - at
}
