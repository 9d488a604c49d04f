import { beforeEach, describe, expect, test } from 'vitest'
import { VirtualClock } from '../story/virtual-clock.ts'
import { TestClient } from './client.ts'
import { graphFaults } from './faults.ts'
import { Simulator } from './simulator.ts'

const socketIo = '/me/drive/root/subscriptions/socketIo'

let clock: VirtualClock
let simulator: Simulator
let grace: TestClient

beforeEach(async () => {
  clock = new VirtualClock()
  simulator = new Simulator({ clock, random: () => 0.5 })
  grace = await TestClient.signIn(simulator)
})

describe('who may ask', () => {
  test.each([
    ['no token', undefined, 'Access token is empty.'],
    ['an unknown token', 'Bearer nothing', 'Access token validation failure.'],
  ])('%s is a 401', async (_what, authorization, message) => {
    const headers = { 'client-request-id': 'mine', ...(authorization && { authorization }) }
    const reply = await simulator.fetch('https://graph.microsoft.com/v1.0/me', { headers })
    expect(reply.status).toBe(401)
    expect(reply.headers.get('client-request-id')).toBe('mine')
    expect(reply.headers.get('date')).toBe(new Date(clock.now()).toUTCString())
    expect(await reply.json()).toMatchObject({
      error: { code: 'InvalidAuthenticationToken', message, innerError: { 'client-request-id': 'mine' } },
    })
  })

  test('a token is good for its life', async () => {
    expect((await grace.get('/me')).status).toBe(200)
    await clock.advance({ minutes: 60 })
    expect((await grace.get('/me')).status).toBe(401)
  })

  test('a challenge without CP1 is a plain 401', async () => {
    simulator.identity.challenge('Grace Kimani')
    const reply = await grace.get('/me')
    expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([
      401,
      expect.not.stringContaining('claims'),
    ])
  })

  test('a missing scope is a 403, a drive that is not yours a 404', async () => {
    const shared = simulator.addDrive('Ada Okafor', { readers: ['Grace Kimani'] })
    const hidden = simulator.addDrive('Bo Lindqvist')
    const reader = await TestClient.signIn(simulator, 'Grace Kimani', 'Files.Read.All')
    const statuses = async (client: TestClient) =>
      Promise.all(
        ['/me', `/drives/${shared.id}`, `/drives/${hidden.id}`].map(
          async (path) => (await client.get(path)).status,
        ),
      )
    expect(await statuses(grace)).toEqual([200, 403, 404])
    expect(await statuses(reader)).toEqual([403, 200, 404])
  })
})

describe('what there is', () => {
  test('me, my drive, an item with its path', async () => {
    expect(await grace.json('/me?$select=id,displayName')).toEqual({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
      id: '3d0f7a21-5c48-4b96-a1e7-92c6b8d5f014',
      displayName: 'Grace Kimani',
    })
    const drive = await grace.json('/me/drive')
    expect(drive).toMatchObject({ driveType: 'business', owner: { user: { displayName: 'Grace Kimani' } } })
    const { id } = simulator.driveOf().at('Plans/budget.xlsx')
    const item = await grace.json(`/drives/${String(drive['id'])}/items/${id}`)
    expect(item['parentReference']).toMatchObject({ path: `/drives/${String(drive['id'])}/root:/Plans` })
  })

  test.each([
    ['v1.0', socketIo],
    ['beta', socketIo],
    ['v1.0', `/drives/ID/root/subscriptions/socketIo`],
    ['v1.0', `/drives/ID/list/subscriptions/socketIo`],
  ])('an endpoint at %s %s', async (version, path) => {
    const url = `https://graph.microsoft.com/${version}${path.replace('ID', simulator.driveOf().id)}`
    const endpoint = await grace.json(url)
    expect(endpoint['notificationUrl']).toMatch(
      /^https:\/\/westeurope1-1\.pushnp\.svc\.ms\/notifications\?token=w9-.*&applicationId=/,
    )
    expect(endpoint['expirationDateTime']).toBe('2026-11-19T10:00:00.0000000Z')
    expect(endpoint['clientState']).toMatch(/^system-managed:/)
  })

  test('endpoints are refused as not supported so many times', async () => {
    simulator.switches.endpoint.notSupported = 2
    const codes: unknown[] = []
    for (let time = 0; time < 3; time++) codes.push((await grace.json(socketIo))['error'])
    expect(codes).toEqual([
      expect.objectContaining({ code: 'notSupported' }),
      expect.objectContaining({ code: 'notSupported' }),
      undefined,
    ])
  })

  test.each([
    ['html', /^<html>/],
    ['broken', /^{"@odata.context"/],
  ] as const)('an endpoint comes as %s with status 200', async (body, text) => {
    simulator.switches.endpoint.body = body
    const reply = await grace.get(socketIo)
    expect([reply.status, await reply.clone().text()]).toEqual([200, expect.stringMatching(text)])
    await expect(reply.json()).rejects.toThrow(SyntaxError)
    expect((await grace.get('/me/drive')).headers.get('content-type')).toContain('json')
  })

  test('endpoints that are not right, by switch', async () => {
    Object.assign(simulator.switches.endpoint, { url: 'foreign', expiry: 'missing' })
    const foreign = await grace.json(socketIo)
    expect(foreign['notificationUrl']).toMatch(/^https:\/\/push\.elsewhere\.example/)
    expect(foreign).not.toHaveProperty('expirationDateTime')
    Object.assign(simulator.switches.endpoint, { url: 'insecure', expiry: 'past' })
    const insecure = await grace.json(socketIo)
    expect(insecure['notificationUrl']).toMatch(/^http:\/\/westeurope1-1\.pushnp\.svc\.ms/)
    expect(insecure['expirationDateTime']).toBe('2026-11-19T08:59:00.0000000Z')
    simulator.switches.endpoint.url = 'missing'
    expect(await grace.json(socketIo)).not.toHaveProperty('notificationUrl')
  })
})

describe('what goes wrong', () => {
  test.each([
    ['notSupported', 400, 'notSupported'],
    ['expiredToken', 401, 'InvalidAuthenticationToken'],
    ['claims', 401, 'InvalidAuthenticationToken'],
    ['forbidden', 403, 'accessDenied'],
    ['notFound', 404, 'itemNotFound'],
    ['gone', 410, 'resyncRequired'],
    ['locked', 423, 'locked'],
    ['throttled', 429, 'TooManyRequests'],
    ['broken', 500, 'generalException'],
    ['busy', 503, 'serviceNotAvailable'],
    ['overused', 509, 'activityLimitReached'],
  ] as const)('%s is %i %s', async (name, status, code) => {
    simulator.fails('/subscriptions/socketIo', graphFaults[name])
    const reply = await grace.get(socketIo)
    expect([reply.status, await reply.json()]).toMatchObject([status, { error: { code } }])
  })

  test('so many times, then no more; and counted', async () => {
    simulator.fails('/subscriptions/socketIo', { status: 400, code: 'notSupported', times: 3 })
    const statuses: number[] = []
    for (let time = 0; time < 4; time++) statuses.push((await grace.get(socketIo)).status)
    expect(statuses).toEqual([400, 400, 400, 200])
    expect(simulator.requests.matching('socketIo').map(({ status }) => status)).toEqual(statuses)
  })

  test('one person’s trouble is not another’s', async () => {
    const sam = await TestClient.signIn(simulator, 'Sam Whitlock')
    simulator.fails(/./, { ...graphFaults.throttled, person: 'Grace Kimani' })
    expect([(await grace.get('/me')).status, (await sam.get('/me')).status]).toEqual([429, 200])
  })

  test('throttled with Retry-After, until it is over', async () => {
    using _trouble = simulator.fails(/\/me\/drive$/, { status: 429, retryAfter: 17 })
    const reply = await grace.get('/me/drive')
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '17'])
    expect((await grace.get('/me')).status).toBe(200)
    simulator.behaves()
    expect((await grace.get('/me/drive')).status).toBe(200)
  })

  test('a gateway’s page, malformed JSON, a broken connection', async () => {
    simulator.fails('/me', { ...graphFaults.gatewayPage, times: 1 })
    simulator.fails('/me', { ...graphFaults.cutOff, times: 1 })
    simulator.fails('/me', { ...graphFaults.hangUp, times: 1 })
    const page = await grace.get('/me')
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
      502,
      expect.stringContaining('html'),
      '<h1>Bad gateway</h1>',
    ])
    await expect((await grace.get('/me')).json()).rejects.toThrow(SyntaxError)
    await expect(grace.get('/me')).rejects.toThrow('fetch failed')
    expect((await grace.get('/me')).status).toBe(200)
  })

  test('a claims challenge for any path', async () => {
    simulator.fails('/me', { status: 401, claims: '{"access_token":{}}', times: 1 })
    const challenge = (await grace.get('/me')).headers.get('www-authenticate')
    expect(challenge).toContain(`claims="${Buffer.from('{"access_token":{}}').toString('base64')}"`)
  })

  test('slow, and given up by whoever waits', async () => {
    simulator.fails('/me', { delayMs: 20_000, times: 2 })
    const slow = grace.get('/me')
    await clock.advance({ seconds: 20 })
    expect((await slow).status).toBe(200)
    const impatient = new AbortController()
    const waiting = simulator.fetch('https://graph.microsoft.com/v1.0/me', { signal: impatient.signal })
    impatient.abort()
    await expect(waiting).rejects.toThrow('aborted')
  })

  test('no network', async () => {
    simulator.cutNetwork()
    await expect(grace.get('/me')).rejects.toThrow(TypeError)
    simulator.restoreNetwork()
    expect((await grace.get('/me')).status).toBe(200)
  })
})

test('the log holds no token', async () => {
  const { deltaLink } = await grace.set('/me/drive/root/delta?token=latest&$select=id')
  simulator.switches.delta.linkShape = 'quoted-function'
  const { deltaLink: quoted } = await grace.set(deltaLink)
  await grace.get(quoted)
  const asked = simulator.requests
    .matching('/delta')
    .map(({ path, query }) => `${path.replace('/v1.0/me/drive', '')}${query}`)
  expect(asked).toEqual([
    '/root/delta?token=latest&$select=id',
    '/root/delta?token=…',
    '/root/delta(token=…)',
  ])
})
