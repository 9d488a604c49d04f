import { expect, test } from 'vitest'
import { fuller, isSameSharing, sharedAt } from '../../../main/drive/sharing.ts'
import { parseItem } from '../../../main/graph/schemas.ts'

const fingerprint = (shared: object) => parseItem({ id: 'i', shared })?.sharing ?? null
const user = (facts: object) => ({ user: facts })
const ada = { id: '0b1c2d3e4f506172', displayName: 'Ada Example', email: 'ada@contoso.example' }
const base = { scope: 'users', owner: user(ada), sharedDateTime: '2026-01-05T08:00:00Z' }
const known = fingerprint(base)
/** As version 0.1.0 kept it: one text for each. */
const earlier = (...parts: (string | null)[]) => JSON.stringify(parts)

test.each([
  ['itself', known, true],
  [
    'another letter case and no zeros',
    fingerprint({ ...base, owner: user({ id: 'B1C2D3E4F506172' }) }),
    true,
  ],
  ['a time with fractions', fingerprint({ ...base, sharedDateTime: '2026-01-05T08:00:00.25Z' }), true],
  ['an owner without id', fingerprint({ ...base, owner: user({ email: 'Ada@Contoso.example' }) }), true],
  ['an owner by name alone', fingerprint({ ...base, owner: user({ displayName: 'Ada Example' }) }), true],
  ['a scope in another case', fingerprint({ ...base, scope: 'Users' }), true],
  ['a time with an offset', fingerprint({ ...base, sharedDateTime: '2026-01-05T09:00:00+01:00' }), true],
  ['a time without a zone', fingerprint({ ...base, sharedDateTime: '2026-01-05T08:00:00' }), true],
  ['an empty owner', fingerprint({ ...base, owner: {} }), true],
  ['no owner', fingerprint({ ...base, owner: null }), true],
  ['one more that is named', fingerprint({ ...base, sharedBy: user({ id: 'x' }) }), true],
  ['no time', fingerprint({ scope: 'users', owner: user(ada) }), true],
  ['as kept before, by id', earlier('users', '0b1c2d3e4f506172', null, '2026-01-05T08:00:00Z'), true],
  ['as kept before, by name', earlier('users', 'Ada Example', null, '2026-01-05T08:00:00Z'), true],
  ['another scope', fingerprint({ ...base, scope: 'anonymous' }), false],
  ['another time', fingerprint({ ...base, sharedDateTime: '2026-01-05T08:00:01Z' }), false],
  ['another owner', fingerprint({ ...base, owner: user({ ...ada, id: 'c1' }) }), false],
  [
    'another address',
    fingerprint({ ...base, owner: user({ displayName: 'Ada Example', email: 'x@y.z' }) }),
    false,
  ],
  ['as kept before, another', earlier('users', 'Bo Sample', null, '2026-01-05T08:00:00Z'), false],
  ['none', null, false],
  ['something else', 'x', false],
])('the same sharing or not: %s', (_, other, expected) => {
  expect(isSameSharing(known, other)).toBe(expected)
  expect(isSameSharing(other, known)).toBe(expected)
})

test('a name is the same in every form of its letters', () => {
  const by = (displayName: string) => fingerprint({ ...base, owner: user({ displayName }) })
  expect(isSameSharing(by('Zoë'.normalize('NFD')), by('Zoë'.normalize('NFC')))).toBe(true)
  expect(isSameSharing(by('Zoë'), by('Zoe'))).toBe(false)
})

test('of one sharing, what says more is remembered', () => {
  const less = fingerprint({ scope: 'users' })
  const other = fingerprint({ ...base, scope: 'anonymous' })
  expect([fuller(less, known), fuller(known, less), fuller(other, known), fuller(null, known)]).toEqual([
    known,
    known,
    other,
    null,
  ])
  expect([sharedAt(known), sharedAt(less), sharedAt('x')]).toEqual([
    Date.parse(base.sharedDateTime),
    null,
    null,
  ])
})
