import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noFilter } from '../../preload/contract/activity.ts'
import { hourMs } from '../../main/kit/time.ts'
import { english } from '../words.ts'
import { WebhookWorld } from './hook-world.ts'

// Microsoft repeats a call for four hours. Who was away for longer finds out by delta what was missed, where that can be.

let hooks: WebhookWorld

beforeEach(async () => {
  hooks = await WebhookWorld.open([
    'Files.Read.All',
    'Mail.Read',
    'Calendars.Read',
    'Contacts.Read',
    'User.Read.All',
    'Tasks.ReadWrite',
  ])
})

afterEach(() => hooks[Symbol.asyncDispose]())

const office = () => hooks.world.simulator.office

/** What stands in Activity, the newest first. */
const rows = () =>
  hooks.world.engine.history
    .page(noFilter, null, 100)
    .changes.map(({ detail }) => (detail?.brought ? english.say(detail.brought.what) : ''))

/** The webhook is made, and where to read on is known. */
async function made(draft: Parameters<WebhookWorld['create']>[0]): Promise<void> {
  expect(await hooks.create({ ...draft, lifeMs: 2 * 24 * hourMs })).toMatchObject({ kind: 'created' })
  await hooks.world.clock.advance({ minutes: 1 })
  await hooks.until(() => deltas() > 0)
  await hooks.world.clock.advance({ minutes: 1 })
}

/** How often delta was read. */
const deltas = () => hooks.world.simulator.requests.matching('/delta').length

/** The computer is off for so long; meanwhile something happens, and Microsoft gives up calling. */
async function away(hours: number, meanwhile: () => void): Promise<void> {
  await hooks.world.quit()
  await hooks.world.clock.advance({ hours: hours / 2 })
  meanwhile()
  await hooks.world.clock.advance({ hours: hours / 2 })
  await hooks.start()
  await hooks.world.clock.advance({ minutes: 1 })
  await hooks.until(() => hooks.rows.every(({ state }) => state.kind === 'delivering'))
}

describe('after more than four hours', () => {
  test('new mail is found out, from whom, and told in a summary', async () => {
    await made(hooks.mail())
    await away(10, () => {
      office().mails('Ada Okafor', { to: 'Grace Kimani', subject: 'Tender' })
      office().mails('Bo Lindqvist', { to: 'Grace Kimani', subject: 'Lunch' })
    })
    await hooks.until(() => rows().length === 2)
    await hooks.until(() => hooks.world.told.length > 0)
    expect(new Set(rows())).toEqual(
      new Set([
        'New message in Inbox: Tender from Ada Okafor',
        'New message in Inbox: Lunch from Bo Lindqvist',
      ]),
    )
    expect(hooks.world.onScreen).toEqual(['2 changes while you were away'])
  })

  test('of a whole mailbox, folder by folder', async () => {
    await made(hooks.mail({ form: 'all', filled: {} }))
    await away(10, () => {
      office().mails('Ada Okafor', { to: 'Grace Kimani', subject: 'Kept', folder: 'Archive' })
    })
    await hooks.until(() => rows().length === 1)
    expect(rows()).toEqual(['New message in Mail: Kept from Ada Okafor'])
  })

  test('events of a calendar: new, changed and deleted ones', async () => {
    const [stays, goes] = ['Review', 'Old'].map((subject) =>
      office().plans('Ada Okafor', { for: 'Grace Kimani', subject }),
    )
    await hooks.world.clock.advance({ hours: 1 })
    await made(hooks.draft({ row: 'event', changeTypes: ['created', 'updated', 'deleted'] }))
    await away(10, () => {
      office().plans('Ada Okafor', { for: 'Grace Kimani', subject: 'Launch' })
      office().store.change(stays?.id ?? '', { subject: 'Review of plans' })
      office().store.remove(goes?.id ?? '')
    })
    await hooks.until(() => rows().length === 3)
    expect(new Set(rows())).toEqual(
      new Set([
        'New event in Calendar: Launch from Ada Okafor',
        'Event changed in Calendar: Review of plans from Ada Okafor',
        'Event deleted in Calendar',
      ]),
    )
  })

  test('contacts', async () => {
    await made(hooks.draft({ row: 'contact', changeTypes: ['created'] }))
    await away(10, () => office().addsContact('Grace Kimani', 'Chiara Esposito'))
    await hooks.until(() => rows().length === 1)
    expect(rows()).toEqual(['New contact in Contacts: Chiara Esposito'])
  })

  test('people of the organization', async () => {
    await made(hooks.draft({ row: 'user', form: 'all', changeTypes: ['updated', 'deleted'] }))
    await away(10, () => office().changesProfile('Ada Okafor'))
    await hooks.until(() => rows().length === 1)
    expect(rows()).toEqual(['People: Ada Okafor'])
  })

  test('a drive that nobody follows: that something changed', async () => {
    await made(hooks.draft())
    await away(10, () => hooks.world.simulator.person('Grace Kimani').adds('While away.txt'))
    await hooks.until(() => rows().length === 1)
    expect(rows()).toEqual(['Something changed in your OneDrive'])
  })

  test('what was delivered before is not told again', async () => {
    await made(hooks.mail())
    office().mails('Ada Okafor', { to: 'Grace Kimani', subject: 'Before' })
    await hooks.until(() => rows().length === 1)
    await hooks.world.clock.advance({ hours: 1 })
    await away(10, () => office().mails('Ada Okafor', { to: 'Grace Kimani', subject: 'Meanwhile' }))
    await hooks.until(() => rows().length === 2)
    expect(rows().filter((row) => row.includes('Before'))).toHaveLength(1)
  })

  test('nothing was missed: nothing is said', async () => {
    await made(hooks.mail())
    const before = deltas()
    await away(10, () => {})
    await hooks.until(() => deltas() > before)
    await hooks.world.clock.advance({ minutes: 1 })
    expect(hooks.world.told).toEqual([])
  })
})

describe('where it cannot be found out', () => {
  test('that something may be missing is said: there is no delta', async () => {
    const list = office().store.in(`users/${hooks.world.people.list()[0]?.graphId}/todo/lists`)[0]?.id ?? ''
    const draft = hooks.draft({ row: 'todo-task', form: 'list', filled: { 'todo-list': [list] } })
    expect(await hooks.create({ ...draft, changeTypes: ['created'] })).toMatchObject({ kind: 'created' })
    await hooks.world.clock.advance({ minutes: 20 })
    await away(10, () => {})
    await hooks.until(() => rows().length === 1)
    expect(rows()[0]).toMatch(/^Something may have been missed: /)
  })

  test('or where Microsoft has forgotten where to read on', async () => {
    await made(hooks.mail())
    hooks.world.simulator.switches.graph.forgetsDelta = true
    await away(10, () => office().mails('Ada Okafor', { to: 'Grace Kimani', subject: 'Tender' }))
    await hooks.until(() => rows().length === 1)
    expect(rows()).toEqual(['Something may have been missed: Inbox'])
  })
})

test('an hour away is Microsoft’s to make up for', async () => {
  await made(hooks.mail())
  const before = deltas()
  await away(1, () => {})
  await hooks.world.clock.advance({ minutes: 5 })
  expect(deltas()).toBe(before)
  expect(hooks.world.told).toEqual([])
})

test('links end with the webhook', async () => {
  await made(hooks.mail())
  const count = () => Number(hooks.world.sql?.prepare('SELECT count(*) AS n FROM webhook_links').get()?.n)
  expect(count()).toBe(1)
  hooks.webhooks.webhookCommands.delete(hooks.row.id)
  await hooks.world.clock.advance({ seconds: 11 })
  expect(count()).toBe(0)
})
