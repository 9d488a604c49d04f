import { expect, test } from 'vitest'
import { joinedIn, type SetChange } from '../../../main/history/set-story.ts'

const change = (seq: number, kind: string, facts: Partial<SetChange> = {}): SetChange => ({
  seq,
  kind,
  itemId: `i${seq}`,
  itemKind: 'file',
  parentId: 'p',
  name: 'plan.docx',
  alongside: 0,
  isCarried: false,
  ...facts,
})
const folder = { itemKind: 'folder' } as const

/** What is gone, what replaces what, and how many came along with whom. */
const table: readonly (readonly [string, readonly SetChange[], object])[] = [
  ['nothing', [], {}],
  ['deleted, then added', [change(1, 'deleted'), change(2, 'added')], { gone: [1], replaced: [[2, 1]] }],
  ['added, then deleted', [change(1, 'added'), change(2, 'deleted')], { gone: [2], replaced: [[1, 2]] }],
  [
    'another case and form of its letters',
    [change(1, 'deleted', { name: 'CAF\u00c9' }), change(2, 'appeared', { name: 'Cafe\u0301' })],
    { gone: [1], replaced: [[2, 1]] },
  ],
  [
    'the same name, percent-encoded',
    [change(1, 'deleted', { name: 'my%20plan.docx' }), change(2, 'added', { name: 'My plan.docx' })],
    { gone: [1], replaced: [[2, 1]] },
  ],
  ['another name', [change(1, 'deleted'), change(2, 'added', { name: 'x' })], {}],
  ['another folder', [change(1, 'deleted'), change(2, 'added', { parentId: 'q' })], {}],
  ['folders', [change(1, 'deleted', folder), change(2, 'added', folder)], {}],
  ['a name unknown', [change(1, 'deleted', { name: null }), change(2, 'added', { name: null })], {}],
  [
    'nobody knows where',
    [change(1, 'deleted', { parentId: null }), change(2, 'added', { parentId: null })],
    {},
  ],
  [
    'two in the place of one',
    [change(1, 'deleted'), change(2, 'added'), change(3, 'added')],
    { gone: [1], replaced: [[2, 1]] },
  ],
  [
    'a folder restored with a file and a folder in it',
    [
      change(1, 'restored', { itemId: 'f', parentId: 'g' }),
      change(2, 'restored', { ...folder, itemId: 'g', parentId: 'top', alongside: 3 }),
      change(3, 'restored', { ...folder, itemId: 'top', parentId: 'root', alongside: 1 }),
    ],
    { gone: [1, 2], alongside: [[3, 6]] },
  ],
  [
    'what carries the sharing of its folder',
    [change(1, 'shared', { isCarried: true }), change(2, 'shared', { ...folder })],
    { gone: [1] },
  ],
  ['a file restored alone', [change(1, 'restored'), change(2, 'added', { itemId: 'p' })], {}],
  [
    'folders in a ring',
    [
      change(1, 'restored', { itemId: 'a', parentId: 'b' }),
      change(2, 'restored', { itemId: 'b', parentId: 'a' }),
    ],
    {},
  ],
]

test.each(table)('%s', (_, changes, expected) => {
  const { gone, replaced, alongside } = joinedIn(changes)
  expect({ gone: [...gone], replaced: [...replaced], alongside: [...alongside] }).toEqual({
    gone: [],
    replaced: [],
    alongside: [],
    ...expected,
  })
})
