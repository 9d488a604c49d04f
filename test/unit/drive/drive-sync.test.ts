import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { settled } from '../../story/virtual-clock.ts'
import { deleted, edited, file, gone, type Raw, root, touched, wholeReading } from './feed.ts'
import { budget, oldDay, plans, Syncing } from './syncing.ts'

let at: Syncing

beforeEach(() => {
  at = new Syncing()
})

afterEach(() => {
  at[Symbol.dispose]()
})

describe('the first sync', () => {
  test('begins with what happens from now on', async () => {
    at.feed.write(root, plans, budget)
    expect(await at.sync.sync('joined')).toEqual({ ok: true, value: undefined })
    expect(at.feed.asked).toEqual(['latest'])
    expect(at.told()).toEqual([])
  })

  test('learns old items in the background, page by page, and shows how far it is', async () => {
    at.feed.pageSize = 2
    at.feed.write(root, plans, budget, file('f2', 'a', 'root', oldDay), file('f3', 'b', 'root', oldDay))
    await at.sync.sync('joined')
    at.sync.learn()
    await settled()
    expect(at.feed.asked).toEqual(['latest', 'all', 'all skip 2', 'all skip 4', '5'])
    expect(at.states.map(({ learning }) => learning?.done ?? null)).toEqual([
      null,
      null,
      2,
      4,
      null,
      null,
      null,
    ])
  })

  test('goes on learning after a restart where it ended', async () => {
    at.feed.pageSize = 2
    at.feed.write(root, plans, budget)
    await at.sync.sync('joined')
    at.feed.fault = (query) => (query.get('skip') ? Response.json({}, { status: 403 }) : null)
    at.sync.learn()
    await settled()
    at.feed.fault = () => null
    at.reopen()
    at.sync.learn()
    await settled()
    expect(at.feed.asked.slice(1)).toEqual(['all', 'all skip 2', 'all skip 2', '3'])
    expect(at.sync.state.learning).toBeNull()
  })

  test('begins to learn anew when the place is lost', async () => {
    at.feed.pageSize = 2
    at.feed.write(root, plans, budget)
    await at.sync.sync('joined')
    at.feed.fault = (query) => (query.get('skip') ? gone(null) : null)
    at.sync.learn()
    await settled()
    at.feed.fault = () => null
    await at.clock.advance({ minutes: 1 })
    expect(at.feed.asked.slice(1)).toEqual(['all', 'all skip 2', 'all', 'all skip 2', '3'])
    expect(at.sync.state.learning).toBeNull()
  })
})

describe('a change', () => {
  test('is told with what its folders are called after the set', async () => {
    await at.follow()
    at.feed.write(edited(budget, at.clock.now()), touched(plans, { name: 'Plans 2027' }))
    await at.sync.sync('hint')
    expect(at.told()).toEqual([
      'Bo Lindqvist edited budget.xlsx in Plans 2027',
      'Someone renamed Plans to Plans 2027 in /',
    ])
  })

  test('made while nobody listened is marked as missed', async () => {
    await at.follow()
    at.feed.write(edited(budget, at.clock.now()))
    await at.sync.sync('away')
    at.feed.write(file('f2', 'late.txt', 'plans', at.clock.now()))
    await at.sync.sync('hint')
    expect(at.told()).toEqual([
      'Bo Lindqvist edited budget.xlsx in Plans (missed)',
      'Ada Okafor added late.txt in Plans',
    ])
  })

  test('is missed also when the catching up had to be tried again', async () => {
    await at.follow()
    at.feed.write(edited(budget, at.clock.now()))
    at.feed.fault = () => Response.json({}, { status: 404 })
    expect((await at.sync.sync('away')).ok).toBe(false)
    at.feed.fault = () => null
    await at.clock.advance({ minutes: 2 })
    expect(at.told()).toEqual(['Bo Lindqvist edited budget.xlsx in Plans (missed)'])
    expect(at.sync.state.error).toBeNull()
  })
})

describe('while old items are being learned', () => {
  const webhookCommands = [
    ['the feed first', async () => (await at.sync.sync('hint'), at.sync.learn(), await settled())],
    [
      'the index first',
      async () => (at.sync.learn(), await settled(), await at.sync.sync('hint'), undefined),
    ],
  ] as const

  test.each(webhookCommands)('changes are told the same: %s', async (_, run) => {
    at.feed.write(root, plans, budget, file('f2', 'old.txt', 'plans', oldDay))
    await at.sync.sync('joined')
    await at.clock.advance({ seconds: 5 })
    const now = at.clock.now()
    at.feed.echoes = [root, plans]
    at.feed.write(edited(budget, now), file('f3', 'new.txt', 'plans', now), deleted('f4', 'plans'))
    await run()
    expect(at.told().toSorted()).toEqual([
      'Ada Okafor added new.txt in Plans',
      'Bo Lindqvist changed budget.xlsx in Plans',
      'Someone deleted an item in Plans in Plans',
    ])
  })

  test('what the feed showed is not overwritten by an older page', async () => {
    at.feed.write(root, plans, budget)
    await at.sync.sync('joined')
    const before = at.feed.present
    at.feed.fault = (query) =>
      query.get('token') === null ? Response.json({ value: before, '@odata.deltaLink': wholeReading }) : null
    at.feed.echoes = [root, plans]
    at.feed.write(deleted('f1', 'plans'))
    await at.sync.sync('hint')
    at.sync.learn()
    await settled()
    at.feed.write(deleted('f1', 'plans'))
    await at.sync.sync('hint')
    expect(at.told()).toEqual(['Someone deleted an item in Plans in Plans'])
  })

  test('deletions of items nobody knew are noise once all are known', async () => {
    await at.follow()
    at.feed.write(deleted('temporary', 'plans'))
    await at.sync.sync('hint')
    expect(at.told()).toEqual([])
  })
})

describe('what was done before following began', () => {
  const before = (): readonly Raw[] => {
    const at30s = at.clock.now() - 30_000
    return [
      root,
      plans,
      edited(budget, at30s),
      file('f2', 'fresh.txt', 'plans', at30s),
      file('f3', 'x', 'plans', oldDay),
    ]
  }

  test.each([
    ['before it is learned', async () => {}],
    ['after it was learned', async () => (at.sync.learn(), await settled(), undefined)],
  ])('is no news when the feed repeats it %s', async (_, learn) => {
    const written = before()
    at.feed.write(...written)
    await at.sync.sync('joined')
    await learn()
    at.feed.write(...written)
    await at.sync.sync('hint')
    expect(at.told()).toEqual([])
  })

  test('is no news when the deltaLink dies soon after', async () => {
    at.feed.write(...before())
    await at.sync.sync('joined')
    at.kill(null)
    expect((await at.sync.sync('hint')).ok).toBe(true)
    expect(at.told()).toEqual([])
  })

  test('what was done since is news all the same', async () => {
    at.feed.write(...before())
    await at.sync.sync('joined')
    await at.clock.advance({ seconds: 2 })
    at.feed.write(edited(budget, at.clock.now()), file('f4', 'new.txt', 'plans', at.clock.now()))
    at.kill(null)
    await at.sync.sync('hint')
    expect(at.told().toSorted()).toEqual([
      'Ada Okafor added new.txt in Plans (missed)',
      'Bo Lindqvist changed budget.xlsx in Plans (missed)',
    ])
  })
})

describe('hints', () => {
  test('during a run cause exactly one more', async () => {
    await at.follow()
    at.feed.asked.length = 0
    const held = Promise.withResolvers<null>()
    at.feed.fault = () => held.promise
    const runs = [at.sync.sync('hint')]
    await settled()
    runs.push(at.sync.sync('hint'), at.sync.sync('hint'))
    await settled()
    expect(at.feed.asked).toHaveLength(1)
    at.feed.fault = () => null
    held.resolve(null)
    await Promise.all(runs)
    expect(at.feed.asked).toHaveLength(2)
  })

  test('are looked after at 2, 5 and 15 seconds, for the feed lags', async () => {
    await at.follow()
    at.feed.asked.length = 0
    at.feed.write(edited(budget, at.clock.now()))
    at.feed.lag = 1
    await at.sync.sync('hint')
    await at.clock.advance({ seconds: 4 })
    expect(at.feed.asked).toHaveLength(2)
    at.feed.lag = 0
    await at.clock.advance({ seconds: 1 })
    expect(at.told()).toEqual(['Bo Lindqvist edited budget.xlsx in Plans'])
    await at.clock.advance({ minutes: 1 })
    expect(at.feed.asked).toHaveLength(4)
  })

  test('that found something else are looked after all the same: what was announced may still lag', async () => {
    await at.follow()
    at.feed.write(edited(budget, at.clock.now()))
    await at.sync.sync('hint')
    at.feed.write(edited(budget, at.clock.now() + 1_000, 'Ada Okafor'))
    await at.clock.advance({ seconds: 2 })
    expect(at.told()).toHaveLength(2)
  })
})

describe('a failed sync', () => {
  test('is tried again by itself, ever more slowly', async () => {
    await at.follow()
    at.feed.fault = () => Response.json({ error: { code: 'generalException' } }, { status: 500 })
    const waiting = at.sync.sync('hint')
    await at.clock.advance({ seconds: 30 })
    expect(await waiting).toMatchObject({ ok: false, error: { kind: 'server' } })
    expect(at.sync.state).toMatchObject({ phase: 'idle', error: { kind: 'server' } })
    at.feed.fault = () => null
    at.feed.write(edited(budget, at.clock.now()))
    await at.clock.advance({ minutes: 5 })
    expect(at.told()).toEqual(['Bo Lindqvist edited budget.xlsx in Plans'])
  })
})
