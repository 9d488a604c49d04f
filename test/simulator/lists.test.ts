import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { VirtualClock } from '../story/virtual-clock.ts'
import { TestClient } from './client.ts'
import type { Person } from './person.ts'
import { Simulator } from './simulator.ts'
import type { SiteList } from './site.ts'

const Page = z.object({
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': z.url().optional(),
  '@odata.deltaLink': z.url().optional(),
})

let clock: VirtualClock
let simulator: Simulator
let grace: TestClient
let bo: Person
let risks: SiteList
let delta: string

beforeEach(async () => {
  clock = new VirtualClock()
  simulator = new Simulator({ clock, random: () => 0.5 })
  simulator.identity.adminConsents()
  grace = await TestClient.signIn(simulator, 'Grace Kimani', 'Sites.Read.All')
  bo = simulator.person('Bo Lindqvist')
  risks = simulator.list('Harbour', 'Risks')
  delta = `/sites/${risks.site.id}/lists/${risks.id}/items/delta`
})

async function read(link: string): Promise<z.infer<typeof Page>> {
  return Page.parse(await (await grace.get(link)).json())
}

/** A whole set by title, or `id gone` for what was deleted. */
async function set(link: string): Promise<{ told: string[]; pages: number; deltaLink: string }> {
  const told: string[] = []
  for (let pages = 1, next = link; ; pages++) {
    const page = await read(next)
    for (const { id, fields, deleted } of page.value)
      told.push(deleted ? `${String(id)} gone` : (fields as { Title: string }).Title)
    if (page['@odata.deltaLink'] !== undefined) return { told, pages, deltaLink: page['@odata.deltaLink'] }
    next = page['@odata.nextLink'] ?? ''
  }
}

describe('a list’s delta', () => {
  test('tells everything, then what changed, without a root or a name', async () => {
    const first = await set(`${delta}?$expand=fields`)
    expect(first.told).toEqual(['Storm in autumn', 'Late steel'])
    bo.addsEntry(risks, 'Fog / low tide')
    bo.editsEntry(risks, 'Late steel')
    bo.deletesEntry(risks, 'Storm in autumn')
    const next = await set(first.deltaLink)
    expect(next.told).toEqual(['Fog / low tide', 'Late steel', '1 gone'])
    expect((await set(next.deltaLink)).told).toEqual([])
  })

  test('has entries of their own kind; fields only when expanded', async () => {
    const { '@odata.deltaLink': start = '' } = await read(`${delta}?token=latest`)
    bo.addsEntry(risks, 'Fog')
    bo.deletesEntry(risks, 'Late steel')
    const [added, gone] = (await read(start)).value
    expect(added).toEqual({
      id: '3',
      eTag: expect.stringMatching(/,1"$/),
      createdDateTime: '2026-11-19T09:00:00Z',
      lastModifiedDateTime: '2026-11-19T09:00:00Z',
      createdBy: { user: expect.objectContaining({ displayName: 'Bo Lindqvist' }) },
      lastModifiedBy: { user: expect.objectContaining({ displayName: 'Bo Lindqvist' }) },
      webUrl: 'https://lindenhof.sharepoint.example/sites/harbour/Lists/Risks/3_.000',
      parentReference: { id: expect.any(String), siteId: risks.site.id },
      contentType: { id: '0x0100', name: 'Item' },
    })
    expect(gone).toEqual({
      id: '2',
      parentReference: { siteId: risks.site.id },
      contentType: { id: '0x0100', name: 'Item' },
      deleted: { state: 'deleted' },
    })
  })

  test.each(['query', 'function', 'quoted-function', 'function-in-query'] as const)(
    'comes in pages, with links as a %s',
    async (linkShape) => {
      simulator.switches.delta.linkShape = linkShape
      for (const title of ['a', 'b', 'c', 'd']) bo.addsEntry(risks, title)
      const { told, pages, deltaLink } = await set(`${delta}?$top=2&$expand=fields`)
      expect(told).toEqual(['Storm in autumn', 'Late steel', 'a', 'b', 'c', 'd'])
      expect(pages).toBe(4)
      bo.renamesEntry(risks, 'a', 'A')
      expect((await set(deltaLink)).told).toEqual(['A'])
    },
  )

  test('forgets its tokens, and says where to start again', async () => {
    const { deltaLink } = await set(`${delta}?$expand=fields`)
    risks.content.forgetTokens({ code: 'resyncChangesUploadDifferences' })
    const gone = await grace.get(deltaLink)
    expect([gone.status, await gone.json()]).toMatchObject([
      410,
      { error: { code: 'resyncChangesUploadDifferences' } },
    ])
    expect((await set(gone.headers.get('location') ?? '')).told).toEqual(['Storm in autumn', 'Late steel'])
  })

  test('honours a time, and a select', async () => {
    await clock.advance({ minutes: 1 })
    const since = encodeURIComponent(new Date(clock.now()).toISOString())
    await clock.advance({ minutes: 1 })
    bo.addsEntry(risks, 'Fog')
    const { value } = await read(`${delta}?token=${since}&$select=id,webUrl`)
    expect(value.map((entry) => Object.keys(entry))).toEqual([['id', 'webUrl']])
  })

  test('of a library has its files and folders', async () => {
    const library = simulator.list('Harbour', 'Documents')
    const url = `/sites/${library.site.id}/lists/${library.id}/items/delta?$expand=fields`
    const names = (await read(url)).value.map(({ webUrl }) => String(webUrl).split('/').slice(6).join('/'))
    expect(names).toEqual(['Minutes', 'Minutes/kick-off.docx', 'Contract.docx', 'Budget.xlsx'])
  })
})

test('entries are listed page by page, and read alone', async () => {
  bo.addsEntry(risks, 'Fog')
  const items = `/sites/${risks.site.id}/lists/Risks/items`
  expect(await grace.all(`${items}?$top=2`, 'id')).toEqual(['1', '2', '3'])
  expect(await grace.json(`${items}/3?$expand=fields`)).toMatchObject({ fields: { Title: 'Fog' } })
  expect((await grace.get(`${items}/9`)).status).toBe(404)
})
