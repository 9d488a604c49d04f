import { expect, test } from 'vitest'
import { preview } from '../../../main/activity/rule-preview.ts'
import type { RuleContext } from '../../../main/rules/judge.ts'
import { defaultRules, type QuietHours, type Rules } from '../../../preload/contract/rules.ts'
import { aChange } from '../history/a-change.ts'
import { english } from '../../words.ts'

/** A Thursday, from midday on; newest first. */
const noon = Date.parse('2026-11-19T12:00+01:00')
const minute = 60_000
const evening = noon + 8 * 60 * minute
const grace = { kind: 'user', id: 'grace', name: 'Grace Kimani', email: null } as const
const robot = { kind: 'application', id: 'robot', name: 'Contract Robot', email: null } as const
const visitor = { kind: 'user', id: null, name: 'Visitor', email: null } as const
const changes = [
  aChange({ id: '9', at: evening, name: 'late.xlsx' }),
  aChange({ id: '8', at: noon + 8 * minute }),
  aChange({ id: '7', at: noon + 7 * minute, name: 'photo.jpg' }),
  aChange({ id: '6', at: noon + 6 * minute, name: 'old.xlsx', place: ['Plans', 'Old'] }),
  aChange({ id: '5', at: noon + 5 * minute, who: grace }),
  aChange({ id: '4', at: noon + 4 * minute, who: robot }),
  aChange({ id: '3', at: noon + 3 * minute, who: visitor }),
  aChange({ id: '2', at: noon + 2 * minute, kind: 'renamed', oldName: 'b.xlsx' }),
  aChange({ id: '1', at: noon, name: 'plan.pdf' }),
]
const hours: QuietHours = {
  from: '18:30',
  to: '08:00',
  days: [1, 2, 3, 4, 5],
  wholeDays: [],
  zone: 'Europe/Berlin',
  digest: true,
}
const draft: Rules = {
  ...defaultRules,
  kinds: ['edited', 'added'],
  people: {
    kind: 'except',
    who: [{ kind: 'guests' }, { kind: 'app', id: 'robot', name: 'Contract Robot' }],
  },
  patterns: [
    { glob: '*.xlsx', not: false },
    { glob: '[', not: false },
    { glob: '*.docx', not: false },
    { glob: 'Plans/Old/**', not: true },
  ],
  quiet: { kind: 'own', hours },
}
const context: RuleContext = {
  at: 0,
  rulesOf: () => defaultRules,
  showNotices: false,
  own: 'hide-all-accounts',
  quietHours: null,
  mutes: [{ id: 'z', until: Infinity, what: { kind: 'subscription', subscriptionId: 's' } }],
  words: english,
  ownNames: () => new Set(['grace']),
  ownDomains: () => new Set(),
}

test('draft rules are tried on the latest changes, and those left out are counted by reason', () => {
  const seen = preview(changes, draft, context)
  expect(seen).toMatchObject({ of: 9, told: 1, toldBefore: 8, badPatterns: [1] })
  expect(seen.field).toEqual([false, false, false, false, false, false, false, true, false])
  expect(seen.would.map(({ id, reason }) => [id, reason])).toEqual([['8', 'Notified']])
  expect(seen.wouldNot).toEqual([
    { kind: 'rule', words: 'not *.xlsx or *.docx', count: 2 },
    { kind: 'rule', words: 'guests and Contract Robot', count: 2 },
    { kind: 'quiet-hours', words: 'quiet hours (kept for the summary)', count: 1 },
    { kind: 'rule', words: 'in Old', count: 1 },
    { kind: 'own-change', words: 'own changes', count: 1 },
    { kind: 'rule', words: 'renames', count: 1 },
  ])
  expect(seen.all.map(({ id }) => id)).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1'])
  const mine = seen.all.find(({ id }) => id === '5')?.sentence
  expect(mine?.map(({ text }) => text).join('')).toBe('You edited budget.xlsx')
})

test('a daily digest tells, only later; quiet hours without a digest do not say there is one', () => {
  const daily: Rules = { ...defaultRules, often: { kind: 'daily', at: '09:00' } }
  expect(preview(changes.slice(0, 1), daily, context)).toMatchObject({
    told: 1,
    would: [{ reason: 'in the daily summary' }],
  })
  const quiet: Rules = { ...defaultRules, quiet: { kind: 'own', hours: { ...hours, digest: false } } }
  expect(preview(changes.slice(0, 1), quiet, context).wouldNot).toEqual([
    { kind: 'quiet-hours', words: 'quiet hours', count: 1 },
  ])
})

test('nothing kept, nothing tried; never more than a hundred', () => {
  expect(preview([], draft, context)).toMatchObject({ of: 0, told: 0, toldBefore: 0, field: [], all: [] })
  const many = Array.from({ length: 130 }, (_, index) => aChange({ id: String(index) }))
  expect(preview(many, defaultRules, context)).toMatchObject({ of: 100, told: 100 })
})
