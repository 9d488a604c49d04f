import { describe, expect, test } from 'vitest'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { reasonOf } from '../../../main/activity/reasons.ts'
import { rulesInWords } from '../../../main/rules/rule-words.ts'
import { judge, type RuleContext } from '../../../main/rules/judge.ts'
import { defaultRules, type Rules } from '../../../preload/contract/rules.ts'
import { aChange } from '../history/a-change.ts'
import { english } from '../../words.ts'

const today = (hours: number, minutes: number) => new Date(2026, 10, 19, hours, minutes).getTime()
const context = (facts: Partial<RuleContext> = {}): RuleContext => ({
  at: today(12, 0),
  rulesOf: () => defaultRules,
  showNotices: true,
  own: 'hide-all-accounts',
  quietHours: null,
  mutes: [],
  words: english,
  ownNames: () => new Set(),
  ownDomains: () => new Set(),
  ...facts,
})
const change = (facts: Partial<StoredChange>) =>
  aChange({ at: today(2, 14), driveName: 'Finance', toldAt: today(8, 40), ...facts })
const person = { kind: 'person', id: 'bo', name: 'Bo Lindqvist' } as const
const until = today(11, 30)
const mute = { id: 'z', until, what: { kind: 'someone', someone: person } } as const

describe('why, by verdict (interface.md 4, 5)', () => {
  test.each<[Partial<StoredChange>, Partial<RuleContext>, string, RegExp, string | null]>([
    [{ verdict: null }, {}, 'Not notified yet', /^It was just found\./, null],
    [{ verdict: 'told' }, {}, 'Notified', /^You were notified at 08:40\.$/, null],
    [{ verdict: 'told-updated' }, {}, 'Notification updated', /at 08:40, without a sound\.$/, null],
    [{ verdict: 'digest', digest: 'd' }, {}, 'In your 08:40 summary', /in your 08:40 summary\.$/, null],
    [
      { verdict: 'digest', dueAt: today(9, 0) },
      {},
      'In your 09:00 summary',
      /^It will be in your 09:00 summary\.$/,
      null,
    ],
    [{ verdict: 'own-change' }, {}, 'Your own change', /^You made this change\./, 'open-settings'],
    [
      { verdict: 'app-change' },
      {},
      'App change',
      /^Finance leaves out changes made by apps\./,
      'change-rule',
    ],
    [
      { verdict: 'quiet-hours', decidedBy: { kind: 'hours', from: '18:30', to: '08:00' }, digest: 'd' },
      {},
      'Quiet hours',
      /^It came at 02:14, in your quiet hours \(18:30 to 08:00\)\. It was in your 08:40 summary\.$/,
      'open-settings',
    ],
    [
      {
        verdict: 'quiet-hours',
        decidedBy: { kind: 'hours', from: '18:30', to: '08:00' },
        dueAt: today(8, 0),
      },
      {},
      'Quiet hours',
      /\. It will be in your 08:00 summary\.$/,
      'open-settings',
    ],
    [
      { verdict: 'quiet-hours', decidedBy: { kind: 'whole-day', weekday: 6 } },
      {},
      'Quiet hours',
      /\(Saturday\)\. It’s kept in Activity, without a notification\.$/,
      'open-settings',
    ],
    [{ verdict: 'paused' }, {}, 'Paused', /^Finance was paused when this happened\./, null],
    [
      { verdict: 'muted', decidedBy: { kind: 'mute', until: today(11, 30) }, muteId: 'z' },
      { at: today(11, 0), mutes: [mute] },
      'Muted until 11:30',
      /^You muted Bo Lindqvist until 11:30\./,
      'unmute',
    ],
    [
      { verdict: 'muted', decidedBy: { kind: 'mute', until: today(11, 30) }, muteId: 'z' },
      { mutes: [mute] },
      'Muted until 11:30',
      /^It was muted until 11:30\./,
      null,
    ],
    [
      { verdict: 'before-followed' },
      {},
      'Before you followed',
      /^This happened before you followed Finance\./,
      null,
    ],
    [
      { verdict: 'notices-off' },
      { showNotices: false },
      'Notifications off',
      /^Notifications were off/,
      'open-settings',
    ],
    [{ verdict: 'notices-off' }, {}, 'Notifications off', /^Notifications were off/, null],
    [{ verdict: 'refused' }, {}, 'Blocked by your system', /didn’t show the notification/, null],
  ])('%j', (facts, by, words, sentence, remedy) => {
    const reason = reasonOf(change(facts), context(by))
    expect(reason.words).toBe(words)
    expect(reason.sentence).toMatch(sentence)
    expect(reason.remedy?.kind ?? null).toBe(remedy)
  })
})

describe('why, by rule: what is left out, and what this one has to do with it', () => {
  const visitor = { kind: 'user', id: null, name: 'Visitor', email: null } as const
  const guests: Partial<Rules> = { people: { kind: 'except', who: [{ kind: 'guests' }] } }
  test.each<[Partial<StoredChange>, Partial<Rules>, string, string]>([
    [
      { who: null },
      guests,
      'Rule: not from guests',
      'Finance leaves out changes by guests. This one came through a sharing link, without a name.',
    ],
    [
      { who: visitor },
      guests,
      'Rule: not from guests',
      'Finance leaves out changes by guests. Visitor is a guest.',
    ],
    [
      {},
      { people: { kind: 'only', who: [person] } },
      'Rule: only from Bo Lindqvist',
      'Finance includes only changes by Bo Lindqvist. This one was made by Ada Okafor.',
    ],
    [
      {},
      { people: { kind: 'only', who: [] } },
      'Rule: no one chosen yet',
      'Finance includes only changes by people you choose, and you haven’t chosen anyone yet.',
    ],
    [
      { name: 'plan.pdf' },
      { patterns: [{ glob: '*.xlsx', not: false }] },
      'Rule: only *.xlsx',
      'Finance includes only what matches *.xlsx. plan.pdf doesn’t.',
    ],
    [
      { place: ['Old'] },
      { patterns: [{ glob: 'Old/**', not: true }] },
      'Rule: not in Old',
      'Finance leaves out what matches Old/**. budget.xlsx does.',
    ],
    [{}, { kinds: ['added'] }, 'Rule: no edits', 'Finance leaves out edits. This is one of them.'],
    [
      { size: 2048 },
      { size: { least: null, most: 1024 } },
      'Rule: only up to 1 KB',
      'Finance leaves out files larger than 1 KB. budget.xlsx has 2 KB.',
    ],
    [
      {},
      { types: ['pdf'] },
      'Rule: only PDF files',
      'Finance includes only PDF files. budget.xlsx is something else.',
    ],
  ])('%j %j', (facts, rules, words, sentence) => {
    const by = context({ rulesOf: () => ({ ...defaultRules, ...rules }) })
    const judgement = judge(by)(change(facts))
    const decidedBy = judgement.kind === 'tell' ? null : judgement.decidedBy
    const held = change({ ...facts, verdict: 'rule', decidedBy })
    expect(reasonOf(held, by)).toEqual({
      kind: 'rule',
      words,
      title: 'Not notified: a rule',
      sentence,
      remedy: { kind: 'change-rule', subscriptionId: 's' },
      canAllowSimilar: true,
    })
    expect(reasonOf(held, context())).toMatchObject({
      words,
      sentence: `A rule for Finance left this out when it happened: ${words.replace('Rule: ', '')}. The rules have changed since.`,
      canAllowSimilar: false,
    })
  })
})

test.each<[Partial<Rules>, string | null]>([
  [{}, null],
  [{ people: { kind: 'except', who: [{ kind: 'guests' }] } }, 'no guests'],
  [{ kinds: ['added', 'deleted'] }, 'Added, deleted'],
  [{ kinds: defaultRules.kinds.filter((each) => each !== 'renamed') }, 'no renames'],
  [
    {
      patterns: [
        { glob: '*.xlsx', not: false },
        { glob: 'Old/**', not: true },
      ],
      people: { kind: 'except', who: [{ kind: 'guests' }, person] },
    },
    'only *.xlsx, not in Old, not from guests or Bo Lindqvist',
  ],
  [
    { own: 'tell', apps: false, often: { kind: 'daily', at: '09:00' } },
    'no app changes, own changes too, one summary at 09:00',
  ],
])('on its row, a subscription with %j says: %s', (rules, words) => {
  expect(rulesInWords({ ...defaultRules, ...rules }, english)).toBe(words)
})
