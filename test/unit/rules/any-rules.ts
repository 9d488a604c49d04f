import * as fc from 'fast-check'
import { type ChangeKind, changeKinds } from '../../../preload/contract/kinds.ts'
import type { QuietHours, Rules, Someone } from '../../../preload/contract/rules.ts'
import { fileTypes, ruleKinds } from '../../../preload/contract/kinds.ts'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { aChange } from '../history/a-change.ts'

/** Any rules and changes, from a small world in which they often meet. */
const ids = fc.constantFrom(null, 'ada', 'ADA', 'bo', '00abc', 'robot')
const personNames = fc.constantFrom('Ada Okafor', 'Bo Lindqvist', 'Contract Robot', '')
const fileNames = fc.oneof(
  fc.constantFrom('a.xlsx', 'Plan (1).dwg', 'README', '.gitignore', '[x] {y}.pdf', 'ü🌻.tmp', '  ', 'a/b'),
  fc.string({ maxLength: 12 }),
)

const someone: fc.Arbitrary<Someone> = fc.oneof(
  fc.record({ kind: fc.constantFrom('person' as const, 'app' as const), id: ids, name: personNames }),
  fc.constant({ kind: 'guests' as const }),
)

const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom('00', '30', '59') })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${minute}`)
const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }))

export const anyHours: fc.Arbitrary<QuietHours> = fc.record({
  from: time,
  to: time,
  days,
  wholeDays: days,
  zone: fc.constantFrom(null, 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Nowhere/Land'),
  digest: fc.boolean(),
})

const glob = fc.constantFrom(
  '*.xlsx',
  '*',
  'Plans/**',
  'Old/',
  '[',
  '{a,*.dwg}',
  '*.{pdf,tmp}',
  'README',
  '?',
)
const bound = fc.constantFrom(null, 0, 100, 5_000)
const who = fc.array(someone, { maxLength: 3 })

export const anyRules: fc.Arbitrary<Rules> = fc.record({
  kinds: fc.subarray([...ruleKinds]),
  people: fc.oneof(
    fc.constant({ kind: 'everyone' as const }),
    fc.record({ kind: fc.constantFrom('only' as const, 'except' as const), who }),
  ),
  own: fc.constantFrom(null, 'tell', 'hide-this-account', 'hide-all-accounts'),
  apps: fc.boolean(),
  patterns: fc.array(fc.record({ glob, not: fc.boolean() }), { maxLength: 4 }),
  types: fc.subarray([...fileTypes]),
  size: fc.record({ least: bound, most: bound }),
  quiet: fc.oneof(
    fc.constantFrom({ kind: 'as-in-settings' as const }, { kind: 'none' as const }),
    fc.record({ kind: fc.constant('own' as const), hours: anyHours }),
  ),
  often: fc.oneof(
    fc.constant({ kind: 'at-once' as const }),
    fc.record({ kind: fc.constant('daily' as const), at: time }),
  ),
})

export const anyChange: fc.Arbitrary<StoredChange> = fc
  .record({
    kind: fc.constantFrom<ChangeKind>(...changeKinds),
    itemKind: fc.constantFrom('file' as const, 'folder' as const, 'entry' as const),
    name: fc.option(fileNames),
    oldName: fc.option(fileNames),
    place: fc.array(fc.constantFrom('Plans', 'Old', 'ü'), { maxLength: 3 }),
    size: fc.constantFrom(null, 0, 99, 100, 6_000),
    at: fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2026-12-31T00:00Z') }),
    who: fc.option(
      fc.record({
        kind: fc.constantFrom('user' as const, 'application' as const, 'device' as const, 'group' as const),
        id: ids,
        name: fc.option(personNames),
        email: fc.constantFrom(null, 'v#ext#@a.example'),
      }),
    ),
  })
  .map((facts) => aChange(facts))
