import { describe, expect, test } from 'vitest'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { stillOpen } from '../../../main/notices/bursts.ts'
import { isCalm, type PendingNotice } from '../../../main/notices/grouping.ts'
import { bo, gathered, person, times, told } from './gather.ts'

type Facts = Partial<StoredChange>

const chiara = person('Chiara Esposito')
const here = { subscriptionId: 's', parentId: 'plans' } as const
const elsewhere = { parentId: 'old', folders: ['old'], place: ['Old'] } as const
const drive = (subscriptionId: string): Facts => ({ subscriptionId, driveName: subscriptionId })
const spread = (pending: readonly PendingNotice[]) => pending.map(({ ids }) => ids.length)

describe('what opens notices', () => {
  test.each<[string, readonly Facts[], number[]]>([
    ['one person in one folder', times(12), [12]],
    ['two people, one change each', [{}, { who: bo }], [1, 1]],
    ['three people, one change each', [{}, { who: bo }, { who: chiara }], [1, 1, 1]],
    ['one person in two folders, one change each', [{}, elsewhere], [1, 1]],
    ['four people at a time are a crowd', [{}, { who: bo }, { who: chiara }, { who: null }], [4]],
    ['two busy people are a crowd', [...times(20), ...times(5, { who: bo })], [25]],
    ['one person all over a drive', [...times(9), ...times(3, elsewhere)], [12]],
    ['two drives do not mix', [...times(3), ...times(4, drive('t'))], [3, 4]],
    ['five drives, one change each', ['a', 'b', 'c', 'd', 'e'].map(drive), [1, 1, 1, 1, 1]],
    ['a flood over many drives is one', Array.from({ length: 20 }, (_, n) => drive(`${n % 7}`)), [20]],
  ])('%s', (_, changes, expected) => {
    expect(spread(gathered(changes))).toEqual(expected)
  })

  test('few and single is calm, anything else is not', () => {
    expect(isCalm(gathered([{}, { who: bo }]))).toBe(true)
    expect(isCalm(gathered(times(2)))).toBe(false)
    expect(isCalm(gathered(['a', 'b', 'c', 'd'].map(drive)))).toBe(false)
  })
})

describe('what rewrites the notice of a moment ago', () => {
  const open = told(gathered([here]))
  test.each<[string, readonly Facts[], (string | null)[]]>([
    ['the same person in the same folder', times(3), ['1']],
    ['the same file, moved away', [{ itemId: 'item 1', ...elsewhere, kind: 'moved' }], ['1']],
    ['the same file by somebody else', [{ itemId: 'item 1', who: bo }], ['1']],
    ['not another folder', [elsewhere], [null]],
    ['not another person', [{ who: bo }], [null]],
    ['not another drive', [drive('t')], [null]],
    ['not a crowd while it is at rest', times(9, { who: bo }), [null]],
    ['a crowd while it goes on', [{}, ...times(9, { who: bo })], ['1']],
  ])('%s', (_, changes, expected) => {
    const pending = gathered(changes, { bursts: open, first: 2 })
    expect(pending.map(({ burst }) => burst?.id ?? null)).toEqual(expected)
  })

  test('once it took in others, it takes in what its people do anywhere in the drive', () => {
    const busy = told(gathered([{}, ...times(9, { who: bo })], { bursts: open, first: 2 }))
    const pending = gathered([{ ...elsewhere, who: bo }, elsewhere, { ...elsewhere, who: chiara }], {
      bursts: busy,
      first: 20,
    })
    expect(pending.map(({ burst, ids }) => [burst?.id ?? null, ids.length])).toEqual([
      [null, 1],
      ['1', 2],
    ])
  })

  test('one person in a third folder is no third notice', () => {
    const two = told(gathered([{}, elsewhere]))
    const pending = gathered([{ parentId: 'third', place: ['Third'], folders: ['third'] }], {
      bursts: two,
      first: 3,
    })
    expect(pending.map(({ burst }) => burst?.id ?? null)).toEqual(['2'])
  })

  test('counts what it told before, each file once', () => {
    const [pending] = gathered([{ itemId: 'item 1' }, {}], { bursts: open, first: 2 })
    expect([pending?.summary.count, pending?.ids]).toEqual([2, ['2', '3']])
    expect(open[0]?.summary.count).toBe(1)
  })

  test.each([
    ['within a minute', 60_999, 1],
    ['not after a minute of quiet', 61_000, 0],
    ['not when the clock was set back far', -3_600_000, 0],
  ])('%s', (_, now, expected) => {
    expect(stillOpen(open, now)).toHaveLength(expected)
  })
})

test('what was missed or held back is one, whoever and wherever', () => {
  const missed = [{}, { who: bo }, drive('t'), elsewhere]
  const [digest] = told(gathered(missed, { cause: 'away' }))
  expect(gathered(missed, { cause: 'away' })).toMatchObject([{ kind: 'digest', ids: ['1', '2', '3', '4'] }])
  const later = gathered([drive('u')], { bursts: digest ? [digest] : [], cause: 'quiet-hours', first: 9 })
  expect(later).toMatchObject([{ id: '1', causes: new Set(['away', 'quiet-hours']) }])
  expect(later[0]?.summary.count).toBe(5)
})
