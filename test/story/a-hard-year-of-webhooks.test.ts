import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { SelfTest } from '../../preload/contract/webhooks.ts'
import { Graph } from '../../main/graph/graph.ts'
import { CheckedClock } from '../../main/kit/checked-clock.ts'
import { ok } from '../../main/kit/result.ts'
import { dayMs, hourMs, minuteMs } from '../../main/kit/time.ts'
import { freshListener, freshWebhook, type KeptListener, type Webhook } from '../../main/settings/webhook.ts'
import { lifetimes } from '../../main/webhooks/catalogue/catalogue-limits.ts'
import { RenewalScheduler } from '../../main/webhooks/lifecycle/renewal-scheduler.ts'
import { lifecycleStep } from '../../main/webhooks/lifecycle/schedule.ts'
import { ReachWatch } from '../../main/webhooks/listener/reach-watch.ts'
import { Registry } from '../../main/webhooks/model/registry.ts'
import { Secrets } from '../../main/webhooks/model/secrets.ts'
import { stateOf } from '../../main/webhooks/page/webhook-state.ts'
import { quiet } from '../wire/quiet.ts'
import { seeded } from './seeded.ts'
import { VirtualClock } from './virtual-clock.ts'

// A year in which everything happens that is not Microsoft's ordinary trouble: a-year-of-webhooks.test.ts has that.

const kinds: Readonly<Partial<Record<keyof typeof lifetimes, number>>> = {
  drives: 20,
  directory: 6,
  outlook: 15,
  teams: 6,
  tasks: 3,
  'virtual-events': 2,
  shifts: 2,
  presence: 1,
}

/** What happened, as the table names it. */
const happenings = {
  early: 'Renewals asked for early that failed',
  reauthorized: 'Reauthorizations Microsoft asked for that failed',
  address: 'Other public addresses',
  asleep: 'Nights asleep',
  clock: 'Clocks set forward or back',
  off: 'Listener turned off',
  silent: 'Tunnels that ended without a word',
} as const
type Happening = keyof typeof happenings

interface There {
  readonly end: number
  readonly address: string
}

/** Grace's computer with its tunnel, and Microsoft, as far as webhooks see them. */
class Year {
  readonly clock = new VirtualClock(new Date('2026-01-01T00:00:00Z'), 5)
  readonly checked = new CheckedClock(this.clock)
  readonly random = seeded(11)
  readonly there = new Map<string, There>()
  /** Those that ended where nobody could have renewed them. */
  readonly endedAsleep = new Set<string>()
  readonly counts = new Map<Happening, number>()
  readonly shownMs = new Map<Happening, number>()
  readonly renewedAt = new Map<string, number>()
  readonly registry: Registry
  readonly scheduler: RenewalScheduler
  readonly reach: ReachWatch
  tunnels = new Set(['https://bell-0.lindenhof.example'])
  lapses = 0
  validations = 0
  renewals = 0
  recreated = 0
  validatesAlways = false
  hasTrouble = false
  #name = 0

  constructor() {
    const { clock, checked, random } = this
    const listener: KeptListener = {
      ...freshListener,
      isOn: true,
      port: 51_823,
      publicUrl: [...this.tunnels][0] ?? null,
    }
    const kept = { value: { webhooks: webhooks(), listener } }
    this.registry = new Registry({
      read: () => kept.value,
      write: (change) => (kept.value = { ...kept.value, ...change }),
    })
    this.reach = new ReachWatch({
      registry: this.registry,
      state: () => (this.registry.listener.isOn ? { kind: 'listening', port: 51_823 } : { kind: 'off' }),
      ofHub: () => ({ kind: 'unproven' }),
      test: async (publicUrl) => this.#tested(publicUrl),
      clock: checked,
      changed: () => {},
    })
    this.registry.changed.add(() => this.reach.look())
    const origin = 'https://graph.microsoft.com'
    const graph = new Graph({
      base: origin,
      ownOrigins: [origin],
      fetch: (url, init) => this.#asked(url, init),
      token: () => Promise.resolve(ok('token')),
      dated: (time) => checked.heard(time),
      clock,
      random,
      log: quiet,
      version: '0.0.0',
    })
    this.scheduler = new RenewalScheduler({
      operation: {
        registry: this.registry,
        secrets: new Secrets({ sealed: sealed(), clock }),
        graph: () => graph,
        clock: checked,
        random,
        validated: (publicUrl) => this.reach.validated(publicUrl),
      },
      isDead: (publicUrl) => this.reach.isDead(publicUrl),
      missed: () => void (this.recreated += 1),
      forgotten: () => {},
      settled: () => {},
      changed: () => {},
      log: quiet,
    })
  }

  /** Lets time pass; each minute the page is compared with what could arrive. */
  async watched(happening: Happening, minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute++) {
      await this.clock.advance({ minutes: 1 })
      const wrong = this.registry.all.filter((each) => this.#isShown(each) && !this.#canArrive(each)).length
      if (wrong > 0) this.shownMs.set(happening, (this.shownMs.get(happening) ?? 0) + minuteMs)
    }
  }

  happens(happening: Happening, times = 1): void {
    this.counts.set(happening, (this.counts.get(happening) ?? 0) + times)
  }

  some(count: number): readonly Webhook[] {
    const all = this.registry.all.filter(({ graphId }) => graphId !== null)
    return Array.from({ length: count }, () => all[Math.floor(this.random() * all.length)]).filter(
      (each) => each !== undefined,
    )
  }

  /** Wakes, as the app does. */
  wake(): void {
    this.scheduler.tryAgain()
    this.reach.doubt()
  }

  /** What ended while the computer slept could not be kept. */
  slept(ms: number): void {
    this.clock.sleep(ms)
    for (const [id, { end }] of this.there) if (end <= this.#now) this.endedAsleep.add(id)
  }

  /** The tunnel gets another name, and Grace types it. */
  renames(): void {
    const url = `https://bell-${++this.#name}.lindenhof.example`
    this.tunnels = new Set([url])
    this.registry.choose({ publicUrl: url })
  }

  /** Those that ended though they could have been renewed. */
  get ended(): number {
    const { all } = this.registry
    return all.filter(({ graphId }) => graphId !== null && (this.there.get(graphId)?.end ?? 0) <= this.#now)
      .length
  }

  get #now(): number {
    return this.clock.truth.now()
  }

  #isShown(webhook: Webhook): boolean {
    const { kind } = stateOf({
      webhook,
      account: { ...grace },
      failure: this.scheduler.failure(webhook.id),
      isAtWork: this.scheduler.isAtWork(webhook.id),
      isSlow: false,
      reach: this.reach.of(webhook.publicUrl ?? ''),
      publicUrl: this.registry.listener.publicUrl,
      adminConsentUrl: () => null,
      now: this.checked.now(),
    })
    return kind === 'delivering'
  }

  #canArrive({ graphId }: Webhook): boolean {
    const there = graphId === null ? undefined : this.there.get(graphId)
    return there !== undefined && there.end > this.#now && this.#leadsHere(there.address)
  }

  #leadsHere(address: string): boolean {
    return this.registry.listener.isOn && [...this.tunnels].some((tunnel) => address.startsWith(tunnel))
  }

  #tested(publicUrl: string): SelfTest {
    const startedAt = this.checked.now()
    const verdict: SelfTest['verdict'] = this.#leadsHere(publicUrl)
      ? { kind: 'reachable', answeredInMs: 4 }
      : { kind: 'unreachable', why: { key: 'self-test.why.silence', values: { target: publicUrl } } }
    return { publicUrl, startedAt, steps: [], verdict }
  }

  async #asked(url: string, { method, body }: RequestInit): Promise<Response> {
    const id = url.split('/').at(-1) ?? ''
    const before = this.there.get(id)
    const date = new Date(this.#now).toUTCString()
    const refused = (status: number, code: string, message = 'Later.') =>
      Response.json({ error: { code, message } }, { status, headers: { date, 'retry-after': '30' } })
    if (method === 'DELETE') {
      this.there.delete(id)
      return new Response(null, { status: 204, headers: { date } })
    }
    if (this.hasTrouble && method === 'PATCH') return refused(503, 'serviceNotAvailable')
    if (method === 'PATCH' && (before === undefined || before.end <= this.#now)) {
      if (before !== undefined && !this.endedAsleep.has(id)) this.lapses += 1
      this.there.delete(id)
      return refused(404, 'ResourceNotFound')
    }
    const wish = JSON.parse(typeof body === 'string' ? body : '{}') as Wish
    const address = wish.notificationUrl ?? before?.address ?? ''
    if (method === 'POST' || wish.notificationUrl !== undefined || this.validatesAlways) {
      this.validations += 1
      if (!this.#leadsHere(address))
        return refused(400, 'ValidationError', 'Subscription validation request failed.')
    }
    const made = method === 'POST' ? randomUUID() : id
    this.there.set(made, { end: Date.parse(wish.expirationDateTime), address })
    this.renewedAt.set(made, this.clock.elapsed())
    if (method === 'PATCH') this.renewals += 1
    const reply = { id: made, resource: 'x', changeType: 'updated', ...wish, notificationUrl: address }
    return Response.json(reply, { headers: { date } })
  }
}

interface Wish {
  readonly expirationDateTime: string
  readonly notificationUrl?: string
}

const grace = {
  id: 'grace',
  name: 'Grace Kimani',
  username: 'grace@lindenhof.example',
  type: 'work',
  cloud: 'global',
  tenantId: 'lindenhof',
  graphId: null,
  mail: null,
  scopes: [],
  awaited: [],
  state: { kind: 'signed-in' },
} as const

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
      publicUrl: null,
      lifecycleUrl: null,
      names: {},
    })),
  )
}

function sealed() {
  const texts = new Map<string, string>()
  return {
    read: (key: string) => texts.get(key) ?? '',
    write: (key: string, text: string) => void texts.set(key, text),
    forget: async (key: string) => void texts.delete(key),
    saved: () => Promise.resolve(),
    isOpen: true,
    onChange: () => ({ [Symbol.dispose]: () => {} }),
  }
}

/** Grace renews ten by hand, or Microsoft asks for it, while it has trouble for ten minutes; all are renewed soon after. */
async function askedEarly(year: Year, by: 'early' | 'reauthorized'): Promise<void> {
  const asked = [...new Map(year.some(10).map((each) => [each.id, each])).values()]
  await year.clock.advance({ minutes: 11 })
  const from = year.clock.elapsed()
  year.hasTrouble = true
  year.happens(by, asked.length)
  for (const { id } of asked) {
    const webhook = year.registry.find(id)
    if (!webhook?.graphId) continue
    const event = 'reauthorizationRequired'
    const step = lifecycleStep(event, webhook.graphId, webhook, year.checked.now())
    if (by === 'early' || step === 'renew') void year.scheduler.renew(id)
    else year.scheduler.renewSoon(id)
  }
  await year.watched(by, 10)
  year.hasTrouble = false
  await year.watched(by, 20)
  const late = asked.filter(({ id }) => {
    const graphId = year.registry.find(id)?.graphId ?? ''
    return (year.renewedAt.get(graphId) ?? -1) < from
  })
  expect(late.map(({ id }) => id)).toEqual([])
}

const days: Readonly<Record<Happening, (year: Year) => Promise<void>>> = {
  early: (year) => askedEarly(year, 'early'),
  reauthorized: (year) => askedEarly(year, 'reauthorized'),
  async address(year) {
    year.happens('address')
    year.renames()
    await year.watched('address', 10)
    // two of three times Grace moves all of them; else each moves when it is renewed
    if (year.random() < 0.66)
      for (const { id } of year.registry.leftBehind)
        void year.scheduler.move(id, year.registry.listener.publicUrl ?? '')
    await year.watched('address', 60)
  },
  async asleep(year) {
    year.happens('asleep')
    year.slept(8 * hourMs)
    year.wake()
    await year.watched('asleep', 30)
  },
  async clock(year) {
    year.happens('clock')
    const ms = (year.random() < 0.5 ? -1 : 1) * Math.round(year.random() * 26) * hourMs
    year.clock.set(ms)
    await year.watched('clock', 90)
    year.clock.set(-ms)
    await year.watched('clock', 30)
  },
  async off(year) {
    year.happens('off')
    year.registry.choose({ isOn: false })
    await year.watched('off', 12)
    year.registry.choose({ isOn: true })
    year.reach.doubt()
    await year.watched('off', 20)
  },
  async silent(year) {
    year.happens('silent')
    const { tunnels } = year
    year.tunnels = new Set()
    await year.watched('silent', 12)
    year.tunnels = tunnels
    await year.watched('silent', 20)
  },
}

test('a hard year of webhooks: none lapses, and none is shown as delivering while nothing could arrive', async () => {
  const year = new Year()
  using scheduler = year.scheduler
  using _reach = year.reach
  const order = Object.keys(days) as Happening[]
  const began = year.clock.truth.now()
  scheduler.start()
  await year.clock.advance({ hours: 1 })
  for (let day = 0; day < 365; day++) {
    year.validatesAlways = day % 2 === 1
    const happening = order[day % order.length] ?? 'early'
    await year.clock.advance({ minutes: Math.floor(year.random() * 600) })
    await days[happening](year)
    const left = began + (day + 1) * dayMs - year.clock.truth.now()
    if (left > 0) await year.clock.advance({ ms: left })
  }

  const { silent = 0, ...shown } = Object.fromEntries(year.shownMs) as Partial<Record<Happening, number>>
  expect({ lapses: year.lapses, ended: year.ended, shown }).toEqual({ lapses: 0, ended: 0, shown: {} })
  await expect(report(year, silent)).toMatchFileSnapshot('./a-hard-year-of-webhooks.md')
})

function report(year: Year, silentMs: number): string {
  const rows = (Object.keys(happenings) as Happening[]).map((each) => {
    const minutes = (each === 'silent' ? silentMs : (year.shownMs.get(each) ?? 0)) / minuteMs
    return `| ${happenings[each]} | ${year.counts.get(each) ?? 0} | ${minutes} |`
  })
  return [
    '# A hard year of webhooks',
    '',
    `${year.registry.all.length} webhooks of all lives, in virtual time. Each day one of these happens; every other day Microsoft validates the`,
    'address during renewals too. Written by `a-hard-year-of-webhooks.test.ts`.',
    '',
    '| what happened | times | minutes shown as “Delivering” while nothing could arrive |',
    '|---|---|---|',
    ...rows,
    '',
    `Lapses: ${year.lapses}. Ended while the computer slept, and made again when it woke: ${year.endedAsleep.size}.`,
    `Renewals: ${year.renewals}; validations that Microsoft did: ${year.validations}.`,
    '',
    'Each renewal that was asked for early and failed was made within 20 minutes of the end of the trouble. A tunnel that',
    'ends without a word, and at once comes back, is known to nobody: it is found out by the next test, an hour after the',
    'last delivery at the latest, and says so from then on.',
    '',
  ].join('\n')
}
