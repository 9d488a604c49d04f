import { expect, test } from 'vitest'
import type { DecidedBy } from '../../../main/history/decided-by.ts'
import { decidedBefore } from '../../../main/history/worded-before.ts'

/** A Thursday, by this computer's clock. */
const at = new Date(2026, 10, 19, 10, 30).getTime()
const on = (day: number, hour: number, minute: number): DecidedBy => ({
  kind: 'mute',
  until: new Date(2026, 10, day, hour, minute).getTime(),
})
const ada = { kind: 'person', id: null, name: 'Ada Okafor' } as const

test.each<[string, string, DecidedBy]>([
  ['muted', '11:30', on(19, 11, 30)],
  ['muted', 'Fri 08:00', on(20, 8, 0)],
  ['muted', 'Thu 08:00', on(26, 8, 0)],
  ['muted', '12:05 PM', on(19, 12, 5)],
  ['muted', 'Fri 8:00 AM', on(20, 8, 0)],
  ['muted', 'Sat, 11:00 pm', on(21, 23, 0)],
  ['muted', '12:10 AM', on(19, 0, 10)],
  ['muted', 'Xyz 08:00', { kind: 'as-worded', text: 'Xyz 08:00' }],
  ['muted', 'soon', { kind: 'as-worded', text: 'soon' }],
  ['quiet-hours', '18:30 to 08:00', { kind: 'hours', from: '18:30', to: '08:00' }],
  ['quiet-hours', 'Monday', { kind: 'whole-day', weekday: 1 }],
  ['quiet-hours', 'Sunday', { kind: 'whole-day', weekday: 7 }],
  ['quiet-hours', 'Someday', { kind: 'as-worded', text: 'Someday' }],
  ['rule', 'no edits', { kind: 'kind', ruleKind: 'edited' }],
  ['rule', 'no changes of sharing', { kind: 'kind', ruleKind: 'sharing' }],
  ['rule', 'no rest', { kind: 'as-worded', text: 'no rest' }],
  ['rule', 'only from nobody', { kind: 'not-among', who: [], others: 0 }],
  ['rule', 'only from Ada Okafor', { kind: 'not-among', who: [ada], others: 0 }],
  [
    'rule',
    'only from Ada Okafor or guests',
    { kind: 'not-among', who: [ada, { kind: 'guests' }], others: 0 },
  ],
  ['rule', 'only from Ada Okafor or 1,234 others', { kind: 'not-among', who: [ada], others: 1234 }],
  ['rule', 'not from guests', { kind: 'excepted', someone: { kind: 'guests' } }],
  ['rule', 'not from someone without a name', { kind: 'excepted', someone: { ...ada, name: '' } }],
  ['rule', 'only *.xlsx', { kind: 'matches-none', globs: ['*.xlsx'], others: 0 }],
  [
    'rule',
    'only *.a, *.b, *.c or 1 other',
    { kind: 'matches-none', globs: ['*.a', '*.b', '*.c'], others: 1 },
  ],
  ['rule', 'only video and sound', { kind: 'type', types: ['video-and-sound'] }],
  ['rule', 'only images, PDF files or code', { kind: 'type', types: ['images', 'pdf', 'code'] }],
  ['rule', 'only images or *.pdf', { kind: 'as-worded', text: 'only images or *.pdf' }],
  ['rule', 'not *.docx', { kind: 'matches', glob: '*.docx' }],
  ['rule', 'not in Old', { kind: 'matches', glob: 'Old/**' }],
  ['rule', 'only from 1.5 KB', { kind: 'too-small', least: 1536 }],
  ['rule', 'only up to 2 GB', { kind: 'too-large', most: 2 * 1024 ** 3 }],
  ['rule', 'only up to 1 byte', { kind: 'too-large', most: 1 }],
  ['rule', 'only up to much', { kind: 'as-worded', text: 'only up to much' }],
  ['rule', 'a rule', { kind: 'as-worded', text: 'a rule' }],
])('%s: what was kept as %j is a fact', (verdict, text, fact) => {
  expect(decidedBefore(verdict, text, at)).toEqual(fact)
})
