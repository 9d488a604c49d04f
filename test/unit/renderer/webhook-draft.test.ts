import { describe, expect, test } from 'vitest'
import {
  differing,
  firstDraft,
  lifeScale,
  withChangeType,
  withData,
  withFilled,
  withForm,
} from '../../../renderer/webhooks/create/webhook-draft.ts'
import { grouped } from '../../../renderer/webhooks/create/catalogue-groups.ts'
import { english } from '../../words.ts'
import { catalogue } from '../../window/sample-catalogue.ts'

const dayMs = 86_400_000

function rowOf(key: string) {
  const row = catalogue.find((row) => row.key === key)
  if (!row) throw new Error(`no row ${key}`)
  return row
}

describe('the form of a row', () => {
  test('begins with its usual choices and its longest life in whole units', () => {
    expect(firstDraft(rowOf('drive'), 'grace')).toMatchObject({
      form: 'own',
      changeTypes: ['updated'],
      lifeMs: 29 * dayMs,
      resourceData: false,
      extras: ['security-events'],
    })
    expect(firstDraft(rowOf('presence'), 'grace')).toMatchObject({ resourceData: true, lifeMs: 3_600_000 })
  })

  test.each([
    ['drive', false, { unit: 'days', least: 1, most: 29 }],
    ['message', false, { unit: 'days', least: 1, most: 7 }],
    ['message', true, { unit: 'hours', least: 1, most: 24 }],
    ['presence', true, { unit: 'minutes', least: 45, most: 60 }],
  ])('%s, with data %s: its life is measured so', (key, withData, scale) => {
    expect(lifeScale(rowOf(key), withData)).toMatchObject(scale)
  })

  test('with data a life that is too long becomes the longest; without, the properties are forgotten', () => {
    const row = rowOf('message')
    const rich = withData(firstDraft(row, 'grace'), row, true)
    expect(rich).toMatchObject({ resourceData: true, lifeMs: dayMs })
    expect(withData({ ...rich, select: 'subject' }, row, false)).toMatchObject({
      select: null,
      lifeMs: dayMs,
    })
  })

  test('change types keep the order of the catalogue', () => {
    const row = rowOf('message')
    const none = { ...firstDraft(row, 'grace'), changeTypes: [] }
    const late = withChangeType(none, row, 'deleted', true)
    expect(withChangeType(late, row, 'created', true).changeTypes).toEqual(['created', 'deleted'])
    expect(withChangeType(late, row, 'deleted', false).changeTypes).toEqual([])
  })

  test('another site empties the list; another way keeps what has the same name', () => {
    const row = rowOf('list')
    const [form] = row.forms
    if (!form) throw new Error('no form')
    const first = withFilled(firstDraft(row, 'grace'), form, 'site', ['site-1'])
    const both = withFilled(first, form, 'list', ['list-1'])
    expect(both.filled).toEqual({ site: ['site-1'], list: ['list-1'] })
    expect(withFilled(both, form, 'site', ['site-2']).filled).toEqual({ site: ['site-2'] })
    const drive = rowOf('drive')
    const other = { ...firstDraft(drive, 'grace'), filled: { drive: ['b!1'], gone: ['x'] } }
    expect(withForm(other, drive, 'other').filled).toEqual({ drive: ['b!1'] })
    expect(withForm(other, drive, 'own').filled).toEqual({})
  })

  test('what differs from the first is what was touched', () => {
    const row = rowOf('list')
    const first = firstDraft(row, 'grace')
    expect(differing(first, first)).toEqual([])
    const touched = { ...first, lifeMs: 1, filled: { site: ['site-1'] }, filter: 'a' }
    expect(differing(first, touched)).toEqual(['life', 'filter', 'filled.site'])
  })
})

test.each([
  ['', ['files-and-lists', 'mail-calendar-tasks', 'teams', 'devices-and-security', 'other'], 9],
  ['ONEDRIVE', ['files-and-lists', 'other'], 2],
  ['sites/{site}', ['files-and-lists', 'other'], 2],
  ['teams', ['teams', 'other'], 2],
  ['zebra', ['other'], 1],
])('the catalogue narrowed by "%s"', (typed, groups, count) => {
  const found = grouped(catalogue, typed, english)
  expect(found.map(({ group }) => group)).toEqual(groups)
  expect(found.flatMap(({ rows }) => rows)).toHaveLength(count)
})
