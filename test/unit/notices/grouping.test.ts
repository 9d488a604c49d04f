import { describe, expect, test } from 'vitest'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { stillOpen } from '../../../main/notices/bursts.ts'
import type { PendingNotice } from '../../../main/notices/grouping.ts'
import { bo, gathered, person, times, told } from './gather.ts'

type Facts = Partial<StoredChange>

const chiara = person('Chiara Esposito')
const here = { subscriptionId: 's', parentId: 'plans' } as const
const elsewhere = { parentId: 'old', folders: ['old'], place: ['Old'] } as const
const drive = (subscriptionId: string): Facts => ({ subscriptionId, driveName: subscriptionId })
const spread = (pending: readonly PendingNotice[]) => pending.map(({ ids }) => ids.length)

const malware: Facts = { kind: 'malware' }
const toAnyone: Facts = { kind: 'shared', detail: { shared: { scope: 'anonymous', with: [] } } }
const newFolder = (id: string): Facts => ({ itemId: id, itemKind: 'folder', kind: 'added', name: id })

describe('what opens notices', () => {
  test.each<[string, readonly Facts[], number[]]>([
    ['one person in one folder', times(12), [12]],
    ['two people, one change each', [{}, { who: bo }], [2]],
    ['four people', [{}, { who: bo }, { who: chiara }, { who: null }], [4]],
    ['one person in two folders', [{}, elsewhere], [2]],
    ['two drives', [...times(3), ...times(4, drive('t'))], [7]],
    ['a flood over many drives', Array.from({ length: 20 }, (_, n) => drive(`${n % 7}`)), [20]],
    ['malware stays alone', [{}, malware, { who: bo }], [1, 2]],
    ['so does what anyone can open now', [{}, toAnyone], [1, 1]],
    ['a few alarms each', [malware, malware, toAnyone], [1, 1, 1]],
    ['a wave of alarms is one', [...times(20, malware), {}], [20, 1]],
  ])('%s', (_, changes, expected) => {
    expect(spread(gathered(changes))).toEqual(expected)
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
    ['not a crowd, while it tells only one person', times(9, { who: bo }), [null]],
    ['not malware in the same file', [{ itemId: 'item 1', ...malware }], [null]],
  ])('%s', (_, changes, expected) => {
    const pending = gathered(changes, { bursts: open, first: 2 })
    expect(pending.map(({ burst }) => burst?.id ?? null)).toEqual(expected)
  })

  test.each<[string, Facts]>([
    ['another folder', elsewhere],
    ['another person', { who: bo }],
    ['another drive', drive('t')],
  ])('too soon for a new one, %s as well', (_, change) => {
    const [pending, ...others] = gathered([change], { bursts: open, first: 2, mayRaise: false })
    expect([pending?.burst?.id, pending?.isBroad, pending?.ids, others]).toEqual(['1', true, ['2'], []])
  })

  test('too soon and with nothing to rewrite, they wait together', () => {
    const pending = gathered([elsewhere, { who: bo }], { mayRaise: false })
    expect(pending.map(({ burst, ids }) => [burst, ids.length])).toEqual([[null, 2]])
  })

  test('an alarm takes nothing in', () => {
    const alarm = told(gathered([malware]))
    const pending = gathered([{ itemId: 'item 1' }, { who: bo }], {
      bursts: alarm,
      first: 2,
      mayRaise: false,
    })
    expect(pending.map(({ burst }) => burst)).toEqual([null])
  })

  test('a crowd goes on in the notice that tells a crowd, a few open their own', () => {
    const crowd = told(gathered([{}, { who: bo }]))
    const by = (n: number) => gathered(times(n, { who: chiara }), { bursts: crowd, first: 9 })
    expect(by(6).map(({ burst }) => burst?.id ?? null)).toEqual(['1'])
    expect(by(5).map(({ burst }) => burst?.id ?? null)).toEqual([null])
  })

  test('one person in a third folder is no third notice', () => {
    const [first] = told(gathered([{}]))
    const [second] = told(gathered([elsewhere], { first: 2 }))
    const pending = gathered([{ parentId: 'third', place: ['Third'], folders: ['third'] }], {
      bursts: first && second ? [first, second] : [],
      first: 3,
    })
    expect(pending.map(({ burst }) => burst?.id ?? null)).toEqual(['2'])
  })

  test.each<[string, readonly Facts[]]>([
    ['first', [newFolder('x'), { parentId: 'x' }]],
    ['last', [{ parentId: 'x' }, newFolder('x')]],
  ])('a new folder and its first file are one, the folder %s', (_, changes) => {
    expect(gathered(changes)).toMatchObject([{ ids: ['1', '2'], isBroad: false }])
    const [first, second] = changes
    const opened = told(gathered(first ? [first] : []))
    const pending = gathered(second ? [second] : [], { bursts: opened, first: 2 })
    expect(pending).toMatchObject([{ burst: { id: '1' }, isBroad: false }])
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

  test('what tells several unrelated changes ends a minute after it came, however much goes on', () => {
    const [mixed] = told(gathered([{}, { who: bo }]))
    const busy = mixed ? [{ ...mixed, at: 60_900 }] : []
    expect(stillOpen(busy, 60_999)).toHaveLength(1)
    expect(stillOpen(busy, 61_001)).toEqual([])
    expect(
      stillOpen(
        open.map((each) => ({ ...each, at: 60_900 })),
        61_001,
      ),
    ).toHaveLength(1)
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
