import { expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import { defaultRules, type Rules } from '../../preload/contract/rules.ts'
import { World } from './world.ts'

// Promises to the user, in virtual time.

test('a change is told at once, with who, what and where', async () => {
  await using world = await World.open()
  expect(world.drive.status.kind).toBe('live')
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ ms: 0 })
  expect(world.notices).toMatchObject([{ title: 'Ada Okafor edited budget.xlsx', body: 'Plans · My files' }])
})

test('what happened before the drive was followed is not told', async () => {
  await using world = await World.open()
  await world.clock.advance({ minutes: 30 })
  expect(world.told).toEqual([])
  expect(world.drive.learning).toBeNull()
})

test('a change made while the link was down is told after it returns', async () => {
  await using world = await World.open()
  world.simulator.cutNetwork()
  world.simulator.person('Ada Okafor').adds('Plans/offer.docx')
  await world.clock.advance({ minutes: 1 })
  expect(world.told).toEqual([])
  expect(world.drive.status.kind).toBe('offline')
  world.simulator.restoreNetwork()
  await world.clock.advance({ minutes: 2 })
  expect(world.told).toEqual(['Ada Okafor added offer.docx'])
  expect(world.drive.status.kind).toBe('live')
})

test('twenty changes missed in a cut become one digest', async () => {
  await using world = await World.open()
  world.simulator.cutNetwork()
  for (let n = 1; n <= 20; n++) world.simulator.person('Ada Okafor').adds(`Plans/page ${n}.docx`)
  await world.clock.advance({ minutes: 3 })
  world.simulator.restoreNetwork()
  await world.clock.advance({ minutes: 3 })
  expect(world.told).toEqual(['20 changes while you were away'])
})

test('the network back means live and caught up within three seconds', async () => {
  await using world = await World.open()
  world.simulator.cutNetwork()
  await world.clock.advance({ minutes: 10 })
  world.simulator.restoreNetwork()
  world.engine.subscriptions.wake('slept')
  await world.clock.advance({ seconds: 3 })
  expect(world.drive.status.kind).toBe('live')
})

test('the link renews before its endpoint expires, without a gap', async () => {
  await using world = await World.open()
  world.simulator.switches.endpoint.lifeMs = 10 * 60_000
  const asked = () => world.simulator.requests.matching('/subscriptions/socketIo').length
  const before = asked()
  const seen = new Set<string>()
  for (let minute = 0; minute < 180; minute++) {
    await world.clock.advance({ minutes: 1 })
    seen.add(world.drive.status.kind)
  }
  expect(asked()).toBeGreaterThan(before + 10)
  expect([...seen]).toEqual(['live'])
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ ms: 0 })
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx'])
})

test('when Microsoft asks to wait, nothing is asked before, and nothing is lost', async () => {
  await using world = await World.open()
  using _throttled = world.simulator.fails('/delta', { status: 429, retryAfter: 90, times: 1 })
  world.simulator.requests.clear()
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ seconds: 89 })
  expect(world.simulator.requests.matching('/delta')).toHaveLength(1)
  await world.clock.advance({ seconds: 10 })
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx'])
})

test('a reset by Microsoft is read anew without a storm', async () => {
  await using world = await World.open()
  world.simulator.driveOf().forgetTokens()
  await world.clock.advance({ minutes: 20 })
  expect(world.told).toEqual([])
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ ms: 0 })
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx'])
})

test('own edits are kept with their reason and not told', async () => {
  await using world = await World.open()
  world.simulator.person('Grace Kimani').edits('Plans/budget.xlsx')
  await world.clock.advance({ seconds: 30 })
  expect(world.told).toEqual([])
  expect(world.engine.history.page(noFilter, null, 10).changes).toMatchObject([
    { name: 'budget.xlsx', verdict: 'own-change' },
  ])
})

test('killed between the notice and its mark: told again under the same id, never lost', async () => {
  await using world = await World.open()
  world.system = 'dies'
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ ms: 0 })
  await world.quit()
  world.system = 'takes'
  world.start()
  await world.clock.advance({ seconds: 10 })
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx', 'Ada Okafor edited budget.xlsx'])
  expect(new Set(world.notices.map(({ id }) => id)).size).toBe(1)
  await world.quit()
  world.start()
  await world.clock.advance({ seconds: 10 })
  expect(world.told).toHaveLength(2)
})

test('quit and started again: caught up by one read, nothing twice, nothing missed', async () => {
  await using world = await World.open()
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ seconds: 1 })
  await world.quit()
  world.simulator.person('Bo Lindqvist').adds('Plans/while away.txt')
  await world.clock.advance({ hours: 8 })
  world.simulator.requests.clear()
  world.start()
  await world.clock.advance({ seconds: 4 })
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx', 'Bo Lindqvist added while away.txt'])
  expect(world.simulator.requests.matching('/delta')).toHaveLength(1)
})

test('push refused: polled meanwhile and told all the same, and live again when Microsoft takes it back', async () => {
  await using world = await World.open()
  const refused = world.simulator.fails('/subscriptions/socketIo', { status: 400, code: 'notSupported' })
  world.simulator.push.cut()
  await world.clock.advance({ minutes: 3 })
  expect(world.drive.status.kind).toBe('polling')
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ minutes: 3 })
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx'])
  refused[Symbol.dispose]()
  await world.clock.advance({ minutes: 20 })
  expect(world.drive.status.kind).toBe('live')
})

test('a hint that comes before the change is visible is asked again until it shows', async () => {
  await using world = await World.open()
  world.simulator.switches.delta.lagMs = 10_000
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ seconds: 20 })
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx'])
})

test('a lost sign-in waits without knocking, and catches up after the person signs in', async () => {
  await using world = await World.open()
  world.signOut()
  await world.clock.advance({ minutes: 5 })
  expect(world.drive.status.kind).toBe('signed-out')
  world.simulator.requests.clear()
  world.simulator.person('Ada Okafor').adds('Plans/offer.docx')
  await world.clock.advance({ hours: 2 })
  expect(world.simulator.requests.matching('/delta')).toEqual([])
  world.signIn()
  await world.clock.advance({ seconds: 5 })
  expect(world.told).toEqual(['Ada Okafor added offer.docx'])
  expect(world.drive.status.kind).toBe('live')
})

test('paused: nothing is asked or told; resumed: caught up', async () => {
  await using world = await World.open()
  world.engine.subscriptions.pause('everything')
  world.simulator.requests.clear()
  world.simulator.person('Ada Okafor').adds('Plans/offer.docx')
  await world.clock.advance({ hours: 3 })
  expect(world.simulator.requests.all).toEqual([])
  expect(world.drive.status.kind).toBe('paused')
  world.engine.subscriptions.resume('everything')
  await world.clock.advance({ seconds: 10 })
  expect(world.told).toEqual(['Ada Okafor added offer.docx'])
})

test('unfollowed and taken back within seconds: nothing was lost', async () => {
  await using world = await World.open()
  const { id } = world.drive
  const rules: Rules = { ...defaultRules, patterns: [{ glob: '*.docx', not: false }] }
  expect(world.engine.subscriptions.setRules(id, rules)).toBe(true)
  world.engine.subscriptions.unfollow(id)
  world.simulator.person('Ada Okafor').adds('Plans/offer.pdf')
  world.simulator.person('Ada Okafor').adds('Plans/offer.docx')
  await world.clock.advance({ seconds: 8 })
  expect(world.engine.subscriptions.followAgain(id)).toBe(true)
  await world.clock.advance({ seconds: 10 })
  expect(world.told).toEqual(['Ada Okafor added offer.docx'])
  expect(world.drive).toMatchObject({ rules, rulesInWords: 'only *.docx' })
})

test('nobody there to show notices: told as soon as somebody is', async () => {
  await using world = await World.open()
  world.system = 'is away'
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ minutes: 5 })
  expect(world.told).toEqual([])
  world.system = 'takes'
  await world.clock.advance({ minutes: 1 })
  expect(world.told).toEqual(['Ada Okafor edited budget.xlsx'])
  expect(world.taken.at(-1)).toBe('shown')
})

test('refused by the system: kept with its reason', async () => {
  await using world = await World.open()
  world.system = 'refuses'
  world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await world.clock.advance({ seconds: 1 })
  expect(world.engine.history.page(noFilter, null, 10).changes).toMatchObject([
    { name: 'budget.xlsx', verdict: 'refused' },
  ])
})

test('a drop of a second is no absence: what happened in it is news, each by its name', async () => {
  await using world = await World.open()
  await world.clock.advance({ minutes: 10 })
  world.simulator.cutNetwork()
  await world.clock.advance({ seconds: 1 })
  world.simulator.person('Ada Okafor').adds('Plans/offer.docx')
  world.simulator.person('Ada Okafor').adds('Plans/reply.docx')
  world.simulator.restoreNetwork()
  world.engine.wake('network')
  await world.clock.advance({ minutes: 1 })
  expect(world.onScreen).toEqual(['Ada Okafor added offer.docx and reply.docx'])
  expect(world.notices.map(({ urgency }) => urgency)).toEqual(['normal'])
})

test('what happened in more than two minutes without a link is told as missed', async () => {
  await using world = await World.open()
  world.simulator.cutNetwork()
  await world.clock.advance({ minutes: 3 })
  world.simulator.person('Ada Okafor').adds('Plans/offer.docx')
  world.simulator.person('Ada Okafor').adds('Plans/reply.docx')
  world.simulator.restoreNetwork()
  await world.clock.advance({ minutes: 3 })
  expect(world.onScreen).toEqual(['2 changes while you were away'])
})
