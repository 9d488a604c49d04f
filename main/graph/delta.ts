import * as z from 'zod'
import { fail, ok, type Result } from '../kit/result.ts'
import { graphError, type GraphError } from './graph-error.ts'
import type { Graph } from './graph.ts'
import { type DriveItem, parseItem } from './schemas.ts'
import { fields, type Fields, segment, sitePath, text } from './untyped.ts'

/** One page of what differs, and where to read on. */
export interface DeltaPage {
  readonly items: readonly DriveItem[]
  /** The server's clock, milliseconds since 1970. */
  readonly date: number | null
  readonly next: DeltaNext
}

export type DeltaNext =
  /** Opaque and to be used verbatim; both carry a token that never reaches a log. */
  { readonly kind: 'more'; readonly url: string } | { readonly kind: 'done'; readonly deltaLink: string }

/** A feed of changes: where it begins, and how its entries are read. */
export interface Feed {
  /** `latest` is from now on, else everything there is (protocol.md 2.1). */
  start(from: { readonly latest: boolean }): string
  readonly headers: Readonly<Record<string, string>>
  readonly parse: (entry: unknown) => DriveItem | null
}

const selected = [
  'id,name,size,file,folder,package,bundle,root,deleted,shared,remoteItem,malware,parentReference',
  'createdBy,createdDateTime,lastModifiedBy,lastModifiedDateTime,fileSystemInfo,eTag,cTag,webUrl',
].join(',')

/** The items are parsed one by one. */
const pageSchema = z.object({
  value: z.unknown().optional(),
  '@odata.nextLink': z.unknown().optional(),
  '@odata.deltaLink': z.unknown().optional(),
})

/** A page of Graph's own that something is missing from: whatever was stored after it would be lost. */
const notWhole = 'notWhole'

/** Was it a page that something is missing from? */
export const isNotWhole = ({ kind, code }: GraphError): boolean => kind === 'malformed' && code === notWhole

/** A server that never comes to an end: beyond the largest drive by far. */
const mostPages = 200_000
/** Pages in a row that bring nothing, or the same once more: some are usual (protocol.md 2.2), so many are not. */
const mostFruitless = 200

/** The feed of a drive's files and folders. */
export function driveFeed(driveId: string): Feed {
  const path = `/drives/${encodeURIComponent(driveId)}/root/delta?$select=${selected}`
  return {
    start: ({ latest }) => (latest ? `${path}&token=latest` : path),
    // Without it personal accounts hide shortcuts to other drives (protocol.md 2.1).
    headers: { Prefer: 'Include-Feature=AddToOneDrive' },
    parse: parseItem,
  }
}

/** Reads one page. */
export async function readDeltaPage(
  graph: Graph,
  { headers, parse }: Feed,
  pathOrUrl: string,
): Promise<Result<DeltaPage, GraphError>> {
  const reply = await graph.get(pathOrUrl, pageSchema, { headers })
  if (!reply.ok) return reply
  const { value, '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = reply.value.body
  const link = text(nextLink) ?? text(deltaLink)
  // A foreign link would take the token elsewhere, or be refused for ever once it is stored.
  if (link === null || !graph.owns(link)) return fail(graphError({ kind: 'malformed' }, { status: 200 }))
  const items = wholeItems(value, parse)
  if (items === null) return fail(graphError({ kind: 'malformed' }, { status: 200, code: notWhole }))
  const next: DeltaNext = text(nextLink) ? { kind: 'more', url: link } : { kind: 'done', deltaLink: link }
  return ok({ items, date: reply.value.date, next })
}

/** Every entry of a page; null where one is an error or has no id, for what came behind it may be missing. */
function wholeItems(value: unknown, parse: Feed['parse']): readonly DriveItem[] | null {
  if (!Array.isArray(value)) return null
  const items = value.map((entry: unknown) => (fields(fields(entry)?.error) ? null : parse(entry)))
  return items.includes(null) ? null : items.filter((item) => item !== null)
}

/** Reads from `start` to the deltaLink, page by page; a failure is the last thing it yields (protocol.md 2.2). */
export async function* deltaPages(
  graph: Graph,
  feed: Feed,
  start: string,
): AsyncGenerator<Result<DeltaPage, GraphError>, void> {
  const seen = new Set([start])
  let fruitless = 0
  let latest = ''
  for (let url = start; ;) {
    const page = await readDeltaPage(graph, feed, url)
    yield page
    if (!page.ok || page.value.next.kind === 'done') return
    url = page.value.next.url
    const ids = page.value.items.map(({ id }) => id).join(' ')
    fruitless = ids === '' || ids === latest ? fruitless + 1 : 0
    latest = ids
    if (seen.has(url) || seen.size >= mostPages || fruitless >= mostFruitless) {
      yield fail(graphError({ kind: 'malformed' }, { code: 'endlessPaging' }))
      return
    }
    seen.add(url)
  }
}

/** The feed of a list that is no library: its entries, as items without a folder (protocol.md 2.8). */
export function listFeed(siteId: string, listId: string): Feed {
  const path = `${sitePath(siteId)}/lists/${segment(listId)}/items/delta?$expand=fields`
  return {
    start: ({ latest }) => (latest ? `${path}&token=latest` : path),
    headers: {},
    parse: parseEntry,
  }
}

/** Reads one entry; null when it has no usable id. */
export function parseEntry(value: unknown): DriveItem | null {
  const entry = fields(value)
  const item = parseItem(entry && { ...entry, name: nameOf(entry) })
  return item && { ...item, parentId: null, kind: 'entry' }
}

/** Entries have no name: their title, their file's name, or how their address ends. */
function nameOf(entry: Fields): string | null {
  const columns = fields(entry.fields)
  return text(columns?.Title) ?? text(columns?.FileLeafRef) ?? lastSegment(text(entry.webUrl))
}

function lastSegment(webUrl: string | null): string | null {
  if (webUrl === null || !URL.canParse(webUrl)) return null
  const last = new URL(webUrl).pathname.split('/').findLast((part) => part !== '') ?? null
  try {
    return last && decodeURIComponent(last)
  } catch {
    return last
  }
}
