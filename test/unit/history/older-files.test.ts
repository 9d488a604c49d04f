import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decidedWords } from '../../../main/rules/rule-words.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { subscriptionView } from '../../../main/subscriptions/subscription-list.ts'
import { Settings } from '../../../main/settings/settings.ts'
import { noFilter } from '../../../preload/contract/activity.ts'
import { calledText } from '../../../preload/contract/called.ts'
import { pseudoTexts } from '../../../preload/words/pseudo.ts'
import { wordsOf } from '../../../preload/words/words.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { quiet as log } from '../../wire/quiet.ts'
import { english, language } from '../../words.ts'

// settings.json and history.db as 5a4cbc8 wrote them: five drives, and a change for each verdict with words.

const older = path.resolve(import.meta.dirname, '../../older')
const pseudo = wordsOf({ ...language, texts: pseudoTexts(language.texts) })
const clock = new VirtualClock()
let directory: string

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'drivebell-older-'))
  copyFileSync(path.join(older, 'settings.json'), path.join(directory, 'settings.json'))
  writeFileSync(
    path.join(directory, 'history.db'),
    gunzipSync(readFileSync(path.join(older, 'history.db.gz'))),
  )
})

afterEach(() => rmSync(directory, { recursive: true }))

const kept = [
  ['Quay.dwg', 'Drawings', 'told', ''],
  ['to do.docx', 'Ada Okafor’s files', 'told', ''],
  ['muted-2.docx', 'My files', 'muted', 'Fri 08:00'],
  ['muted-1.docx', 'My files', 'muted', '11:29'],
  ['held-13.docx', 'My files', 'digest', ''],
  ['held-12.docx', 'My files', 'quiet-hours', 'Thursday'],
  ['held-11.docx', 'My files', 'quiet-hours', '00:00 to 00:00'],
  ['held-10.docx', 'My files', 'rule', 'only up to 1 byte'],
  ['held-9.docx', 'My files', 'rule', 'only from 5 MB'],
  ['held-8.docx', 'My files', 'rule', 'only PDF files or images'],
  ['held-7.docx', 'My files', 'rule', 'not in Plans'],
  ['held-6.docx', 'My files', 'rule', 'not *.docx'],
  ['held-5.docx', 'My files', 'rule', 'only *.xlsx or *.pptx'],
  ['held-4.docx', 'My files', 'rule', 'not from Ada Okafor'],
  ['held-3.docx', 'My files', 'rule', 'only from Bo Lindqvist, Cy, Di or 2 others'],
  ['held-2.docx', 'My files', 'rule', 'no one chosen yet'],
  ['held-1.docx', 'My files', 'rule', 'no new items'],
  ['told.docx', 'My files', 'told', ''],
]

test('history.db of an older version is all there, says the same, and holds no English of ours any more', () => {
  const file = path.join(directory, 'history.db')
  {
    const { database, setAside } = openDatabase(file, { clock, log })
    using _ = database
    const history = new History({ database, clock, words: () => english })
    expect(setAside).toBeNull()
    const { changes } = history.page({ ...noFilter, text: 'docx' }, null, 100)
    const said = [...history.rows(noFilter)].map((change) => [
      change.name,
      calledText(change.driveName, english),
      change.verdict,
      decidedWords(change, english),
    ])
    expect(said).toEqual(kept)
    expect(changes).toHaveLength(17)
    const found = (text: string) => history.matches({ ...noFilter, text })
    expect(['my files', "okafor's files to", 'drawings'].map(found)).toEqual([16, 1, 1])
    const inPseudo = new History({ database, clock, words: () => pseudo })
    expect(inPseudo.matches({ ...noFilter, text: pseudo.phrase('drive.name.own-files') })).toBe(16)
  }
  using sql = new DatabaseSync(file)
  const texts = sql.prepare('SELECT drive_name, decided_by, words FROM changes').all()
  const all = JSON.stringify(texts)
  expect(all.match(/my files|'s files|only from|not in|\d other|Thursday|08:00|as-worded/giu)).toBeNull()
})

test('settings.json of an older version is whole, and what it called in English is what it is', () => {
  const settings = new Settings({ directory, clock, log })
  expect(settings.found).toEqual({ kind: 'whole' })
  const { subscriptions, mutes, version } = settings.value
  const now = { status: { kind: 'gone', since: 0 }, learning: null, unseen: 0 } as const
  const shown = subscriptions.map((each) => subscriptionView(each, now, english))
  expect(shown.map(({ name, place, rulesInWords }) => [name, place, rulesInWords])).toEqual([
    ['My files', 'My OneDrive', 'Edited, only *.docx'],
    ['Ada Okafor’s files', 'OneDrive', null],
    ['Documents · Harbour', 'SharePoint', null],
    ['Drawings · Harbour', 'SharePoint', null],
    ['Risks · Harbour', 'SharePoint', null],
  ])
  expect(mutes.map(({ what }) => what)).toEqual([
    { kind: 'someone', someone: { kind: 'person', id: null, name: 'Ada Okafor' } },
    { kind: 'subscription', subscriptionId: subscriptions[0]?.id },
  ])
  settings.update({})
  const written = readFileSync(path.join(directory, 'settings.json'), 'utf8')
  expect(written.match(/My files|My OneDrive|'s files|as a list/u)).toBeNull()
  expect(JSON.parse(written)).toMatchObject({ version })
})
