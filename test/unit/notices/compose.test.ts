import { describe, expect, test } from 'vitest'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import type { Burst, DigestCause } from '../../../main/notices/bursts.ts'
import { noticeOf } from '../../../main/notices/compose.ts'
import { bo, gathered, person, times, told } from './gather.ts'
import { localeOf } from '../../../preload/words/locale.ts'
import { wordsOf } from '../../../preload/words/words.ts'
import { english, language } from '../../words.ts'

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

  test.each([
    ['Maximiliane von Hohenstein-Wittgenstein', 'budget.xlsx'],
    ['Maximiliane von Hohenstein-Wittgenstein', 'Tender documents of lot 4, as of today.docx'],
    ['Ada Okafor', 'budget.xlsx'],
  ])('by %s shows %s within the forty letters that some systems show', (name, item) => {
    const [[title = ''] = []] = texts([{ who: person(name), name: item, kind: 'edited' }])
    expect(title.slice(0, 40)).toContain(item.slice(0, 11))
  })

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

/** Changes of files with names of their own, counted from 1. */
const named = (...all: readonly Facts[]): readonly Facts[] =>
  all.map((facts, index) => ({ name: `${index + 1}.dwg`, ...facts }))

describe('a burst', () => {
  test('of one person says what they did, counts the kinds and names the latest', () => {
    const place = ['Level 04', 'Plumbing']
    const changes = named(
      ...times(4, { kind: 'added', who: bo, place }),
      ...times(6, { who: bo, place: [...place, 'Old'] }),
      { kind: 'renamed', who: bo, place },
      { kind: 'deleted', who: bo, place },
    )
    expect(texts(changes)).toEqual([
      [
        'Bo Lindqvist changed 12 files in Plumbing',
        'Level 04 · My files',
        '4 added, 6 edited, 1 renamed, 1 deleted',
        '8.dwg, 9.dwg, 10.dwg, 11.dwg, 12.dwg and 7 more',
      ],
    ])
  })

  test.each([
    ['added', ['Ada Okafor added 4 files in My files', '1.dwg, 2.dwg, 3.dwg, 4.dwg']],
    ['edited', ['Ada Okafor edited 4 files in My files', '1.dwg, 2.dwg, 3.dwg, 4.dwg']],
    ['deleted', ['Ada Okafor deleted 4 files in My files', '1.dwg, 2.dwg, 3.dwg, 4.dwg']],
  ] as const)('of one kind says so once: %s', (kind, [title, names]) => {
    expect(texts(named(...times(4, { kind, place: [] })))).toEqual([[title, 'My files', names]])
  })

  test('names two in the title, with what was done where that is the same', () => {
    expect(texts(named(...times(2, { kind: 'added' })))).toEqual([
      ['Ada Okafor added 1.dwg and 2.dwg', 'Plans · My files'],
    ])
    expect(texts(named({ kind: 'added' }, {}))).toEqual([
      [
        'Ada Okafor changed 1.dwg and 2.dwg',
        'Plans · My files',
        'Ada Okafor added 1.dwg',
        'Ada Okafor edited 2.dwg',
      ],
    ])
    expect(texts(named({ kind: 'deleted' }, { who: bo, place: ['Old'] }))).toEqual([
      [
        '2 people changed 1.dwg and 2.dwg',
        'My files',
        'Ada Okafor deleted 1.dwg · Plans',
        'Bo Lindqvist edited 2.dwg · Old',
      ],
    ])
  })

  test('begins with the second file, and keeps its notice', () => {
    const [notice] = notices(named({ kind: 'added' }), { bursts: told(gathered([{}])), first: 2 })
    expect(notice).toMatchObject({
      id: 'change-1',
      title: 'Ada Okafor changed budget.xlsx and 1.dwg',
      urgency: 'low',
    })
  })

  test('with a folder in it is of items', () => {
    expect(texts([...times(3), { itemKind: 'folder' }])[0]?.[0]).toBe('Ada Okafor edited 4 items in Plans')
  })

  test('of a few people says who did what', () => {
    expect(texts(named({}, { who: bo }, { who: bo, kind: 'renamed', oldName: 'old.dwg' }))).toEqual([
      [
        '2 people changed 3 files in Plans',
        'My files',
        'Ada Okafor edited 1.dwg',
        'Bo Lindqvist edited 2.dwg',
        'Bo Lindqvist renamed old.dwg to 3.dwg',
      ],
    ])
  })

  test('says less of each where that would be too long for the system', () => {
    const long = (n: number) => `Tender documents of lot ${n}, as of today.docx`
    const changes = Array.from({ length: 5 }, (_, n) => ({ name: long(n), who: n < 3 ? bo : null }))
    const [text] = texts(changes)
    expect(text?.slice(0, 3)).toEqual([
      '2 people changed 5 files in Plans',
      'My files',
      expect.stringMatching(/^Bo Lindqvist: Tender.*\.docx, Tender.*\.docx, Tender.*\.docx$/),
    ])
  })

  test('of many people counts them, the busiest first, and names the latest files', () => {
    const changes = named(...times(2), ...times(4_961, { who: bo }), { who: null })
    expect(texts(changes)).toEqual([
      [
        '3 people changed 4,964 files in Plans',
        'My files',
        'Bo Lindqvist 4,961, 2 others',
        '4960.dwg, 4961.dwg, 4962.dwg, 4963.dwg, 4964.dwg and 4,959 more',
      ],
    ])
  })

  test('over many drives names some of them', () => {
    const changes = named(
      ...Array.from({ length: 21 }, (_, n) => ({ subscriptionId: `${n % 7}`, driveName: `Drive ${n % 7}` })),
    )
    expect(texts(changes)).toEqual([
      [
        'Ada Okafor edited 21 files in 7 drives',
        'Drive 0, Drive 1, Drive 2, 4 more drives',
        '17.dwg, 18.dwg, 19.dwg, 20.dwg, 21.dwg and 16 more',
      ],
    ])
    expect(notices(changes)).toMatchObject([{ group: null }])
  })
})

describe('a file that several edited in turn', () => {
  const chiara = person('Chiara Esposito')
  const by = (...people: readonly Facts['who'][]) =>
    people.map((who) => ({ itemId: 'one', who: who ?? null }))

  test('names two, and counts more', () => {
    expect(texts(by(person('Ada Okafor'), bo))).toEqual([
      ['Ada Okafor and Bo Lindqvist edited budget.xlsx', 'Plans · My files'],
    ])
    expect(texts(by(person('Ada Okafor'), bo, chiara))).toEqual([
      ['3 people edited budget.xlsx', 'Plans · My files', 'Ada Okafor, Bo Lindqvist, Chiara Esposito'],
    ])
  })

  test('has a sentence of its own, for most verbs are others in the plural', () => {
    const texts = { ...language.texts, 'notice.edited-by-several': '{who} haben {item} bearbeitet<b></b>' }
    const german = wordsOf({ ...language, texts })
    const [notice] = gathered(by(person('Ada Okafor'), bo)).map((each) => noticeOf(each, () => null, german))
    expect(notice?.title).toBe('Ada Okafor and Bo Lindqvist haben budget.xlsx bearbeitet')
  })

  test('and that one of them deleted then is told as deleted', () => {
    const changes = [...by(bo), { itemId: 'one', who: chiara, kind: 'deleted' } as const]
    expect(texts(changes)).toEqual([['Chiara Esposito deleted budget.xlsx', 'Plans · My files']])
  })
})

describe('an alarm', () => {
  const toAnyone = { kind: 'shared', detail: { shared: { scope: 'anonymous', with: [] } } } as const

  test('has a sound; of malware it stays, and leads to the folder first', () => {
    const [malware, shared] = notices([{ kind: 'malware' }, toAnyone])
    expect(malware).toMatchObject({ urgency: 'normal', stays: true, click: { kind: 'open-folder' } })
    expect(malware?.buttons.map(({ kind }) => kind)).toEqual(['open', 'mute', 'mark-seen'])
    expect(shared).toMatchObject({ urgency: 'normal', stays: false, click: { kind: 'open' } })
  })

  test('of many is one, of nothing else', () => {
    expect(texts(named(...times(9, { kind: 'malware', who: null })))).toEqual([
      [
        'Microsoft flagged 9 files in Plans as malware',
        'My files',
        '5.dwg, 6.dwg, 7.dwg, 8.dwg, 9.dwg and 4 more',
      ],
    ])
    expect(texts(named(...times(4, toAnyone)))).toEqual([
      ['Ada Okafor shared 4 files with anyone who has the link', 'My files', '1.dwg, 2.dwg, 3.dwg, 4.dwg'],
    ])
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

test('where the language is read from right to left, a line of names is too', () => {
  const words = wordsOf({ ...language, locale: localeOf('ar', ['ar-EG']) })
  const [notice] = gathered([{ kind: 'added' }], {}).map((pending) => noticeOf(pending, () => null, words))
  expect(notice?.body).toBe('\u200f\u2068Plans\u2069 · \u2068My files\u2069')
})
