import { beforeEach, expect, test } from 'vitest'
import { fetchEndpoint } from '../../../main/graph/endpoint.ts'
import { json, Scripted } from './scripted.ts'

const path = '/drives/b!d/root/subscriptions/socketIo'
const real = 'https://northeurope2-3.pushnp.svc.ms/notifications?token=T&applicationId=A'
const simulated = 'http://127.0.0.1:4000'

let at: Scripted

beforeEach(() => {
  at = new Scripted()
})

function fetchFrom(body: unknown, alsoOrigin: string | null = null, headers: Record<string, string> = {}) {
  at.replies = [json(body, 200, headers)]
  return fetchEndpoint(at.graph, path, {
    pushHosts: ['.svc.ms'],
    alsoOrigin,
    clock: at.clock,
  })
}

test('asks as Microsoft documents it', async () => {
  await fetchFrom({ id: 'e', notificationUrl: real })
  expect(at.calls[0]).toMatchObject({
    url: `https://graph.microsoft.com/v1.0${path}`,
    headers: { 'content-type': 'application/json' },
  })
})

test.each([
  [real, null, true],
  ['wss://2-westeurope.pushp.svc.ms/notifications?token=T', null, true],
  ['https://h.svc.ms/zbaehwg/callback?snthgk=K', simulated, true],
  ['http://h.svc.ms/notifications?token=T', null, false],
  ['ws://h.svc.ms/notifications?token=T', simulated, false],
  ['https://svc.ms.evil.example/notifications', null, false],
  ['https://evilsvc.ms/notifications', null, false],
  ['https://user:word@h.svc.ms/notifications', null, false],
  ['http://127.0.0.1:4000/notifications?token=T', simulated, true],
  ['ws://127.0.0.1:4000/notifications?token=T', simulated, true],
  ['https://localhost:4000/notifications?token=T', simulated, true],
  ['http://127.0.0.1:4000/notifications?token=T', null, false],
  ['http://127.0.0.1:4001/notifications?token=T', simulated, false],
  ['http://192.168.0.7:4000/notifications?token=T', simulated, false],
  ['ftp://127.0.0.1:4000/notifications', simulated, false],
  ['file:///etc/passwd', simulated, false],
  ['::not a url::', null, false],
  ['', null, false],
  [7, null, false],
  [undefined, null, false],
])('%s, with the simulator at %s, is believed: %s', async (notificationUrl, alsoOrigin, expected) => {
  const result = await fetchFrom({ id: 'e', notificationUrl }, alsoOrigin)
  expect(result).toMatchObject(
    expected
      ? { ok: true, value: { id: 'e', url: notificationUrl } }
      : { ok: false, error: { kind: 'malformed' } },
  )
})

const minute = 60_000
test.each([
  ['a life of ten minutes', '2026-11-19T09:10:00.5200000Z', undefined, 10 * minute + 520],
  ['our clock an hour ahead', '2026-11-19T08:10:00Z', 'Thu, 19 Nov 2026 08:00:00 GMT', 10 * minute],
  ['our clock a day behind', '2026-11-20T09:10:00Z', 'Fri, 20 Nov 2026 09:00:00 GMT', 10 * minute],
  ['no expiry', undefined, undefined, 60 * minute],
  ['null', null, undefined, 60 * minute],
  ['garbled', 'soon', undefined, 60 * minute],
  ['year 1', '0001-01-01T00:00:00Z', undefined, 60 * minute],
  ['already over', '2026-11-19T08:00:00Z', 'Thu, 19 Nov 2026 09:00:00 GMT', 60 * minute],
])('%s', async (_, expirationDateTime, date, lifeMs) => {
  const result = await fetchFrom({ notificationUrl: real, expirationDateTime }, null, date ? { date } : {})
  expect(result).toMatchObject({ ok: true, value: { expiresAt: at.clock.elapsed() + lifeMs } })
})

test('the secret of an endpoint is in no log, believed or not', async () => {
  await fetchFrom({ notificationUrl: real.replace('token=T', 'token=SECRET') })
  await fetchFrom({ notificationUrl: 'https://evil.example/notifications?token=SECRET' })
  await fetchFrom('SECRET')
  expect(at.lines.join('\n')).not.toContain('SECRET')
})
