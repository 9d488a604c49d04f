import { expect, test } from 'vitest'
import { World } from './world.ts'
import { english } from '../words.ts'

// Fifty drives at once, and two hundred: started politely, and back within seconds after a cut.

async function following(count: number) {
  const world = World.empty()
  const { id } = world.people.comes('Grace Kimani', ['Sites.Read.All'])
  world.start()
  for (let n = 0; n < count; n++) {
    const list = world.simulator.addList('Harbour', `Berth ${String(n)}`, { template: 'documentLibrary' })
    const target = { kind: 'drive', driveId: list.content.id } as const
    await world.engine.subscriptions.follow(id, target, { kind: 'everything' })
  }
  await world.clock.advance({ seconds: 30 })
  return world
}

const live = (world: World) =>
  world.engine.subscriptions.views(new Map(), english).filter(({ status }) => status.kind === 'live').length

/** Milliseconds until all are live, of ten seconds at most. */
async function untilLive(world: World): Promise<number> {
  const start = world.clock.now()
  for (let step = 0; step < 100 && live(world) < 50; step++) await world.clock.advance({ ms: 100 })
  return world.clock.now() - start
}

test('the network away for a minute: all live and caught up in three seconds, one digest, no storm', async () => {
  await using world = await following(50)
  expect(live(world)).toBe(50)
  const at = world.simulator
  at.cutNetwork()
  for (let n = 0; n < 50; n += 5) {
    at.person('Ada Okafor').adds(`plan ${String(n)}.docx`, {
      in: at.library('Harbour', `Berth ${String(n)}`),
    })
  }
  await world.clock.advance({ seconds: 60 })
  expect(live(world)).toBe(0)
  at.restoreNetwork()
  at.requests.clear()
  at.fails(/v1\.0/, { delayMs: 50 })
  world.engine.subscriptions.wake('slept')
  expect(await untilLive(world)).toBeLessThanOrEqual(3_000)
  await world.clock.advance({ seconds: 5 })
  expect(world.told).toEqual(['10 changes while you were away'])
  const requests = {
    endpoints: at.requests.matching('socketIo').length,
    deltas: at.requests.matching('delta').length,
  }
  expect(requests).toEqual({ endpoints: 50, deltas: 50 })
  expect(at.requests.all).toHaveLength(100)
})

test('started again, they begin a few at a time, and are live within a second or two', async () => {
  await using world = await following(50)
  await world.quit()
  await world.clock.advance({ minutes: 5 })
  world.simulator.requests.clear()
  world.start()
  await world.clock.advance({ ms: 0 })
  expect(world.simulator.requests.matching('socketIo').length).toBeLessThanOrEqual(4)
  expect(await untilLive(world)).toBeLessThanOrEqual(2_000)
  expect(world.told).toEqual([])
})

test('when Microsoft asks one to wait, all of the account wait and then all come back', async () => {
  await using world = await following(50)
  const at = world.simulator
  at.fails('socketIo', { status: 429, retryAfter: 120, times: 1 })
  at.requests.clear()
  at.push.kick()
  await world.clock.advance({ seconds: 100 })
  expect(at.requests.all.length).toBeLessThanOrEqual(4)
  await world.clock.advance({ minutes: 2 })
  expect(live(world)).toBe(50)
})

test('two hundred: four requests at once, and one that is asked to wait holds them all', async () => {
  await using world = await following(200)
  expect(live(world)).toBe(200)
  await world.quit()
  const at = world.simulator
  at.requests.clear()
  at.fails('socketIo', { status: 429, retryAfter: 60, times: 1 })
  at.fails(/v1\.0/, { delayMs: 100 })
  world.start()
  await world.clock.advance({ seconds: 1 })
  const held = at.requests.all.length
  expect(held).toBeLessThanOrEqual(4)
  await world.clock.advance({ seconds: 58 })
  expect(at.requests.all).toHaveLength(held)
  await world.clock.advance({ minutes: 1 })
  expect(live(world)).toBe(200)
  const endpoints = at.requests.matching('socketIo').map(({ status }) => status)
  expect(endpoints.filter((status) => status === 200)).toHaveLength(200)
  expect(endpoints.filter((status) => status === 429)).toHaveLength(1)
  // Once when it starts, and once more when its link is live.
  expect(at.requests.matching('delta').length).toBeLessThanOrEqual(400)
  expect(at.requests.mostAtOnce).toBe(4)
  expect(world.told).toEqual([])
})

test('a hundred and ten behind a proxy: a hundred are live, the others are read in turn and say why', async () => {
  await using world = World.empty()
  world.isProxied = true
  const { id } = world.people.comes('Grace Kimani', ['Sites.Read.All'])
  world.start()
  for (let n = 0; n < 110; n++) {
    const list = world.simulator.addList('Harbour', `Berth ${String(n)}`, { template: 'documentLibrary' })
    const target = { kind: 'drive', driveId: list.content.id } as const
    await world.engine.subscriptions.follow(id, target, { kind: 'everything' })
  }
  await world.clock.advance({ minutes: 2 })
  const statuses = world.engine.subscriptions.views(new Map(), english).map(({ status }) => status)
  const beyond = statuses.filter(({ kind }) => kind === 'polling')
  expect([live(world), beyond.length]).toEqual([100, 10])
  for (const status of beyond) expect(status).toMatchObject({ cause: { key: 'cause.crowded' } })
  world.simulator
    .person('Ada Okafor')
    .adds('plan.docx', { in: world.simulator.library('Harbour', 'Berth 109') })
  await world.clock.advance({ minutes: 3 })
  expect(world.told).toEqual(['Ada Okafor added plan.docx'])
})
