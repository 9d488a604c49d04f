import { english } from '../../words.ts'
import { expect, test } from 'vitest'
import { accountId, factsOf, homeAccountIdOf } from '../../../main/accounts/account.ts'
import { permissions } from '../../../main/accounts/scopes.ts'
import { finishedPage, stoppedPage } from '../../../main/accounts/sign-in/result-pages.ts'

const info = {
  homeAccountId: 'uid.utid',
  name: 'Grace Kimani',
  username: 'grace@lindenhof.example',
  tenantId: '6f1b0c52-9a3e-4d17-8c2b-75d0e4a19f36',
}

test('an account is introduced by its id token, except for who it is to Graph', () => {
  expect(factsOf(info, 'global', ['openid', 'User.Read', 'Files.Read'])).toEqual({
    id: 'uid.utid',
    name: 'Grace Kimani',
    username: 'grace@lindenhof.example',
    type: 'work',
    cloud: 'global',
    tenantId: info.tenantId,
    graphId: null,
    mail: null,
    scopes: ['Files.Read', 'User.Read'],
    awaited: [],
  })
})

test.each([
  [{ tenantId: '9188040d-6c67-4c5b-b112-36a304b66dad' }, { type: 'personal' }],
  [{ name: undefined }, { name: 'grace@lindenhof.example' }],
  [
    { name: '', username: '' },
    { name: '', username: '' },
  ],
  [{ name: 'G'.repeat(1000) }, { name: 'G'.repeat(320) }],
])('claims %j are shown as %j', (claims, shown) => {
  expect(factsOf({ ...info, ...claims }, 'global', [])).toMatchObject(shown)
})

test.each([
  ['global', 'uid.utid'],
  ['us-gov-l5', 'uid.utid@us-gov-l5'],
] as const)('in the cloud %s its key is %s', (cloud, id) => {
  expect(accountId('uid.utid', cloud)).toBe(id)
  expect(homeAccountIdOf(id)).toBe('uid.utid')
})

test.each([
  [['openid', 'profile', 'email', 'offline_access'], []],
  [['https://graph.microsoft.com/Files.Read', 'Files.Read', ''], ['Files.Read']],
  [
    ['User.Read', 'Files.Read.All', 'Files.Read'],
    ['Files.Read', 'Files.Read.All', 'User.Read'],
  ],
])('scopes %j are the permissions %j', (scopes, shown) => {
  expect(permissions(scopes)).toEqual(shown)
})

test.each([
  ['finished', finishedPage(english), 'You’re signed in'],
  ['stopped', stoppedPage(english), 'You’re not signed in'],
])('the page for a %s sign-in is HTML that loads and runs nothing', (_which, page, title) => {
  expect(page).toMatch(/^<!doctype html>/)
  expect(page).toContain(title)
  expect(page).not.toMatch(/<script|src=|href=|https?:/)
})
