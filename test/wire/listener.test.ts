import { connect } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../main/kit/clock.ts'
import { type Answered, type Call, type Kept, Listener } from '../../main/webhooks/listener/listener.ts'
import { quiet } from './quiet.ts'

const path = '/h/9c1fbe07a'
const delivery = { value: [{ subscriptionId: '0f6b52c8', clientState: 'secret' }] }
const limitMs = 2_000

let listener: Listener
let origin: string
let kept: Call[]
let answers: Answered[]
let answer: Kept

beforeEach(async () => {
  kept = []
  answers = []
  answer = { kind: 'kept', deliveryId: '1' }
  const keep = (call: Call): Kept => {
    kept.push(call)
    return call.body === null ? { kind: 'malformed' } : answer
  }
  const inbox = { id: 'mail', keep }
  const inboxes = { find: (asked: string) => (asked === path ? inbox : null) }
  listener = new Listener({
    inboxes,
    clock: systemClock,
    log: quiet,
    bodyLimitMs: limitMs,
    headersLimitMs: limitMs,
  })
  listener.answered.add((each) => void answers.push(each))
  origin = `http://127.0.0.1:${String(await listener.open(0))}`
})
afterEach(() => listener.close())

const post = (query = '', body: string | Uint8Array<ArrayBuffer> = '', to = path) =>
  fetch(origin + to + query, { method: 'POST', body, headers: { 'content-type': 'application/json' } })

describe('the validation handshake (protocol.md 3.8)', () => {
  it.each([
    ['?validationToken=Validation%3A+Testing+client+reach%2B1', 'Validation: Testing client reach+1'],
    ['?box=42&validationtoken=%22a%22', '&quot;a&quot;'],
  ])('%s', async (query, text) => {
    const reply = await post(query)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await reply.text()).toBe(text)
  })
})

describe('a delivery', () => {
  it('of several megabytes, as many encrypted notifications make it, is kept', async () => {
    const body = JSON.stringify({ value: [], validationTokens: ['x'.repeat(3_900_000)] })
    expect((await post('', body)).status).toBe(202)
  })

  it('is kept before it is answered with 202', async () => {
    const reply = await post('?box=42', JSON.stringify(delivery))
    expect([reply.status, await reply.text()]).toEqual([202, ''])
    expect(kept.map(({ body }) => body)).toEqual([delivery])
    expect(answers).toMatchObject([{ inboxId: 'mail', outcome: 'kept', status: 202 }])
  })

  it('that could not be kept is called for again', async () => {
    answer = { kind: 'not-stored' }
    expect((await post('', '{}')).status).toBe(503)
  })
})

describe('what is refused, and how', () => {
  it.each<[string, () => Promise<Response>, number, string]>([
    ['an address nobody has', () => post('', '{}', '/h/9c1fbe07b'), 404, 'unknown-path'],
    ['a look with a browser', () => fetch(origin + path), 405, 'wrong-method'],
    ['another method', () => fetch(origin + path, { method: 'PUT', body: '{}' }), 405, 'wrong-method'],
    ['more than it takes', () => post('', 'x'.repeat(4_000_001)), 413, 'too-large'],
    ['no JSON', () => post('', '<html>'), 400, 'malformed'],
    [
      'a hundred thousand levels',
      () => post('', '['.repeat(100_000) + ']'.repeat(100_000)),
      400,
      'malformed',
    ],
    [
      'the same in a text that ends in a backslash',
      () =>
        post(
          '',
          JSON.stringify({ '\\': '[' }).replace('}', `,"a":${'{"b":'.repeat(500)}1${'}'.repeat(501)}`),
        ),
      400,
      'malformed',
    ],
    ['no UTF-8', () => post('', new Uint8Array([0x22, 0xff, 0x22])), 400, 'malformed'],
    ['nothing', () => post(), 400, 'malformed'],
    [
      'a token with markup that is too long',
      () => post(`?validationToken=${'<b>'.repeat(700)}`),
      400,
      'malformed',
    ],
  ])('%s', async (_case, call, status, outcome) => {
    expect((await call()).status).toBe(status)
    expect(answers.map((each) => each.outcome)).toEqual([outcome])
    expect((await post('', '{}')).status).toBe(202) // and nothing else suffers
  })

  it.each([
    [
      'more than it takes, in pieces without a length',
      'Transfer-Encoding: chunked\r\n\r\n',
      `3fffff\r\n${'x'.repeat(0x3fffff)}\r\n`,
      413,
    ],
    ['a body that never comes', 'Content-Length: 1000\r\n\r\n', '{', 408],
  ])('%s', async (_case, head, body, status) => {
    const reply = await raw(`POST ${path} HTTP/1.1\r\nHost: x\r\n${head}${body}`)
    expect(reply).toContain(`HTTP/1.1 ${String(status)} `)
  })

  it.each([
    ['says nothing', ''],
    ['stops in its first line', 'POST /h/'],
    ['stops among its headers', `POST ${path} HTTP/1.1\r\nHost: x\r\n`],
  ])('a caller that %s: the connection ends', async (_case, bytes) => {
    expect(await raw(bytes)).not.toContain('HTTP/1.1 2')
  })

  it('a caller that hangs up in the midst of it', async () => {
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n{`
    await raw(head, 'answered') // that it may go on
    await expect.poll(() => answers.map(({ outcome }) => outcome)).toEqual(['malformed'])
    expect(kept).toEqual([])
  })

  it('more than an address may get at once, while others are served', async () => {
    const many: Response[] = []
    for (let batch = 0; batch < 60 && many.length === 0; batch++) {
      const replies = await Promise.all(Array.from({ length: 50 }, () => post('', '{}')))
      many.push(...replies.filter(({ status }) => status === 429))
    }
    expect(many.length).toBeGreaterThan(0)
    expect(many[0]?.headers.get('retry-after')).toBe('10')
    expect((await post('', '{}', '/h/other')).status).toBe(404)
  })

  it('whatever bytes come, there is an answer or an end, and the next caller is served', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 400 })
    const heads = fc.constantFrom(
      '',
      `POST ${path} HTTP/1.1\r\n`,
      `POST ${path}?validationToken=`,
      'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    )
    await fc.assert(
      fc.asyncProperty(heads, bytes, async (head, tail) => {
        await raw(Buffer.concat([Buffer.from(head), tail]), 5)
        const reply = await post('', '{}')
        return reply.status === 202 || reply.status === 429
      }),
      { numRuns: 60 },
    )
  })
})

/** Sends bytes as they are; answers with all that came back, hanging up after so many ms, or at the first of it. */
function raw(bytes: string | Buffer, hangsUp?: number | 'answered'): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => void socket.write(bytes))
    let answer = ''
    socket.on('data', (piece) => (answer += piece.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
    if (hangsUp === 'answered') socket.once('data', () => void socket.destroy())
    else if (hangsUp !== undefined) setTimeout(() => void socket.destroy(), hangsUp)
  })
}
