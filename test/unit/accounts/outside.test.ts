import { describe, expect, test } from 'vitest'
import { keptAccount } from '../../../main/accounts/account-store.ts'
import { formatSignIns, parseSignIns } from '../../../main/accounts/tokens/sign-in-files.ts'
import { deviceCodeIn, isPending, refusalIn } from '../../../main/accounts/tokens/token-answer.ts'

const answer = (body: Record<string, unknown> | null, status = 400) => ({ status, headers: {}, body })

describe('the sign-ins file', () => {
  test('comes back as it was written', () => {
    const kept = new Map([
      ['a.b', '{"Account":{}}'],
      ['c.d', '{}'],
    ])
    expect(parseSignIns(formatSignIns(kept))).toEqual(kept)
  })

  test.each(['', '{', 'null', '[]', '{}', '{"version":1,"accounts":[]}', '{"accounts":{}}'])(
    '%s is damaged',
    (text) => {
      expect(parseSignIns(text)).toBe('damaged')
    },
  )

  test.each(['{"version":2,"accounts":{}}', '{"version":7}'])('%s is of a newer version', (text) => {
    expect(parseSignIns(text)).toBe('newer')
  })

  test.each(['{}', '"{\\"Account\\":"', '"null"', '7'])('an account of %s costs no other account', (odd) => {
    expect(parseSignIns(`{"version":1,"accounts":{"a.b":${odd},"c.d":"{}"}}`)).toEqual(
      new Map([['c.d', '{}']]),
    )
  })
})

describe('what MSAL keeps of an account', () => {
  const account = { username: 'grace@lindenhof.example', name: 'Grace', realm: 'tenant' }
  const shown = { name: 'Grace', username: 'grace@lindenhof.example', tenantId: 'tenant' }

  test.each([
    [
      'tokens can be had',
      { Account: { k: account }, RefreshToken: { r: { secret: 's' } } },
      { ...shown, refreshable: true },
    ],
    [
      'the refresh token is gone',
      { Account: { k: account }, RefreshToken: {} },
      { ...shown, refreshable: false },
    ],
    ['of another shape', { Account: { k: account }, RefreshToken: [1] }, { ...shown, refreshable: false }],
    ['nobody there', { Account: {}, RefreshToken: { r: { secret: 's' } } }, null],
    ['junk', { Account: 'x' }, null],
  ])('%s', (_what, cache, expected) => {
    expect(keptAccount(JSON.stringify(cache))).toEqual(expected)
  })

  test('nothing kept is nobody', () => {
    expect(keptAccount('')).toBeNull()
  })
})

describe('an answer of the login host', () => {
  test('that refuses becomes an error with all it says', () => {
    const body = {
      error: 'invalid_grant',
      error_description: 'AADSTS50173: No.',
      suberror: 's',
      error_codes: [50173],
    }
    expect(refusalIn(answer(body))).toMatchObject({
      errorCode: 'invalid_grant',
      errorMessage: 'AADSTS50173: No.',
      subError: 's',
      errorNo: '50173',
      status: 400,
    })
  })

  test.each([[null], [{}], [{ error: 7 }], [{ error: '' }]])('%j refuses nothing', (body) => {
    expect(refusalIn(answer(body))).toBeNull()
  })

  const code = {
    user_code: 'ABC',
    device_code: 'd',
    verification_uri: 'https://microsoft.com/devicelogin',
    expires_in: 900,
  }

  test.each([
    [{ ...code, interval: 7 }, { interval: 7 }],
    [code, { interval: 5 }],
    [{ ...code, interval: 0 }, { interval: 5 }],
    [
      { ...code, expires_in: '900', interval: '3' },
      { expires_in: 900, interval: 3 },
    ],
    [{ ...code, verification_uri: 'http://127.0.0.1:4710/devicelogin' }, { user_code: 'ABC' }],
  ])('device code %j is read as %j', (body, expected) => {
    expect(deviceCodeIn(answer(body, 200))).toMatchObject(expected)
  })

  test.each([
    [null, 'malformed_device_code'],
    [{ ...code, user_code: undefined }, 'malformed_device_code'],
    [{ ...code, verification_uri: 'javascript:alert(1)' }, 'malformed_device_code'],
    [{ ...code, expires_in: 'soon' }, 'malformed_device_code'],
    [{ error: 'unauthorized_client' }, 'unauthorized_client'],
  ])('device code %j is refused as %s', (body, errorCode) => {
    expect(() => deviceCodeIn(answer(body, 200))).toThrow(expect.objectContaining({ errorCode }))
  })

  test.each([
    ['authorization_pending', 'yes'],
    ['slow_down', 'slower'],
    ['expired_token', 'no'],
  ])('%s: pending %s', (error, pending) => {
    const refused = refusalIn(answer({ error }))
    expect(refused && isPending(refused)).toBe(pending)
  })
})
