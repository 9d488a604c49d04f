import { describe, expect, test } from 'vitest'
import type { Scope, Target } from '../../preload/contract/discovery.ts'
import { endpointPath, feedOf } from '../../main/discovery/targets.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { statusWords } from '../../renderer/words/drive-status.ts'
import { World } from './world.ts'
import { english } from '../words.ts'

// Following anything: each form, by each kind of account, and what a person is told.

const everything: Scope = { kind: 'everything' }
const reading = ['Files.Read.All', 'Sites.Read.All', 'Team.ReadBasic.All']

/** The six forms of protocol.md 1.1, and one more account's drive. */
const targets: Record<string, (at: Simulator) => Target> = {
  'own drive': () => ({ kind: 'own-drive', driveId: null }),
  "a colleague's drive": (at) => ({ kind: 'drive', driveId: at.driveOf('Ada Okafor').id }),
  "a drive's list": (at) => ({ kind: 'drive-list', driveId: at.library('Harbour').id }),
  "a group's drive": (at) => ({
    kind: 'group-drive',
    groupId: at.group('Harbour').id,
    driveId: at.library('Harbour').id,
  }),
  'a library': (at) => ({
    kind: 'site-library',
    siteId: at.site('Harbour').id,
    listId: at.list('Harbour', 'Drawings').id,
    driveId: at.library('Harbour', 'Drawings').id,
  }),
  'a list': (at) => ({
    kind: 'site-list',
    siteId: at.site('Harbour').id,
    listId: at.list('Harbour', 'Risks').id,
  }),
  'a closed library': (at) => ({ kind: 'drive', driveId: at.library('Ledger').id }),
}

const people: Record<string, readonly [string, readonly string[]]> = {
  'work, all allowed': ['Grace Kimani', reading],
  'work, as signed in': ['Grace Kimani', []],
  personal: ['Sam Whitlock', ['Files.Read.All']],
  'guest, from home': ['Noor Haddad', reading],
  'work, no OneDrive': ['Tomasz Wrona', reading],
}

/** Followed and live, or why not. */
async function follows(who: string, what: string): Promise<string> {
  await using world = World.empty()
  const [name, scopes] = people[who] ?? ['', []]
  const { id } = world.people.comes(name, scopes)
  world.start()
  const target = targets[what]?.(world.simulator)
  if (!target) throw new Error('no such target')
  const followed = await world.engine.subscriptions.follow(id, target, everything)
  await world.clock.advance({ seconds: 5 })
  return followed.ok ? world.drive.status.kind : english.say(followed.error)
}

const noEntry = english.phrase('discover.refused.forbidden')
const notThere = english.phrase('discover.refused.not-found')

describe('target × account', () => {
  const all = Object.keys(people)
  const table: Record<string, readonly string[]> = {
    'own drive': ['live', 'live', 'live', 'live', notThere],
    "a colleague's drive": ['live', noEntry, notThere, notThere, notThere],
    "a drive's list": ['live', noEntry, notThere, notThere, notThere],
    "a group's drive": ['live', noEntry, noEntry, notThere, notThere],
    'a library': ['live', noEntry, notThere, notThere, notThere],
    'a list': ['live', noEntry, noEntry, notThere, notThere],
    'a closed library': [notThere, notThere, notThere, notThere, notThere],
  }
  test.each(Object.entries(table))('%s', async (what, expected) => {
    const found = await Promise.all(all.map((who) => follows(who, what)))
    expect(Object.fromEntries(all.map((who, index) => [who, found[index]]))).toEqual(
      Object.fromEntries(all.map((who, index) => [who, expected[index]])),
    )
  })
})

/** The least that Microsoft asks for beyond the sign-in (protocol.md 1.2, 4.1). */
const scopes: Record<string, string> = {
  'own drive': 'Files.Read',
  "a colleague's drive": 'Files.Read.All',
  "a drive's list": 'Files.Read.All',
  "a group's drive": 'Files.Read.All, Team.ReadBasic.All to list teams',
  'a library': 'Files.Read.All, Sites.Read.All to list sites',
  'a list': 'Sites.Read.All',
  'a closed library': 'Files.Read.All',
}

test('what can be followed, as a table for people', async () => {
  const { simulator } = World.empty()
  const named = (path: string) => path.replaceAll(/(?<=\/(?:drives|groups|lists|sites)\/)[^/]+/g, '{id}')
  const rows = Object.entries(targets).map(async ([what, targetIn]) => {
    const target = targetIn(simulator)
    const answers = await Promise.all(Object.keys(people).map((who) => follows(who, what)))
    const cells = answers.map(
      (answer) => ({ [noEntry]: 'no access', [notThere]: 'not found' })[answer] ?? answer,
    )
    const start = feedOf(target)?.start({ latest: false }) ?? '/drives/{id}/root/delta'
    const delta = named(start.replace(/\?.*/, ''))
    return `| ${[what, named(endpointPath(target) ?? ''), delta, scopes[what], ...cells].join(' | ')} |`
  })
  const table = [
    '# What can be followed',
    '',
    'Written by `follow.test.ts`: each form of the socketIo documents by each kind of account, against the simulated Microsoft. In the window and on the bus the six forms are tried by `test/e2e/follow-anything.test.ts`.',
    '',
    `| form | listened to at | read from | least permission | ${Object.keys(people).join(' | ')} |`,
    `| --- | --- | --- | --- |${' --- |'.repeat(Object.keys(people).length)}`,
    ...(await Promise.all(rows)),
    '',
  ].join('\n')
  await expect(table).toMatchFileSnapshot('what-can-be-followed.md')
})

async function grace(more: readonly string[] = reading) {
  const world = World.empty()
  const { id } = world.people.comes('Grace Kimani', more)
  world.start()
  const follow = async (what: string, scope = everything) => {
    const target = targets[what]?.(world.simulator)
    if (!target) throw new Error('no such target')
    const followed = await world.engine.subscriptions.follow(id, target, scope)
    await world.clock.advance({ seconds: 5 })
    return followed
  }
  return { world, id, follow }
}

describe('each form is told, with its name and place', () => {
  test.each([
    ['own drive', 'My files', 'My OneDrive', 'own', 'Ada Okafor edited budget.xlsx'],
    ["a colleague's drive", 'Ada Okafor’s files', 'OneDrive', 'person', 'Bo Lindqvist edited budget.xlsx'],
    ["a drive's list", 'Harbour', 'Documents', 'library', 'Bo Lindqvist edited Budget.xlsx'],
    ["a group's drive", 'Harbour', 'Documents', 'team', 'Bo Lindqvist edited Budget.xlsx'],
    ['a library', 'Drawings · Harbour', 'SharePoint', 'library', 'Bo Lindqvist edited Pier.pdf'],
    ['a list', 'Risks · Harbour', 'SharePoint', 'list', 'Bo Lindqvist edited Late steel in Risks · Harbour'],
  ] as const)('%s', async (what, name, place, icon, told) => {
    const { world, follow } = await grace()
    await using _ = world
    await follow(what)
    expect(world.drive).toMatchObject({ name, place, icon, status: { kind: 'live' } })
    const at = world.simulator
    const [bo, ada] = [at.person('Bo Lindqvist'), at.person('Ada Okafor')]
    if (what === 'own drive') ada.edits('Plans/budget.xlsx')
    else if (what === "a colleague's drive") bo.edits('Plans/budget.xlsx', { in: at.driveOf('Ada Okafor') })
    else if (what === 'a library') bo.edits('Pier.pdf', { in: at.library('Harbour', 'Drawings') })
    else if (what === 'a list') bo.edits('Late steel', { in: at.list('Harbour', 'Risks').content })
    else bo.edits('Budget.xlsx', { in: at.library('Harbour') })
    await world.clock.advance({ seconds: 1 })
    expect(world.told).toEqual([told])
  })
})

test('a site is called the same whichever way led to its library, and never only "Documents"', async () => {
  await using world = World.empty()
  const { id } = world.people.comes('Grace Kimani', reading)
  world.start()
  const at = world.simulator
  const site = at.site('Lighthouse')
  const driveId = at.library('Lighthouse').id
  await world.engine.subscriptions.follow(id, { kind: 'drive', driveId }, everything)
  expect(world.drive).toMatchObject({ name: 'Lighthouse', place: 'Documents' })
  world.engine.subscriptions.unfollow(world.drive.id)
  const found = await world.engine.picker.discover(id, { kind: 'site', siteId: site.id }, null)
  const row = found.kind === 'page' ? found.rows.find(({ name }) => name === 'Documents') : undefined
  if (row?.choice.kind !== 'target') throw new Error('not offered')
  await world.engine.subscriptions.follow(id, row.choice.target, everything)
  expect(world.drive).toMatchObject({ name: 'Lighthouse', place: 'Documents' })
})

test('entries of a list that come and go', async () => {
  const { world, follow } = await grace()
  await using _ = world
  await follow('a list')
  const bo = world.simulator.person('Bo Lindqvist')
  const where = { in: world.simulator.list('Harbour', 'Risks').content }
  bo.adds('Fog', where)
  await world.clock.advance({ seconds: 20 })
  bo.deletes('Late steel', where)
  await world.clock.advance({ seconds: 20 })
  expect(world.told).toEqual([
    'Bo Lindqvist added Fog to Risks · Harbour',
    'Someone deleted Late steel from Risks · Harbour',
  ])
})

test('what is followed already is refused kindly, by whatever name', async () => {
  const { world, follow } = await grace()
  await using _ = world
  expect(await follow("a group's drive")).toMatchObject({ ok: true })
  expect(await follow("a drive's list")).toEqual({
    ok: false,
    error: { key: 'follow.already', values: { name: 'Harbour' } },
  })
  expect(await follow("a group's drive")).toEqual({
    ok: false,
    error: { key: 'follow.already', values: { name: 'Harbour' } },
  })
  expect(world.engine.subscriptions.views(new Map(), english)).toHaveLength(1)
})

describe('a folder that is shared without its drive', () => {
  const follow = async (world: World, who: string, owner: string) => {
    const { id } = world.people.comes(who, reading)
    world.start()
    const target: Target = { kind: 'drive', driveId: world.simulator.driveOf(owner).id }
    const followed = await world.engine.subscriptions.follow(id, target, everything)
    await world.clock.advance({ seconds: 5 })
    return followed
  }

  test('of a personal account is followed by its own delta, and asked every few minutes', async () => {
    await using world = World.empty()
    const drive = world.simulator.driveOf('Ines Duarte')
    expect(await follow(world, 'Sam Whitlock', 'Ines Duarte')).toMatchObject({ ok: true })
    expect(world.simulator.requests.matching('socketIo')).toEqual([])
    expect(world.drive).toMatchObject({
      name: 'Ines Duarte’s files',
      place: 'Recipes',
      status: { kind: 'polling', everyMs: 120_000, asksAgainAt: null },
    })
    expect(statusWords(world.drive, world.clock.now(), english)).toMatchObject({
      first: 'Checking every 2 minutes',
      second: 'Only Recipes is shared with you',
    })
    const ines = world.simulator.person('Ines Duarte')
    ines.edits('Recipes/plum cake.docx', { in: drive })
    ines.adds('Secrets.docx', { in: drive })
    await world.clock.advance({ minutes: 3 })
    ines.moves('Recipes/plum cake.docx', '', { in: drive })
    await world.clock.advance({ minutes: 3 })
    ines.renames('Recipes', 'Old recipes', { in: drive })
    await world.clock.advance({ minutes: 3 })
    expect(world.told).toEqual([
      'Ines Duarte edited plum cake.docx',
      'Someone deleted plum cake.docx',
      'Ines Duarte renamed Recipes to Old recipes',
    ])
    ines.stopsSharing('Old recipes', { in: drive })
    await world.clock.advance({ hours: 1 })
    expect(['gone', 'no-access']).toContain(world.drive.status.kind)
    expect(
      await world.engine.subscriptions.follow(
        world.people.list()[0]?.id ?? '',
        { kind: 'drive', driveId: drive.id },
        everything,
      ),
    ).toEqual({ ok: false, error: { key: 'discover.refused.not-found' } })
  })

  test('is not followed twice', async () => {
    await using world = World.empty()
    await follow(world, 'Sam Whitlock', 'Ines Duarte')
    const account = world.people.list()[0]?.id ?? ''
    const target: Target = { kind: 'drive', driveId: world.simulator.driveOf('Ines Duarte').id }
    expect(await world.engine.subscriptions.follow(account, target, everything)).toEqual({
      ok: false,
      error: { key: 'follow.already', values: { name: 'Ines Duarte’s files' } },
    })
  })

  test('of a work account cannot be heard, and it is said before following what can be done', async () => {
    await using world = World.empty()
    expect(await follow(world, 'Grace Kimani', 'Bo Lindqvist')).toEqual({
      ok: false,
      error: { key: 'discover.refused.only-in-part' },
    })
    expect(world.engine.subscriptions.views(new Map(), english)).toEqual([])
  })
})

test('only a folder of a drive, wherever it is moved', async () => {
  const { world, follow } = await grace()
  await using _ = world
  const plans = world.simulator.driveOf().at('Plans')
  await follow('own drive', { kind: 'only', items: [{ id: plans.id, name: 'Plans', isFolder: true }] })
  const ada = world.simulator.person('Ada Okafor')
  ada.adds('Notes/elsewhere.txt')
  ada.edits('Plans/budget.xlsx')
  await world.clock.advance({ minutes: 1 })
  ada.renames('Plans', 'Plans 2027')
  await world.clock.advance({ minutes: 1 })
  ada.edits('Plans 2027/budget.xlsx')
  await world.clock.advance({ minutes: 1 })
  expect(world.told).toEqual([
    'Ada Okafor edited budget.xlsx',
    'Ada Okafor renamed Plans to Plans 2027',
    'Ada Okafor edited budget.xlsx',
  ])
})

describe('a pause', () => {
  test('for an hour ends by itself, after a restart too, with one digest', async () => {
    const { world, follow } = await grace()
    await using _ = world
    await follow('own drive')
    await follow("a group's drive")
    world.engine.subscriptions.pause('everything', 'an-hour')
    await world.clock.advance({ minutes: 10 })
    await world.quit()
    world.start()
    await world.clock.advance({ minutes: 40 })
    const hearings = () =>
      world.engine.subscriptions.views(new Map(), english).map(({ status }) => status.kind)
    expect(hearings()).toEqual(['paused', 'paused'])
    world.simulator.requests.clear()
    const bo = world.simulator.person('Bo Lindqvist')
    for (let n = 0; n < 5; n++) bo.adds(`Plans/page ${String(n)}.docx`)
    for (let n = 0; n < 5; n++) bo.adds(`page ${String(n)}.docx`, { in: world.simulator.library('Harbour') })
    await world.clock.advance({ minutes: 9 })
    expect(world.simulator.requests.all).toEqual([])
    await world.clock.advance({ minutes: 2 })
    expect(hearings()).toEqual(['live', 'live'])
    expect(world.told).toEqual(['10 changes while you were away'])
  })

  test('until tomorrow survives a sleep: awake after it, everything goes on', async () => {
    const { world, follow } = await grace()
    await using _ = world
    await follow('own drive')
    world.engine.subscriptions.pause({ subscriptionId: world.drive.id }, 'tomorrow')
    await world.clock.advance({ minutes: 5 })
    world.clock.sleep(30 * 3_600_000)
    world.engine.subscriptions.wake('slept')
    await world.clock.advance({ seconds: 5 })
    expect(world.drive.status.kind).toBe('live')
  })

  test('ends with what changed last still known', async () => {
    const { world, follow } = await grace()
    await using _ = world
    await follow('own drive')
    world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
    await world.clock.advance({ minutes: 1 })
    const { status } = world.drive
    const what = { subscriptionId: world.drive.id }
    world.engine.subscriptions.pause(what)
    await world.clock.advance({ minutes: 5 })
    world.engine.subscriptions.resume(what)
    await world.clock.advance({ seconds: 5 })
    expect(status).toMatchObject({ kind: 'live', lastHeardAt: expect.any(Number) })
    expect(world.drive.status).toMatchObject({ kind: 'live', lastHeardAt: expect.any(Number) })
  })

  test('of one account leaves the other alone', async () => {
    const { world, id, follow } = await grace()
    await using _ = world
    const sam = world.people.comes('Sam Whitlock')
    await follow('own drive')
    await world.engine.subscriptions.follow(sam.id, { kind: 'own-drive', driveId: null }, everything)
    world.engine.subscriptions.pause({ accountId: id })
    await world.clock.advance({ seconds: 5 })
    const views = world.engine.subscriptions.views(new Map(), english)
    expect(views.map(({ status }) => status)).toMatchObject([
      { kind: 'paused', until: null },
      { kind: 'live' },
    ])
  })
})
