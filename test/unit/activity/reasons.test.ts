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
    [{ verdict: null }, {}, 'Not told yet', /^It was found a moment ago\./, null],
    [{ verdict: 'told' }, {}, 'Told', /^A notice was shown at 08:40\.$/, null],
    [{ verdict: 'told-updated' }, {}, 'Told, updated', /at 08:40, without another sound\.$/, null],
    [{ verdict: 'digest', digest: 'd' }, {}, 'In the digest of 08:40', /the digest of 08:40\.$/, null],
    [{ verdict: 'digest', dueAt: today(9, 0) }, {}, 'In the digest of 09:00', /^It waits .* 09:00\.$/, null],
    [{ verdict: 'own-change' }, {}, 'Own change', /^You made this change yourself\./, 'open-settings'],
    [{ verdict: 'app-change' }, {}, 'App change', /^Finance leaves out changes by apps\./, 'change-rule'],
    [
      { verdict: 'quiet-hours', verdictWords: '18:30 to 08:00', digest: 'd' },
      {},
      'Quiet hours',
      /^It came at 02:14, in your quiet hours \(18:30 to 08:00\)\. It was in the digest of 08:40\.$/,
      'open-settings',
    ],
    [
      { verdict: 'quiet-hours', verdictWords: '18:30 to 08:00', dueAt: today(8, 0) },
      {},
      'Quiet hours',
      /\. It will be in the digest of 08:00\.$/,
      'open-settings',
    ],
    [
      { verdict: 'quiet-hours', verdictWords: 'Saturday' },
      {},
      'Quiet hours',
      /\(Saturday\)\. It was kept here without a notice\.$/,
      'open-settings',
    ],
    [{ verdict: 'paused' }, {}, 'Paused', /^Finance was paused when it came\./, null],
    [
      { verdict: 'muted', verdictWords: '11:30', muteId: 'z' },
      { at: today(11, 0), mutes: [mute] },
      'Muted until 11:30',
      /^You muted Bo Lindqvist until 11:30\./,
      'unmute',
    ],
    [
      { verdict: 'muted', verdictWords: '11:30', muteId: 'z' },
      { mutes: [mute] },
      'Muted until 11:30',
      /^It was muted until 11:30\./,
      null,
    ],
    [
      { verdict: 'before-followed' },
      {},
      'Before you followed',
      /^It happened before you followed Finance\./,
      null,
    ],
    [{ verdict: 'notices-off' }, { showNotices: false }, 'Notices off', /switched off/, 'open-settings'],
    [{ verdict: 'notices-off' }, {}, 'Notices off', /switched off/, null],
    [{ verdict: 'refused' }, {}, 'Refused by the system, kept here', /did not show the notice/, null],
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
      'Finance tells changes by Bo Lindqvist only. This one was made by Ada Okafor.',
    ],
    [
      {},
      { people: { kind: 'only', who: [] } },
      'Rule: only from nobody',
      'Finance tells only changes by some people, and nobody is chosen yet.',
    ],
    [
      { name: 'plan.pdf' },
      { patterns: [{ glob: '*.xlsx', not: false }] },
      'Rule: only *.xlsx',
      'Finance tells only what matches *.xlsx. plan.pdf does not.',
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
      'Finance tells only PDF files. budget.xlsx is something else.',
    ],
  ])('%j %j', (facts, rules, words, sentence) => {
    const by = context({ rulesOf: () => ({ ...defaultRules, ...rules }) })
    const judgement = judge(by)(change(facts))
    const verdictWords = judgement.kind === 'tell' ? null : judgement.words
    const held = change({ ...facts, verdict: 'rule', verdictWords })
    expect(reasonOf(held, by)).toEqual({
      kind: 'rule',
      words,
      title: 'Not told, because of a rule',
      sentence,
      remedy: { kind: 'change-rule', subscriptionId: 's' },
      canAllowSimilar: true,
    })
    expect(reasonOf(held, context())).toMatchObject({
      words,
      sentence: `A rule of Finance left it out when it came: ${verdictWords}. The rules were changed since.`,
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
    'no app changes, own changes too, one digest at 09:00',
  ],
])('on its row, a subscription with %j says: %s', (rules, words) => {
  expect(rulesInWords({ ...defaultRules, ...rules }, english)).toBe(words)
})
