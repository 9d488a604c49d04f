import { english } from '../../words.ts'
import { AuthError, ClientAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node'
import { describe, expect, test } from 'vitest'
import {
  type AadstsFamily,
  aadstsFamily,
  aadstsNumbers,
  tokenFailure,
} from '../../../main/accounts/tokens/token-failure.ts'
import type { SignedOutReason } from '../../../main/accounts/account.ts'
import { type SignInFailure, signInFailure } from '../../../main/accounts/sign-in/sign-in-failure.ts'
import { consentRefusal, signedOut, signInRefusal } from '../../../main/accounts/sign-in/sign-in-words.ts'

const server = (code: string, { number, suberror }: { number?: number; suberror?: string } = {}) =>
  new ServerError(code, '', number ? `AADSTS${number}: Something.` : 'Something.', suberror)
const interaction = (code: string, { suberror = '', claims = '', number = 0 } = {}) =>
  new InteractionRequiredAuthError(code, '', `AADSTS${number}: Something.`, suberror, '', '', claims)
const network = (reason: string) => new ClientAuthError('network_error', '', reason)

describe('a refused token', () => {
  test.each<[string, Error, SignedOutReason]>([
    ['invalid_grant, no suberror', server('invalid_grant', { number: 700082 }), 'ran-out'],
    ['invalid_grant, nothing known', server('invalid_grant'), 'ran-out'],
    ['bad_token', interaction('invalid_grant', { suberror: 'bad_token' }), 'ran-out'],
    ['no_tokens_found', interaction('no_tokens_found'), 'ran-out'],
    ['a revoked session', server('invalid_grant', { number: 50173 }), 'password-changed'],
    [
      'a password that expired',
      interaction('invalid_grant', { suberror: 'user_password_expired' }),
      'password-changed',
    ],
    ['more wanted', interaction('interaction_required', { number: 50076 }), 'confirm'],
    ['more wanted, for no reason given', interaction('interaction_required'), 'confirm'],
    ['a sign-in wanted', interaction('login_required'), 'confirm'],
    ['claims', interaction('invalid_grant', { claims: '{"a":1}', suberror: 'basic_action' }), 'confirm'],
    [
      'consent',
      interaction('invalid_grant', { suberror: 'consent_required', number: 65001 }),
      'permissions-withdrawn',
    ],
    ['a blocked computer', interaction('interaction_required', { number: 53003 }), 'not-allowed'],
    [
      'consent that only administrators give',
      server('access_denied', { number: 90094 }),
      'permissions-withdrawn',
    ],
    ['an account that was removed', server('invalid_grant', { number: 50034 }), 'not-allowed'],
    [
      'a sign-in that is to be repeated often',
      interaction('interaction_required', { number: 70043 }),
      'ran-out',
    ],
  ])('ends the sign-in: %s', (_what, error, reason) => {
    expect(tokenFailure(error, 0)).toMatchObject({ kind: 'ended', reason })
  })

  test.each<[string, Error, string]>([
    ['disabled', server('unauthorized_client', { number: 7000112 }), '7000112'],
    ['unknown', server('unauthorized_client', { number: 700016 }), '700016'],
    ['without a secret that is demanded', server('invalid_client', { number: 7000218 }), '7000218'],
    ['not bought by the organization', server('invalid_client', { number: 650052 }), '650052'],
    ['for an unknown resource', server('invalid_resource', { number: 500011 }), '500011'],
    ['for one organization', server('invalid_request', { number: 50194 }), '50194'],
    ['refused without a number', server('invalid_client'), 'invalid_client'],
    ['for a grant it does not have', server('unsupported_grant_type'), 'unsupported_grant_type'],
    ['as if the sign-in had ended', server('invalid_grant', { number: 7000112 }), '7000112'],
    ['as if more were wanted', interaction('interaction_required', { number: 650052 }), '650052'],
    ['as if it were denied', server('access_denied', { number: 500014 }), '500014'],
    ['whose secret ran out', server('invalid_client', { number: 7000222 }), '7000222'],
  ])('ends the sign-in for the application’s sake: %s', (_what, error, code) => {
    expect(tokenFailure(error, 0)).toEqual({ kind: 'ended', reason: 'app-refused', claims: null, code })
  })

  test('keeps what Microsoft demands of the next sign-in', () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
    expect(tokenFailure(interaction('interaction_required', { claims }), 0)).toMatchObject({ claims })
    expect(tokenFailure(interaction('interaction_required'), 0)).toMatchObject({ claims: null })
  })

  test.each<[string, unknown, number, object]>([
    ['no network', network('ENOTFOUND'), 0, { kind: 'offline', code: 'ENOTFOUND' }],
    ['no answer in time', network('timeout'), 0, { kind: 'timeout' }],
    ['a busy service', server('temporarily_unavailable', { number: 90033 }), 0, { kind: 'server' }],
    [
      'a busy service that names a time',
      server('temporarily_unavailable'),
      30_000,
      { kind: 'throttled', retryAfterMs: 30_000 },
    ],
    ['MSAL holding back, without a code', server(''), 60_000, { kind: 'throttled', retryAfterMs: 60_000 }],
    ['asking too often', server('invalid_grant', { number: 50196 }), 0, { kind: 'server' }],
    ['invalid_grant out of trouble', server('invalid_grant', { number: 90033 }), 0, { kind: 'server' }],
    ['a scope that is none', server('invalid_scope', { number: 70011 }), 0, { kind: 'unexpected' }],
    ['a bug', new TypeError('x is not a function'), 0, { kind: 'unexpected', code: 'TypeError' }],
  ])('passes: %s', (_what, error, busyForMs, expected) => {
    expect(tokenFailure(error, busyForMs)).toMatchObject({ kind: 'passing', error: expected })
  })

  test('is named in the log without its text', () => {
    const error = new ServerError('invalid_grant', '', 'AADSTS50173: grace@lindenhof.example …', 'x')
    expect(tokenFailure(error, 0)).toMatchObject({ code: 'invalid_grant x 50173' })
  })
})

describe('a sign-in that came to nothing', () => {
  const consent = 'https://login.example/adminconsent'
  const place = { cloud: 'global', adminConsentUrl: consent } as const

  test.each<[string, unknown, SignInFailure]>([
    ['declined on the page', server('access_denied', { number: 65004 }), { kind: 'declined' }],
    ['declined, personal account', server('access_denied'), { kind: 'declined' }],
    ['device code declined', server('authorization_declined', { number: 70000 }), { kind: 'declined' }],
    ['device code too old', server('expired_token', { number: 70019 }), { kind: 'code-ran-out' }],
    [
      'device code too old for MSAL',
      new ClientAuthError('device_code_expired', ''),
      { kind: 'code-ran-out' },
    ],
    [
      'admin consent, from the page',
      server('access_denied', { number: 90094 }),
      { kind: 'admin-consent', url: consent },
    ],
    [
      'admin consent, from the token endpoint',
      new ServerError('invalid_grant', '', '', '', '90095'),
      { kind: 'admin-consent', url: consent },
    ],
    [
      'consent that nobody may give, however often it is asked for',
      interaction('invalid_grant', { suberror: 'consent_required', number: 65001 }),
      { kind: 'admin-consent', url: consent },
    ],
    [
      'more wanted and not given',
      server('interaction_required', { number: 50076 }),
      { kind: 'unconfirmed', code: '50076' },
    ],
    ['blocked', server('access_denied', { number: 53003 }), { kind: 'not-allowed', code: '53003' }],
    [
      'not assigned',
      server('interaction_required', { number: 50105 }),
      { kind: 'not-allowed', code: '50105' },
    ],
    ['another tenant', server('invalid_grant', { number: 50020 }), { kind: 'wrong-account', code: '50020' }],
    [
      'unknown application',
      server('unauthorized_client', { number: 700016 }),
      { kind: 'registration', code: '700016', cloud: 'global' },
    ],
    [
      'public clients forbidden',
      server('invalid_client', { number: 7000218 }),
      { kind: 'registration', code: '7000218', cloud: 'global' },
    ],
    ['bad scope', server('invalid_scope'), { kind: 'registration', code: 'invalid_scope', cloud: 'global' }],
    ['trouble at Microsoft', server('server_error', { number: 90033 }), { kind: 'busy' }],
    ['no network', network('ECONNREFUSED'), { kind: 'offline' }],
    ['something new', new AuthError('brand_new', ''), { kind: 'unexpected', code: 'brand_new' }],
    ['a bug', new TypeError('x'), { kind: 'unexpected', code: 'TypeError' }],
  ])('%s', (_what, error, failure) => {
    expect(signInFailure(error, place)).toEqual(failure)
  })
})

test('numbers are found in the field and in the text, once each', () => {
  const error = new ServerError('x', '', 'AADSTS50076: … AADSTS53003: …', '', '50076')
  expect(aadstsNumbers(error)).toEqual([50076, 53003])
  expect(aadstsFamily([1, 53003])).toBe('not-allowed')
  expect(aadstsFamily([1])).toBeNull()
})

/** Every number of protocol.md 5.5 that a token or a sign-in can be refused with. */
test.each<[AadstsFamily | null, readonly number[]]>([
  ['admin-consent', [90094, 90095]],
  ['consent', [65001]],
  ['declined', [65004]],
  ['password-changed', [50173, 50055]],
  ['not-allowed', [50053, 50057, 50105, 53000, 53001, 53002, 53003]],
  ['wrong-account', [50020, 50034, 500208, 90072]],
  ['confirm', [50072, 50074, 50076, 50078, 50079, 50097, 50158]],
  ['ran-out', [50058, 70000, 70008, 700082, 70043]],
  ['registration', [50194, 70011, 28002, 7000218, 700016, 90002, 9002332, 90124, 90130]],
  ['registration', [7000112, 7000113, 650052, 650056, 65005, 500011, 500014]],
  ['transient', [90033, 90006, 50033, 90012, 90024, 50196]],
  [null, [70016, 70018, 70019]],
])('family %s', (family, numbers) => {
  expect(numbers.map((number) => aadstsFamily([number]))).toEqual(numbers.map(() => family))
})

test.each<[SignInFailure, string]>([
  [
    { kind: 'registration', code: '700016', cloud: 'us-gov-l4' },
    'The application ID isn’t accepted in the US Government cloud (L4). An ID is valid in one cloud only. Enter one that’s registered there (700016).',
  ],
  [
    { kind: 'registration', code: '50194', cloud: 'global' },
    'The application ID is for one organization. Enter the organization before it, like contoso.com/5b1f0c3e-… (50194).',
  ],
  [
    { kind: 'wrong-account', code: '50020' },
    'Microsoft doesn’t accept this account here. Choose another one. Guests sign in at their own organization (50020).',
  ],
  [{ kind: 'cancelled' }, 'The sign-in was canceled. Nothing was changed.'],
  [{ kind: 'declined' }, 'You declined the permissions. Drivebell needs them to see changes.'],
  [{ kind: 'timed-out' }, 'The sign-in took longer than five minutes. Try again.'],
  [{ kind: 'offline' }, 'You’re offline. Drivebell signs in as soon as you’re online.'],
  [
    { kind: 'admin-consent', url: '' },
    'Your organization lets only administrators approve apps. Send your administrator the link.',
  ],
  [
    { kind: 'not-allowed', code: '53003' },
    'Your organization doesn’t allow this sign-in. Your administrator can tell you why (53003).',
  ],
  [
    { kind: 'unexpected', code: '' },
    'Microsoft sent an answer that Drivebell didn’t expect. Nothing was changed. Code: –.',
  ],
])('%j reads', (failure, sentence) => {
  expect(english.say(signInRefusal(failure))).toBe(sentence)
})

test.each<[SignInFailure, string]>([
  [{ kind: 'declined' }, 'You declined the permissions. What you already follow goes on.'],
  [{ kind: 'offline' }, 'You’re offline. Nothing was changed. Try again when you’re online.'],
  [{ kind: 'timed-out' }, 'The sign-in took longer than five minutes. Try again.'],
])('asked for more, %j reads', (failure, sentence) => {
  expect(english.say(consentRefusal(failure))).toBe(sentence)
})

test.each<[SignedOutReason, number, string]>([
  ['password-changed', 1, 'Your password was changed. 1 drive is waiting. Nothing is lost.'],
  ['ran-out', 8, 'Your sign-in expired. 8 drives are waiting. Nothing is lost.'],
  [
    'app-refused',
    2,
    'Microsoft doesn’t accept the application ID. Check its registration (7000112). 2 drives are waiting. Nothing is lost.',
  ],
  ['not-kept', 0, 'This computer has no safe place for sign-ins. Nothing is lost.'],
])('signed out: %s with %i drives reads', (reason, drives, sentence) => {
  expect(english.say(signedOut({ reason, code: '7000112' }, drives))).toBe(sentence)
})
