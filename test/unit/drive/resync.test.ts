import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deleted, edited, file, folder, touched, wholeReading } from './feed.ts'
import { budget, oldDay, plans, Syncing } from './syncing.ts'

let at: Syncing

beforeEach(() => {
  at = new Syncing()
})

afterEach(() => {
  at[Symbol.dispose]()
})

describe('a dead deltaLink', () => {
  test.each([
    ['where Location leads', wholeReading],
    ['without a token when there is none', null],
  ])('is followed by reading anew %s, and differences are missed changes', async (_, location) => {
    await at.follow()
    at.feed.write(file('f2', 'gone.txt', 'plans', at.clock.now()))
    await at.sync.sync('hint')
    at.history.settle(
      at.history.pending().changes.map(({ id }) => id),
      'told',
    )
    at.feed.pageSize = 2
    at.feed.write(
      edited(budget, at.clock.now()),
      deleted('f2'),
      file('f3', 'new.txt', 'plans', at.clock.now()),
    )
    at.kill(location)
    expect((await at.sync.sync('hint')).ok).toBe(true)
    expect(at.told().toSorted()).toEqual([
      'Ada Okafor added new.txt in Plans (missed)',
      'Bo Lindqvist edited budget.xlsx in Plans (missed)',
      'Someone deleted gone.txt in Plans (missed)',
    ])
  })

  test('is silent when nothing differs', async () => {
    await at.follow()
    at.kill(wholeReading)
    expect((await at.sync.sync('safety')).ok).toBe(true)
    expect(at.told()).toEqual([])
  })

  test('tells a vanished folder once', async () => {
    await at.follow()
    at.feed.write(deleted('f1'), deleted('plans'))
    at.kill(wholeReading)
    await at.sync.sync('safety')
    expect(at.told()).toEqual(['Someone deleted Plans and 1 item in / (missed)'])
  })

  test('is read on after a crash, and nothing is told before the end', async () => {
    await at.follow()
    at.feed.pageSize = 1
    at.feed.write(edited(budget, at.clock.now()), file('f3', 'new.txt', 'plans', at.clock.now()))
    at.kill(wholeReading)
    const answer = at.feed.fault
    at.feed.fault = (query) =>
      query.get('skip') === '3' ? Response.json({}, { status: 403 }) : answer(query)
    expect((await at.sync.sync('safety')).ok).toBe(false)
    expect(at.told()).toEqual([])
    at.reopen()
    at.feed.fault = () => null
    at.feed.asked.length = 0
    await at.sync.sync('away')
    expect(at.feed.asked).toEqual(['all skip 3'])
    expect(at.told()).toHaveLength(2)
  })
})

test('read anew, a folder that is not shared any more is told, though another one still carries its sharing', async () => {
  const shared = { scope: 'users', sharedDateTime: '2025-01-01T00:00:00Z' }
  const inside = { ...folder('in', 'In', 'plans', oldDay), shared }
  await at.follow()
  at.feed.write({ ...touched(plans), shared }, folder('out', 'Out', 'root', oldDay), inside)
  await at.sync.sync('hint')
  at.feed.write(touched(inside, { parentReference: { id: 'out', driveId: 'd' } }))
  await at.sync.sync('hint')
  at.history.settle(
    at.history.pending().changes.map(({ id }) => id),
    'told',
  )
  at.feed.write(touched(plans))
  at.kill(null)
  await at.sync.sync('hint')
  expect(at.told()).toEqual(['Someone stopped sharing Plans in / (missed)'])
})

test.each([1, 2])(
  'killed after %i transactions of reading anew, no deletion of the time between is lost',
  async (count) => {
    await at.follow()
    at.kill(null)
    at.diesAfter(count)
    expect((await at.sync.sync('safety')).ok).toBe(false)
    at.reopen()
    at.feed.write(deleted('f1', 'plans'))
    expect((await at.sync.sync('away')).ok).toBe(true)
    expect(at.told()).toEqual(['Someone deleted budget.xlsx in Plans (missed)'])
  },
)

describe('a page that is not whole', () => {
  const error = { error: { code: 'InternalServerError', message: 'invented' } }
  const pages: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['holds an error', { value: [error] }],
    ['holds an entry without id', { value: [{ name: 'x' }] }],
    ['has no value', {}],
    ['has a value of null', { value: null }],
  ]

  test.each(pages)(
    'because it %s is not stored: after a few tries the drive is compared',
    async (_, page) => {
      await at.follow()
      at.feed.write(deleted('f1', 'plans'))
      const deltaLink = 'https://graph.microsoft.com/v1.0/drives/d/root/delta?token=99'
      at.feed.fault = (query) =>
        query.get('token') === null ? null : Response.json({ ...page, '@odata.deltaLink': deltaLink })
      at.feed.asked.length = 0
      expect((await at.sync.sync('hint')).ok).toBe(false)
      await at.clock.advance({ minutes: 1 })
      expect(at.told()).toEqual(['Someone deleted budget.xlsx in Plans (missed)'])
      expect(at.feed.asked.slice(0, 4)).toEqual(['3', '3', '3', 'all'])
    },
  )

  test('once is read again', async () => {
    await at.follow()
    at.feed.write(deleted('f1', 'plans'))
    let isTorn = true
    at.feed.fault = () => {
      if (!isTorn) return null
      isTorn = false
      return Response.json({ value: [error], '@odata.deltaLink': wholeReading })
    }
    await at.sync.sync('hint')
    await at.clock.advance({ seconds: 5 })
    expect(at.told()).toEqual(['Someone deleted budget.xlsx in Plans'])
  })
})

describe('a crash', () => {
  test('between the pages of a set loses nothing and tells nothing twice', async () => {
    await at.follow()
    at.feed.pageSize = 1
    at.feed.write(edited(budget, at.clock.now()), file('f3', 'new.txt', 'plans', at.clock.now()))
    at.feed.fault = (query) => (query.get('skip') === '2' ? Response.json({}, { status: 403 }) : null)
    expect((await at.sync.sync('hint')).ok).toBe(false)
    expect(at.told()).toEqual([])
    at.reopen()
    at.feed.fault = () => null
    await at.sync.sync('away')
    expect(at.told()).toHaveLength(2)
    await at.sync.sync('safety')
    expect(at.told()).toHaveLength(2)
  })
})
