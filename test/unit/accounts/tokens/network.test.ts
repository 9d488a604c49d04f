import { ClientAuthError, ServerError } from '@azure/msal-node'
import { beforeEach, describe, expect, test } from 'vitest'
import { Network } from '../../../../main/accounts/tokens/network.ts'
import { VirtualClock } from '../../../story/virtual-clock.ts'

const url = 'https://login.microsoftonline.com/common/oauth2/v2.0/token'

let clock: VirtualClock
let answer: () => Promise<Response>
let network: Network
let asked: number

beforeEach(() => {
  clock = new VirtualClock()
  asked = 0
  network = new Network({ fetch: () => (asked++, answer()), clock })
})

const post = () =>
  network.sendPostRequestAsync(url, { body: 'grant_type=refresh_token' }).then(
    () => null,
    (error: unknown) => error,
  )
const refuses = (status: number, headers: Record<string, string> = {}) => {
  answer = async () => new Response('{"error":"temporarily_unavailable"}', { status, headers })
}

describe('who cannot be reached is named by what helps to find out why', () => {
  const caused = (cause: unknown) => new TypeError('fetch failed', { cause })
  const coded = (code: unknown) => Object.assign(new Error('refused'), { code })
  test.each<[string, unknown, string]>([
    ['Node’s cause', caused(coded('ECONNREFUSED')), 'ECONNREFUSED'],
    ['a cause within a cause', caused(caused(coded('CERT_HAS_EXPIRED'))), 'CERT_HAS_EXPIRED'],
    ['a code of its own', coded('ENOTFOUND'), 'ENOTFOUND'],
    [
      'a code that is no text, but Chromium’s words',
      Object.assign(new Error('net::ERR_FAILED'), { code: 7 }),
      'net::ERR_FAILED',
    ],
    [
      'Chromium’s words',
      new Error('net::ERR_CERT_AUTHORITY_INVALID (-202)'),
      'net::ERR_CERT_AUTHORITY_INVALID',
    ],
    ['a cause that is no error', caused('x'), 'TypeError'],
    ['nothing but its name', new RangeError('odd'), 'RangeError'],
    ['nothing at all', 'odd', 'unknown'],
  ])('%s', async (_name, error, reason) => {
    answer = () => Promise.reject(error)
    const seen = await post()
    expect(seen).toBeInstanceOf(ClientAuthError)
    expect(seen).toMatchObject({ errorCode: 'network_error', errorMessage: reason })
  })
})

describe('who is busy is left alone', () => {
  test.each<[string, number, Record<string, string>, number]>([
    ['for as long as it says', 503, { 'retry-after': '17' }, 17_000],
    ['for as long as it says twice', 429, { 'retry-after': '120, 120' }, 120_000],
    ['for a minute after a 429 that says nothing', 429, {}, 60_000],
    ['not at all after a bad gateway that says nothing', 502, {}, 0],
    ['for an hour, whatever it says', 429, { 'retry-after': '94608000' }, 3_600_000],
    [
      'until the date it says, by its own clock',
      503,
      { 'retry-after': 'Thu, 19 Nov 2026 10:00:30 GMT', date: 'Thu, 19 Nov 2026 10:00:00 GMT' },
      30_000,
    ],
  ])('%s', async (_name, status, headers, ms) => {
    refuses(status, headers)
    expect(await post()).toBeInstanceOf(ServerError)
    expect(network.busyForMs).toBe(ms)
    clock.set(-3_600_000)
    expect(network.busyForMs).toBe(ms)
    await post()
    expect(asked).toBe(ms > 0 ? 1 : 2)
    await clock.advance({ ms })
    expect(network.busyForMs).toBe(0)
    await post()
    expect(asked).toBe(ms > 0 ? 2 : 3)
  })
})

test('a page that is larger than anybody’s answer is none', async () => {
  answer = async () => new Response('x'.repeat(33 * 1024 * 1024), { status: 200 })
  expect(await post()).toMatchObject({ errorCode: 'network_error', errorMessage: 'unexpected page' })
})
