import { describe, expect, test } from 'vitest'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import type { Burst, DigestCause } from '../../../main/notices/bursts.ts'
import { noticeOf } from '../../../main/notices/compose.ts'
import { bo, gathered, person, times, told } from './gather.ts'
import { english } from '../../words.ts'

type Facts = Partial<StoredChange>

const notices = (
  changes: readonly Facts[],
  {
    account = null,
    ...how
  }: { account?: string | null; cause?: DigestCause; bursts?: readonly Burst[]; first?: number } = {},
) => gathered(changes, how).map((pending) => noticeOf(pending, () => account, english))

const texts = (...given: Parameters<typeof notices>) =>
  notices(...given).map(({ title, body }) => [title, ...body.split('\n')])

describe('one change', () => {
  test.each<[string, Facts, string[]]>([
    ['at the top of a drive', { kind: 'added', place: [] }, ['Ada Okafor added budget.xlsx', 'My files']],
    [
      'flagged',
      { kind: 'malware' },
      ['Microsoft flagged budget.xlsx as malware', 'Plans · My files', 'It can’t be downloaded.'],
    ],
    [
      'that came into view',
      { kind: 'appeared' },
      ['budget.xlsx appeared in Plans', 'Plans · My files', 'It was moved here or shared with you'],
    ],
    [
      'saved again and again',
      { times: 20, since: new Date(2026, 10, 19, 9).getTime(), sizeFirst: 2_048, size: 16_384 },
      ['Ada Okafor edited budget.xlsx', 'Plans · My files', '20 times since 09:00, +14 KB'],
    ],
    [
      'shared with anyone',
      { kind: 'shared', detail: { shared: { scope: 'anonymous', with: [] } } },
      ['Ada Okafor shared budget.xlsx', 'Plans · My files', 'Anyone with the link can open it'],
    ],
    [
      'shared with somebody',
      { kind: 'shared', detail: { shared: { scope: 'users', with: ['Yusuf Demir'] } } },
      ['Ada Okafor shared budget.xlsx with Yusuf Demir', 'Plans · My files'],
    ],
    [
      'shared with several',
      { kind: 'shared', detail: { shared: { scope: 'users', with: ['a', 'b', 'c'] } } },
      ['Ada Okafor shared budget.xlsx with 3 people', 'Plans · My files'],
    ],
    [
      'of a folder and all in it',
      { kind: 'moved', itemKind: 'folder', name: 'Handover', alongside: 214, place: ['Archive', '2026'] },
      ['Ada Okafor moved Handover and 214 items to 2026', '2026 · My files'],
    ],
  ])('%s', (_, facts, expected) => expect(texts([facts])).toEqual([expected]))

  test('says whose drive it is when there are several accounts', () => {
    expect(texts([{ place: ['Finance', 'Plans'] }], { account: 'grace@lindenhof.example' })).toEqual([
      ['Ada Okafor edited budget.xlsx', 'Plans · My files · grace@lindenhof.example'],
    ])
  })

  test('is a notice with a sound, of its drive; the same again is rewritten without one', () => {
    const [first] = notices([{}])
    expect(first).toMatchObject({ id: 'change-1', urgency: 'normal', group: { id: 's', title: 'My files' } })
    const [again] = notices([{ id: '1', times: 2 }], { bursts: told(gathered([{}])) })
    expect(again).toMatchObject({
      id: 'change-1',
      urgency: 'low',
      body: expect.stringMatching(/\n2 times since/),
    })
  })
})

describe('a burst', () => {
  test('of one person says what they did, and counts the kinds', () => {
    const place = ['Level 04', 'Plumbing']
    const changes: Facts[] = [
      ...times(4, { kind: 'added', who: bo, place }),
      ...times(6, { who: bo, place: [...place, 'Old'] }),
      { kind: 'renamed', who: bo, place },
      { kind: 'deleted', who: bo, place },
    ]
    expect(texts(changes)).toEqual([
      [
        'Bo Lindqvist changed 12 files in Plumbing',
        'Level 04 · My files',
        '4 added, 6 edited, 1 renamed, 1 deleted',
      ],
    ])
  })

  test.each([
    ['added', 'Ada Okafor added 4 files in My files'],
    ['edited', 'Ada Okafor edited 4 files in My files'],
    ['deleted', 'Ada Okafor deleted 4 files in My files'],
    ['moved', 'Ada Okafor changed 4 files in My files'],
  ] as const)('of one kind says so: %s', (kind, title) => {
    expect(texts(times(4, { kind, place: [] }))[0]?.[0]).toBe(title)
  })

  test('begins with the second file, and keeps its notice', () => {
    const [notice] = notices([{ kind: 'added' }], { bursts: told(gathered([{}])), first: 2 })
    expect(notice).toMatchObject({
      id: 'change-1',
      title: 'Ada Okafor changed 2 files in Plans',
      urgency: 'low',
    })
  })

  test('with a folder in it is of items', () => {
    expect(texts([...times(3), { itemKind: 'folder' }])[0]?.[0]).toBe('Ada Okafor edited 4 items in Plans')
  })

  test('of many people counts them, the busiest first', () => {
    const changes = [...times(2), ...times(4_961, { who: bo }), { who: null }]
    expect(texts(changes)).toEqual([
      ['3 people changed 4,964 files in Plans', 'My files', 'Bo Lindqvist 4,961, 2 others'],
    ])
  })

  test('over many drives names some of them', () => {
    const changes = Array.from({ length: 21 }, (_, n) => ({
      subscriptionId: `${n % 7}`,
      driveName: `Drive ${n % 7}`,
    }))
    expect(texts(changes)).toEqual([
      ['Ada Okafor edited 21 files in 7 drives', 'Drive 0, Drive 1, Drive 2, 4 more drives', '21 edited'],
    ])
    expect(notices(changes)).toMatchObject([{ group: null }])
  })
})

describe('a digest', () => {
  const changes: Facts[] = [
    ...times(5, { who: person('Yusuf Demir'), driveName: 'Site photos' }),
    ...times(9, { who: bo, driveName: 'Drawings', batch: 4 }),
    ...['Ada', 'Chiara', 'Mei-Ling'].map((name) => ({ who: { ...person(name), id: null } })),
  ]

  test('names people by count, then drives', () => {
    expect(notices(changes, { cause: 'away' })).toMatchObject([
      {
        id: 'digest-1',
        title: '17 changes while you were away',
        body: 'Bo Lindqvist 9, Yusuf Demir 5, 3 others\nSite photos, Drawings, My files',
        urgency: 'low',
      },
    ])
  })

  test.each<[string, DigestCause, string]>([
    ['one missed change speaks for itself', 'away', 'Ada Okafor edited budget.xlsx'],
    ['one of the night is summed up', 'quiet-hours', '1 change while you were away'],
    ['one of a day as well', 'daily', '1 change in the last day'],
  ])('%s', (_, cause, title) => {
    expect(texts([{}], { cause })[0]?.[0]).toBe(title)
  })
})

test('however long the names, a notice fits where it is cut soonest', () => {
  const long = 'Ж'.repeat(400)
  const facts = { who: person(long), name: `${long}.xlsx`, oldName: long, driveName: long, place: [long] }
  const all = [
    ...notices([{ ...facts, kind: 'moved-and-renamed' }], { account: long }),
    ...notices([{ ...facts, times: 99 }], { account: long }),
    ...notices(times(4, facts), { account: long }),
    ...notices(times(4, facts), { cause: 'away' }),
  ]
  for (const { id, title, body } of all) {
    expect(Buffer.byteLength(title + body)).toBeLessThan(256)
    expect(id.length).toBeLessThan(64)
  }
})
