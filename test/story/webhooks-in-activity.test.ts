import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { around } from '../../main/desktop/window/app-state.ts'
import { historyRow } from '../../main/activity/history-rows.ts'
import { allowSimilar } from '../../main/rules/allow-similar.ts'
import { noFilter, type Filter, type HistoryRow } from '../../preload/contract/activity.ts'
import { defaultRules, type QuietHours, type Rules } from '../../preload/contract/rules.ts'
import { WebhookWorld } from './hook-world.ts'

// What webhooks bring stands in Activity beside the changes of drives: searched, judged and summed up like those.

let hooks: WebhookWorld

beforeEach(async () => {
  hooks = await WebhookWorld.open(['Files.Read.All', 'Mail.Read', 'Calendars.Read'])
})

afterEach(() => hooks[Symbol.asyncDispose]())

/** The story begins at nine. */
const quiet: QuietHours = {
  from: '07:00',
  to: '20:00',
  days: [1, 2, 3, 4, 5, 6, 7],
  wholeDays: [],
  zone: 'UTC',
  digest: true,
}

function rows(filter: Partial<Filter> = {}): HistoryRow[] {
  const { engine, people } = hooks.world
  const aroundOf = around({ accounts: people, rules: () => engine.rules() })
  const { changes } = engine.history.page({ ...noFilter, ...filter }, null, 50)
  return changes.map((change) => historyRow(change, aroundOf(change)))
}

const said = (row: HistoryRow | undefined) => row?.sentence.map(({ text }) => text).join('')

/** Mail arrives, and is in Activity. */
async function mails(subject: string, from = 'Ada Okafor'): Promise<HistoryRow | undefined> {
  const before = rows().length
  await hooks.world.clock.advance({ seconds: 61 })
  hooks.world.simulator.office.mails(from, { to: 'Grace Kimani', subject })
  await hooks.until(() => rows().length > before && rows().every(({ reason }) => reason.kind !== 'waiting'))
  return rows()[0]
}

const rule = (rules: Partial<Rules>) => hooks.webhooks.setRules(hooks.row.id, { ...defaultRules, ...rules })

describe('what a webhook brings is a row of Activity', () => {
  test('with who, what, where, and why it was told', async () => {
    await hooks.create(hooks.mail())
    expect(await mails('Tender')).toMatchObject({
      subscriptionId: hooks.row.id,
      kind: 'added',
      who: { name: 'Ada Okafor', kind: 'person' },
      place: ['Inbox'],
      told: true,
      canOpen: true,
      canMute: ['person', 'subscription'],
      reason: { kind: 'told' },
    })
    expect(said(rows()[0])).toBe('New message in Inbox: Tender from Ada Okafor')
    expect(rows()[0]?.sentence.filter(({ strong }) => strong)).toEqual([
      { text: 'Tender', strong: true },
      { text: 'Ada Okafor', strong: true },
    ])
  })

  test('told by itself, whatever else is told of files a moment before', async () => {
    const { world } = hooks
    world.engine.subscriptions.followOwnDrive(hooks.accountId)
    await world.clock.advance({ seconds: 5 })
    await hooks.create(hooks.mail())
    world.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
    await world.clock.advance({ seconds: 5 })
    world.simulator.office.mails('Bo Lindqvist', { to: 'Grace Kimani', subject: 'Tender' })
    await hooks.until(() => rows({ text: 'tender' }).length === 1)
    await world.clock.advance({ seconds: 10 })
    expect(world.told).toEqual([
      'Ada Okafor edited budget.xlsx',
      'New message in Inbox: Tender from Bo Lindqvist',
    ])
  })

  test('found by its subject, by whoever sent it, by where it is, and by the webhook', async () => {
    await hooks.create(hooks.mail())
    await mails('Tender for the harbor')
    await mails('Lunch', 'Bo Lindqvist')
    for (const text of ['tender', 'okafor', 'inbox harbor'])
      expect(rows({ text }).map(said)).toEqual([
        'New message in Inbox: Tender for the harbor from Ada Okafor',
      ])
    expect(rows({ subscriptionId: hooks.row.id })).toHaveLength(2)
    expect(rows({ kinds: ['deleted'] })).toEqual([])
  })

  test('events of a calendar, new and changed', async () => {
    await hooks.create(hooks.draft({ row: 'event', changeTypes: ['created', 'updated'] }))
    const { id } = hooks.world.simulator.office.plans('Ada Okafor', {
      for: 'Grace Kimani',
      subject: 'Review',
    })
    await hooks.until(() => rows().length === 1)
    hooks.world.simulator.office.store.change(id, { subject: 'Review of plans' })
    await hooks.until(() => rows().length === 2)
    expect(new Set(rows().map(said))).toEqual(
      new Set([
        'Event changed in Calendar: Review of plans from Ada Okafor',
        'New event in Calendar: Review from Ada Okafor',
      ]),
    )
  })

  test('the same event told twice is one row, also over a restart', async () => {
    await hooks.create(hooks.mail())
    await mails('Tender')
    const [delivery] = hooks.webhooks.receiver.store.page(
      { webhookId: hooks.row.id, verdict: 'accepted' },
      null,
      1,
    )
    await hooks.world.quit()
    await hooks.start()
    hooks.webhooks.receiver.replay(delivery?.id ?? '')
    await hooks.world.clock.advance({ seconds: 20 })
    expect(rows()).toHaveLength(1)
  })

  test('one’s own mail is not told', async () => {
    await hooks.create(hooks.mail())
    expect(await mails('To myself', 'Grace Kimani')).toMatchObject({ reason: { kind: 'own-change' } })
  })

  test('stays when the webhook is deleted, and goes with the history of an account that signs out', async () => {
    await hooks.create(hooks.mail())
    await mails('Tender')
    hooks.webhooks.webhookCommands.delete(hooks.row.id)
    await hooks.world.clock.advance({ seconds: 11 })
    expect(rows()).toHaveLength(1)
    await hooks.create(hooks.mail())
    await mails('Lunch')
    await hooks.webhooks.leaveAccount(hooks.accountId, { keepHistory: false })
    await hooks.until(() => rows().length === 1)
  })
})

describe('quiet hours', () => {
  test('hold it back, and a summary comes when they end', async () => {
    hooks.world.choose({ quietHours: quiet })
    await hooks.create(hooks.mail())
    expect(await mails('Tender')).toMatchObject({ told: false, reason: { kind: 'quiet-hours' } })
    await mails('Lunch', 'Bo Lindqvist')
    expect(hooks.world.told).toEqual([])
    await hooks.world.clock.advance({ hours: 12 })
    expect(hooks.world.notices).toMatchObject([
      { title: '2 changes while you were away', body: 'Ada Okafor 1, Bo Lindqvist 1\nInbox' },
    ])
  })
})

describe('rules of its own', () => {
  test('only some people', async () => {
    await hooks.create(hooks.mail())
    rule({ people: { kind: 'only', who: [{ kind: 'person', id: null, name: 'Bo Lindqvist' }] } })
    expect(await mails('Tender')).toMatchObject({
      told: false,
      reason: {
        kind: 'rule',
        remedy: { kind: 'change-rule', subscriptionId: hooks.row.id },
        canAllowSimilar: true,
      },
    })
    expect(await mails('Lunch', 'Bo Lindqvist')).toMatchObject({ told: true })
  })

  test('by subject, and the way back', async () => {
    await hooks.create(hooks.mail())
    rule({ patterns: [{ glob: '*newsletter*', not: true }] })
    expect(await mails('The harbor newsletter')).toMatchObject({ reason: { kind: 'rule' } })
    const [change] = hooks.world.engine.history.page(noFilter, null, 1).changes
    const rules = hooks.webhooks.rulesOf(hooks.row.id)
    if (change && rules) hooks.webhooks.setRules(hooks.row.id, allowSimilar(change, rules, new Set()))
    expect(await mails('Another newsletter')).toMatchObject({ told: true })
  })

  test('hours and a summary a day of its own', async () => {
    await hooks.create(hooks.mail())
    rule({ often: { kind: 'daily', at: '18:00' } })
    expect(await mails('Tender')).toMatchObject({ reason: { kind: 'digest' } })
    expect(hooks.world.told).toEqual([])
    await hooks.world.clock.advance({ hours: 24 })
    expect(hooks.world.told).toHaveLength(1)
  })

  test('muted as a whole', async () => {
    await hooks.create(hooks.mail())
    hooks.world.engine.mutes.mute({ kind: 'subscription', subscriptionId: hooks.row.id }, 'an-hour')
    expect(await mails('Tender')).toMatchObject({ reason: { kind: 'muted' } })
  })

  test('leave nothing out that says what may be missing', async () => {
    await hooks.create(hooks.mail())
    hooks.world.simulator.switches.graph.forgetsDelta = true
    rule({ kinds: [] })
    hooks.world.simulator.webhooks.lifecycle(hooks.row.graphId ?? '', 'missed')
    await hooks.until(() => hooks.world.told.length === 1)
    expect(hooks.world.told).toEqual(['Something may have been missed: Inbox'])
  })
})
