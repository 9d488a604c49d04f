import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../../../main/graph/untyped.ts'
import { driveSchema, meSchema, parseItem } from '../../../main/graph/schemas.ts'

const by = (lastModifiedBy: unknown) => parseItem({ id: 'i', lastModifiedBy })?.modifiedBy
const fingerprint = (shared: unknown) => parseItem({ id: 'i', shared })?.sharing

test('a file, as Graph shows it', () => {
  expect(
    parseItem({
      id: '01BUDGET',
      name: 'budget.xlsx',
      size: 48213,
      file: { mimeType: 'application/vnd.ms-excel', hashes: { sha1Hash: 's', quickXorHash: 'mZ0=' } },
      eTag: '"{9E},5"',
      cTag: '"c:{9E},3"',
      createdDateTime: '2026-10-02T08:11:05Z',
      lastModifiedDateTime: '2026-11-21T17:40:12.1234567Z',
      createdBy: { user: { id: '41c7', displayName: 'Ada Example', email: 'ada@contoso.example' } },
      lastModifiedBy: { application: { displayName: 'Flow' }, user: { email: 'bo@contoso.example' } },
      parentReference: { driveId: 'b!d', id: '01PLANS' },
      webUrl: 'https://contoso.sharepoint.com/budget.xlsx',
    }),
  ).toEqual({
    id: '01BUDGET',
    name: 'budget.xlsx',
    parentId: '01PLANS',
    kind: 'file',
    deleted: false,
    size: 48213,
    eTag: '"{9E},5"',
    cTag: '"c:{9E},3"',
    hash: 'quickXorHash:mZ0=',
    createdAt: Date.parse('2026-10-02T08:11:05Z'),
    modifiedAt: Date.parse('2026-11-21T17:40:12.123Z'),
    createdBy: { kind: 'user', id: '41c7', name: 'Ada Example', email: 'ada@contoso.example' },
    modifiedBy: { kind: 'user', id: null, name: 'bo@contoso.example', email: 'bo@contoso.example' },
    sharing: null,
    shared: null,
    sharingChanged: false,
    malware: false,
    webUrl: 'https://contoso.sharepoint.com/budget.xlsx',
  })
})

test('a deleted item of a work account has little but its id', () => {
  const item = parseItem({ id: '01OLD', deleted: { state: 'deleted' }, parentReference: { id: '01PLANS' } })
  expect(item).toMatchObject({
    id: '01OLD',
    deleted: true,
    name: null,
    modifiedBy: null,
    parentId: '01PLANS',
  })
  expect(parseItem({ id: '01OLD', deleted: {} })).toMatchObject({ deleted: true })
})

test.each([
  [{ file: {} }, 'file'],
  [{ folder: { childCount: 0 } }, 'folder'],
  [{ root: {}, folder: {} }, 'root'],
  [{ package: { type: 'oneNote' }, folder: {} }, 'package'],
  [{ remoteItem: { id: 'x' }, folder: {} }, 'shortcut'],
  [{ folder: null, file: {} }, 'file'],
  [{ file: {} }, 'file'],
  [{ bundle: { album: {} } }, 'album'],
  [{ bundle: { childCount: 2 } }, 'item'],
  [{}, 'item'],
])('%j is a %s', (facets, kind) => {
  expect(parseItem({ id: 'i', ...facets })?.kind).toBe(kind)
})

test.each([null, undefined, 'i', 7, [], {}, { id: '' }, { id: 7 }, [{ id: 'i' }]])(
  '%j is no item',
  (value) => {
    expect(parseItem(value)).toBeNull()
  },
)

test('texts of 1 MB: names are cut, tags and addresses unknown, and such an id is none', () => {
  const long = 'x'.repeat(2 ** 20)
  const user = { id: long, displayName: long, email: long }
  const item = parseItem({
    id: 'i',
    name: long,
    parentReference: { id: long },
    eTag: long,
    cTag: long,
    file: { hashes: { quickXorHash: long } },
    webUrl: long,
    lastModifiedBy: { user },
    shared: { scope: long, owner: { user } },
  })
  const cut = long.slice(0, 400)
  expect(item).toMatchObject({ name: cut, parentId: null, eTag: null, cTag: null, hash: null, webUrl: null })
  expect(item?.modifiedBy).toEqual({ kind: 'user', id: null, name: cut, email: cut })
  expect(JSON.stringify(item).length).toBeLessThan(4_000)
  expect(parseItem({ id: long, name: 'x' })).toBeNull()
  expect(driveSchema.parse({ id: 'd', name: long, webUrl: long })).toMatchObject({ name: cut, webUrl: null })
  expect(driveSchema.safeParse({ id: long }).success).toBe(false)
})

test('who: what is known of the first that is named at all', () => {
  expect(by({ user: {}, application: { id: 'app', displayName: 'Power Automate' } })).toEqual({
    kind: 'application',
    id: 'app',
    name: 'Power Automate',
    email: null,
  })
  expect(by({ device: { id: 'd' } })).toEqual({ kind: 'device', id: 'd', name: null, email: null })
  expect(by({ user: { id: 7, displayName: null } })).toBeNull()
  expect(by({ user: { displayName: '  ' }, device: { id: 'd' } })?.kind).toBe('device')
  expect(by('Ada')).toBeNull()
})

const known = { kind: 'user', id: null, name: 'Ada Okafor', email: 'ada@lindenhof.example' }
test.each<[string, object, object]>([
  ['by address', { user: { displayName: 'Ada Okafor', email: known.email } }, known],
  [
    'by principal name',
    { user: { displayName: 'Ada Okafor', userPrincipalName: known.email, email: null } },
    known,
  ],
  [
    'by login name alone',
    { user: { loginName: `i:0#.f|membership|${known.email}` } },
    { ...known, name: known.email },
  ],
  [
    'by a login name without an address',
    { user: { displayName: 'Ada Okafor', loginName: 'c:0(.s|true' } },
    { ...known, email: null },
  ],
  [
    'as SharePoint knows users, whose numbers are its own',
    { siteUser: { id: '12', displayName: 'Ada Okafor', email: known.email } },
    known,
  ],
  [
    'in both ways',
    { user: { id: 'a' }, siteUser: { id: '12', displayName: 'Ada Okafor', email: known.email } },
    { ...known, id: 'a' },
  ],
  [
    'as a group of SharePoint',
    { user: {}, siteGroup: { id: '3', displayName: 'Site Members' } },
    { kind: 'group', id: null, name: 'Site Members', email: null },
  ],
])('who, named %s', (_, set, actor) => {
  expect(by(set)).toEqual(actor)
})

describe('sharing', () => {
  const shared = { scope: 'users', owner: { user: { id: 'a' } }, sharedDateTime: '2026-11-01T00:00:00Z' }

  test('the same facet has the same fingerprint, another scope, person or time another', () => {
    expect(fingerprint(shared)).toBe(fingerprint({ ...shared, unheardOf: true }))
    const others = [
      { scope: 'anonymous' },
      { sharedBy: { user: { id: 'b' } } },
      { sharedDateTime: '2026-11-02T00:00:00Z' },
    ]
    const all = [shared, ...others.map((other) => ({ ...shared, ...other }))].map(fingerprint)
    expect(new Set(all).size).toBe(4)
  })

  test.each([[undefined], [null], [{}], ['users']])('%j is not shared', (facet) => {
    expect(fingerprint(facet)).toBeNull()
  })

  test.each([
    ['True', true],
    [true, true],
    ['False', false],
    [undefined, false],
  ])('the annotation %j means sharing changed: %s', (value, expected) => {
    expect(parseItem({ id: 'i', '@microsoft.graph.sharedChanged': value })?.sharingChanged).toBe(expected)
  })
})

test.each([
  ['2026-11-21T19:04:27.5200000Z', Date.UTC(2026, 10, 21, 19, 4, 27, 520)],
  ['2026-11-21T19:04:27', Date.UTC(2026, 10, 21, 19, 4, 27)],
  ['2026-11-21T19:04:27+02:00', Date.UTC(2026, 10, 21, 17, 4, 27)],
  ['2026-11-21', Date.UTC(2026, 10, 21)],
  ['0001-01-01T00:00:00Z', null],
  ['1601-01-01T00:00:00Z', null],
  ['1970-01-01T00:00:00Z', null],
  ['tomorrow', null],
  ['', null],
  [1795300000, null],
  [null, null],
])('the date %j is %j', (value, time) => {
  expect(instant(value)).toBe(time)
})

test('no value at all makes the parser throw, and a usable id is kept as it came', () => {
  const names = [
    'name',
    'size',
    'file',
    'folder',
    'deleted',
    'shared',
    'parentReference',
    'lastModifiedBy',
    'createdDateTime',
  ]
  const odd = fc.dictionary(fc.constantFrom(...names), fc.jsonValue())
  fc.assert(
    fc.property(odd, fc.string({ minLength: 1 }), (fields, id) => {
      expect(parseItem({ ...fields, id })?.id).toBe(id)
    }),
  )
})

test('accounts and drives: an id is needed, the rest may be missing or odd', () => {
  expect(
    meSchema.parse({ id: 'a', displayName: 'Ada', userPrincipalName: '', mail: 'ada@contoso.example' }),
  ).toEqual({
    id: 'a',
    name: 'Ada',
    username: 'ada@contoso.example',
    mail: 'ada@contoso.example',
  })
  expect(driveSchema.parse({ id: 'd', name: 7, driveType: 'personal' })).toEqual({
    id: 'd',
    name: null,
    webUrl: null,
    driveType: 'personal',
  })
  expect(driveSchema.safeParse({ name: 'Documents' }).success).toBe(false)
})
