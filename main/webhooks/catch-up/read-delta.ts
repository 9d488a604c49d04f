import * as z from 'zod'
import { fields, idIn } from '../../graph/untyped.ts'
import type { Graph } from '../../graph/graph.ts'
import { graphError, type GraphError } from '../../graph/graph-error.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { DeltaLink } from './delta-links.ts'
import type { DeltaSource } from './delta-sources.ts'

/** What changed in one part, and since when that part was not read. */
interface PartRead {
  /** Null: this part was never read before. */
  readonly since: number | null
  readonly items: readonly unknown[]
}

/** What was read, with the links to read on. */
interface DeltaRead {
  readonly parts: readonly PartRead[]
  readonly links: ReadonlyMap<string, DeltaLink>
}

const pageSchema = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.nullish(z.string()),
  '@odata.deltaLink': z.nullish(z.string()),
})
const mostPages = 500
const onePart = 'all'

/** Reads what changed since the links; what has none yet is read from its beginning, which is no change. */
export async function readDelta(
  graph: Graph,
  source: DeltaSource,
  links: ReadonlyMap<string, DeltaLink>,
  now: number,
  signal: AbortSignal,
): Promise<Result<DeltaRead, GraphError>> {
  const firsts = await firstLinks(graph, source, signal)
  if (!firsts.ok) return firsts
  const parts: PartRead[] = []
  const next = new Map<string, DeltaLink>()
  for (const [part, first] of firsts.value) {
    const before = links.get(part)
    const read = await readPages(graph, before?.link ?? first, signal)
    if (!read.ok) return read
    parts.push({ since: before?.readAt ?? null, items: read.value.items })
    next.set(part, { link: read.value.link, readAt: now })
  }
  return ok({ parts, links: next })
}

async function firstLinks(
  graph: Graph,
  source: DeltaSource,
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, GraphError>> {
  if (source.kind !== 'folders') return ok(new Map([[onePart, source.first]]))
  const folders = await readPages(graph, source.list, signal)
  if (!folders.ok) return folders
  const ids = folders.value.items.flatMap((folder) => idIn(fields(folder)?.id) ?? [])
  return ok(new Map(ids.map((id) => [id, source.first(encodeURIComponent(id))])))
}

async function readPages(
  graph: Graph,
  first: string,
  signal: AbortSignal,
): Promise<Result<{ readonly items: readonly unknown[]; readonly link: string }, GraphError>> {
  const items: unknown[] = []
  const headers = { Prefer: 'odata.maxpagesize=200' }
  let link = first
  for (let page = 0; page < mostPages; page++) {
    const read = await graph.get(link, pageSchema, { headers, signal })
    if (!read.ok) return read
    const { value, '@odata.nextLink': next, '@odata.deltaLink': delta } = read.value.body
    items.push(...value)
    if (delta) return ok({ items, link: delta })
    if (!next) break
    link = next
  }
  return fail(graphError({ kind: 'malformed' }))
}
