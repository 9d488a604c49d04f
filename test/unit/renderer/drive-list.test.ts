import { describe, expect, test } from 'vitest'
import { groups } from '../../../renderer/subscriptions/groups.ts'
import { named, whereabouts } from '../../../renderer/subscriptions/drive-list.ts'
import { account, busy, drive } from '../../window/sample-states.ts'
import { english } from '../../words.ts'

describe('Subscriptions in groups', () => {
  test('one fault for all drives of a signed-out account', () => {
    const { faults, following } = groups(busy.subscriptions, busy.accounts)
    expect(
      faults.map((fault) => (fault.kind === 'drive' ? fault.drive.name : fault.account.username)),
    ).toEqual(['Board minutes', 'g.kimani@seabright.example'])
    expect(following.map(({ name }) => name)).toEqual([
      'Bo Lindqvist’s drive',
      'Drawings',
      'Finance',
      'My files',
      'Site photos',
      'Templates',
      'Tenders 2027',
    ])
  })

  test('a single drive of a signed-out account stands for itself', () => {
    const alone = drive({ status: { kind: 'signed-out' } })
    expect(groups([alone], [account()])).toEqual({ faults: [{ kind: 'drive', drive: alone }], following: [] })
  })

  test('a drive whose account is not known is not lost', () => {
    const orphan = drive({ accountId: 'nobody', status: { kind: 'signed-out' } })
    expect(groups([orphan], []).faults).toEqual([{ kind: 'drive', drive: orphan }])
  })

  test('follows the order of the accounts, then the names', () => {
    const other = drive({ id: 'other', accountId: 'other', name: 'A' })
    const { following } = groups([drive(), other], [account(), account({ id: 'other' })])
    expect(following.map(({ name }) => name)).toEqual(['My files', 'A'])
  })
})

test.each([
  ['', 10],
  ['  FINANCE ', 1],
  ['bo lindqvist’s', 1],
  ['te', 5],
  ['nowhere', 0],
])('the filter "%s" finds %i drives', (typed, found) => {
  expect(named(busy.subscriptions, typed)).toHaveLength(found)
})

describe('where a drive is', () => {
  const item = (id: string, isFolder: boolean) => ({ id, name: id, isFolder })
  const both = [account(), account({ id: 'other', username: 'other@lindenhof.example' })]

  test.each([
    [[item('a', true), item('b', true)], '2 folders'],
    [[item('a', false)], '1 file'],
    [[item('a', true), item('b', false)], '1 folder and 1 file'],
  ])('only %o is said as %s', (items, said) => {
    expect(
      whereabouts(drive({ place: 'Site', scope: { kind: 'only', items } }), [account()], english),
    ).toEqual(['Site', said])
  })

  test('the account is named only among several', () => {
    expect(whereabouts(drive({ place: 'Site' }), [account()], english)).toEqual(['Site'])
    expect(whereabouts(drive({ place: 'Site' }), both, english)).toEqual(['Site', 'grace@lindenhof.example'])
  })
})
