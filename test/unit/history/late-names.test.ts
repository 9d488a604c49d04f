import { noFilter } from '../../../preload/contract/activity.ts'
import { expect, test } from 'vitest'
import { doubtfulChanges, putRight } from '../../../main/history/late-names.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { quiet } from '../drive/feed.ts'
import { aChange, keep } from './a-change.ts'
import { english } from '../../words.ts'

const bo = { kind: 'user', id: 'bo', name: 'Bo Lindqvist', email: null } as const

test('who did it is learned of changes in the file and of those a full disk refused', () => {
  const clock = new VirtualClock()
  using database = openDatabase(':memory:', { clock, log: quiet }).database
  const history = new History({ database, clock, words: () => english })
  const gone = { kind: 'deleted', who: null, batch: 3 } as const
  keep(database, [aChange({ id: '1', ...gone }), aChange({ id: '2', batch: 3 })])
  database.unkept.set(3, aChange({ id: '3', ...gone }))
  database.unkept.set(4, aChange({ id: '4', ...gone, batch: 4 }))
  const doubtful = doubtfulChanges(database, 's', 3).map(({ id }) => id)
  expect(doubtful).toEqual(['1', '3'])
  putRight(
    database,
    doubtful.map((id) => ({ id, who: bo, with: [], kind: null, oldName: null })),
  )
  expect(['1', '3', '4'].map((id) => history.find(id)?.who)).toEqual([bo, bo, null])
  expect(history.people('bo')).toMatchObject([{ name: 'Bo Lindqvist', changes: 2 }])
})

test('what it was is learned of changes of which nobody knew, and they are found by their old name', () => {
  const clock = new VirtualClock()
  using database = openDatabase(':memory:', { clock, log: quiet }).database
  const history = new History({ database, clock, words: () => english })
  const changed = { kind: 'changed', who: bo, batch: 3, oldName: null } as const
  keep(database, [aChange({ id: '1', ...changed }), aChange({ id: '2', batch: 3 })])
  database.unkept.set(3, aChange({ id: '3', ...changed }))
  const doubtful = doubtfulChanges(database, 's', 3).map(({ id }) => id)
  expect(doubtful).toEqual(['1', '3'])
  putRight(
    database,
    doubtful.map((id) => ({ id, who: null, with: [], kind: 'renamed', oldName: 'draft.docx' })),
  )
  for (const id of doubtful)
    expect(history.find(id)).toMatchObject({ kind: 'renamed', oldName: 'draft.docx', who: bo })
  expect(history.matches({ ...noFilter, text: 'draft' })).toBe(2)
})
