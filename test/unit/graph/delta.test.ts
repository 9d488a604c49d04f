import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { deltaPages, driveFeed, PageWatch } from '../../../main/graph/delta.ts'
import { json, own, Scripted } from './scripted.ts'

const link = (token: string) => `${own}/v1.0/drives/d/root/delta?token=${token}`
const more = (value: unknown[], token: string) => json({ value, '@odata.nextLink': link(token) })
const done = (value: unknown[], token: string) => json({ value, '@odata.deltaLink': link(token) })

let at: Scripted

beforeEach(() => {
  at = new Scripted()
})

const paging = () => ({ clock: at.clock, limitMs: 30_000, signal: new AbortController().signal })

async function read(start = driveFeed('d').start({ latest: false })): Promise<string[]> {
  const seen: string[] = []
  for await (const page of deltaPages(at.graph, driveFeed('d'), start, paging())) {
    if (!page.ok) seen.push(`failed: ${page.error.kind} ${page.error.code ?? ''}`.trim())
    else {
      const { items, next } = page.value
      seen.push(`${items.map(({ id }) => id).join(' ')} ${next.kind}`)
    }
  }
  return seen
}

test('page by page to the deltaLink, past empty pages', async () => {
  at.replies = [more([{ id: 'a' }], '1'), more([], '2'), done([{ id: 'b' }], '3')]
  expect(await read()).toEqual(['a more', ' more', 'b done'])
  expect(at.calls.slice(1).map(({ url }) => url)).toEqual([link('1'), link('2')])
})

test('odd drive ids stay one part of the path, and the options are asked for once', () => {
  expect(driveFeed('a/b?c#d').start({ latest: false })).toMatch(
    /^\/drives\/a%2Fb%3Fc%23d\/root\/delta\?\$select=id,/,
  )
  expect(driveFeed('b!x-Y_1').start({ latest: true })).toMatch(
    /^\/drives\/b!x-Y_1\/root\/delta\?\$select=[\w,]+&token=latest$/,
  )
})

test.each([
  ['a page that leads back', () => [more([], '1'), more([], '2'), more([], '1')], 3],
  ['a page that leads to itself', () => [more([], '1'), more([], '1')], 2],
  ['empty pages without end', () => Array.from({ length: 300 }, (_, n) => more([], `${n}`)), 200],
  [
    'the same page without end',
    () => Array.from({ length: 300 }, (_, n) => more([{ id: 'a' }], `${n}`)),
    201,
  ],
])('%s ends the reading', async (_, given, pages) => {
  at.replies = given()
  expect((await at.within(20, read())).slice(pages)).toEqual(['failed: malformed endlessPaging'])
})

test('a feed with something on each of two hundred thousand pages has no end', () => {
  const watch = new PageWatch('start')
  const item = (n: number) => [{ id: String(n) }] as never
  let pages = 0
  while (watch.waitMs(`page ${String(pages)}`, item(pages)) !== null) pages++
  expect(pages).toBe(199_999) // with the first one
})

test('pages that bring nothing are read ever more slowly, others without a pause', async () => {
  const full = Array.from({ length: 40 }, (_, n) => more([{ id: String(n) }], `f${n}`))
  at.replies = [...full, ...Array.from({ length: 300 }, (_, n) => more([], `e${n}`))]
  const reading = read()
  await at.clock.advance({ ms: 0 })
  expect(at.calls.length).toBeGreaterThanOrEqual(40)
  await at.clock.advance({ minutes: 1 })
  expect(at.calls.length).toBeLessThan(40 + 30)
  await at.within(20, reading)
})

test.each([
  ['neither link', json({ value: [] })],
  ['a link to elsewhere', json({ value: [], '@odata.deltaLink': 'https://evil.example/delta?token=x' })],
  ['a link that is none', json({ value: [], '@odata.nextLink': 'delta?token=x' })],
  ['neither value nor link', json({})],
])('%s is malformed', async (_, reply) => {
  at.replies = [reply]
  expect(await read()).toEqual(['failed: malformed'])
})

test.each([
  ['no value', json({ '@odata.deltaLink': link('1') })],
  ['a value of null', json({ value: null, '@odata.nextLink': link('1') })],
  ['an error among its entries', done([{ id: 'a' }, { error: { code: 'InternalServerError' } }], '1')],
  ['an error with an id', done([{ id: 'a', error: { code: 'InternalServerError' } }], '1')],
  ['an error with an id, as a text', done([{ id: 'a', error: 'InternalServerError' }], '1')],
  [
    'an error behind its entries',
    json({ value: [{ id: 'a' }], '@odata.deltaLink': link('1'), error: { code: 'InternalServerError' } }),
  ],
  ['an entry without id', more([{ id: 'a' }, { name: 'no id' }], '1')],
  ['an entry that is none', done([{ id: 'a' }, 7], '1')],
])('a page with %s is not whole', async (_, reply) => {
  at.replies = [reply]
  expect(await read()).toEqual(['failed: malformed notWhole'])
})

test('an error of null is none', async () => {
  at.replies = [json({ value: [{ id: 'a', error: null }], error: null, '@odata.deltaLink': link('1') })]
  expect(await read()).toEqual(['a done'])
})

test.each([null, ''])('a nextLink of %j is no link', async (nextLink) => {
  at.replies = [json({ value: [{ id: 'a' }], '@odata.nextLink': nextLink, '@odata.deltaLink': link('1') })]
  expect(await read()).toEqual(['a done'])
})

test('a dead token says where to start over, if that is ours', async () => {
  at.replies = [json({ error: { code: 'resyncRequired' } }, 410, { location: link('fresh') })]
  expect(await at.graph.get(link('old'), z.unknown())).toMatchObject({ error: { restartUrl: link('fresh') } })
  at.replies = [json({ error: { code: 'resyncRequired' } }, 410, { location: 'https://evil.example/' })]
  expect(await at.graph.get(link('old'), z.unknown())).toMatchObject({
    error: { kind: 'resync-required', restartUrl: null },
  })
})
