import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../../main/history/database.ts'
import { putRight } from '../../../main/history/late-names.ts'
import { History } from '../../../main/history/history.ts'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { logTo } from '../../../main/kit/log.ts'
import type { RuleContext } from '../../../main/rules/judge.ts'
import { NoticeQueue } from '../../../main/notices/notice-queue.ts'
import { noFilter } from '../../../preload/contract/activity.ts'
import { defaultRules } from '../../../preload/contract/rules.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { aChange as anEdit, keep } from '../history/a-change.ts'
import { Recorder } from './recorder.ts'
import { english } from '../../words.ts'

const aChange = (facts: Partial<StoredChange> = {}) => anEdit({ kind: 'added', ...facts })
const log = logTo(() => {})
const clock = new VirtualClock()
let folder: string
let database: Database
let history: History
let desktop: Recorder
/** Of every run: what is on screen outlives the app. */
let desktops: Recorder[]
let onDesktop: Set<string>
let context: Omit<RuleContext, 'at'>
let noticeQueue: NoticeQueue
let taken: string[]

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'drivebell-notices-'))
  desktops = []
  taken = []
  onDesktop = new Set()
  context = {
    showNotices: true,
    own: 'hide-all-accounts',
    quietHours: null,
    mutes: [],
    rulesOf: () => defaultRules,
    words: english,
    ownNames: () => new Set(['ME']),
    ownDomains: () => new Set(),
  }
  start()
})

afterEach(() => {
  database[Symbol.dispose]()
  rmSync(folder, { recursive: true })
})

function start(): void {
  database = openDatabase(path.join(folder, 'history.db'), { clock, log }).database
  history = new History({ database, clock, words: () => english })
  desktop = new Recorder(onDesktop)
  desktops.push(desktop)
  noticeQueue = new NoticeQueue({
    history,
    notifier: desktop,
    rules: () => ({ ...context, at: clock.now() }),
    accounts: () => [{ id: 'a', username: 'me@contoso.example' }],
    words: () => english,
    took: (how) => taken.push(how),
    clock,
    log,
  })
}

/** What `kill -9` leaves: the file. */
function crash(): void {
  noticeQueue[Symbol.dispose]()
  database[Symbol.dispose]()
  start()
}

const verdicts = () => [...history.rows(noFilter)].map(({ id, verdict }) => `${id} ${verdict}`)
const mine = aChange({ id: '2', who: { kind: 'user', id: 'me', name: 'Me', email: null } })

test('tells what waits, and marks it', async () => {
  keep(database, [aChange()])
  await noticeQueue.tell()
  expect(desktop.shown).toMatchObject([
    {
      id: 'change-1',
      title: 'Ada Okafor added budget.xlsx',
      body: 'Plans · My files',
      urgency: 'normal',
      click: { kind: 'open', changeId: '1', url: 'https://contoso.example/budget.xlsx' },
    },
  ])
  expect(verdicts()).toEqual(['1 told'])
  await noticeQueue.tell()
  expect(desktop.shown).toHaveLength(1)
})

test('keeps own changes, unless they are wanted', async () => {
  keep(database, [mine])
  await noticeQueue.tell()
  expect(desktop.shown).toEqual([])
  expect(verdicts()).toEqual(['2 own-change'])
  context = { ...context, own: 'tell' }
  keep(database, [{ ...mine, id: '3' }])
  await noticeQueue.tell()
  expect(desktop.shown).toHaveLength(1)
})

test('keeps everything while notices are off', async () => {
  context = { ...context, showNotices: false }
  keep(database, [aChange(), mine])
  await noticeQueue.tell()
  expect(desktop.shown).toEqual([])
  expect(verdicts().toSorted()).toEqual(['1 notices-off', '2 own-change'])
})

test('what the system refuses is kept with that reason, and not tried again', async () => {
  keep(database, [aChange()])
  desktop.takes = async () => 'refused'
  await noticeQueue.tell()
  expect(verdicts()).toEqual(['1 refused'])
  await noticeQueue.tell()
  expect(desktop.shown).toHaveLength(1)
})

test('a change that comes while a notice is on its way is told too, by the same notice', async () => {
  keep(database, [aChange()])
  desktop.takes = async () => {
    if (desktop.shown.length > 1) return 'shown'
    keep(database, [aChange({ id: '2', name: 'late.txt', batch: 2 })])
    void noticeQueue.tell()
    return 'shown'
  }
  await noticeQueue.tell()
  await clock.advance({ seconds: 1 })
  expect(desktop.shown.map(({ id, title }) => `${id}: ${title}`)).toEqual([
    'change-1: Ada Okafor added budget.xlsx',
    'change-1: Ada Okafor added budget.xlsx and late.txt',
  ])
  expect(verdicts()).toEqual(['2 told-updated', '1 told'])
})

test('many thousands that were missed become one digest', async () => {
  const many = Array.from({ length: 3_000 }, (_, n) =>
    aChange({ id: String(n + 1), missed: { cause: 'away', from: 1 } }),
  )
  keep(database, many)
  await noticeQueue.tell()
  expect(desktop.shown.map(({ id, title }) => [id, title])).toEqual([
    ['digest-1', '3,000 changes while you were away'],
  ])
  expect(history.pending().changes).toEqual([])
})

describe('a crash', () => {
  const steps = {
    'before the notice': () => crash(),
    'while the notice is shown': async () => {
      desktop.takes = () => new Promise(() => {})
      void noticeQueue.tell()
      await clock.advance({ seconds: 2 })
      crash()
    },
    'after the mark': async () => {
      await noticeQueue.tell()
      await clock.advance({ seconds: 2 })
      crash()
    },
  }
  const onScreen = () => new Map(desktops.flatMap(({ shown }) => shown.map(({ id, title }) => [id, title])))

  describe.each(Object.entries(steps))('%s', (_, step) => {
    test.each([
      ['one change', [aChange()], { 'change-1': 'Ada Okafor added budget.xlsx' }],
      [
        'several',
        [1, 2, 3].map((n) => aChange({ id: String(n) })),
        { 'change-1': 'Ada Okafor added 3 files in Plans' },
      ],
      [
        'missed ones',
        [1, 2, 3].map((n) => aChange({ id: String(n), missed: { cause: 'away', from: 1 } })),
        { 'digest-1': '3 changes while you were away' },
      ],
    ])('%s: nothing is lost, and what is repeated replaces itself', async (_, changes, expected) => {
      keep(database, changes)
      await step()
      await noticeQueue.tell()
      await clock.advance({ seconds: 5 })
      expect(Object.fromEntries(onScreen())).toEqual(expected)
      expect(history.pending().changes).toEqual([])
      crash()
      await noticeQueue.tell()
      expect(desktop.shown).toEqual([])
    })

    test('a burst goes on under the same notice', async () => {
      keep(database, [aChange()])
      await noticeQueue.tell()
      await clock.advance({ seconds: 5 })
      keep(database, [aChange({ id: '2' })])
      await step()
      await noticeQueue.tell()
      keep(database, [aChange({ id: '3' })])
      await clock.advance({ seconds: 5 })
      await noticeQueue.tell()
      expect([...onScreen()]).toEqual([['change-1', 'Ada Okafor added 3 files in Plans']])
    })
  })
})

describe('a name that was learned', () => {
  const nobody = { kind: 'deleted', who: null } as const
  const bo = { kind: 'user', id: 'bo', name: 'Bo Lindqvist', email: null } as const
  const learn = (id: string) => {
    putRight(database, [{ id, who: bo, with: [] }])
    noticeQueue.learned([id])
  }

  test('rewrites the notice that tells it, and no other', async () => {
    keep(database, [aChange(nobody)])
    await noticeQueue.tell()
    await clock.advance({ seconds: 10 })
    keep(database, [aChange({ ...nobody, id: '2', itemId: 'x', parentId: 'q' })])
    await noticeQueue.tell()
    await clock.advance({ seconds: 5 })
    desktop.shown.length = 0
    learn('2')
    await clock.advance({ seconds: 5 })
    expect(desktop.shown.map(({ id, title }) => [id, title])).toEqual([
      ['change-2', 'Bo Lindqvist deleted budget.xlsx'],
    ])
  })

  test('is said beside what is new elsewhere', async () => {
    keep(database, [aChange(nobody)])
    await noticeQueue.tell()
    await clock.advance({ seconds: 10 })
    desktop.shown.length = 0
    keep(database, [aChange({ id: '2', subscriptionId: 't' })])
    learn('1')
    await clock.advance({ seconds: 5 })
    expect(desktop.shown.map(({ id }) => id).toSorted()).toEqual(['change-1', 'change-2'])
  })

  test('is said together with what is new there, once', async () => {
    keep(database, [aChange(nobody)])
    await noticeQueue.tell()
    await clock.advance({ seconds: 5 })
    desktop.shown.length = 0
    keep(database, [aChange({ ...nobody, id: '2', who: bo, name: 'plan.docx' })])
    learn('1')
    await clock.advance({ seconds: 5 })
    expect(desktop.shown.map(({ title }) => title)).toEqual([
      'Bo Lindqvist deleted budget.xlsx and plan.docx',
    ])
  })
})

describe('a notice that cannot be rewritten', () => {
  const goes = {
    'was shown by a service that left with an earlier run': () => (crash(), onDesktop.clear()),
    'was closed': () => onDesktop.clear(),
  }
  test.each(Object.entries(goes))(
    'because it %s: what is told after it counts only what is new',
    async (_, go) => {
      keep(database, [aChange()])
      await noticeQueue.tell()
      go()
      await clock.advance({ seconds: 5 })
      desktop.shown.length = 0
      keep(database, [aChange({ id: '2', name: 'plan.docx' })])
      await noticeQueue.tell()
      await clock.advance({ seconds: 6 }) // ten after the first, there may be another
      expect(desktop.shown.map(({ id, title }) => [id, title])).toEqual([
        ['change-2', 'Ada Okafor added plan.docx'],
      ])
      expect(verdicts()).toEqual(['2 told', '1 told'])
    },
  )

  test('is not raised again with a name that was learned', async () => {
    keep(database, [aChange({ kind: 'deleted', who: null })])
    await noticeQueue.tell()
    onDesktop.clear()
    noticeQueue.learned(['1'])
    await clock.advance({ seconds: 5 })
    expect(desktop.shown).toHaveLength(1)
  })
})

test('nothing is told once the app is closing', async () => {
  keep(database, [aChange()])
  noticeQueue[Symbol.dispose]()
  await noticeQueue.tell()
  expect(desktop.shown).toEqual([])
  expect(verdicts()).toEqual(['1 null'])
})

describe('a system that takes its time', () => {
  test('is waited for, and after a minute the window says so; nothing is shown twice', async () => {
    const answer = Promise.withResolvers<'shown'>()
    desktop.takes = () => answer.promise
    keep(database, [aChange()])
    void noticeQueue.tell()
    await clock.advance({ minutes: 10 })
    expect(desktop.shown).toHaveLength(1)
    expect(taken).toEqual(['unanswered'])
    answer.resolve('shown')
    await clock.advance({ seconds: 1 })
    expect(taken).toEqual(['unanswered', 'shown'])
    expect(verdicts()).toEqual(['1 told'])
  })

  test('and one to which it is too much is asked again, ever less often, without a word', async () => {
    desktop.takes = async () => 'busy'
    keep(database, [aChange()])
    await noticeQueue.tell()
    await clock.advance({ minutes: 2 })
    const asked = desktop.shown.length
    expect([asked > 3, asked < 9, taken]).toEqual([true, true, []])
    desktop.takes = async () => 'shown'
    await clock.advance({ minutes: 2 })
    expect(verdicts()).toEqual(['1 told'])
  })
})

describe('where each showing is one more banner', () => {
  const burst = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => aChange({ id: `${from + n}`, itemId: `item ${from + n}` }))
  const titles = () => desktop.shown.map(({ title }) => title)
  beforeEach(() => (desktop.rewritesInPlace = false))

  test('a burst has one when it begins, and one with its sum when it rests', async () => {
    keep(database, burst(1, 1))
    await noticeQueue.tell()
    for (let second = 0; second < 90; second++) {
      keep(database, burst(10 + second * 5, 5))
      void noticeQueue.tell()
      await clock.advance({ seconds: 1 })
    }
    expect(titles()).toEqual(['Ada Okafor added budget.xlsx'])
    await clock.advance({ minutes: 1 })
    expect(titles().slice(1)).toEqual(['Ada Okafor added 451 files in Plans'])
  })

  test('what is no burst is told some seconds after the last one', async () => {
    for (let round = 0; round < 4; round++) {
      keep(database, burst(1 + round, 1))
      await noticeQueue.tell()
      await clock.advance({ seconds: 20 })
    }
    expect(titles()).toHaveLength(4)
  })

  test('better words alone raise nothing', async () => {
    keep(database, [aChange({ who: null })])
    await noticeQueue.tell()
    noticeQueue.learned(['1'])
    await clock.advance({ minutes: 1 })
    expect(titles()).toHaveLength(1)
  })
})
