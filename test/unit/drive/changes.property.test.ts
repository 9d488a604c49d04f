import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { remembered } from '../../../main/drive/known-item.ts'
import type { DriveItem } from '../../../main/graph/schemas.ts'
import { since, now, long, budget, judged, kinds } from './situation.ts'

describe('for any set', () => {
  const time = fc.constantFrom(long, since - 60_000, since + 1_000, now)
  const item: fc.Arbitrary<DriveItem> = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      name: fc.constantFrom('x', 'y'),
      parentId: fc.constantFrom('a', 'b', 'root', null),
      kind: fc.constantFrom<DriveItem['kind']>('file', 'folder', 'package', 'root'),
      deleted: fc.boolean(),
      size: fc.constantFrom(1, 2, null),
      createdAt: time,
      modifiedAt: time,
      sharing: fc.constantFrom(null, 's'),
    })
    .map((facts) => ({ ...budget, ...facts }))
  const situation = fc.record({
    known: fc.uniqueArray(item, { selector: ({ id }) => id }),
    set: fc.array(item, { maxLength: 8 }),
    learning: fc.boolean(),
  })

  test('order and repetition of items make no difference, only who comes last', () => {
    fc.assert(
      fc.property(situation, fc.infiniteStream(fc.nat()), (case_, dice) => {
        const finals = [...new Map(case_.set.map((each) => [each.id, each])).values()]
        const shuffled = finals
          .map((each) => [dice.next().value ?? 0, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each)
        const again = [...case_.set.map((each) => ({ ...each, name: 'stale' })), ...shuffled]
        expect(kinds({ ...case_, set: again }).toSorted()).toEqual(kinds(case_).toSorted())
      }),
    )
  })

  test('told once, it is not told again', () => {
    fc.assert(
      fc.property(situation, (case_) => {
        const known = new Map(case_.known.map((each) => [each.id, remembered(each, null)]))
        for (const { id, after } of judged(case_)) {
          if (after) known.set(id, after)
          else known.delete(id)
        }
        expect(kinds({ ...case_, known: [...known.values()] })).toEqual([])
      }),
    )
  })
})
