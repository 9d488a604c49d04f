import { createServer, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Graph } from '../../main/graph/graph.ts'
import { ok } from '../../main/kit/result.ts'
import { checkRequest } from '../../main/webhooks/catalogue/request-check.ts'
import {
  changeSubscription,
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  reauthorizeSubscription,
} from '../../main/webhooks/api/subscription-calls.ts'
import { propertiesOf } from '../../main/webhooks/api/subscription-reply.ts'
import { driveDraft, work } from '../unit/webhooks/asker.ts'
import { listen } from './listen.ts'
import { graphAt } from './graph-at.ts'

interface Said {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

const id = '0f6b52c8-6a1d-4c7e-9d0b-44b1f0a9e7d3'
let server: Server
let origin: string
let graph: Graph
let asked: { readonly line: string; readonly body: unknown; readonly prefer: unknown }[]
let says: (request: IncomingMessage) => Said

beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const line = `${request.method ?? ''} ${request.url ?? ''}`
      asked.push({ line, body: body === '' ? null : JSON.parse(body), prefer: request.headers.prefer })
      const said = says(request)
      response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers })
      response.end(said.body === undefined ? undefined : JSON.stringify(said.body))
    })
  })
  origin = await listen(server)
  graph = graphAt(origin)
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const held = {
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#subscriptions/$entity',
  id,
  resource: '/me/drive/root',
  applicationId: '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2',
  changeType: 'updated',
  clientState: 'k3v-71d0c9f4a2',
  notificationUrl: 'https://relay.example.net/h/9c1f0a7be07a?box=42',
  lifecycleNotificationUrl: null,
  notificationContentType: 'application/json',
  expirationDateTime: '2026-12-19T00:00:00-08:00',
  creatorId: '41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10',
  includeResourceData: null,
  somethingNew: { of: 2030 },
}

test('a checked draft is sent as it was checked, and the answer is read', async () => {
  says = () => ({ status: 201, body: held })
  const checked = checkRequest(
    { ...driveDraft, extras: ['security-events'] },
    work,
    Date.parse('2026-11-21T08:00:00Z'),
  )
  if (!checked.body) throw new Error('nothing to send')
  const made = await createSubscription(graph, checked.body, checked.headers)
  expect(asked).toEqual([
    {
      line: 'POST /v1.0/subscriptions',
      prefer: 'includesecuritywebhooks',
      body: {
        changeType: 'updated',
        resource: '/me/drive/root',
        notificationUrl: 'https://relay.example.net/h/9c1f',
        lifecycleNotificationUrl: 'https://relay.example.net/h/9c1f',
        expirationDateTime: '2026-12-19T08:00:00.000Z',
        clientState: 'k3v-71d0c9f4a2',
      },
    },
  ])
  expect(made).toMatchObject({
    ok: true,
    value: {
      id,
      changeTypes: ['updated'],
      expiresAt: Date.parse('2026-12-19T08:00:00Z'),
      includeResourceData: false,
    },
  })
})

test('every property is shown as it came, without its secrets', async () => {
  says = () => ({ status: 200, body: held })
  const got = await getSubscription(graph, id)
  if (!got.ok) throw new Error('not got')
  expect(asked[0]?.line).toBe(`GET /v1.0/subscriptions/${id}`)
  const shown = new Map(
    propertiesOf(got.value).map(({ name, value, hidden }) => [name, hidden ? 'hidden' : value]),
  )
  expect(Object.fromEntries(shown)).toMatchObject({
    resource: '/me/drive/root',
    clientState: 'hidden',
    notificationUrl: 'https://relay.example.net/h/9c1f…e07a',
    lifecycleNotificationUrl: null,
    notificationContentType: 'application/json',
    somethingNew: '{"of":2030}',
  })
  expect(shown.has('@odata.context')).toBe(false)
})

test('the list is read to its end, once, without what is none', async () => {
  says = ({ url }) =>
    url === '/v1.0/subscriptions'
      ? {
          status: 200,
          body: {
            value: [held, { nonsense: true }, 7],
            '@odata.nextLink': `${origin}/v1.0/subscriptions?$skiptoken=a`,
          },
        }
      : {
          status: 200,
          body: {
            value: [{ ...held, id: 'second', clientState: null }],
            '@odata.nextLink': `${origin}/v1.0/subscriptions?$skiptoken=a`, // leads to itself
          },
        }
  const list = await listSubscriptions(graph)
  expect(list).toMatchObject({ ok: true, value: [{ id }, { id: 'second' }] })
  expect(asked).toHaveLength(2)
})

test('renewing, reauthorizing and deleting', async () => {
  says = ({ method }) => (method === 'PATCH' ? { status: 200, body: held } : { status: 204 })
  const expirationDateTime = '2026-12-20T08:00:00Z'
  expect(await changeSubscription(graph, id, { expirationDateTime })).toMatchObject({ ok: true })
  expect(await reauthorizeSubscription(graph, id)).toEqual(ok(undefined))
  expect(await deleteSubscription(graph, id)).toEqual(ok(undefined))
  expect(asked.map(({ line, body }) => [line, body])).toEqual([
    [`PATCH /v1.0/subscriptions/${id}`, { expirationDateTime }],
    [`POST /v1.0/subscriptions/${id}/reauthorize`, null],
    [`DELETE /v1.0/subscriptions/${id}`, null],
  ])
})

test('deleting what is gone is done', async () => {
  says = () => ({ status: 404, body: { error: { code: 'ResourceNotFound', message: 'gone' } } })
  expect(await deleteSubscription(graph, id)).toEqual(ok(undefined))
  expect(await getSubscription(graph, id)).toMatchObject({ error: { kind: 'gone' } })
})

describe('each refusal is told by what can be done', () => {
  const refusal = (status: number, code: string, message: string, headers = {}): Said => ({
    status,
    headers: { 'request-id': 'r-1', ...headers },
    body: { error: { code, message } },
  })
  test.each([
    [
      refusal(
        409,
        'ObjectIdentifierInUse',
        `Subscription Id ${id} already exists for the requested combination`,
      ),
      { kind: 'exists', id },
    ],
    [refusal(409, 'Conflict', 'no more words'), { kind: 'exists', id: null }],
    [refusal(400, 'ValidationError', 'Subscription validation request timed out.'), { kind: 'unreachable' }],
    [
      refusal(400, 'InvalidRequest', 'Subscription validation request failed. Must respond with 200 OK.'),
      { kind: 'unreachable' },
    ],
    [
      refusal(400, 'ExtensionError', 'Subscription expiration can only be …'),
      { kind: 'refused', code: 'ExtensionError' },
    ],
    [
      refusal(403, 'Forbidden', 'The mailbox has reached its quota of 1,000 subscriptions.'),
      { kind: 'quota', most: 1000 },
    ],
    [
      refusal(403, 'ExtensionError', 'Operation: Create; no consent.'),
      { kind: 'forbidden', requestId: 'r-1' },
    ],
    [refusal(401, 'InvalidAuthenticationToken', 'no'), { kind: 'signed-out' }],
    [
      refusal(429, 'TooManyRequests', 'slow', { 'retry-after': '7' }),
      { kind: 'throttled', retryAfterMs: 7000 },
    ],
    [{ status: 308 }, { kind: 'passing' }],
    [{ status: 502 }, { kind: 'passing' }],
    [{ status: 201, body: { nonsense: true } }, { kind: 'passing' }],
  ] satisfies [Said, object][])('%o', async (said, expected) => {
    says = () => said
    const { body, headers } = checkRequest(driveDraft, work, Date.now())
    if (!body) throw new Error('nothing to send')
    expect(await createSubscription(graph, body, headers)).toMatchObject({ ok: false, error: expected })
  })
})
