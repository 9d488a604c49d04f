import { expect, test } from 'vitest'
import { DriveStore } from '../../../main/drive/drive-store.ts'
import { ItemIndex } from '../../../main/drive/item-index.ts'
import { buried, remembered } from '../../../main/drive/known-item.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { quiet } from './feed.ts'
import { budget, plans } from './situation.ts'

test('what is there is listed in the order of ids, so many at a time, without what was deleted', () => {
  using database = openDatabase(':memory:', { clock: new VirtualClock(), log: quiet }).database
  new DriveStore(database, { subscriptionId: 's', accountId: 'a', driveName: '' }).commit({
    judged: [],
    state: {},
    close: null,
  })
  const index = new ItemIndex(database, 1)
  const known = (id: string) => remembered({ ...budget, id }, null)
  database.transact(() => {
    for (const id of ['c', 'a', 'b']) index.put(known(id), 1)
    index.put(buried({ ...budget, id: 'bb', deleted: true }, known('bb'), 5), 1)
    index.put({ ...remembered(plans, null), id: 'd', parentId: null }, 1)
  })
  const ids = (after: string, limit: number) => index.leaves(after, limit).map(({ id }) => id)
  expect([ids('', 9), ids('', 2), ids('a', 9), ids('b', 1)]).toEqual([
    ['a', 'b', 'c', 'd'],
    ['a', 'b'],
    ['b', 'c', 'd'],
    ['c'],
  ])
  expect(index.leaves('c', 9)).toEqual([{ id: 'd', parentId: null, isFolder: true }])
})

test('an item is read as it was written', () => {
  using database = openDatabase(':memory:', { clock: new VirtualClock(), log: quiet }).database
  new DriveStore(database, { subscriptionId: 's', accountId: 'a', driveName: '' }).commit({
    judged: [],
    state: {},
    close: null,
  })
  const index = new ItemIndex(database, 1)
  const items = [
    { ...remembered(budget, null), id: 'a', malware: true, sharing: 'x', deletedAt: 4, learnedAt: 5 },
    { ...remembered(budget, null), id: 'b', malware: false, name: null, parentId: null, size: null },
    { ...remembered(plans, null), id: 'c', pastSharing: ['x', 'y'], webUrl: 'https://contoso.example/Plans' },
  ]
  database.transact(() => {
    for (const item of items) index.put(item, 1)
  })
  expect(items.map(({ id }) => index.get(id))).toEqual(items)
  expect(index.get('d')).toBeNull()
})
