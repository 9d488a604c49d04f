import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Clock, systemClock } from '../../main/kit/clock.ts'
import { fail, ok } from '../../main/kit/result.ts'
import type { SelfTest } from '../../preload/contract/webhooks.ts'
import type { Fetch } from '../../main/graph/call.ts'
import { Listener } from '../../main/webhooks/listener/listener.ts'
import { reachability as looking, type Reachability } from '../../main/webhooks/model/reachability.ts'
import { selfTest } from '../../main/webhooks/listener/self-test.ts'
import { VirtualClock } from '../story/virtual-clock.ts'
import { english } from '../words.ts'
import { listen } from './listen.ts'
import { quiet } from './quiet.ts'

let listener: Listener
let port: number
let tunnel: Server | null = null
const expected = new Map<string, (query: URLSearchParams) => void>()

beforeEach(async () => {
  const find = (path: string) => {
    const arrived = expected.get(path)
    return arrived ? { id: 'test', asked: arrived, keep: () => ({ kind: 'malformed' }) as const } : null
  }
  listener = new Listener({ inboxes: { find }, clock: systemClock, log: quiet })
  port = await listener.open(0)
})
afterEach(async () => {
  await listener.close()
  tunnel?.close()
})

/** A tunnel that does something to what passes; by default it hands everything on. */
async function through(change: {
  url?: (url: string) => string
  body?: (text: string) => string
  meanwhile?: () => Promise<void>
}) {
  const { url = (same) => same, body = (same) => same, meanwhile } = change
  const handOn = async (request: IncomingMessage, response: ServerResponse) => {
    const reply = await fetch(`http://127.0.0.1:${String(port)}${url(request.url ?? '')}`, { method: 'POST' })
    await meanwhile?.()
    const type = reply.headers.get('content-type') ?? 'text/plain'
    response.writeHead(reply.status, { 'content-type': type }).end(body(await reply.text()))
  }
  return tunnelOf((request, response) => void handOn(request, response))
}

async function tunnelOf(answer: RequestListener): Promise<string> {
  tunnel = createServer(answer)
  return listen(tunnel)
}

const goodName: Reachability = {
  ...looking,
  addressOf: async () => ok('203.0.113.24'),
  certificateOf: async () => ok({ protocol: 'TLSv1.3', validUntil: Date.parse('2027-02-03') }),
}

function run(
  publicUrl: string,
  over: { reachability?: Reachability; seen?: SelfTest[]; ask?: Fetch; clock?: Clock } = {},
): Promise<SelfTest> {
  const { reachability = goodName, seen = [], ask = fetch, clock = systemClock } = over
  return selfTest({
    publicUrl,
    port,
    expect: (path, arrived) => {
      expected.set(path, arrived)
      return { [Symbol.dispose]: () => void expected.delete(path) }
    },
    reachability,
    fetch: ask,
    clock,
    changed: (test) => void seen.push(test),
  })
}

const kinds = ({ steps }: SelfTest) => steps.map(({ kind }) => kind)

describe('the self-test', () => {
  it('passes through a good tunnel, step by step, and leaves no address open', async () => {
    const seen: SelfTest[] = []
    const test = await run(await through({}), { seen })
    expect(kinds(test)).toEqual(Array(6).fill('passed'))
    expect(test.verdict.kind).toBe('reachable')
    expect(seen.map((each) => each.steps.filter(({ kind }) => kind === 'passed').length)).toEqual([
      0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6,
    ])
    expect(expected.size).toBe(0)
  })

  it.each<[string, () => Promise<string>, number, RegExp]>([
    [
      'another server answers',
      () =>
        tunnelOf((_request, response) => {
          response.writeHead(200, { 'content-type': 'text/html', server: 'nginx' }).end('<h1>Welcome</h1>')
        }),
      2,
      /^Got an HTML page with status 200 from “nginx”\. The tunnel ends at another server\. Point it at http:\/\/127\.0\.0\.1:\d+ and test again\.$/,
    ],
    ['nothing is there', async () => 'http://127.0.0.1:9', 2, /^Nothing answered within 10 seconds\./],
    ['the token is changed', () => through({ body: (text) => text.trim() }), 3, /^The tunnel changes/],
    [
      'plus is taken for a plus',
      () => through({ url: (url) => url.replaceAll('+', '%2B') }),
      3,
      /^The tunnel changes/,
    ],
    ['the query is cut', () => through({ url: (url) => url.replace('box=42&', '') }), 4, /^What comes after/],
  ])('%s', async (_case, address, failsAt, sentence) => {
    const test = await run(await address())
    expect(kinds(test).indexOf('failed')).toBe(failsAt)
    expect(
      kinds(test)
        .slice(failsAt + 1)
        .every((kind) => kind === 'waiting'),
    ).toBe(true)
    expect(test.verdict.kind === 'unreachable' && english.say(test.verdict.why)).toMatch(sentence)
  })

  it('is slow', async () => {
    const clock = new VirtualClock()
    const address = await through({ meanwhile: () => clock.advance({ seconds: 3.05 }) })
    const test = await run(address, { clock })
    expect(kinds(test)).toEqual([...Array(5).fill('passed'), 'failed'])
    const why = test.verdict.kind === 'unreachable' && english.say(test.verdict.why)
    expect(why).toMatch(/^The answer took 3\.1 seconds\. Microsoft waits 3 seconds\./)
  })

  it.each<[string, Partial<Reachability>, number]>([
    [
      'no such name',
      { addressOf: async () => fail({ key: 'self-test.why.name', values: { host: 'x' } }) },
      0,
    ],
    [
      'a certificate nobody vouches for',
      { certificateOf: async () => fail({ key: 'self-test.why.expired' }) },
      1,
    ],
  ])('%s', async (_case, change, failsAt) => {
    const test = await run('https://bell.lindenhof.example', { reachability: { ...goodName, ...change } })
    expect(kinds(test).indexOf('failed')).toBe(failsAt)
  })

  // Chromium's fetch hands no redirect out (lib/common/api/net-client-request.ts)
  const asChromium: Fetch = async (url, init) => {
    const reply = await fetch(url, init)
    if (reply.status >= 300 && reply.status < 400) throw new Error('Redirect was cancelled')
    return reply
  }

  it.each<[string, string | undefined, Fetch, RegExp]>([
    [
      'elsewhere',
      'https://login.lindenhof.example/sso?next=%2Fh',
      fetch,
      /redirects to https:\/\/login\.lindenhof\.example\/sso instead/,
    ],
    [
      'elsewhere, in Chromium',
      'https://login.lindenhof.example/sso?next=%2Fh',
      asChromium,
      /redirects to https:\/\/login\.lindenhof\.example\/sso instead/,
    ],
    [
      'to a page of its own',
      '/warning',
      asChromium,
      /redirects to http:\/\/127\.0\.0\.1:\d+\/warning instead/,
    ],
    ['without saying where', undefined, asChromium, /redirects to another page instead/],
  ])('a tunnel that redirects: %s', async (_case, location, ask, sentence) => {
    const address = await tunnelOf((_request, response) => {
      response.writeHead(302, location === undefined ? {} : { location }).end()
    })
    const test = await run(address, { ask })
    expect(kinds(test)).toEqual(['passed', 'passed', 'failed', 'waiting', 'waiting', 'waiting'])
    expect(test.verdict.kind === 'unreachable' && english.say(test.verdict.why)).toMatch(sentence)
  })
})
