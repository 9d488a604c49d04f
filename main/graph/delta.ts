import * as z from 'zod'
import { backoffMs } from '../kit/backoff.ts'
import { type Clock, pause } from '../kit/clock.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { secondMs } from '../kit/time.ts'
import { graphError, type GraphError } from './graph-error.ts'
import type { GetOptions, Graph } from './graph.ts'
import { type DriveItem, parseItem } from './schemas.ts'
import { isError } from './answer.ts'
import { addressIn, type Fields, fields, nameIn, segment, sitePath, text } from './untyped.ts'

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
  /** What it is a feed of: does that answer when the feed does not? */
  readonly itself: string
  /** `latest` is from now on, else everything there is (protocol.md 2.1). */
  start(from: { readonly latest: boolean }): string
  /** From a time on, as work drives tell it; null: it cannot (protocol.md 2.1). */
  readonly since: ((time: number) => string) | null
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
  error: z.unknown().optional(),
  '@odata.nextLink': z.unknown().optional(),
  '@odata.deltaLink': z.unknown().optional(),
})

/** A page of Graph's own that something is missing from: whatever was stored after it would be lost. */
const notWhole = 'notWhole'

/** A server that never comes to an end: beyond the largest drive by far. */
const mostPages = 200_000
/** Pages in a row that bring nothing, or the same once more: some are usual (protocol.md 2.2), so many are not. */
const mostFruitless = 200
/** So many are read at once; then ever more slowly. */
const usualFruitless = 5
const fruitlessPace = { firstMs: 200, maxMs: 5 * secondMs }

/** The feed of a drive's files and folders. */
export function driveFeed(driveId: string): Feed {
  const drive = `/drives/${segment(driveId)}`
  return itemFeed(drive, `${drive}/root`)
}

/** The feed of a folder and what is in it, for who may not read the drive around it: personal drives have one (protocol.md 2.1). */
export function folderFeed(driveId: string, itemId: string): Feed {
  const folder = `/drives/${segment(driveId)}/items/${segment(itemId)}`
  return itemFeed(folder, folder)
}

function itemFeed(itself: string, top: string): Feed {
  const path = `${top}/delta?$select=${selected}`
  return {
    itself: `${itself}?$select=id`,
    start: ({ latest }) => (latest ? `${path}&token=latest` : path),
    // whole seconds, as the documents write it
    since: (time) => `${path}&token=${encodeURIComponent(new Date(time).toISOString().replace(/\.\d+/, ''))}`,
    // Without it personal accounts hide shortcuts to other drives (protocol.md 2.1).
    headers: { Prefer: 'Include-Feature=AddToOneDrive' },
    parse: parseItem,
  }
}

/** Does what the feed is of answer? */
export async function answersItself(graph: Graph, { itself }: Feed): Promise<Result<null, GraphError>> {
  const reply = await graph.get(itself, z.looseObject({}))
  return reply.ok ? ok(null) : reply
}

/** Reads one page. */
export async function readDeltaPage(
  graph: Graph,
  { headers, parse }: Feed,
  pathOrUrl: string,
  { limitMs }: Pick<GetOptions, 'limitMs'> = {},
): Promise<Result<DeltaPage, GraphError>> {
  const reply = await graph.get(pathOrUrl, pageSchema, { headers, ...(limitMs && { limitMs }) })
  if (!reply.ok) return reply
  const { value, error, '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = reply.value.body
  const link = text(nextLink) ?? text(deltaLink)
  // A foreign link would take the token elsewhere, or be refused for ever once it is stored.
  if (link === null || !graph.owns(link)) return fail(graphError({ kind: 'malformed' }, { status: 200 }))
  const items = isError(error) ? null : wholeItems(value, parse)
  if (items === null) return fail(graphError({ kind: 'malformed' }, { status: 200, code: notWhole }))
  const next: DeltaNext = text(nextLink) ? { kind: 'more', url: link } : { kind: 'done', deltaLink: link }
  return ok({ items, date: reply.value.date, next })
}

/** Every entry of a page; null where one is an error or has no id, for what came behind it may be missing. */
function wholeItems(value: unknown, parse: Feed['parse']): readonly DriveItem[] | null {
  if (!Array.isArray(value)) return null
  const items = value.map((entry: unknown) => (isError(fields(entry)?.error) ? null : parse(entry)))
  return items.includes(null) ? null : items.filter((item) => item !== null)
}

/** Notices a feed that never comes to an end, and slows down before it is sure. */
export class PageWatch {
  readonly #seen: Set<string>
  #fruitless = 0
  #latest = ''

  constructor(start: string) {
    this.#seen = new Set([start])
  }

  /** How long to wait before the page after this one, which is at `url`; null: there is no end. */
  waitMs(url: string, items: readonly DriveItem[]): number | null {
    const ids = items.map(({ id }) => id).join(' ')
    this.#fruitless = ids === '' || ids === this.#latest ? this.#fruitless + 1 : 0
    this.#latest = ids
    const isEndless = this.#seen.has(url) || this.#seen.size >= mostPages || this.#fruitless >= mostFruitless
    this.#seen.add(url)
    if (isEndless) return null
    return this.#fruitless < usualFruitless
      ? 0
      : backoffMs(fruitlessPace, this.#fruitless - usualFruitless, 0.5)
  }
}

/** What a feed that has no end comes to. */
export const endless = graphError({ kind: 'malformed' }, { code: 'endlessPaging' })

/** How pages are read. */
export interface Paging {
  readonly clock: Clock
  readonly limitMs: number
  readonly signal: AbortSignal
}

/** Reads from `start` to the deltaLink, page by page; a failure is the last thing it yields (protocol.md 2.2). */
export async function* deltaPages(
  graph: Graph,
  feed: Feed,
  start: string,
  { clock, limitMs, signal }: Paging,
): AsyncGenerator<Result<DeltaPage, GraphError>, void> {
  const watch = new PageWatch(start)
  for (let url = start; ;) {
    const page = await readDeltaPage(graph, feed, url, { limitMs })
    yield page
    if (!page.ok || page.value.next.kind === 'done') return
    url = page.value.next.url
    const waitMs = watch.waitMs(url, page.value.items)
    if (waitMs === null) {
      yield fail(endless)
      return
    }
    if (waitMs > 0) await pause(clock, waitMs, signal)
  }
}

/** The feed of a list that is no library: its entries, as items without a folder (protocol.md 2.8). */
export function listFeed(siteId: string, listId: string): Feed {
  const list = `${sitePath(siteId)}/lists/${segment(listId)}`
  const path = `${list}/items/delta?$expand=fields`
  return {
    itself: `${list}?$select=id`,
    start: ({ latest }) => (latest ? `${path}&token=latest` : path),
    since: null,
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

/** A file that only stands for an entry without one. */
const placeholder = /^\d+_\.000$/

/** Entries have no name: their title, their file's name, or how their address ends. */
function nameOf(entry: Fields): string | null {
  const columns = fields(entry.fields)
  const name = nameIn(columns?.Title) ?? nameIn(columns?.FileLeafRef) ?? lastSegment(addressIn(entry.webUrl))
  return name !== null && placeholder.test(name) ? null : name
}

function lastSegment(webUrl: string | null): string | null {
  const url = webUrl === null ? null : URL.parse(webUrl)
  const last = url?.pathname.split('/').findLast((part) => part !== '') ?? null
  try {
    return last && decodeURIComponent(last)
  } catch {
    return last
  }
}
