import { expect, test } from 'vitest'
import { canonicalItemId, remembered, sameSpelling } from '../../../main/drive/known-item.ts'
import { isSameVersion } from '../../../main/drive/evidence.ts'
import { budget } from './situation.ts'

const plain = '0a1b2c3d4e5f6071!s0123'

test.each([
  ['another case', 'A1B2C3D4E5F6071!S0123', plain],
  ['as it is', plain, plain],
  ['a work drive', '01ABCDEF', '01ABCDEF'],
  ['more digits than a drive has', '00a1b2c3d4e5f60711!1', '00a1b2c3d4e5f60711!1'],
])('an id in one spelling: %s', (_, id, one) => {
  expect(canonicalItemId(id)).toBe(one)
})

test.each([
  ['only its own id', { id: plain.toUpperCase(), parentId: 'p' }, { id: plain, parentId: 'p' }],
  ['only its parent', { id: '01A', parentId: plain.toUpperCase() }, { id: '01A', parentId: plain }],
  ['both', { id: plain.toUpperCase(), parentId: plain.toUpperCase() }, { id: plain, parentId: plain }],
  ['its own id, no parent', { id: plain.toUpperCase(), parentId: null }, { id: plain, parentId: null }],
])('an item in one spelling: %s', (_, ids, one) => {
  expect(sameSpelling({ ...budget, ...ids })).toEqual({ ...budget, ...one })
})

test('nothing is copied for what is canonicalItemId so already', () => {
  const item = { ...budget, id: plain, parentId: '01P' }
  expect(sameSpelling(item)).toBe(item)
})

test.each([
  ['file', null],
  ['folder', 'https://contoso.example/x'],
  ['root', 'https://contoso.example/x'],
] as const)('where a %s opens is remembered as %s', (kind, webUrl) => {
  expect(remembered({ ...budget, kind, webUrl: 'https://contoso.example/x' }, null).webUrl).toBe(webUrl)
})

test.each([
  ['1', '1', true],
  ['1', '2', false],
  [null, '2', true],
  ['1', null, true],
  [null, null, true],
])('tags %j and %j may be of one version: %s', (now, then, isSame) => {
  expect(isSameVersion({ ...budget, eTag: now }, remembered({ ...budget, eTag: then }, null))).toBe(isSame)
})

test.each([
  ['file', []],
  ['folder', ['x']],
  ['root', ['x']],
] as const)('how a %s was shared is remembered for what lies below it: %j', (kind, past) => {
  const before = remembered({ ...budget, kind, sharing: 'x' }, null)
  expect(remembered({ ...budget, kind, sharing: null, eTag: 'another' }, before).pastSharing).toEqual(past)
})
