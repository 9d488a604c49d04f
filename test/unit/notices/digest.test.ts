import { describe, expect, test } from 'vitest'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { Gathering } from '../../../main/notices/digest.ts'
import { aChange } from '../history/a-change.ts'

const bo = { kind: 'user', id: 'bo', name: 'Bo Lindqvist' } as const

function tellings(changes: readonly Partial<StoredChange>[], account: string | null = null) {
  const gathering = new Gathering(() => account)
  changes.forEach((facts, n) => gathering.add(aChange({ id: String(n + 1), ...facts })))
  return gathering.tellings()
}

const texts = (changes: readonly Partial<StoredChange>[], account: string | null = null) =>
  tellings(changes, account).map(({ notice }) => [notice.title, ...notice.body.split('\n')])

const times = (n: number, facts: Partial<StoredChange> = {}) => Array.from({ length: n }, () => facts)

describe('one by one', () => {
  test('up to three changes of a set', () => {
    expect(texts([{}, { name: 'b.txt' }, { kind: 'added', name: 'c.txt', place: [] }])).toEqual([
      ['Ada Okafor edited budget.xlsx', 'Plans · My files'],
      ['Ada Okafor edited b.txt', 'Plans · My files'],
      ['Ada Okafor added c.txt', 'My files'],
    ])
  })

  test('up to three missed ones, of any sets', () => {
    expect(tellings([{ missed: true }, { missed: true, batch: 2 }]).map(({ verdict }) => verdict)).toEqual([
      'told',
      'told',
    ])
  })

  test('sets do not mix', () => {
    expect(
      tellings([...times(3), ...times(3, { batch: 2 }), ...times(3, { subscriptionId: 't' })]),
    ).toHaveLength(9)
  })

  test('with the account when there are several', () => {
    expect(texts([{ place: ['Finance', 'Plans'] }], 'grace@lindenhof.example')).toEqual([
      ['Ada Okafor edited budget.xlsx', 'Plans · My files · grace@lindenhof.example'],
    ])
  })

  test.each([
    [
      { kind: 'malware' },
      ['Microsoft flagged budget.xlsx as malware', 'Plans · My files', 'It cannot be downloaded.'],
    ],
    [
      { kind: 'appeared' },
      ['budget.xlsx appeared in Plans', 'Plans · My files', 'Moved or shared into view'],
    ],
  ] as const)('with a second line where needed: %o', (facts, expected) => {
    expect(texts([facts])).toEqual([expected])
  })

  test.each([
    [{}, { kind: 'open-url', url: 'https://contoso.example/budget.xlsx' }],
    [
      { kind: 'deleted', webUrl: null },
      { kind: 'open-url', url: 'https://contoso.example/Plans' },
    ],
    [
      { webUrl: null, folderUrl: null },
      { kind: 'open-page', page: 'activity' },
    ],
    [{ webUrl: 'file:///etc/passwd' }, { kind: 'open-page', page: 'activity' }],
  ] as const)('a click opens what there is: %o', (facts, click) => {
    expect(tellings([facts]).map(({ notice }) => notice.click)).toEqual([click])
  })
})

describe('a burst', () => {
  test('of one person says what they did, and counts the kinds', () => {
    const place = ['Level 04', 'Plumbing']
    const changes = [
      ...times(4, { kind: 'added', who: bo, place }),
      ...times(6, { who: bo, place: [...place, 'Old'] }),
      { kind: 'renamed', who: bo, place } as const,
      { kind: 'deleted', who: bo, place } as const,
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

  test('with a folder in it is of items', () => {
    expect(texts([...times(3), { itemKind: 'folder' }])[0]?.[0]).toBe('Ada Okafor edited 4 items in Plans')
  })

  test('of many people counts them, the busiest first', () => {
    const someone = times(1, { who: null })
    expect(texts([...times(2), ...times(4_961, { who: bo }), ...someone])).toEqual([
      ['3 people changed 4,964 files in Plans', 'My files', 'Bo Lindqvist 4,961, 2 others'],
    ])
  })

  test('has one id and every change', () => {
    const [telling] = tellings(times(4))
    expect(telling).toMatchObject({ notice: { id: 'burst-1' }, ids: ['1', '2', '3', '4'], verdict: 'told' })
  })
})

test('a digest names people by count, then drives', () => {
  const changes = [
    ...times(5, { who: { kind: 'user', id: 'y', name: 'Yusuf Demir' }, driveName: 'Site photos' }),
    ...times(9, { who: bo, driveName: 'Drawings', batch: 4 }),
    ...['Ada', 'Chiara', 'Mei-Ling'].map((name) => ({ who: { kind: 'user' as const, id: null, name } })),
  ].map((facts) => ({ ...facts, missed: true }))
  expect(tellings(changes)).toEqual([
    {
      notice: {
        id: 'digest-1',
        title: '17 changes while you were away',
        body: 'Bo Lindqvist 9, Yusuf Demir 5, 3 others\nSite photos, Drawings, My files',
        urgency: 'low',
        click: { kind: 'open-page', page: 'activity' },
      },
      ids: changes.map((_, n) => String(n + 1)),
      verdict: 'digest',
    },
  ])
})

test('however long the names, a notice fits where it is cut soonest', () => {
  const long = 'Ж'.repeat(400)
  const who = { kind: 'user', id: 'x', name: long } as const
  const facts = { who, name: `${long}.xlsx`, oldName: long, driveName: long, place: [long] }
  const all = [
    ...tellings([{ ...facts, kind: 'moved-and-renamed' }], long),
    ...tellings(times(4, facts), long),
    ...tellings(times(4, { ...facts, missed: true })),
  ]
  for (const { notice } of all) {
    expect(Buffer.byteLength(notice.title + notice.body)).toBeLessThan(256)
    expect(notice.id.length).toBeLessThan(64)
  }
})
