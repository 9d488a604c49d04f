import { beforeEach, describe, expect, test } from 'vitest'
import type { RememberedAccount, SignedOutReason } from '../../../main/accounts/account.ts'
import { AccountStore, keptAccount } from '../../../main/accounts/account-store.ts'
import type { TokenCache } from '../../../main/accounts/tokens/token-cache.ts'
import { Listeners } from '../../../main/kit/listeners.ts'

const facts: RememberedAccount = {
  id: 'u.t',
  name: 'Grace Kimani',
  username: 'grace@lindenhof.example',
  type: 'work',
  cloud: 'global',
  tenantId: 't',
  graphId: null,
  mail: null,
  scopes: [],
  awaited: [],
  ended: null,
}
const kept = (refreshable: boolean) =>
  JSON.stringify({
    Account: { a: { username: 'grace@lindenhof.example', name: 'Grace Kimani', realm: 't' } },
    ...(refreshable && { RefreshToken: { r: { secret: 's' } } }),
  })

let texts: Map<string, string>
let state: TokenCache['state']
let remembered: RememberedAccount[]
let writes: number
let changes: number

beforeEach(() => {
  texts = new Map()
  state = { kind: 'sealed', backend: 'kwallet6' }
  remembered = []
  writes = 0
  changes = 0
})

function opened(): AccountStore {
  const changed = new Listeners<void>()
  changed.add(() => void changes++)
  const cache = {
    get state() {
      return state
    },
    ids: () => [...texts.keys()],
    read: (id: string) => texts.get(id) ?? '',
  } as unknown as TokenCache
  const write = (all: readonly RememberedAccount[]) => {
    remembered = [...all]
    writes++
  }
  return new AccountStore({ remembered: { read: () => remembered, write }, cache, changed })
}

const stateOf = (store: AccountStore, id = 'u.t') => {
  const known = store.get(id)?.state
  return known?.kind === 'signed-out' ? known.reason : known?.kind
}

describe('at the start an account', () => {
  test.each<[string, SignedOutReason | null, string, TokenCache['state'], string]>([
    ['with a sign-in', null, kept(true), { kind: 'sealed', backend: 'x' }, 'signed-in'],
    ['whose sign-in cannot be renewed', null, kept(false), { kind: 'sealed', backend: 'x' }, 'ran-out'],
    ['without a sign-in', null, '', { kind: 'sealed', backend: 'x' }, 'ran-out'],
    ['without a sign-in, where none is kept', null, '', { kind: 'memory-only' }, 'not-kept'],
    ['while the keyring is locked', null, '', { kind: 'locked', by: 'keyring' }, 'signed-in'],
    ['that had ended', 'password-changed', kept(true), { kind: 'sealed', backend: 'x' }, 'password-changed'],
    [
      'that was not kept the last time',
      'not-kept',
      kept(true),
      { kind: 'sealed', backend: 'x' },
      'signed-in',
    ],
    ['whose app was refused', 'app-refused', kept(true), { kind: 'sealed', backend: 'x' }, 'signed-in'],
  ])('%s', (_name, ended, text, cache, expected) => {
    remembered = [{ ...facts, ended }]
    if (text !== '') texts.set('u.t', text)
    state = cache
    const store = opened()
    store.read()
    expect(stateOf(store)).toBe(expected)
  })

  test('of which only the sign-in is left is there again, in its cloud', () => {
    texts.set('u.t@china', kept(true)).set('broken', '{}')
    const store = opened()
    store.read()
    expect(store.list()).toEqual([
      expect.objectContaining({
        id: 'u.t@china',
        cloud: 'china',
        username: 'grace@lindenhof.example',
        state: { kind: 'signed-in' },
      }),
    ])
    expect(remembered.map(({ id, ended }) => [id, ended])).toEqual([['u.t@china', null]])
  })
})

test('a keyring that opens shows who must sign in again, and leaves who is signed out as it is', () => {
  remembered = [facts, { ...facts, id: 'v.t', ended: 'confirm' }]
  state = { kind: 'locked', by: 'keyring' }
  const store = opened()
  store.read()
  expect([stateOf(store), stateOf(store, 'v.t')]).toEqual(['signed-in', 'confirm'])
  state = { kind: 'sealed', backend: 'x' }
  texts.set('v.t', kept(true))
  store.read()
  expect([stateOf(store), stateOf(store, 'v.t')]).toEqual(['ran-out', 'confirm'])
})

test('what is remembered is written when it differs, and each step is told', () => {
  texts.set('u.t', kept(true))
  remembered = [facts]
  const store = opened()
  store.read()
  expect([writes, changes]).toEqual([0, 1])
  store.signedOut('u.t', 'app-refused', '7000112')
  expect(store.get('u.t')?.state).toEqual({ kind: 'signed-out', reason: 'app-refused', code: '7000112' })
  expect([writes, changes, remembered[0]?.ended]).toEqual([1, 2, 'app-refused'])
  store.signedIn('u.t')
  expect([stateOf(store), writes, remembered[0]?.ended]).toEqual(['signed-in', 2, null])
  store.signedIn('u.t')
  store.signedIn('nobody')
  store.signedOut('nobody', 'confirm')
  store.remove('nobody')
  expect([writes, changes, store.list().length]).toEqual([2, 3, 1])
  store.remove('u.t')
  expect([writes, changes, store.list(), remembered]).toEqual([3, 4, [], []])
})

test.each<[string, ReturnType<typeof keptAccount>]>([
  ['', null],
  ['{}', null],
  ['{"Account":7,"RefreshToken":7}', null],
  [
    kept(true),
    { refreshable: true, name: 'Grace Kimani', username: 'grace@lindenhof.example', tenantId: 't' },
  ],
  [
    '{"Account":{"a":{"username":7,"name":7,"realm":"t"}},"RefreshToken":{"r":{"secret":""}}}',
    { refreshable: false, name: undefined, username: '', tenantId: 't' },
  ],
])('what MSAL keeps, %s, is read as far as it goes', (text, expected) => {
  expect(keptAccount(text)).toEqual(expected)
})
