import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { deltaPages, driveFeed } from '../../../main/graph/delta.ts'
import { json, own, Scripted } from './scripted.ts'

const link = (token: string) => `${own}/v1.0/drives/d/root/delta?token=${token}`
const more = (value: unknown[], token: string) => json({ value, '@odata.nextLink': link(token) })
const done = (value: unknown[], token: string) => json({ value, '@odata.deltaLink': link(token) })

let at: Scripted

beforeEach(() => {
  at = new Scripted()
})

async function read(start = driveFeed('d').start({ latest: false })): Promise<string[]> {
  const seen: string[] = []
  for await (const page of deltaPages(at.graph, driveFeed('d'), start)) {
    if (!page.ok) seen.push(`failed: ${page.error.kind} ${page.error.code ?? ''}`.trim())
    else {
      const { items, skipped, next } = page.value
      seen.push(`${items.map(({ id }) => id).join(' ')} (${String(skipped)}) ${next.kind}`)
    }
  }
  return seen
}

test('page by page to the deltaLink, past empty pages and broken items', async () => {
  at.replies = [more([{ id: 'a' }, { name: 'no id' }], '1'), more([], '2'), done([{ id: 'b' }, 7], '3')]
  expect(await read()).toEqual(['a (1) more', ' (0) more', 'b (1) done'])
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
  expect((await read()).slice(pages)).toEqual(['failed: malformed endlessPaging'])
})

test.each([
  ['neither link', json({ value: [] })],
  ['a link to elsewhere', json({ value: [], '@odata.deltaLink': 'https://evil.example/delta?token=x' })],
  ['a link that is none', json({ value: [], '@odata.nextLink': 'delta?token=x' })],
  ['no value', json({ '@odata.deltaLink': link('1') })],
])('%s is malformed', async (_, reply) => {
  at.replies = [reply]
  expect(await read()).toEqual(['failed: malformed'])
})

test('a dead token says where to start over, if that is ours', async () => {
  at.replies = [json({ error: { code: 'resyncRequired' } }, 410, { location: link('fresh') })]
  expect(await at.graph.get(link('old'), z.unknown())).toMatchObject({ error: { restartUrl: link('fresh') } })
  at.replies = [json({ error: { code: 'resyncRequired' } }, 410, { location: 'https://evil.example/' })]
  expect(await at.graph.get(link('old'), z.unknown())).toMatchObject({
    error: { kind: 'resync-required', restartUrl: null },
  })
})
