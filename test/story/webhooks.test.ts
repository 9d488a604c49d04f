import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebhookWorld } from './hook-world.ts'

// A webhook from its making to its end, with a real listener and a simulated Microsoft that calls it (protocol.md 3).

let hooks: WebhookWorld

beforeEach(async () => {
  hooks = await WebhookWorld.open()
})

afterEach(() => hooks[Symbol.asyncDispose]())

describe('a webhook of a drive', () => {
  test('is made, and leads to the sync of the drive that is followed', async () => {
    const { world } = hooks
    world.engine.subscriptions.followOwnDrive(hooks.accountId)
    await world.clock.advance({ seconds: 5 })
    await world.forgetBefore()
    expect(await hooks.create(hooks.draft())).toMatchObject({ kind: 'created' })
    expect(hooks.row.state).toEqual({ kind: 'delivering' })
    expect(hooks.title).toBe('Files in your OneDrive')
    world.simulator.push.cut()
    world.simulator.switches.push.mute = true
    world.simulator.person('Grace Kimani').edits('to do.txt')
    await hooks.until(() => hooks.row.delivered === 1)
    await world.clock.advance({ seconds: 3 })
    expect(hooks.row).toMatchObject({ delivered: 1, failed: 0, refused: 0 })
    expect(world.engine.history.facts().kept).toBe(1)
    expect(world.told).toEqual([])
  })

  test('of which nobody follows the drive is told, at most once a minute', async () => {
    const { world } = hooks
    await hooks.create(hooks.draft())
    for (const name of ['to do.txt', 'more.txt']) world.simulator.person('Grace Kimani').adds(`Hooks ${name}`)
    await hooks.until(() => hooks.row.delivered === 2)
    await world.clock.advance({ seconds: 50 })
    expect(world.told).toEqual(['Something changed in your OneDrive'])
  })
})

describe('a webhook of a mailbox', () => {
  test('tells what came, from whom, and leads there', async () => {
    const { world } = hooks
    expect(await hooks.create(hooks.mail())).toMatchObject({ kind: 'created' })
    expect(hooks.title).toBe('Inbox, new mail')
    world.simulator.office.mails('Ada Okafor', { to: 'Grace Kimani', subject: 'Tender' })
    await hooks.until(() => world.notices.length === 1)
    expect(world.told).toEqual(['New message in Inbox: Tender from Ada Okafor'])
    expect(world.notices[0]?.click).toMatchObject({ kind: 'open' })
  })

  test('with its data, encrypted, is told without another question', async () => {
    const { world } = hooks
    const draft = hooks.mail({ resourceData: true, select: 'subject,from,webLink', lifeMs: 3_600_000 })
    expect(await hooks.create(draft)).toMatchObject({ kind: 'created' })
    expect(hooks.row.state).toEqual({ kind: 'delivering-encrypted' })
    world.simulator.requests.clear()
    world.simulator.office.mails('Ada Okafor', { to: 'Grace Kimani', subject: 'Tender' })
    await hooks.until(() => world.notices.length === 1)
    expect(world.told).toEqual(['New message in Inbox: Tender from Ada Okafor'])
    expect(world.simulator.requests.matching('/messages')).toEqual([])
  })

  test('is not told where notices are not wanted', async () => {
    const { world } = hooks
    world.choose({ showNotices: false })
    await hooks.create(hooks.mail())
    world.simulator.office.mails('Ada Okafor', { to: 'Grace Kimani', subject: 'Tender' })
    await hooks.until(() => hooks.row.delivered === 1)
    await world.clock.advance({ seconds: 20 })
    expect(world.told).toEqual([])
  })

  test('many at once are told together', async () => {
    const { world } = hooks
    await hooks.create(hooks.mail())
    for (let number = 1; number <= 12; number++)
      world.simulator.office.mails('Ada Okafor', { to: 'Grace Kimani', subject: `Tender ${number}` })
    await hooks.until(() => hooks.row.delivered === 12)
    await hooks.until(() => world.notices.length === 1)
    await world.clock.advance({ seconds: 6 })
    expect(world.onScreen).toEqual(['12 changes: Inbox'])
    const body = world.notices.at(-1)?.body
    expect(body).toContain('Tender 12')
    expect(body).toContain('Ada Okafor 12')
  })
})
