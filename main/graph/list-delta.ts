import type { Feed } from './delta.ts'
import { fields, text, type Fields } from './untyped.ts'
import { parseItem, type DriveItem } from './schemas.ts'
import { segment, sitePath } from './paths.ts'

/** The feed of a list that is no library: its entries, as items without a folder (graph.md 2.8). */
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
