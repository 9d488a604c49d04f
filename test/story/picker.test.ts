import { english } from '../words.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Discovered, Place } from '../../preload/contract/discovery.ts'
import { World } from './world.ts'

// Follow a drive: what each place of the picker shows, to whom, and what is said instead.

const reading = ['Files.Read.All', 'Sites.Read.All', 'Team.ReadBasic.All']
let world: World

beforeEach(() => {
  world = World.empty()
  world.start()
})
afterEach(() => world[Symbol.asyncDispose]())

const look = (place: Place, scopes: readonly string[] = reading, name = 'Grace Kimani') =>
  world.engine.picker.discover(world.people.comes(name, scopes).id, place, null)
const link = (text: string, scopes = reading, name?: string) => look({ kind: 'link', text }, scopes, name)

function shown(found: Discovered): readonly string[] | string {
  if (found.kind === 'refused') return english.say(found.why)
  if (found.kind === 'consent') return `${found.scopes.join(' ')}: ${english.say(found.why)}`
  return found.rows.map(({ name, place, choice }) => {
    const what =
      choice.kind === 'target'
        ? choice.target.kind
        : choice.kind === 'closed'
          ? english.say(choice.why)
          : 'site'
    return `${name} · ${place} · ${what}`
  })
}

const harbour = [
  'Documents · Harbour · site-library',
  'Drawings · Harbour · site-library',
  'Risks · Harbour · site-list',
]

describe('what there is', () => {
  test('mine', async () => {
    expect(shown(await look({ kind: 'mine' }, []))).toEqual(['My files · My OneDrive · own-drive'])
    expect(await look({ kind: 'mine' }, [], 'Tomasz Wrona')).toEqual({
      kind: 'page',
      rows: [],
      next: null,
      note: { key: 'discover.note.no-onedrive' },
    })
  })

  test('mine, while the list of all drives is refused', async () => {
    world.simulator.fails('/me/drives', { status: 403, code: 'accessDenied' })
    expect(shown(await look({ kind: 'mine' }, [], 'Sam Whitlock'))).toEqual([
      'My files · My OneDrive · own-drive',
    ])
  })

  test('shared, by whose it is; a search when the list is gone', async () => {
    const expected = [
      'Ada Okafor’s files · Shares Plans with you · drive',
      'Bo Lindqvist’s files · Shares Handover.docx with you · drive',
    ]
    const found = await look({ kind: 'shared' })
    expect(shown(found)).toEqual(expected)
    expect(found).toMatchObject({ note: { key: 'discover.note.retiring' } })
    world.simulator.fails('/sharedWithMe', { status: 410, code: 'gone' })
    expect(await look({ kind: 'shared' })).toMatchObject({
      kind: 'page',
      note: { key: 'discover.note.retiring' },
    })
    expect(world.simulator.requests.matching("/root/search(q='*')")).toHaveLength(1)
  })

  test('sites followed, found by text, and what is in one', async () => {
    expect(shown(await look({ kind: 'sites', search: '' }))).toEqual([
      'Lighthouse · lindenhof.sharepoint.example/sites/lighthouse · site',
    ])
    expect(shown(await look({ kind: 'sites', search: ' harb ' }))).toEqual([
      'Harbour · lindenhof.sharepoint.example/sites/harbour · site',
    ])
    expect(shown(await look({ kind: 'sites', search: 'towre' }))).toEqual([])
    const { id: siteId } = world.simulator.site('Harbour')
    expect(shown(await look({ kind: 'site', siteId }))).toEqual(harbour)
  })

  test('teams; groups when their names may be known, and why one cannot be followed', async () => {
    const teams = ['Harbour · Documents · group-drive', 'Regatta · Documents · group-drive']
    const found = await look({ kind: 'teams' })
    expect(shown(found)).toEqual(teams)
    expect(found).toMatchObject({ note: { key: 'discover.note.nameless' } })
    const all = await look({ kind: 'teams' }, [...reading, 'GroupMember.Read.All'])
    expect(shown(all)).toEqual([...teams, 'Canteen ·  · It doesn’t have any files yet.'])
    expect(all).toMatchObject({ note: null })
  })

  test('more than a page is read on by a handle that says nothing', async () => {
    world.simulator.switches.graph.pageSize = 2
    for (let n = 0; n < 5; n++) world.simulator.addSite(`Quay ${String(n)}`, { members: ['Grace Kimani'] })
    const place: Place = { kind: 'sites', search: 'quay' }
    const { id } = world.people.comes('Grace Kimani', reading)
    const names: string[] = []
    const cursors: string[] = []
    for (let cursor: string | null = null, pages = 0; pages === 0 || cursor !== null; pages++) {
      const page = await world.engine.picker.discover(id, place, cursor)
      if (page.kind !== 'page') throw new Error('no page')
      names.push(...page.rows.map(({ name }) => name))
      cursor = page.next
      cursors.push(cursor ?? '')
    }
    expect(names).toHaveLength(5)
    expect(cursors).toHaveLength(3)
    expect(cursors.join(' ')).not.toMatch(/http|token|skip/i)
    const elsewhere = await world.engine.picker.discover(id, { kind: 'sites', search: 'x' }, cursors[0] ?? '')
    expect(elsewhere.kind).toBe('refused')
  })

  test('followed ones are marked, whatever they are found as', async () => {
    const { id } = world.people.comes('Grace Kimani', reading)
    const driveId = world.simulator.library('Harbour').id
    const done = await world.engine.subscriptions.follow(
      id,
      { kind: 'drive', driveId },
      { kind: 'everything' },
    )
    const subscription = done.ok ? done.value : ''
    for (const place of [
      { kind: 'teams' },
      { kind: 'site', siteId: world.simulator.site('Harbour').id },
    ] as const) {
      const page = await world.engine.picker.discover(id, place, null)
      expect(page.kind === 'page' && page.rows.map(({ followed }) => followed)).toContain(subscription)
    }
  })
})

describe('links and ids', () => {
  test('a site, a library, a list, a drive, a group', async () => {
    const { url } = world.simulator.site('Harbour')
    expect(shown(await link(url))).toEqual(harbour)
    expect(shown(await link(`${url}/Drawings/Forms/AllItems.aspx?web=1`))).toEqual([harbour[1]])
    expect(shown(await link(`${url}/Lists/Risks/AllItems.aspx`))).toEqual([harbour[2]])
    expect(shown(await link(world.simulator.library('Harbour', 'Drawings').id))).toEqual([
      'Drawings · Harbour · drive',
      'Drawings · Harbour, as a list · drive-list',
    ])
    expect(shown(await link(world.simulator.group('Harbour').id))).toEqual([
      'Harbour · Documents · group-drive',
    ])
  })

  test('a sharing link leads to its drive', async () => {
    const at = world.simulator
    const shared = at.shareLink(at.library('Harbour'), 'Minutes')
    expect(shown(await link(shared))).toEqual(['Documents · Harbour · drive'])
    at.switches.graph.hidden = 'denied'
    expect(shown(await link(shared, ['Files.Read.All'], 'Noor Haddad'))).toBe(
      'This link leads to an organization that noor@kestrel.example can’t enter. Choose another account above.',
    )
  })

  test('an own drive by its id needs nothing more; another is asked for once it is refused', async () => {
    expect(shown(await link(world.simulator.driveOf().id, []))).toEqual([
      'Grace Kimani’s files · OneDrive · drive',
    ])
    expect(shown(await link(world.simulator.driveOf('Ada Okafor').id, []))).toBe(
      'Files.Read.All: Microsoft asks for one more permission: to read files that others share with you. Nothing is changed or uploaded.',
    )
  })

  test.each([
    [
      'https://teams.microsoft.com/l/meetup-join/19%3ax',
      'That’s a link to a meeting, not to a file, folder, library, or site.',
    ],
    [
      'https://outlook.office.com/mail/id/A',
      'That’s a link to an email, not to a file, folder, library, or site.',
    ],
    ['0b7e3f10c92d4a65!107', 'That’s the ID of a file or folder, not of a drive.'],
    ['', 'That isn’t a link or drive ID.'],
  ])('%s is not one', async (text, sentence) => {
    expect(shown(await link(text))).toMatch(sentence)
    expect(world.simulator.requests.matching(/shares|sites|drives/)).toEqual([])
  })
})

describe('what is in the way', () => {
  const asks = (count: string, purpose: string) =>
    `Microsoft asks for ${count}: ${purpose} Nothing is changed or uploaded.`
  test.each([
    [
      { kind: 'shared' },
      `Files.Read.All: ${asks('one more permission', 'to read files that others share with you.')}`,
    ],
    [
      { kind: 'sites', search: '' },
      `Sites.Read.All: ${asks('one more permission', 'to see sites with their libraries and lists, and to read what’s in them.')}`,
    ],
    [
      { kind: 'teams' },
      `Team.ReadBasic.All Files.Read.All: ${asks('2 more permissions', 'to see the names of your teams and groups, and to read their files.')}`,
    ],
  ] as [Place, string][])('permission first: %j', async (place, sentence) => {
    expect(shown(await look(place, []))).toBe(sentence)
  })

  test('where only an administrator can agree, the link for them', async () => {
    const adminConsentUrl = 'https://login.microsoftonline.com/t/adminconsent?client_id=c'
    world.people.pending = {
      scopes: ['Sites.Read.All'],
      why: { key: 'sign-in.failed.admin-consent-waiting' },
      adminConsentUrl,
    }
    expect(await look({ kind: 'sites', search: '' }, [])).toMatchObject({ kind: 'consent', adminConsentUrl })
    expect(await look({ kind: 'teams' }, [])).toMatchObject({ kind: 'consent', adminConsentUrl: null })
  })

  test.each([
    [{ status: 403, code: 'accessDenied' }, /isn’t allowed to read it/],
    [{ status: 404, code: 'itemNotFound' }, /can’t find it/],
    [{ status: 429, retryAfter: 30 }, /slow down. Try again in 30 seconds/],
    [{ status: 503, retryAfter: 300 }, /slow down. Try again in 300 seconds/],
    [{ status: 423, code: 'locked' }, /locked at Microsoft/],
    [{ html: '<h1>Proxy</h1>', status: 200 }, /didn’t expect/],
    [{ hangUp: true }, /can’t be reached/],
  ])('although it is allowed: %j', async (fault, sentence) => {
    world.simulator.fails('/sites?search', fault)
    expect(shown(await look({ kind: 'sites', search: 'harb' }))).toMatch(sentence)
  })

  test('a personal account has no organization', async () => {
    for (const place of [{ kind: 'sites', search: '' }, { kind: 'teams' }] as const)
      expect(shown(await look(place, [], 'Sam Whitlock'))).toMatch(/doesn’t belong to an organization/)
  })

  test('whoever is signed out signs in first', async () => {
    const { id } = world.people.comes('Grace Kimani', reading)
    world.people.lose()
    expect(await world.engine.picker.discover(id, { kind: 'mine' }, null)).toMatchObject({
      why: { key: 'discover.refused.signed-out' },
    })
  })

  test('a newer look ends an older one, also while Microsoft is slow', async () => {
    const { id } = world.people.comes('Grace Kimani', reading)
    world.simulator.fails('search=har&', { delayMs: 20_000, times: 1 })
    const older = world.engine.picker.discover(id, { kind: 'sites', search: 'har' }, null)
    await world.clock.advance({ seconds: 1 })
    const newer = world.engine.picker.discover(id, { kind: 'sites', search: 'harbour' }, null)
    expect(shown(await older)).toBe('Another search took its place.')
    expect(shown(await newer)).toHaveLength(1)
  })
})

test('the folders of a drive, one at a time', async () => {
  const { id } = world.people.comes('Grace Kimani', reading)
  const drive = world.simulator.library('Harbour')
  const names = async (itemId: string | null, search?: string) => {
    const page = await world.engine.picker.browse({
      accountId: id,
      driveId: drive.id,
      itemId,
      cursor: null,
      ...(search && { search }),
    })
    return page.kind === 'page'
      ? page.items.map(({ name, isFolder }) => (isFolder ? `${name}/` : name))
      : page
  }
  expect(await names(null)).toEqual(expect.arrayContaining(['Minutes/', 'Contract.docx', 'Budget.xlsx']))
  expect(await names(drive.at('Minutes').id)).toEqual(['kick-off.docx'])
  expect(await names(null, 'kick')).toEqual(['kick-off.docx'])
  world.simulator.person('Bo Lindqvist').adds("Ada's 100% & more.docx", { in: drive })
  expect(await names(null, "a's 100% &")).toEqual(["Ada's 100% & more.docx"])
  world.simulator.fails('/children', { status: 403, code: 'accessDenied' })
  expect(await names(null)).toMatchObject({ kind: 'refused' })
})
