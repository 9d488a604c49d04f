import { expect, test } from 'vitest'
import type { Account } from '../../../main/accounts/account.ts'
import { ownDomains, ownNames } from '../../../main/accounts/accounts-view.ts'

const work: Account = {
  id: '41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10.6f1b0c52-9a3e-4d17-8c2b-75d0e4a19f36',
  name: 'Ada Example',
  username: 'Ada@Lindenhof.example',
  type: 'work',
  cloud: 'global',
  tenantId: '6f1b0c52-9a3e-4d17-8c2b-75d0e4a19f36',
  graphId: '41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10',
  mail: 'ada.example@mail.lindenhof.example',
  scopes: [],
  awaited: [],
  state: { kind: 'signed-in' },
}
const personal: Account = {
  ...work,
  id: '00000000-0000-0000-0b7e-3f10c92d4a65.9188040d-6c67-4c5b-b112-36a304b66dad',
  username: 'sam@mail.example',
  type: 'personal',
  graphId: null,
  mail: null,
}
const accounts = { list: () => [work, personal] }

test('an account goes by its ids and its addresses', () => {
  expect([...ownNames(accounts, work.id)]).toEqual([
    '41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10',
    'ada@lindenhof.example',
    'ada.example@mail.lindenhof.example',
  ])
  expect([...ownNames(accounts, personal.id)]).toEqual(['0b7e3f10c92d4a65', 'sam@mail.example'])
  expect(ownNames(accounts, null).size).toBe(5)
  expect(ownNames(accounts, 'unknown').size).toBe(0)
})

test('only a work account has an organization', () => {
  expect([...ownDomains(accounts, work.id)]).toEqual(['lindenhof.example', 'mail.lindenhof.example'])
  expect([...ownDomains(accounts, personal.id)]).toEqual([])
  expect([...ownDomains({ list: () => [{ ...work, username: '', mail: '' }] }, work.id)]).toEqual([])
})
