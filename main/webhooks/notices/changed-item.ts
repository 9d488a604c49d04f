import * as z from 'zod'
import { addressIn, fields, type Fields, nameIn } from '../../graph/untyped.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Clock } from '../../kit/clock.ts'
import { entryOf } from '../../kit/table.ts'

/** What one look at an item asks for, by row; others have nothing to show, or no page of their own. */
const wanted: Readonly<Record<string, string>> = {
  message: 'subject,from,webLink',
  event: 'subject,organizer,webLink',
}
const limitMs = 5_000

/** A resource as a notification names it, that can be asked for as it is (protocol.md 3.10). */
const plainPath = /^[\w\-.'()=@:!,%/ ]{1,2000}$/

/** What an item says and where it opens, as far as the notification brought it or one look finds out. Never rejects. */
export async function itemOf(
  graph: Graph,
  clock: Clock,
  change: {
    readonly row: string | null
    readonly resource: string | null
    readonly changeType: string | null
    readonly data: unknown
  },
): Promise<Fields> {
  const { row, resource, changeType, data } = change
  const sent = fields(data) ?? {}
  const select = entryOf(wanted, row)
  const isWhole = nameIn(sent.subject) !== null && linkOf(sent) !== null
  if (select === null || isWhole || resource === null || changeType === 'deleted') return sent
  if (!plainPath.test(resource) || resource.includes('..')) return sent
  const end = new AbortController()
  using _limit = clock.after(limitMs, () => end.abort())
  const found = await graph.get(`/${resource.replace(/^\//, '')}`, z.looseObject({}), {
    query: { $select: select },
    signal: end.signal,
  })
  return found.ok ? { ...found.value.body, ...sent } : sent
}

/** The page of an item; null: it has none. */
export function linkOf(item: Fields): string | null {
  const link = addressIn(item.webLink) ?? addressIn(item.webUrl)
  return link !== null && URL.parse(link)?.protocol === 'https:' ? link : null
}
