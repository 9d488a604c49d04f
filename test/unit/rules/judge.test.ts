import { describe, expect, test } from 'vitest'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { judge, type RuleContext } from '../../../main/rules/judge.ts'
import { decidedWords } from '../../../main/rules/rule-words.ts'
import { defaultRules, type QuietHours, type Rules, type Someone } from '../../../preload/contract/rules.ts'
import { aChange } from '../history/a-change.ts'
import { english } from '../../words.ts'

/** A Thursday, midday in Berlin. */
const noon = Date.parse('2026-11-19T12:00+01:00')
const hour = 3_600_000
const lunch: QuietHours = {
  from: '11:30',
  to: '13:00',
  days: [4],
  wholeDays: [],
  zone: 'Europe/Berlin',
  digest: true,
}
const context = (facts: Partial<RuleContext> & { rules?: Partial<Rules> } = {}): RuleContext => ({
  at: noon,
  rulesOf: () => ({ ...defaultRules, ...facts.rules }),
  showNotices: true,
  own: 'hide-all-accounts',
  quietHours: null,
  mutes: [],
  words: english,
  ownNames: (accountId) =>
    new Set([...(accountId === 'a' ? [] : ['00abc']), 'GRACE', 'grace.kimani@lindenhof.example']),
  ownDomains: () => new Set(['lindenhof.example']),
  ...facts,
})
const said = (facts: Partial<StoredChange>, by: RuleContext): string => {
  const change = aChange({ at: noon, ...facts })
  const judgement = judge(by)(change)
  if (judgement.kind === 'tell') return 'tell'
  return [judgement.verdict, decidedWords({ ...change, decidedBy: judgement.decidedBy }, english)]
    .filter(Boolean)
    .join(': ')
}
const user = (id: string | null, name: string | null = null, email: string | null = null) => ({
  who: { kind: 'user', id, name, email } as const,
})
const app = { who: { kind: 'application', id: 'robot', name: 'Contract Robot', email: null } } as const
const ada: Someone = { kind: 'person', id: 'ADA', name: 'Ada Okafor' }
const byName: Someone = { kind: 'person', id: null, name: 'Bo Lindqvist' }
const robot: Someone = { kind: 'app', id: 'robot', name: 'Contract Robot' }
const guests: Someone = { kind: 'guests' }
const zoe: Someone = { kind: 'person', id: null, name: 'Zoë'.normalize('NFC') }
const only = (...who: Someone[]) => ({ rules: { people: { kind: 'only' as const, who } } })
const except = (...who: Someone[]) => ({ rules: { people: { kind: 'except' as const, who } } })

describe('own changes', () => {
  test.each<[string, Partial<StoredChange>, Partial<RuleContext> & { rules?: Partial<Rules> }, string]>([
    ['mine, in another case', user('grace'), {}, 'own-change'],
    ['my personal id, padded', user('0000000000000ABC'), {}, 'own-change'],
    ['mine in another account, hidden', user('00ABC'), { own: 'hide-all-accounts' }, 'own-change'],
    ['mine in another account, told', user('00ABC'), { own: 'hide-this-account' }, 'tell'],
    ['mine in this account', user('grace'), { own: 'hide-this-account' }, 'own-change'],
    ['mine, told', user('grace'), { own: 'tell' }, 'tell'],
    ['the rule comes before the settings', user('grace'), { rules: { own: 'tell' } }, 'tell'],
    [
      'and hides what they tell',
      user('grace'),
      { own: 'tell', rules: { own: 'hide-this-account' } },
      'own-change',
    ],
    [
      'me, by my address alone',
      user(null, 'Grace Kimani', 'Grace.Kimani@Lindenhof.example'),
      {},
      'own-change',
    ],
    ['me, as a guest of others', user('g', 'Grace', 'grace.kimani@lindenhof.example'), {}, 'own-change'],
    [
      'me, by the address I have as a guest of others',
      user('g', 'Grace', 'grace.kimani_lindenhof.example#EXT#@contoso.onmicrosoft.com'),
      {},
      'own-change',
    ],
    [
      'somebody else, as a guest of others',
      user('g', 'Grace', 'grace_kimani_lindenhof.example#EXT#@contoso.onmicrosoft.com'),
      {},
      'tell',
    ],
    ['my name alone', user(null, 'Grace Kimani'), {}, 'tell'],
    ['another address', user(null, 'Grace', 'other@lindenhof.example'), {}, 'tell'],
    ['somebody else', user('ada'), {}, 'tell'],
    ['an app with my id', { who: { ...app.who, id: 'grace' } }, {}, 'tell'],
    ['malware in my file', { ...user('grace'), kind: 'malware' }, {}, 'tell'],
  ])('%s', (_name, change, by, expected) => {
    expect(said(change, context(by))).toBe(expected)
  })
})

describe('people and apps', () => {
  test.each<[string, Partial<StoredChange>, Partial<RuleContext> & { rules?: Partial<Rules> }, string]>([
    ['only: her', user('ada'), only(ada), 'tell'],
    ['only: another', user('bo', 'Ada Okafor'), only(ada), 'rule: only from Ada Okafor'],
    ['only: her without an id', user(null, 'Ada Okafor'), only(ada), 'tell'],
    ['only: nobody known', { who: null, kind: 'deleted' }, only(ada), 'rule: only from Ada Okafor'],
    ['only: by name', user('b', 'Bo Lindqvist'), only(byName), 'tell'],
    ['only: by a name in another form', user('z', 'Zoë'.normalize('NFD')), only(zoe), 'tell'],
    ['only: the app', app, only(robot), 'tell'],
    ['only: nobody at all', user('ada'), only(), 'rule: no one chosen yet'],
    ['except: her', user('ada'), except(ada, robot), 'rule: not from Ada Okafor'],
    ['except: the app', app, except(ada, robot), 'rule: not from Contract Robot'],
    ['except: a person with the name of the app', user('x', 'Contract Robot'), except(robot), 'tell'],
    ['except: nobody', user('ada'), except(), 'tell'],
    ['guests: without an id', user(null, 'Visitor'), except(guests), 'rule: not from guests'],
    [
      'guests: by address',
      user('v', 'Visitor', 'v_x.org#EXT#@a.example'),
      except(guests),
      'rule: not from guests',
    ],
    ['guests: a colleague without an id', user(null, 'Ada', 'Ada@LINDENHOF.example'), except(guests), 'tell'],
    [
      'guests: an address elsewhere',
      user(null, 'Ada', 'ada@x.example'),
      except(guests),
      'rule: not from guests',
    ],
    ['guests: who copied it is not said', { who: null, kind: 'added' }, except(guests), 'tell'],
    ['guests: without a name', { who: null }, except(guests), 'rule: not from guests'],
    ['guests: who deleted is not said', { who: null, kind: 'deleted' }, except(guests), 'tell'],
    ['guests: not a member', user('ada'), except(guests), 'tell'],
    ['guests: not an app', { who: { ...app.who, id: null } }, except(guests), 'tell'],
    ['malware is nobody’s doing', { ...user('ada'), kind: 'malware' }, except(ada), 'tell'],
    ['apps left out', app, { rules: { apps: false } }, 'app-change'],
    ['a device is one', { who: { ...app.who, kind: 'device' } }, { rules: { apps: false } }, 'app-change'],
    ['people not', user('ada'), { rules: { apps: false } }, 'tell'],
  ])('%s', (_name, change, by, expected) => {
    expect(said(change, context(by))).toBe(expected)
  })
})

describe('kinds, files and sizes', () => {
  test.each<[string, Partial<StoredChange>, Partial<Rules>, string]>([
    ['a kind left out', { kind: 'renamed' }, { kinds: ['edited', 'moved'] }, 'rule: no renames'],
    ['moved and renamed, one of them told', { kind: 'moved-and-renamed' }, { kinds: ['renamed'] }, 'tell'],
    ['neither told', { kind: 'moved-and-renamed' }, { kinds: ['edited'] }, 'rule: no moves'],
    ['sharing', { kind: 'unshared' }, { kinds: ['sharing'] }, 'tell'],
    ['appeared is added', { kind: 'appeared' }, { kinds: ['added'] }, 'tell'],
    ['no kind', {}, { kinds: [] }, 'rule: no edits'],
    ['a pattern', { name: 'a.pdf' }, { patterns: [{ glob: '*.xlsx', not: false }] }, 'rule: only *.xlsx'],
    [
      'a folder left out',
      { place: ['Plans', 'Old'] },
      { patterns: [{ glob: 'Plans/Old/**', not: true }] },
      'rule: not in Old',
    ],
    [
      'a pattern left out',
      { name: 'a.tmp' },
      { patterns: [{ glob: '*.tmp', not: true }] },
      'rule: not *.tmp',
    ],
    ['a type', { name: 'a.docx' }, { types: ['documents'] }, 'tell'],
    ['renamed from it', { name: 'a.bak', oldName: 'a.docx' }, { types: ['documents'] }, 'tell'],
    ['another type', { name: 'a.pdf' }, { types: ['documents', 'images'] }, 'rule: only documents or images'],
    ['small', { size: 10 }, { size: { least: 1_048_576, most: null } }, 'rule: only from 1 MB'],
    ['as small as may be', { size: 1_048_576 }, { size: { least: 1_048_576, most: null } }, 'tell'],
    ['large', { size: 2048 }, { size: { least: null, most: 1024 } }, 'rule: only up to 1 KB'],
    ['size unknown', { size: null }, { size: { least: 1, most: 1 } }, 'tell'],
    ['a folder', { size: 0, itemKind: 'folder' }, { size: { least: 1, most: null } }, 'tell'],
  ])('%s', (_name, change, rules, expected) => {
    expect(said(change, context({ rules }))).toBe(expected)
  })
})

describe('when', () => {
  const muted = [{ id: 'z', until: noon + hour, what: { kind: 'someone', someone: ada } }] as const
  const pattern = { patterns: [{ glob: '*.pdf', not: false }] }
  test.each<[string, Parameters<typeof context>[0], object]>([
    ['now', {}, { kind: 'tell' }],
    [
      'quiet, with a digest',
      { quietHours: lunch },
      {
        kind: 'later',
        verdict: 'quiet-hours',
        decidedBy: { kind: 'hours', from: '11:30', to: '13:00' },
        dueAt: noon + hour,
      },
    ],
    ['quiet, without one', { quietHours: { ...lunch, digest: false } }, { kind: 'later', dueAt: null }],
    [
      'quiet for ever',
      { quietHours: { ...lunch, wholeDays: [1, 2, 3, 4, 5, 6, 7] } },
      { kind: 'later', dueAt: null },
    ],
    ['no quiet hours here', { quietHours: lunch, rules: { quiet: { kind: 'none' } } }, { kind: 'tell' }],
    ['hours of its own', { rules: { quiet: { kind: 'own', hours: lunch } } }, { kind: 'later' }],
    [
      'its own hours instead',
      { quietHours: lunch, rules: { quiet: { kind: 'own', hours: { ...lunch, days: [] } } } },
      { kind: 'tell' },
    ],
    [
      'a rule comes before quiet hours',
      { quietHours: lunch, rules: pattern },
      { kind: 'hold', verdict: 'rule' },
    ],
    ['a mute too', { quietHours: lunch, mutes: muted }, { kind: 'hold', verdict: 'muted', muteId: 'z' }],
    ['a mute that is over', { mutes: [{ ...muted[0], until: noon }] }, { kind: 'tell' }],
    [
      'a rule before a mute',
      { mutes: muted, rules: pattern },
      { kind: 'hold', verdict: 'rule', muteId: null },
    ],
    ['notices are off', { showNotices: false, quietHours: lunch }, { kind: 'hold', verdict: 'notices-off' }],
  ])('%s', (_name, by, expected) => {
    expect(judge(context(by))(aChange({ at: noon }))).toMatchObject(expected)
  })

  test('once a day, at the computer’s time, and not within quiet hours', () => {
    const at = new Date(2026, 10, 19, 12).getTime()
    const daily = { often: { kind: 'daily', at: '09:00' } } as const
    const due = new Date(2026, 10, 20, 9).getTime()
    expect(judge(context({ at, rules: daily }))(aChange())).toEqual({
      kind: 'later',
      verdict: 'digest',
      decidedBy: null,
      dueAt: due,
    })
    const quietHours: QuietHours = { ...lunch, from: '08:00', to: '10:00', days: [5], zone: null }
    expect(judge(context({ at, rules: daily, quietHours }))(aChange())).toMatchObject({ dueAt: due + hour })
  })
})

describe('muted', () => {
  const s = { subscriptionId: 's' }
  test.each<[string, object, Partial<StoredChange>, boolean]>([
    ['her', { kind: 'someone', someone: ada }, { subscriptionId: 'elsewhere' }, true],
    ['guests', { kind: 'someone', someone: guests }, user(null, 'X'), true],
    ['the file', { kind: 'file', ...s, itemId: 'x', name: '' }, { itemId: 'x' }, true],
    ['another file', { kind: 'file', ...s, itemId: 'x', name: '' }, { itemId: 'y' }, false],
    ['a file in it is not the folder', { kind: 'file', ...s, itemId: 'plans', name: '' }, {}, false],
    [
      'far below the folder',
      { kind: 'folder', ...s, itemId: 'top', name: '' },
      { folders: ['a', 'top', 'root'] },
      true,
    ],
    ['the folder itself', { kind: 'folder', ...s, itemId: 'x', name: '' }, { itemId: 'x' }, true],
    ['another drive', { kind: 'folder', subscriptionId: 't', itemId: 'plans', name: '' }, {}, false],
    ['the drive', { kind: 'subscription', ...s }, {}, true],
  ])('%s', (_name, what, change, isMuted) => {
    const mutes = [{ id: 'z', until: noon + hour, what }] as RuleContext['mutes']
    expect(judge(context({ mutes }))(aChange({ at: noon, ...change })).kind).toBe(isMuted ? 'hold' : 'tell')
  })
})

test('each subscription has rules of its own, read once for many changes', () => {
  const rules = new Map([
    ['s', defaultRules],
    ['t', { ...defaultRules, kinds: [] }],
  ])
  const judged = judge(context({ rulesOf: (id) => rules.get(id) ?? defaultRules }))
  const kinds = ['s', 't', 's', 't'].map((subscriptionId) => judged(aChange({ subscriptionId })).kind)
  expect(kinds).toEqual(['tell', 'hold', 'tell', 'hold'])
})
