import { expect, test } from 'vitest'
import type { Change } from '../../../main/history/change.ts'
import { foundFor, isDoubtful } from '../../../main/drive/attribution.ts'
import type { ItemActivity } from '../../../main/graph/activities.ts'
import { aChange } from '../history/a-change.ts'

const since = Date.parse('2026-11-19T09:00:00Z')
const by = (id: string) => ({ kind: 'user', id, name: id, email: null }) as const
const moved = aChange({ kind: 'moved', itemId: 'i', who: null })
const deleted = aChange({ kind: 'deleted', itemId: 'i', name: 'one.txt', who: null })

const activity = (facts: Partial<ItemActivity>): ItemActivity => ({
  who: by('bo'),
  at: since + 1_000,
  itemId: 'i',
  did: 'move',
  name: null,
  recipients: [],
  ...facts,
})

test.each<[string, Change, readonly Partial<ItemActivity>[], string | null]>([
  ['who moved it', moved, [{}], 'bo'],
  ['the last who did', moved, [{ who: by('ada') }, { at: since + 2_000 }], 'bo'],
  ['a moment before the last set: the feed lags', moved, [{ at: since - 60_000 }], 'bo'],
  ['at the edge of that', moved, [{ at: since - 120_000 }], 'bo'],
  ['a moment earlier', moved, [{ at: since - 120_001 }], null],
  ['in the moment of the last set, unsaid', moved, [{ did: 'unsaid', at: since }], 'bo'],
  [
    'somebody about, of what was shared: with whom is not known',
    aChange({ kind: 'shared', itemId: 'i', who: null }),
    [{ did: 'unsaid' }],
    null,
  ],
  ['long before', moved, [{ at: since - 600_000 }], null],
  ['another item', moved, [{ itemId: 'j' }], null],
  ['no item named', moved, [{ itemId: null }], null],
  ['something else done', moved, [{ did: 'rename' }], null],
  ['deleted, by its name', deleted, [{ did: 'delete', itemId: null, name: 'one.txt' }], 'bo'],
  ['deleted, another name', deleted, [{ did: 'delete', itemId: null, name: 'two.txt' }], null],
  ['only one person about', moved, [{ did: 'unsaid' }, { did: 'unsaid' }], 'bo'],
  ['two people about', moved, [{ did: 'unsaid' }, { did: 'unsaid', who: by('ada') }], null],
  [
    'one person about, named in two ways',
    moved,
    [{ did: 'unsaid' }, { did: 'unsaid', who: { ...by('bo'), id: null, name: 'bo' } }],
    'bo',
  ],
  [
    'one person about, by an address',
    moved,
    [
      { did: 'unsaid', who: { ...by('bo'), email: 'bo@x.example' } },
      { did: 'unsaid', who: { kind: 'user', id: null, name: null, email: 'Bo@X.example' } },
    ],
    'bo',
  ],
  [
    'two about of whom one has no name',
    moved,
    [{ did: 'unsaid' }, { did: 'unsaid', who: { kind: 'user', id: null, name: null, email: 'x@y.z' } }],
    null,
  ],
  [
    'deleted, by its name in another form',
    { ...deleted, name: 'Café.txt'.normalize('NFC') },
    [{ did: 'delete', itemId: null, name: 'Café.txt'.normalize('NFD') }],
    'bo',
  ],
  ['the last who did is not named', moved, [{}, { who: null, at: since + 2_000 }], null],
  [
    'somebody about who is not named, beside one who is',
    moved,
    [{ did: 'unsaid' }, { did: 'unsaid', who: null }],
    null,
  ],
  ['somebody about who is not named', moved, [{ did: 'unsaid', who: null }], null],
  ['somebody about before', moved, [{ did: 'unsaid', at: since - 1 }], null],
])('%s', (_, change, activities, expected) => {
  expect(foundFor(change, activities.map(activity), since)?.who?.id ?? null).toBe(expected)
})

test('there is something to ask only where nobody is named, or for whom it was shared, or what it was', () => {
  const shared = (scope: 'users' | 'anonymous', people: readonly string[]) =>
    aChange({ kind: 'shared', detail: { shared: { scope, with: people } } })
  const changed = aChange({ kind: 'changed' })
  expect([deleted, moved, changed, shared('users', [])].every(isDoubtful)).toBe(true)
  const clear = [aChange(), { ...moved, who: by('bo') }, shared('users', ['Bo']), shared('anonymous', [])]
  expect(clear.some(isDoubtful)).toBe(false)
})

const changed = aChange({ kind: 'changed', itemId: 'i', who: by('ada') })

test.each<[string, readonly Partial<ItemActivity>[], [string, string | null] | null]>([
  ['saved', [{ did: 'edit' }, { did: 'edit' }], ['edited', null]],
  ['renamed', [{ did: 'rename', name: 'draft.docx' }], ['renamed', 'draft.docx']],
  [
    'renamed twice',
    [
      { did: 'rename', name: 'b', at: since + 2_000 },
      { did: 'rename', name: 'a' },
    ],
    ['renamed', 'a'],
  ],
  ['renamed, from what nobody says', [{ did: 'rename' }], null],
  ['moved', [{ did: 'move' }], ['moved', null]],
  ['moved and renamed', [{ did: 'move' }, { did: 'rename', name: 'a' }], ['moved-and-renamed', 'a']],
  ['saved and renamed', [{ did: 'edit' }, { did: 'rename', name: 'a' }], null],
  ['made', [{ did: 'create' }], null],
  ['only who and when', [{ did: 'unsaid' }], null],
  ['another item', [{ did: 'edit', itemId: 'j' }], null],
  ['nothing', [], null],
])('what was changed: %s', (_, activities, expected) => {
  const found = foundFor(changed, activities.map(activity), since)
  expect(found && [found.kind, found.oldName]).toEqual(expected)
})
