import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ExportRow, separatorOf, withEnding, writeExport } from '../../../main/activity/export-file.ts'
import { exportRows } from '../../../main/activity/export.ts'
import { aChange } from '../history/a-change.ts'
import { english } from '../../words.ts'

const manner = { words: english, separator: ',' } as const
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'drivebell-export-'))
  file = path.join(folder, 'out')
})

afterEach(() => rmSync(folder, { recursive: true }))

const reason = {
  kind: 'told',
  words: 'Told',
  title: '',
  sentence: '',
  remedy: null,
  canAllowSimilar: false,
} as const
const around = () => ({
  account: 'ada@contoso.example',
  words: english,
  isOwn: () => false,
  reason: () => reason,
})

function row(facts: Partial<ExportRow>): ExportRow {
  const [first] = exportRows([aChange({ at: Date.parse('2026-11-19T09:42:00Z') })], around)
  if (!first) throw new Error('no row')
  return { ...first, ...facts }
}

const written = () => readFileSync(file, 'utf8')
const heading =
  '\ufeffTime,Who,Email,Change,Item,Earlier name,Drive,Folder,Account,Notified,Reason,Times,Since,Size,Size before,Link'

test('a table has a line for each change, in the way of RFC 4180', async () => {
  expect(await writeExport(file, [row({}), row({ item: 'a "b", c\nd', told: true })], 'csv', manner)).toEqual(
    {
      ok: true,
    },
  )
  const start = '2026-11-19T09:42:00.000Z,Ada Okafor,,edited'
  const end = 'My files,Plans,ada@contoso.example'
  const rest = 'Told,1,2026-11-19T09:42:00.000Z,100,,https://contoso.example/budget.xlsx'
  expect(written()).toBe(
    `${heading}\r\n${start},budget.xlsx,,${end},no,${rest}\r\n${start},"a ""b"", c\nd",,${end},yes,${rest}\r\n`,
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)'])('the name %j is not read as a formula', async (item) => {
  await writeExport(file, [row({ item })], 'csv', manner)
  expect(written().replaceAll('"', '')).toContain(`,edited,'${item},`)
})

test('JSON is a list of changes, also of none', async () => {
  const rows = [row({}), row({ item: '=1+1' })]
  await writeExport(file, rows, 'json', manner)
  expect(JSON.parse(written())).toEqual(rows)
  await writeExport(file, [], 'json', manner)
  expect(JSON.parse(written())).toEqual([])
  await writeExport(file, [], 'csv', manner)
  expect(written()).toBe(`${heading}\r\n`)
})

/** Cells as a program sees them that cuts at a separator before it looks at quotes, and as one that does after. */
function* cellsOf(text: string): Generator<string> {
  const plain = text.replace('\ufeff', '')
  for (const separator of [',', ';', '\t', /[,;\t]/]) {
    for (const line of plain.split(/\r\n|\r|\n/)) {
      for (const cell of line.split(separator)) yield cell.replace(/^[\s"]+/, '')
    }
    for (const record of parsed(plain, separator)) yield* record
  }
}

/** RFC 4180, at any of the separators. */
function parsed(text: string, separator: string | RegExp): string[][] {
  const isSeparator = (letter: string) =>
    separator instanceof RegExp ? separator.test(letter) : letter === separator
  const records: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    const record = records.at(-1) ?? []
    if (letter === '"' && quoted && text[at + 1] === '"') record.push(`${record.pop()}${text.charAt(++at)}`)
    else if (letter === '"') quoted = !quoted
    else if (!quoted && isSeparator(letter)) record.push('')
    else if (!quoted && letter === '\n') records.push([''])
    else if (quoted || letter !== '\r') record.push(`${record.pop()}${letter}`)
  }
  return records.slice(0, -1)
}

const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

describe('no cell begins like a formula, wherever a program cuts', () => {
  test.each([
    ['a;=1+1;b.xlsx'],
    ['q;=HYPERLINK(A1);.txt'],
    ['+1;-2.txt'],
    ['x,=2+2,y.txt'],
    ['=1+1.xlsx'],
    ['plain; but harmless.docx'],
    ['a; =1'],
    ['a;"=1+1"'],
    ['a\t@SUM(A1)\r-1\n+2'],
    ['"",\uff1d1'],
  ])('%j', async (name) => {
    const address = `https://contoso.example/${name}`
    const who = { kind: 'user', id: 'x', name, email: name } as const
    const [each] = exportRows(
      [aChange({ name, oldName: name, place: [name, name], driveName: name, who })],
      around,
    )
    if (!each) throw new Error('no row')
    for (const separator of [',', ';'] as const) {
      await writeExport(file, [{ ...each, address }], 'csv', { words: english, separator })
      expect([...cellsOf(written())].filter((cell) => formula.test(cell))).toEqual([])
      const [, record = []] = parsed(written().replace('\ufeff', ''), separator)
      expect(record[4]?.replaceAll("'", '')).toBe(name)
      expect(decodeURIComponent(record[15] ?? '').replaceAll("'", '')).toBe(address)
    }
  })

  test('whatever a name is', async () => {
    const hostile = fc.string({ unit: fc.constantFrom(...Array.from('=+-@,;\t\r\n" \'aä|')) })
    await fc.assert(
      fc.asyncProperty(hostile, async (item) => {
        await writeExport(file, [row({ item, address: item })], 'csv', manner)
        expect([...cellsOf(written())].filter((cell) => formula.test(cell))).toEqual([])
        const [, record = []] = parsed(written().replace('\ufeff', ''), ',')
        expect(record[4]?.replaceAll("'", '')).toBe(item.replaceAll("'", ''))
      }),
      { numRuns: 300 },
    )
  })
})

test.each([
  ['en-US', ','],
  ['ja-JP', ','],
  ['de-DE', ';'],
  ['fr-FR', ';'],
  ['pt-BR', ';'],
  ['de-CH', ','],
])('%s separates by %s', (locale, separator) => {
  expect(separatorOf(locale)).toBe(separator)
})

test.each([
  ['/home/ada/report', '/home/ada/report.csv'],
  ['/home/ada.x/report', '/home/ada.x/report.csv'],
  ['report.', 'report.csv'],
  ['.report', '.report.csv'],
  ['report.csv', 'report.csv'],
  ['report.CSV', 'report.CSV'],
  ['report.txt', 'report.txt'],
])('%s is written to %s', (typed, wanted) => {
  expect(withEnding(typed, 'csv')).toBe(wanted)
})

test('who chooses a link has its target written, and nobody’s part is touched', async () => {
  const target = path.join(folder, 'target.csv')
  symlinkSync(target, file)
  writeFileSync(`${target}.part`, 'somebody’s')
  for (const item of ['first', 'second']) {
    expect(await writeExport(file, [row({ item })], 'csv', manner)).toMatchObject({ ok: true })
    expect(readFileSync(target, 'utf8')).toContain(item)
  }
  expect(lstatSync(file).isSymbolicLink()).toBe(true)
  expect(readFileSync(`${target}.part`, 'utf8')).toBe('somebody’s')
  expect(statSync(target).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).sort()).toEqual(['out', 'target.csv', 'target.csv.part'])
})

test('what cannot be written leaves nothing behind, and what was there stays', async () => {
  await writeExport(file, [row({})], 'json', manner)
  const before = written()
  function* breaking(): Generator<ExportRow> {
    yield row({})
    throw Object.assign(new Error('as injected'), { code: 'EIO', syscall: 'read' })
  }
  expect(await writeExport(file, breaking(), 'csv', manner)).toEqual({
    ok: false,
    error: { key: 'command.export.error' },
  })
  expect(written()).toBe(before)
  const missing = path.join(folder, 'missing', 'out.csv')
  expect(await writeExport(missing, [row({})], 'csv', manner)).toEqual({
    ok: false,
    error: { key: 'command.export.missing' },
  })
  expect(existsSync(missing)).toBe(false)
  expect(readdirSync(folder).filter((name) => name !== 'out')).toEqual([])
})
