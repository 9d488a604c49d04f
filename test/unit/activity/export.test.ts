import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ExportRow, writeExport } from '../../../main/activity/export-file.ts'
import { exportRows } from '../../../main/activity/export.ts'
import { aChange } from '../history/a-change.ts'

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
const around = () => ({ account: 'ada@contoso.example', isOwn: () => false, reason: () => reason })

function row(facts: Partial<ExportRow>): ExportRow {
  const [first] = exportRows([aChange({ at: Date.parse('2026-11-19T09:42:00Z') })], around)
  if (!first) throw new Error('no row')
  return { ...first, ...facts }
}

const written = () => readFileSync(file, 'utf8')
const heading =
  '\ufeffTime,Who,Email,Change,Item,Earlier name,Drive,Folder,Account,Told,Reason,Times,Since,Size,Size before,Address'

test('a table has a line for each change, in the way of RFC 4180', async () => {
  expect(await writeExport(file, [row({}), row({ item: 'a "b", c\nd', told: true })], 'csv')).toEqual({
    ok: true,
  })
  const start = '2026-11-19T09:42:00.000Z,Ada Okafor,,edited'
  const end = 'My files,Plans,ada@contoso.example'
  const rest = 'Told,1,2026-11-19T09:42:00.000Z,100,,https://contoso.example/budget.xlsx'
  expect(written()).toBe(
    `${heading}\r\n${start},budget.xlsx,,${end},no,${rest}\r\n${start},"a ""b"", c\nd",,${end},yes,${rest}\r\n`,
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'the name %j is not read as a formula',
  async (item) => {
    await writeExport(file, [row({ item })], 'csv')
    expect(written().replaceAll('"', '')).toContain(`,edited,'${item},`)
  },
)

test('JSON is a list of changes, also of none', async () => {
  const rows = [row({}), row({ item: '=1+1' })]
  await writeExport(file, rows, 'json')
  expect(JSON.parse(written())).toEqual(rows)
  await writeExport(file, [], 'json')
  expect(JSON.parse(written())).toEqual([])
  await writeExport(file, [], 'csv')
  expect(written()).toBe(`${heading}\r\n`)
})

test('what cannot be written leaves nothing behind, and what was there stays', async () => {
  await writeExport(file, [row({})], 'json')
  const before = written()
  mkdirSync(`${file}.part`)
  expect(await writeExport(file, [row({})], 'csv')).toMatchObject({ ok: false })
  expect(written()).toBe(before)
  const missing = path.join(folder, 'missing', 'out.csv')
  expect(await writeExport(missing, [row({})], 'csv')).toEqual({
    ok: false,
    error: 'that folder is not there',
  })
  expect(existsSync(missing)).toBe(false)
  expect(readdirSync(folder).filter((name) => name !== 'out' && name !== 'out.part')).toEqual([])
})
