import { beforeEach, describe, expect, test } from 'vitest'
import { VirtualClock } from '../story/virtual-clock.ts'
import { TestClient } from './client.ts'
import { Simulator } from './simulator.ts'

let simulator: Simulator

beforeEach(() => {
  simulator = new Simulator({ clock: new VirtualClock(), random: () => 0.5 })
  simulator.identity.adminConsents()
})

const scopes = {
  none: 'User.Read Files.Read',
  files: 'User.Read Files.Read.All',
  sites: 'User.Read Files.Read Sites.Read.All',
  groups: 'User.Read GroupMember.Read.All Team.ReadBasic.All',
}
type Scopes = keyof typeof scopes

/** Signs in: `Noor@lindenhof` is a guest there, `Noor` is at home. */
function signIn(who: string, wanted: Scopes): Promise<TestClient> {
  const [name = '', tenant] = who.split('@')
  const full = { Grace: 'Grace Kimani', Sam: 'Sam Whitlock', Noor: 'Noor Haddad', Tomasz: 'Tomasz Wrona' }[
    name
  ]
  return TestClient.signIn(simulator, full, scopes[wanted], tenant ? 'lindenhof.example' : 'common')
}

/** Paths may say `{harbour}`, `{harbour group}`, `{Ada’s drive}` and the like. */
function filled(path: string): string {
  const ids: Record<string, () => string> = {
    harbour: () => simulator.site('Harbour').id,
    ledger: () => simulator.site('Ledger').id,
    'harbour group': () => simulator.group('Harbour').id,
    'canteen group': () => simulator.group('Canteen').id,
    documents: () => simulator.list('Harbour', 'Documents').id,
    risks: () => simulator.list('Harbour', 'Risks').id,
    library: () => simulator.library('Harbour').id,
    'ada’s drive': () => simulator.driveOf('Ada Okafor').id,
    'bo’s drive': () => simulator.driveOf('Bo Lindqvist').id,
    'lent file': () => simulator.driveOf('Bo Lindqvist').at('Handover.docx').id,
    'kept file': () => simulator.driveOf('Bo Lindqvist').at('Cabin.pdf').id,
    'sam’s drive': () => simulator.driveOf('Sam Whitlock').id,
  }
  return path.replace(/\{([^}]+)\}/g, (_all, name: string) => ids[name]?.() ?? 'nothing')
}

const socketIo = 'subscriptions/socketIo'

type Case = readonly [who: string, scopes: Scopes, status: number]

/** Per call: who asks with which scopes, and the status that comes of it. */
const calls: readonly (readonly [string, ...Case[]])[] = [
  ['/me', ['Grace', 'none', 200], ['Sam', 'none', 200], ['Noor@lindenhof', 'none', 200]],
  [
    '/me/drive',
    ['Grace', 'none', 200],
    ['Grace', 'groups', 403],
    ['Sam', 'none', 200],
    ['Noor', 'none', 200],
    ['Noor@lindenhof', 'none', 404],
    ['Tomasz', 'none', 404],
  ],
  ['/me/drives', ['Grace', 'none', 200], ['Sam', 'none', 200], ['Tomasz', 'none', 200]],
  ['/me/drive/sharedWithMe', ['Grace', 'none', 200], ['Sam', 'none', 200], ['Grace', 'groups', 403]],
  [
    '/users/ada@lindenhof.example/drive',
    ['Grace', 'files', 200],
    ['Grace', 'none', 403],
    ['Sam', 'files', 403],
  ],
  [
    '/drives/{ada’s drive}',
    ['Grace', 'files', 200],
    ['Grace', 'sites', 200],
    ['Grace', 'none', 403],
    ['Tomasz', 'files', 404],
    ['Sam', 'files', 404],
  ],
  // something of it was given to Grace, so she is told that the rest is not hers
  ['/drives/{bo’s drive}/root', ['Grace', 'files', 403], ['Tomasz', 'files', 404]],
  ['/drives/{bo’s drive}/items/{lent file}', ['Grace', 'files', 200], ['Tomasz', 'files', 404]],
  ['/drives/{bo’s drive}/items/{kept file}', ['Grace', 'files', 403]],
  ['/drives/nothing', ['Grace', 'files', 404], ['Sam', 'files', 404]],
  [
    '/drives/{library}',
    ['Grace', 'files', 200],
    ['Noor@lindenhof', 'files', 200],
    ['Noor', 'files', 404],
    ['Tomasz', 'files', 404],
  ],
  ['/drives/{library}/list', ['Grace', 'sites', 200], ['Grace', 'files', 403]],
  ['/drives/{sam’s drive}/list', ['Sam', 'sites', 403]],
  ['/sites?search=*', ['Grace', 'sites', 200], ['Grace', 'files', 403], ['Sam', 'sites', 403]],
  ['/me/followedSites', ['Grace', 'sites', 200], ['Grace', 'files', 403], ['Sam', 'sites', 403]],
  ['/sites/root', ['Grace', 'sites', 200], ['Tomasz', 'sites', 200], ['Noor@lindenhof', 'sites', 404]],
  ['/sites/lindenhof.sharepoint.example', ['Grace', 'sites', 200]],
  ['/sites/lindenhof.sharepoint.example:/sites/harbour', ['Grace', 'sites', 200], ['Tomasz', 'sites', 404]],
  ['/sites/lindenhof.sharepoint.example:/sites/harbour:/drives', ['Grace', 'sites', 200]],
  ['/sites/lindenhof.sharepoint.example:/sites/nowhere', ['Grace', 'sites', 404]],
  ['/sites/{harbour}', ['Grace', 'sites', 200], ['Noor@lindenhof', 'sites', 200], ['Noor', 'sites', 404]],
  ['/sites/{ledger}', ['Grace', 'sites', 404]],
  ['/sites/{harbour}/drives', ['Grace', 'files', 200], ['Grace', 'none', 403]],
  ['/sites/{harbour}/lists', ['Grace', 'sites', 200], ['Grace', 'files', 403]],
  ['/sites/{harbour}/lists/{documents}/drive', ['Grace', 'sites', 200], ['Grace', 'none', 403]],
  ['/sites/{harbour}/lists/{risks}/drive', ['Grace', 'sites', 404]],
  ['/sites/{harbour}/lists/{risks}/items', ['Grace', 'sites', 200], ['Sam', 'sites', 403]],
  ['/me/memberOf/microsoft.graph.group', ['Grace', 'none', 200], ['Sam', 'groups', 403]],
  ['/me/joinedTeams', ['Grace', 'groups', 200], ['Grace', 'none', 403], ['Sam', 'groups', 403]],
  [
    '/groups/{harbour group}/drive',
    ['Grace', 'files', 200],
    ['Grace', 'none', 403],
    ['Tomasz', 'files', 404],
  ],
  ['/groups/{harbour group}/drives', ['Grace', 'files', 200], ['Sam', 'files', 403]],
  ['/groups/{harbour group}/sites/root', ['Grace', 'sites', 200], ['Grace', 'files', 403]],
  ['/groups/{canteen group}/drive', ['Grace', 'files', 404]],
  ['/groups/{canteen group}/sites/root', ['Grace', 'sites', 404]],
  ['/sites/{harbour}/drive/root/delta?token=latest', ['Grace', 'files', 200], ['Sam', 'files', 403]],
  ['/groups/{harbour group}/drive/root/delta?token=latest', ['Grace', 'files', 200], ['Grace', 'none', 403]],
  ['/users/ada@lindenhof.example/drive/root/delta?token=latest', ['Grace', 'files', 200]],
  ['/drives/{bo’s drive}/root/delta', ['Grace', 'files', 403]],
  ['/sites/{harbour}/lists/{risks}/items/delta?token=latest', ['Grace', 'sites', 200], ['Sam', 'sites', 403]],
  // the six forms of graph.md 1.1
  [
    `/me/drive/root/${socketIo}`,
    ['Grace', 'none', 200],
    ['Sam', 'none', 200],
    ['Tomasz', 'none', 404],
    ['Noor@lindenhof', 'none', 404],
    ['Grace', 'groups', 403],
  ],
  [
    `/drives/{ada’s drive}/root/${socketIo}`,
    ['Grace', 'files', 200],
    ['Grace', 'none', 403],
    ['Tomasz', 'files', 404],
  ],
  [`/drives/{bo’s drive}/root/${socketIo}`, ['Grace', 'files', 403]],
  [`/drives/{sam’s drive}/root/${socketIo}`, ['Sam', 'none', 200], ['Grace', 'files', 404]],
  [`/drives/{library}/list/${socketIo}`, ['Grace', 'files', 200], ['Noor@lindenhof', 'files', 200]],
  [`/drives/{sam’s drive}/list/${socketIo}`, ['Sam', 'none', 403]],
  [
    `/groups/{harbour group}/drive/root/${socketIo}`,
    ['Grace', 'files', 200],
    ['Grace', 'none', 403],
    ['Sam', 'files', 403],
  ],
  [`/groups/{canteen group}/drive/root/${socketIo}`, ['Grace', 'files', 404]],
  [
    `/sites/{harbour}/lists/{documents}/drive/root/${socketIo}`,
    ['Grace', 'sites', 200],
    ['Tomasz', 'sites', 404],
    ['Sam', 'sites', 403],
  ],
  [
    `/sites/{harbour}/lists/{risks}/${socketIo}`,
    ['Grace', 'sites', 200],
    ['Grace', 'files', 403],
    ['Sam', 'sites', 403],
    ['Tomasz', 'sites', 404],
  ],
]

describe('who is answered what', () => {
  test.each(calls.map(([path, ...cases]) => [path, cases] as const))('%s', async (path, cases) => {
    const statuses: unknown[] = []
    for (const [who, wanted] of cases) {
      const client = await signIn(who, wanted)
      statuses.push([who, wanted, (await client.get(filled(path))).status])
    }
    expect(statuses).toEqual(cases)
  })

  test('what may not be seen is 403 by switch', async () => {
    simulator.switches.graph.hidden = 'denied'
    const grace = await signIn('Grace', 'sites')
    const statuses = [`/sites/{ledger}`, '/sites/nothing', '/drives/nothing'].map(
      async (path) => (await grace.get(filled(path))).status,
    )
    expect(await Promise.all(statuses)).toEqual([403, 404, 404])
  })
})

describe('what is found', () => {
  test.each([
    [
      'Grace',
      'sites',
      '/sites?search=*',
      ['Ada Okafor', 'Grace Kimani', 'Harbour', 'Lighthouse', 'Lindenhof', 'Regatta'],
    ],
    ['Grace', 'sites', '/sites?search=light', ['Lighthouse']],
    ['Grace', 'sites', '/me/followedSites', ['Lighthouse']],
    ['Noor@lindenhof', 'sites', '/sites?search=*', ['Harbour']],
    ['Noor', 'sites', '/sites?search=*', ['Noor Haddad', 'Yards']],
    ['Grace', 'groups', '/me/joinedTeams', ['Harbour', 'Regatta']],
    ['Grace', 'groups', '/me/memberOf', ['Harbour', 'Regatta', 'Canteen', 'All staff']],
    ['Grace', 'none', '/me/memberOf', [null, null, null, null]],
    ['Grace', 'sites', '/sites/{harbour}/lists', ['Documents', 'Drawings', 'Site Assets', 'Risks']],
    [
      'Grace',
      'sites',
      '/sites/{harbour}/lists?$select=displayName,system',
      ['Documents', 'Drawings', 'Site Assets', 'Style Library', 'Risks', 'User Information List'],
    ],
  ] as const)('%s with %s at %s', async (who, wanted, path, names) => {
    expect(await (await signIn(who, wanted)).all(filled(path))).toEqual(names)
  })

  test.each([
    ['Grace', '/sites/{harbour}/drives', ['Documents', 'Drawings', 'Site Assets']],
    ['Grace', '/groups/{harbour group}/drives', ['Documents', 'Drawings', 'Site Assets', 'Style Library']],
    ['Grace', '/me/drive/sharedWithMe', ['Plans', 'Handover.docx']],
    ['Sam', '/me/drive/sharedWithMe', ['Recipes']],
    ['Noor', '/me/drive/sharedWithMe', []],
    ['Noor', '/me/drive/sharedWithMe?allowexternal=true', ['Projects']],
    ['Grace', "/me/drive/root/search(q='handover')", ['Handover.docx']],
    ['Grace', '/drives/{library}/root/children', ['Budget.xlsx', 'Contract.docx', 'Minutes']],
  ] as const)('%s at %s', async (who, path, names) => {
    expect(await (await signIn(who, 'files')).all(filled(path), 'name')).toEqual(names)
  })

  test('lists say what they are', async () => {
    const grace = await signIn('Grace', 'sites')
    const kinds = await grace.all(filled('/sites/{harbour}/lists?$select=list,system'), 'list')
    expect(kinds.map((kind) => Object.values(kind as object).slice(0, 2))).toEqual([
      ['documentLibrary', false],
      ['documentLibrary', false],
      ['documentLibrary', true],
      ['documentLibrary', true],
      ['genericList', false],
      ['userInformation', true],
    ])
  })

  test('a shared item says where it really is, and can be opened there', async () => {
    const sam = await signIn('Sam', 'files')
    const [remote] = await sam.all('/me/drive/sharedWithMe', 'remoteItem')
    const drive = simulator.driveOf('Ines Duarte')
    expect(remote).toMatchObject({ name: 'Recipes', folder: {}, parentReference: { driveId: drive.id } })
    const children = `/drives/${drive.id}/items/${drive.at('Recipes').id}/children`
    expect(await sam.all(children, 'name')).toEqual(['plum cake.docx'])
  })

  test('a folder is read page by page', async () => {
    const grace = await signIn('Grace', 'none')
    const folder = simulator.driveOf().at('Plans')
    const whole = await grace.all(`/me/drive/items/${folder.id}/children`, 'name')
    simulator.requests.clear()
    expect(await grace.all(`/me/drive/items/${folder.id}/children?$top=2&$select=id,name`, 'name')).toEqual(
      whole,
    )
    expect(simulator.requests.all).toHaveLength(Math.ceil(whole.length / 2))
    expect((await grace.get('/me/drive/root/children?$top=many')).status).toBe(400)
  })

  test('$select is honoured, or ignored by switch', async () => {
    const grace = await signIn('Grace', 'none')
    const names = async () => Object.keys(await grace.json('/me/drive?$select=id,name'))
    expect(await names()).toEqual(['@odata.context', 'id', 'name'])
    simulator.switches.graph.select = 'ignored'
    expect(await names()).toContain('driveType')
  })

  test('a filter on memberships wants ConsistencyLevel', async () => {
    const grace = await signIn('Grace', 'groups')
    const path = "/me/memberOf/microsoft.graph.group?$count=true&$filter=startswith(displayName,'H')"
    expect((await grace.get(path)).status).toBe(400)
    expect((await grace.get(path, { consistencylevel: 'eventual' })).status).toBe(200)
  })

  test('a group has a drive once it is provisioned; a drive of nobody is listed by switch', async () => {
    const grace = await signIn('Grace', 'files')
    simulator.provision('Canteen')
    expect((await grace.get(filled('/groups/{canteen group}/drive'))).status).toBe(200)
    simulator.switches.graph.phantomDrives = true
    const sam = await signIn('Sam', 'none')
    expect(await sam.all('/me/drives', 'name')).toEqual(['PersonalCacheLibrary', 'OneDrive'])
  })
})

describe('a sharing link', () => {
  const shared = (address: string) => `/shares/u!${Buffer.from(address).toString('base64url')}/driveItem`
  const open = async (who: string, address: string, prefer = '') =>
    (await (await signIn(who, 'files')).get(shared(address), { prefer })).status

  test('leads to a file or a folder', async () => {
    const grace = await signIn('Grace', 'files')
    const library = simulator.library('Harbour')
    const file = await grace.json(shared(simulator.shareLink(library, 'Contract.docx')))
    expect(file).toMatchObject({ name: 'Contract.docx', file: {}, parentReference: { driveId: library.id } })
    expect(await grace.json(shared(simulator.shareLink(library, 'Minutes')))).toMatchObject({ folder: {} })
    const whole = 'https://lindenhof.sharepoint.example/sites/harbour/Shared%20Documents'
    expect(await grace.json(shared(whole))).toMatchObject({
      root: {},
      parentReference: { driveId: library.id },
    })
    expect(await grace.json(shared(`${whole}/Contract.docx?web=1`))).toMatchObject({ name: 'Contract.docx' })
  })

  test('is refused to others, and taken up only when asked', async () => {
    const bo = simulator.driveOf('Bo Lindqvist')
    const closed = simulator.shareLink(bo, 'Cabin.pdf', 'users')
    const forAll = simulator.shareLink(bo, 'Cabin.pdf')
    expect(await open('Grace', closed, 'redeemSharingLink')).toBe(403)
    expect(await open('Grace', forAll)).toBe(403)
    expect(await open('Noor', forAll, 'redeemSharingLink')).toBe(403)
    expect(await open('Grace', forAll, 'redeemSharingLink')).toBe(200)
    expect(await open('Grace', forAll)).toBe(200)
  })

  test('that is none is 404, and 400 when it is not encoded', async () => {
    expect(await open('Grace', 'https://lindenhof.sharepoint.example/:x:/s/harbour/Enothing')).toBe(404)
    expect((await (await signIn('Grace', 'files')).get('/shares/plain/driveItem')).status).toBe(400)
    expect((await (await signIn('Grace', 'none')).get(shared('https://a.example'))).status).toBe(403)
  })
})
