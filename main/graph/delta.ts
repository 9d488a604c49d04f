import * as z from 'zod'
import { fail, ok, type Result } from '../kit/result.ts'
import { graphError, type GraphError } from './graph-error.ts'
import type { Graph } from './graph.ts'
import { parseItem, type DriveItem } from './schemas.ts'

/** One page of what differs, and where to read on. */
export interface DeltaPage {
  readonly items: readonly DriveItem[]
  /** Entries that could not be read. */
  readonly skipped: number
  /** The server's clock, milliseconds since 1970. */
  readonly date: number | null
  readonly next: DeltaNext
}

export type DeltaNext =
  /** Opaque and to be used verbatim; both carry a token that never reaches a log. */
  { readonly kind: 'more'; readonly url: string } | { readonly kind: 'done'; readonly deltaLink: string }

const selected = [
  'id,name,size,file,folder,package,root,deleted,shared,remoteItem,malware,parentReference',
  'createdBy,createdDateTime,lastModifiedBy,lastModifiedDateTime,fileSystemInfo,eTag,cTag,webUrl',
].join(',')

/** The items are parsed one by one, so that a broken one never hides the rest. */
const pageSchema = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
})

/** Without it personal accounts hide shortcuts to other drives (graph.md 2.1). */
const headers = { Prefer: 'Include-Feature=AddToOneDrive' }

/** A server that never comes to an end: beyond the largest drive by far. */
const mostPages = 200_000

/** Where a drive's delta begins: `latest` is from now on, else everything there is (graph.md 2.1). */
export function deltaStart(driveId: string, { latest }: { latest: boolean }): string {
  const path = `/drives/${encodeURIComponent(driveId)}/root/delta`
  return `${path}?$select=${selected}${latest ? '&token=latest' : ''}`
}

/** Reads one page. */
export async function readDeltaPage(graph: Graph, pathOrUrl: string): Promise<Result<DeltaPage, GraphError>> {
  const reply = await graph.get(pathOrUrl, pageSchema, { headers })
  if (!reply.ok) return reply
  const { value, '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = reply.value.body
  const link = nextLink ?? deltaLink
  // A foreign link would take the token elsewhere, or be refused for ever once it is stored.
  if (link === undefined || !graph.owns(link)) return fail(graphError({ kind: 'malformed' }, { status: 200 }))
  const items = value.map(parseItem).filter((item) => item !== null)
  const next: DeltaNext = nextLink ? { kind: 'more', url: link } : { kind: 'done', deltaLink: link }
  return ok({ items, skipped: value.length - items.length, date: reply.value.date, next })
}

/** Reads from `start` to the deltaLink, page by page; a failure is the last thing it yields (graph.md 2.2). */
export async function* deltaPages(
  graph: Graph,
  start: string,
): AsyncGenerator<Result<DeltaPage, GraphError>, void> {
  const seen = new Set([start])
  for (let url = start; ;) {
    const page = await readDeltaPage(graph, url)
    yield page
    if (!page.ok || page.value.next.kind === 'done') return
    url = page.value.next.url
    if (seen.has(url) || seen.size >= mostPages) {
      yield fail(graphError({ kind: 'malformed' }, { code: 'endlessPaging' }))
      return
    }
    seen.add(url)
  }
}
