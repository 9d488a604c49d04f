import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Graph } from '../../main/graph/graph.ts'
import { ok } from '../../main/kit/result.ts'
import { lifetimes } from '../../main/webhooks/catalogue/catalogue-limits.ts'
import { RenewalScheduler } from '../../main/webhooks/lifecycle/renewal-scheduler.ts'
import { Secrets } from '../../main/webhooks/model/secrets.ts'
import { Registry } from '../../main/webhooks/model/registry.ts'
import { freshListener, freshWebhook, type Webhook } from '../../main/settings/webhook.ts'
import { english } from '../words.ts'
import { seeded } from './seeded.ts'
import { quiet } from '../wire/quiet.ts'
import { VirtualClock } from './virtual-clock.ts'
import { dayMs, minuteMs } from '../../main/kit/time.ts'

/** So many webhooks of each lifetime: what somebody with very many would have. */
const kinds: Readonly<Partial<Record<keyof typeof lifetimes, number>>> = {
  drives: 200,
  directory: 55,
  outlook: 150,
  teams: 60,
  tasks: 30,
  shifts: 4,
  presence: 1,
}

const clock = new VirtualClock(new Date('2026-01-01T00:00:00Z'), 5)
const random = seeded(7)

/** Microsoft, as far as webhooks that are only renewed see it; every fiftieth call it has trouble, or asks to wait. */
class Ledger {
  readonly ends = new Map<string, number>()
  readonly renewals: { readonly id: string; readonly at: number }[] = []
  readonly requestsAt: number[] = []
  lapses = 0

  readonly fetch = async (url: string, { method, body }: RequestInit): Promise<Response> => {
    const now = clock.now()
    this.requestsAt.push(now)
    const failure = random()
    if (method === 'PATCH' && failure < 0.01)
      return refusal(503, 'serviceNotAvailable', { 'retry-after': '30' })
    if (method === 'PATCH' && failure < 0.02) return refusal(429, 'TooManyRequests', { 'retry-after': '60' })
    const { expirationDateTime } = JSON.parse(typeof body === 'string' ? body : '{}') as {
      expirationDateTime: string
    }
    const id = method === 'POST' ? randomUUID() : (url.split('/').at(-1) ?? '')
    const end = this.ends.get(id)
    if (method === 'PATCH' && (end === undefined || end <= now)) {
      this.lapses += 1
      return refusal(404, 'ResourceNotFound')
    }
    if (method === 'PATCH') this.renewals.push({ id, at: now })
    this.ends.set(id, Date.parse(expirationDateTime))
    return Response.json({ id, resource: 'x', changeType: 'updated', expirationDateTime })
  }
}

const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message: 'Later.' } }, { status, headers })

function webhooks(): Webhook[] {
  return Object.entries(kinds).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => ({
      ...freshWebhook,
      id: `${kind}-${index}`,
      accountId: 'grace',
      managedBy: 'drivebell' as const,
      pastGraphIds: [],
      row: null,
      resource: `${kind}/${index}`,
      changeTypes: ['updated' as const],
      lifeMs: lifetimes[kind as keyof typeof lifetimes].mostMs - minuteMs,
      resourceData: false,
      certificateId: null,
      prefer: null,
      leastTls: null,
      publicUrl: 'https://bell.lindenhof.example',
      lifecycleUrl: null,
      names: {},
    })),
  )
}

test('a year of 500 webhooks: none lapses', async () => {
  const ledger = new Ledger()
  const kept = { value: { webhooks: webhooks(), listener: freshListener } }
  const registry = new Registry({
    read: () => kept.value,
    write: (change) => (kept.value = { ...kept.value, ...change }),
  })
  const texts = new Map<string, string>()
  const sealed = {
    read: (key: string) => texts.get(key) ?? '',
    write: (key: string, text: string) => void texts.set(key, text),
    forget: () => Promise.resolve(),
    saved: () => Promise.resolve(),
    isOpen: true,
    onChange: () => ({ [Symbol.dispose]: () => {} }),
  }
  const origin = 'https://graph.microsoft.com'
  const graph = new Graph({
    base: origin,
    ownOrigins: [origin],
    fetch: ledger.fetch,
    token: () => Promise.resolve(ok('token')),
    clock,
    random,
    log: quiet,
    version: '0.0.0',
  })
  let missed = 0
  using scheduler = new RenewalScheduler({
    operation: {
      registry,
      secrets: new Secrets({ sealed, clock }),
      graph: () => graph,
      clock,
      random,
      validated: () => {},
    },
    isDead: () => false,
    missed: () => void (missed += 1),
    forgotten: () => {},
    settled: () => {},
    changed: () => {},
    log: quiet,
  })
  const began = clock.now()
  scheduler.start()
  await clock.advance({ hours: 365 * 24 })

  const ended = [...ledger.ends.values()].filter((end) => end <= clock.now()).length
  expect({ webhooks: ledger.ends.size, lapses: ledger.lapses, ended, missed }).toEqual({
    webhooks: 500,
    lapses: 0,
    ended: 0,
    missed: 0,
  })
  await expect(report(ledger, registry, began)).toMatchFileSnapshot('./a-year-of-webhooks.md')
})

function report(ledger: Ledger, registry: Registry, began: number): string {
  const kindOf = new Map(registry.all.map(({ graphId, id }) => [graphId ?? '', id.split('-')[0] ?? '']))
  const renewals = Map.groupBy(ledger.renewals, ({ id }) => kindOf.get(id) ?? '')
  const perDay = counted(ledger.requestsAt, (at) => Math.floor((at - began) / dayMs))
  const perMinute = counted(
    ledger.requestsAt.filter((at) => at - began > dayMs),
    (at) => Math.floor(at / minuteMs),
  )
  const rows = Object.entries(kinds).map(([kind, count]) => {
    const { mostMs } = lifetimes[kind as keyof typeof lifetimes]
    const of = english.phrase(`catalogue.family.${kind as keyof typeof lifetimes}`)
    return `| ${of} | ${count} | ${mostMs / minuteMs} | ${renewals.get(kind)?.length ?? 0} | 0 |`
  })
  return [
    '# A year of 500 webhooks',
    '',
    'In virtual time, with trouble at Microsoft in one of fifty calls. Written by `a-year-of-webhooks.test.ts`.',
    '',
    '| of | webhooks | longest life in minutes | renewals | lapses |',
    '|---|---|---|---|---|',
    ...rows,
    `| all | ${registry.all.length} | | ${ledger.renewals.length} | ${ledger.lapses} |`,
    '',
    `Requests a day: ${Math.round(ledger.requestsAt.length / 365)} on average, ${Math.max(...perDay)} on the busiest.`,
    `The busiest minute after the first day: ${Math.max(...perMinute)} requests.`,
    '',
  ].join('\n')
}

function counted(times: readonly number[], slot: (at: number) => number): number[] {
  const counts = new Map<number, number>()
  for (const at of times) counts.set(slot(at), (counts.get(slot(at)) ?? 0) + 1)
  return [...counts.values()]
}
