import { beforeEach, describe, expect, test } from 'vitest'
import { VirtualClock } from '../story/virtual-clock.ts'
import { TestClient, type Entry } from './client.ts'
import { Simulator } from './simulator.ts'

let clock: VirtualClock
let simulator: Simulator
let grace: TestClient

beforeEach(async () => {
  clock = new VirtualClock()
  simulator = new Simulator({ clock, random: () => 0.5 })
  grace = await TestClient.signIn(simulator)
})

const latest = async (drive = '/me/drive') => (await grace.set(`${drive}/root/delta?token=latest`)).deltaLink
const ada = () => simulator.person('Ada Okafor')
const whoIsShared = (page: { value: Entry[] }) => page.value.map((entry) => [entry.name, 'shared' in entry])
const names = (entries: readonly Entry[]) => entries.map((entry) => entry.name)

describe('what delta gives', () => {
  test('everything, in pages of 200 or of $top, then a deltaLink that is empty', async () => {
    simulator.seedMany(700)
    const count = simulator.driveOf().items.size
    const usual = await grace.set('/me/drive/root/delta')
    expect([usual.entries.length, usual.pages]).toEqual([count, Math.ceil(count / 200)])
    const small = await grace.set('/me/drive/root/delta?$top=50')
    expect([small.entries.length, small.pages]).toEqual([count, Math.ceil(count / 50)])
    expect((await grace.set(small.deltaLink)).entries).toEqual([])
  })

  test('from now on with token=latest, then what changed with its folders and the root', async () => {
    const link = await latest()
    ada().edits('Plans/budget.xlsx')
    const { entries } = await grace.set(link)
    expect(names(entries)).toEqual(['root', 'Plans', 'budget.xlsx'])
    expect(entries[0]).toMatchObject({ root: {}, folder: {} })
    expect(entries[0]?.parentReference?.id).toBeUndefined()
    expect(entries[2]).toMatchObject({ lastModifiedBy: { user: { displayName: 'Ada Okafor' } } })
    expect(entries[2]).not.toHaveProperty('cTag')
    expect(entries[2]?.parentReference).not.toHaveProperty('path')
  })

  test('only what changed, if parents are excluded', async () => {
    const link = await latest()
    ada().edits('Plans/budget.xlsx')
    const page = await grace.page(link, { deltaExcludeParent: 'true' })
    expect(names(page.value)).toEqual(['budget.xlsx'])
  })

  test('an item once, in its last state, however often it changed', async () => {
    const link = await latest()
    ada().edits('Plans/budget.xlsx', { times: 20 })
    ada().renames('Plans/budget.xlsx', 'budget 2027.xlsx')
    ada().renames('Plans/budget 2027.xlsx', 'Budget.xlsx')
    expect(names((await grace.set(link)).entries)).toEqual(['root', 'Plans', 'Budget.xlsx'])
  })

  test('a renamed folder without its content', async () => {
    const link = await latest()
    ada().renames('Projects/Harbour', 'Port')
    expect(names((await grace.set(link)).entries)).toEqual(['root', 'Projects', 'Port'])
  })

  test('a deleted folder with everything in it, nameless on Business', async () => {
    const link = await latest()
    const folder = ada().deletes('Plans/Drafts')
    const deleted = (await grace.set(link)).entries.filter((entry) => entry.deleted)
    expect(deleted.map((entry) => entry.id)).toContain(folder.id)
    expect(deleted).toHaveLength(3)
    for (const entry of deleted) {
      expect(Object.keys(entry).toSorted()).toEqual(['deleted', 'id', 'parentReference'])
    }
  })

  test('a restored folder under its old ids, with its content', async () => {
    const { id } = ada().deletes('Plans/Drafts')
    const link = await latest()
    expect(ada().restores('Drafts').id).toBe(id)
    expect(names((await grace.set(link)).entries)).toContain('roadmap notes.md')
  })

  test('the properties named in $select, on every page and in every later set', async () => {
    const first = await grace.set('/me/drive/root/delta?$select=id,name,parentReference&$top=10')
    ada().edits('Plans/budget.xlsx')
    for (const entry of [...first.entries, ...(await grace.set(first.deltaLink)).entries]) {
      expect(Object.keys(entry).toSorted()).toEqual(['id', 'name', 'parentReference'])
    }
  })

  test('sharing: inherited by what is below, or only where it was set', async () => {
    const link = await latest()
    ada().adds('Plans/new.docx')
    expect(whoIsShared(await grace.page(link))).toEqual([
      ['root', false],
      ['Plans', true],
      ['new.docx', true],
    ])
    const own = await grace.page(link, { Prefer: 'hierarchicalsharing' })
    expect(whoIsShared(own)).toEqual([
      ['root', false],
      ['Plans', true],
      ['new.docx', false],
    ])
  })
})

describe('a personal drive', () => {
  test('has cTags and names on deleted items, actors by cid, and ids in another case', async () => {
    const sam = await TestClient.signIn(simulator, 'Sam Whitlock')
    const drive = simulator.driveOf('Sam Whitlock')
    const { deltaLink } = await sam.set('/me/drive/root/delta?token=latest')
    ada().edits('Plans/budget.xlsx', { in: drive })
    ada().deletes('read me.md', { in: drive })
    const { entries } = await sam.set(deltaLink)
    const [edited, deleted] = ['budget.xlsx', 'read me.md'].map((name) =>
      entries.find((entry) => entry.name === name),
    )
    expect(edited).toMatchObject({
      cTag: expect.any(String),
      lastModifiedBy: { user: { id: '5ad1c07be3f92846' } },
    })
    expect(deleted).toMatchObject({ deleted: { state: 'deleted' } })
    expect(deleted).not.toHaveProperty('cTag')
    expect(edited?.parentReference?.driveId).toBe('B7E3F10C92D4A65')
    expect((await sam.json('/drives/b7e3f10c92d4a65'))['id']).toBe((await sam.json('/me/drive'))['id'])
    expect((await sam.json('/me'))['id']).toBe(drive.id)
  })

  test('knows no timestamp tokens; a Business drive does', async () => {
    const sam = await TestClient.signIn(simulator, 'Sam Whitlock')
    expect((await sam.get('/me/drive/root/delta?token=2026-11-19T09:00:00Z')).status).toBe(400)
    await clock.advance({ minutes: 5 })
    ada().edits('to do.txt')
    const since = await grace.set('/me/drive/root/delta?token=2026-11-19T09:04:00Z')
    expect(names(since.entries)).toEqual(['root', 'to do.txt'])
    expect((await grace.set('/me/drive/root/delta?token=2026-11-19T09:06:00Z')).entries).toEqual([])
  })
})

describe('switches', () => {
  test.each(['query', 'function', 'quoted-function', 'function-in-query'] as const)(
    'links as %s work',
    async (shape) => {
      simulator.switches.delta.linkShape = shape
      const { deltaLink } = await grace.set('/me/drive/root/delta?$top=7')
      ada().adds('one more.txt')
      expect(names((await grace.set(deltaLink)).entries)).toEqual(['root', 'one more.txt'])
    },
  )

  test('lag: the change shows later than it was made', async () => {
    const link = await latest()
    simulator.switches.delta.lagMs = 30_000
    ada().edits('Plans/budget.xlsx')
    const early = await grace.set(link)
    expect(early.entries).toEqual([])
    await clock.advance({ seconds: 31 })
    expect(names((await grace.set(early.deltaLink)).entries)).toContain('budget.xlsx')
  })

  test('an empty page before the last one', async () => {
    simulator.switches.delta.emptyMiddlePage = true
    const link = await latest()
    ada().edits('Plans/budget.xlsx')
    const page = await grace.page(link)
    expect(page.value).toEqual([])
    expect(names((await grace.set(page['@odata.nextLink'] ?? '')).entries)).toContain('budget.xlsx')
  })

  test('duplicates: every state, the last one last', async () => {
    simulator.switches.delta.duplicates = true
    const link = await latest()
    ada().renames('to do.txt', 'to do 2.txt')
    ada().renames('to do 2.txt', 'to do 3.txt')
    expect(names((await grace.set(link)).entries)).toEqual(['root', 'to do 2.txt', 'to do 3.txt'])
  })

  test('bare deletes, missing actors, Business cTags', async () => {
    Object.assign(simulator.switches.delta, { bareDeletes: true, actors: false, businessCTag: true })
    const link = await latest()
    ada().deletes('read me.md')
    ada().edits('to do.txt')
    const { entries } = await grace.set(link)
    expect(entries.find((entry) => entry.deleted)).not.toHaveProperty('parentReference')
    const edited = entries.find((entry) => entry.name === 'to do.txt')
    expect(edited).toHaveProperty('cTag')
    expect(edited).not.toHaveProperty('lastModifiedBy')
  })

  test.each(['resyncChangesApplyDifferences', 'resyncChangesUploadDifferences'])(
    '410 with %s',
    async (code) => {
      const link = await latest()
      simulator.driveOf().forgetTokens({ code })
      const gone = await grace.get(link)
      expect(gone.status).toBe(410)
      expect(await gone.json()).toMatchObject({ error: { code } })
      const again = await grace.set(gone.headers.get('location') ?? '')
      expect(again.entries).toHaveLength(simulator.driveOf().items.size)
    },
  )

  test('410 without Location', async () => {
    const link = await latest()
    simulator.driveOf().forgetTokens({ location: false })
    expect((await grace.get(link)).headers.get('location')).toBeNull()
  })

  test('a token that is no token, or of another drive, is refused', async () => {
    const other = simulator.addDrive('Ada Okafor', { readers: ['Grace Kimani'] })
    const link = new URL(await latest())
    const reader = await TestClient.signIn(simulator, 'Grace Kimani', 'User.Read Files.Read.All')
    expect((await reader.get(`/drives/${other.id}/root/delta${link.search}`)).status).toBe(400)
    expect((await grace.get('/me/drive/root/delta?token=junk')).status).toBe(400)
  })
})

describe('what public reports show', () => {
  const entry = async (link: string, name: string) =>
    (await grace.set(link)).entries.find((each) => each.name === name) as Record<string, unknown> | undefined

  test('a restored version has other content and a cTag that ends in 0, again and again', async () => {
    simulator.switches.delta.businessCTag = true
    const link = await latest()
    const restored = async () => {
      ada().restoresVersion('Plans/budget.xlsx')
      return await entry(link, 'budget.xlsx')
    }
    const [first, second] = [await restored(), await restored()]
    expect([first?.['cTag'], second?.['cTag']]).toEqual([expect.stringMatching(/,0"$/), first?.['cTag']])
    expect(second?.['file']).not.toEqual(first?.['file'])
    expect(second?.['eTag']).not.toEqual(first?.['eTag'])
  })

  test('a file replaced is gone, and another has its name', async () => {
    const link = await latest()
    ada().replaces('Plans/budget.xlsx')
    const { entries } = await grace.set(link)
    expect(entries.filter(({ deleted, name }) => deleted ?? name === 'budget.xlsx')).toMatchObject([
      { deleted: {} },
      { name: 'budget.xlsx' },
    ])
  })

  test('a copy has the dates and the author of what it is a copy of', async () => {
    const [of, link] = [simulator.driveOf().at('Plans/budget.xlsx'), await latest()]
    simulator.person('Bo Lindqvist').copies('Plans/budget.xlsx', 'Photos')
    expect(await entry(link, 'budget.xlsx')).toMatchObject({
      createdDateTime: `${new Date(of.createdAt).toISOString().slice(0, 19)}Z`,
      createdBy: { user: { displayName: of.createdBy.name } },
    })
  })

  test('an album is a bundle', async () => {
    const link = await latest()
    ada().fillsAlbum('Summer', 12)
    expect(await entry(link, 'Summer')).toMatchObject({ bundle: { childCount: 12, album: {} } })
    expect(await entry(link, 'Summer')).not.toHaveProperty('file')
  })

  test('an item comes once more, as it was', async () => {
    const link = await latest()
    ada().edits('Plans/budget.xlsx')
    const { entries, deltaLink } = await grace.set(link)
    simulator.repeats('Plans/budget.xlsx')
    expect((await grace.set(deltaLink)).entries).toEqual(entries)
  })

  test.each([
    ['error-inside', { value: [expect.anything(), { error: { code: 'InternalServerError' } }] }],
    ['entry-without-id', { value: [expect.anything(), { name: 'nameless' }] }],
    ['null-value', { value: null }],
  ] as const)('a page is not whole: %s', async (page, expected) => {
    const link = await latest()
    ada().edits('Plans/budget.xlsx')
    simulator.switches.delta.page = page
    const answer = await grace.json(link)
    expect(answer).toMatchObject(expected)
    expect(answer['@odata.deltaLink']).toBeDefined()
  })

  test('a page has no value, and an enumeration is whole all the same', async () => {
    const link = await latest()
    ada().edits('Plans/budget.xlsx')
    simulator.switches.delta.page = 'no-value'
    expect(await grace.json(link)).not.toHaveProperty('value')
    expect((await grace.set('/me/drive/root/delta')).entries.length).toBeGreaterThan(0)
  })

  test('odd sizes, a null nextLink, and a sharing written otherwise', async () => {
    const link = await latest()
    ada().shares('Plans/budget.xlsx')
    Object.assign(simulator.switches.delta, { oddSizes: true, nullNextLink: true, sharing: 'otherwise' })
    const page = await grace.json(link)
    expect(page).toMatchObject({ '@odata.nextLink': null })
    const budget = (page['value'] as Record<string, unknown>[]).at(-1)
    expect(budget).toMatchObject({ shared: { sharedDateTime: expect.stringMatching(/\.000Z$/) } })
    expect([1.5, 1e20]).toContain(budget?.['size'])
    expect(budget?.['shared']).not.toHaveProperty('owner')
  })
})
