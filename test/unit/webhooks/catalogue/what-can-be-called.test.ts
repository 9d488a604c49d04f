import { expect, test } from 'vitest'
import { catalogueFor } from '../../../../main/webhooks/catalogue/catalogue.ts'
import { waysOf } from '../../../../main/webhooks/catalogue/catalogue-row.ts'
import texts from '../../../../preload/words/locales/en.json' with { type: 'json' }
import { english } from '../../../words.ts'
import { catalogueRows } from '../../../../main/webhooks/catalogue/rows.ts'
import { leastLifeMs } from '../../../../main/webhooks/catalogue/catalogue-limits.ts'
import { checkRequest } from '../../../../main/webhooks/catalogue/request-check.ts'
import type { Asker } from '../../../../main/webhooks/catalogue/row-permission.ts'
import { placeholdersOf } from '../../../../main/webhooks/catalogue/resource-path.ts'
import { driveDraft, personal, work } from '../asker.ts'

/** Somebody else's id. */
const somebody = '7c0f2a55-1b7e-4a0f-8a31-2d94c4e6b901'

const now = Date.parse('2026-11-21T08:00:00Z')
const askers: readonly (readonly [string, Asker])[] = [
  ['Work or school', work],
  ['Personal', personal],
  ['Work, China', { ...work, cloud: 'china' }],
]

/** The plainest request of each way: what the check says of it. */
function verdict(rowIndex: number, wayIndex: number, asker: Asker): string {
  const row = catalogueRows[rowIndex]
  if (!row) throw new Error('no such row')
  const way = waysOf(row)[wayIndex]
  const checked = checkRequest(
    {
      ...driveDraft,
      row: row.key,
      form: way?.key ?? 'none',
      filled: way
        ? Object.fromEntries(
            placeholdersOf(way).map((kind) => [
              kind,
              [kind.startsWith('user') ? somebody : kind === 'meeting-link' ? 'https://x.example' : 'x'],
            ]),
          )
        : {},
      changeTypes: [...row.usual],
      lifeMs: leastLifeMs,
      resourceData: row.data === 'must',
      certificate: { publicPart: 'MIID', id: 'c' },
    },
    asker,
    now,
  )
  const sentences = checked.refusals.map(({ why }) => english.say(why))
  return sentences.length === 0 ? checked.scopes.join(', ') || 'yes' : `– ${sentences.join(' ')}`
}

/** What is said of a row to whoever has the account for it. */
function disagreements(): readonly string[] {
  const said = [work, personal].map((asker) => catalogueFor(asker))
  return catalogueRows.flatMap((row, index) => {
    const notes = said.flatMap((rows) => rows[index]?.notes ?? []).map((note) => english.say(note))
    const title = [row.caption && english.phrase(`catalogue.caption.${row.caption}`)].filter(Boolean)
    const about = [english.phrase(`catalogue.row.${row.key}`), ...title].join(', ')
    return [...new Set(notes)].map((note) => `| ${about} | ${note} |`)
  })
}

test('what Microsoft can be asked to call about, by kind of account', async () => {
  const lines = catalogueRows.flatMap((row, rowIndex) =>
    waysOf(row).map((way, wayIndex) => {
      const cells = askers.map(([, asker]) => verdict(rowIndex, wayIndex, asker))
      return `| ${english.phrase(`catalogue.row.${row.key}`)} | \`${way.pattern}\` | ${row.data} | ${cells.join(' | ')} |`
    }),
  )
  const table = [
    '# What Microsoft can be asked to call about',
    '',
    'Of each way to write a resource: which permission it needs, or the sentence with which Drivebell refuses before',
    'anything is sent. "yes": nothing more is needed. Data: whether the changed data can be sent, encrypted. A person is',
    'always somebody else here. Made by what-can-be-called.test.ts.',
    '',
    `| About | Resource | Data | ${askers.map(([name]) => name).join(' | ')} |`,
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
    '## Where Microsoft’s documents disagree',
    '',
    'What the form says of it; sources in docs/protocol.md, 8.2 and 9.',
    '',
    '| About | Said of it |',
    '| --- | --- |',
    ...disagreements(),
    '',
  ].join('\n')
  await expect(table).toMatchFileSnapshot('what-can-be-called.md')
})

test.each(askers)('%s: the form says of each row what the check says', (_, asker) => {
  const rows = catalogueFor(asker)
  expect(rows.map(({ key }) => key)).toEqual(catalogueRows.map(({ key }) => key))
  for (const [rowIndex, row] of rows.entries()) {
    const locked = [row.locked, ...row.forms.map((form) => row.locked ?? form.locked)]
    const refused = row.forms.map((_form, wayIndex) => verdict(rowIndex, wayIndex, asker))
    for (const [index, said] of refused.entries()) {
      const reason = locked[index + 1]
      expect(said).toBe(
        reason
          ? `– ${english.say(reason)}`
          : (row.permission?.isGranted ?? true)
            ? 'yes'
            : row.permission?.scopes[0],
      )
    }
  }
})

test('ids, keys and texts of the catalogue are whole', () => {
  const keys = catalogueRows.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const row of catalogueRows) {
    for (const { key } of waysOf(row))
      for (const part of ['way', 'named'])
        expect(texts).toHaveProperty([`catalogue.${part}.${row.key}.${key}`])
  }
  for (const row of catalogueFor(work)) {
    expect(row.permission?.purpose.key).not.toBe('permission.other')
    expect(row.changeTypes.some(({ chosen, why }) => chosen && why === null)).toBe(true)
    expect(new Set(row.forms.map(({ key }) => key)).size).toBe(row.forms.length)
  }
})

test('what is newer than the app’s own documents is there, with the life that is documented', () => {
  const rows = new Map(catalogueFor(work).map((row) => [row.key, row]))
  const said = (key: string) => {
    const row = rows.get(key)
    const types = row?.changeTypes.filter(({ why }) => why === null).map(({ type }) => type)
    return [row && english.say(row.life.limit), types?.join(','), row?.permission?.scopes[0] ?? null]
  }
  const day = 'At most 1 day for webinars and town halls. Renewed automatically.'
  const days = 'At most 3 days for Teams. Renewed automatically.'
  expect(said('virtual-event')).toEqual([day, 'created', null])
  expect(said('webinar')).toEqual([day, 'updated', 'VirtualEvent.Read'])
  expect(said('webinar-session')).toEqual([day, 'created,updated', 'VirtualEvent.Read'])
  expect(said('webinar-registration')).toEqual([day, 'created,updated', 'VirtualEvent.Read'])
  expect(said('webinar-attendance')).toEqual([day, 'created', 'VirtualEvent.Read'])
  expect(said('app-installation')).toEqual([days, 'created,updated,deleted', null])
  expect(said('adhoc-recording')).toEqual([days, 'created,updated,deleted', 'CallRecordings.Read.All'])
  expect(said('adhoc-transcript')).toEqual([days, 'created,updated,deleted', 'CallTranscripts.Read.All'])
})

test('rows can be told apart, and the locked ones name what they would need', () => {
  const rows = catalogueFor(work)
  const called = rows.map(({ title, caption }) =>
    [title, caption].map((each) => each && english.say(each)).join(', '),
  )
  expect(new Set(called).size).toBe(called.length)
  const locked = (key: string) => {
    const why = rows.find((row) => row.key === key)?.locked
    return why && english.say(why)
  }
  expect(locked('chat-messages-all')).toBe('Needs app-only access: Chat.Read.All.')
  expect(locked('printer')).toBe('Needs app-only access: Printer.Read.All, Printer.ReadWrite.All.')
  expect(rows.find(({ key }) => key === 'message')?.permission).toMatchObject({
    scopes: ['Mail.ReadBasic'],
    alternatives: ['Mail.Read'],
    application: ['Mail.Read'],
  })
})

test.each([
  ['drive', 'At most 29 days, 9 hours for drives and lists. Renewed automatically.'],
  [
    'message',
    'At most 7 days for mail, events, and contacts, 1 day with the changed data. Renewed automatically.',
  ],
  ['chat-message', 'At most 3 days for Teams. Renewed automatically.'],
  ['user', 'At most 29 days for people and groups. Renewed automatically.'],
  ['todo-task', 'At most 2 days, 22 hours, 30 minutes for tasks. Renewed automatically.'],
  ['shift', 'At most 6 hours for Shifts. Renewed automatically.'],
  ['presence', 'At most 1 hour for presence. Renewed automatically.'],
])('how long a webhook lives is said in words: %s', (key, words) => {
  const row = catalogueFor(work).find((each) => each.key === key)
  expect(row && english.say(row.life.limit)).toBe(words)
})
