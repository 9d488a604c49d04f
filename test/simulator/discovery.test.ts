import { beforeEach, describe, expect, test } from 'vitest'
import { VirtualClock } from '../story/virtual-clock.ts'
import { filled, signInAs } from './ask.ts'
import { Simulator } from './simulator.ts'

let simulator: Simulator

beforeEach(() => {
  simulator = new Simulator({ clock: new VirtualClock(), random: () => 0.5 })
  simulator.identity.adminConsents()
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
    expect(await (await signInAs(simulator, who, wanted)).all(filled(simulator, path))).toEqual(names)
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
    expect(await (await signInAs(simulator, who, 'files')).all(filled(simulator, path), 'name')).toEqual(
      names,
    )
  })

  test('lists say what they are', async () => {
    const grace = await signInAs(simulator, 'Grace', 'sites')
    const kinds = await grace.all(filled(simulator, '/sites/{harbour}/lists?$select=list,system'), 'list')
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
    const sam = await signInAs(simulator, 'Sam', 'files')
    const [remote] = await sam.all('/me/drive/sharedWithMe', 'remoteItem')
    const drive = simulator.driveOf('Ines Duarte')
    expect(remote).toMatchObject({ name: 'Recipes', folder: {}, parentReference: { driveId: drive.id } })
    const children = `/drives/${drive.id}/items/${drive.at('Recipes').id}/children`
    expect(await sam.all(children, 'name')).toEqual(['plum cake.docx'])
  })

  test('a folder is read page by page', async () => {
    const grace = await signInAs(simulator, 'Grace', 'none')
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
    const grace = await signInAs(simulator, 'Grace', 'none')
    const names = async () => Object.keys(await grace.json('/me/drive?$select=id,name'))
    expect(await names()).toEqual(['@odata.context', 'id', 'name'])
    simulator.switches.graph.select = 'ignored'
    expect(await names()).toContain('driveType')
  })

  test('a filter on memberships wants ConsistencyLevel', async () => {
    const grace = await signInAs(simulator, 'Grace', 'groups')
    const path = "/me/memberOf/microsoft.graph.group?$count=true&$filter=startswith(displayName,'H')"
    expect((await grace.get(path)).status).toBe(400)
    expect((await grace.get(path, { consistencylevel: 'eventual' })).status).toBe(200)
  })

  test('a group has a drive once it is provisioned; a drive of nobody is listed by switch', async () => {
    const grace = await signInAs(simulator, 'Grace', 'files')
    simulator.provision('Canteen')
    expect((await grace.get(filled(simulator, '/groups/{canteen group}/drive'))).status).toBe(200)
    simulator.switches.graph.phantomDrives = true
    const sam = await signInAs(simulator, 'Sam', 'none')
    expect(await sam.all('/me/drives', 'name')).toEqual(['PersonalCacheLibrary', 'OneDrive'])
  })
})

describe('a sharing link', () => {
  const shared = (address: string) => `/shares/u!${Buffer.from(address).toString('base64url')}/driveItem`
  const open = async (who: string, address: string, prefer = '') =>
    (await (await signInAs(simulator, who, 'files')).get(shared(address), { prefer })).status

  test('leads to a file or a folder', async () => {
    const grace = await signInAs(simulator, 'Grace', 'files')
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
    expect((await (await signInAs(simulator, 'Grace', 'files')).get('/shares/plain/driveItem')).status).toBe(
      400,
    )
    expect((await (await signInAs(simulator, 'Grace', 'none')).get(shared('https://a.example'))).status).toBe(
      403,
    )
  })
})
