import { deltaPages } from '../graph/delta.ts'
import type { Actor, DriveItem } from '../graph/schemas.ts'
import type { Change } from '../history/change.ts'
import type { ChangeKind } from '../../preload/contract/kinds.ts'
import { dayMs } from '../kit/time.ts'
import { finishMs, isLockFile } from './change-kind.ts'
import { collapse, deltaSet } from './delta-set.ts'
import type { SetPart } from './drive-store.ts'
import { remembered } from './known-item.ts'
import { placed, type Reading } from './read-delta.ts'

/** What was done this long before following began is shown, and no more than so many of it. */
export const recentMs = 7 * dayMs
const mostRecent = 50
/** A busy week is not read to its end; its newest may lie behind it, so then the index has to find them. */
const mostPages = 20

/**
 * What an item's own times prove of the days before following: that it was made, or that something was done to it; null:
 * nothing. Folders follow what is inside them.
 */
function recentChange(item: DriveItem, followedAt: number): Change | null {
  const { createdAt, modifiedAt, kind: itemKind } = item
  if (item.deleted || itemKind === 'root' || item.name === null || isLockFile(item.name)) return null
  const isRecent = (time: number | null): time is number =>
    time !== null && time < followedAt && time >= followedAt - recentMs
  const isFinished = createdAt !== null && modifiedAt !== null && modifiedAt > createdAt + finishMs
  if (isRecent(createdAt) && (itemKind === 'folder' || !isFinished))
    return change(item, 'added', item.createdBy ?? item.modifiedBy, createdAt)
  if (!isRecent(modifiedAt) || itemKind === 'folder') return null
  return change(item, itemKind === 'entry' ? 'edited' : 'changed', item.modifiedBy, modifiedAt)
}

function change(item: DriveItem, kind: ChangeKind, who: Actor | null, at: number): Change {
  return {
    kind,
    itemId: item.id,
    itemKind: item.kind,
    name: item.name,
    oldName: null,
    parentId: item.parentId,
    who,
    at,
    size: item.size,
    sizeBefore: null,
    webUrl: item.webUrl,
    alongside: 0,
    detail: null,
  }
}

/** Gathers the items that were changed last before following began, in whatever order they come. */
export class RecentItems {
  readonly #followedAt: number
  readonly #items = new Map<string, DriveItem>()

  constructor(followedAt: number) {
    this.#followedAt = followedAt
  }

  /** Of what it was given, what was not among the newest so far is let go. */
  add(items: Iterable<DriveItem>): void {
    collapse(this.#items, items)
    if (this.#items.size <= 2 * mostRecent) return
    const kept = new Set(this.#newest().map(({ itemId }) => itemId))
    for (const id of this.#items.keys()) if (!kept.has(id)) this.#items.delete(id)
  }

  /** Their changes, newest first; of what is not followed, none. `around`: folders and notebooks that came with them. */
  changes(reading: Pick<Reading, 'store' | 'inScope'>, around: Iterable<DriveItem> = []): SetPart['judged'] {
    const items = new Map<string, DriveItem>()
    collapse(items, around)
    collapse(items, this.#items.values())
    const known = (id: string) => reading.store.known(id)
    const set = deltaSet(items, known)
    return this.#newest().flatMap((found) => {
      const item = items.get(found.itemId)
      if (!item || set.packageOf.has(found.itemId)) return []
      return placed(
        { id: item.id, before: null, after: remembered(item, null), change: found },
        { set, known },
        reading,
      )
    })
  }

  #newest(): readonly Change[] {
    return [...this.#items.values()]
      .flatMap((item) => recentChange(item, this.#followedAt) ?? [])
      .sort((a, b) => b.at - a.at)
      .slice(0, mostRecent)
  }
}

/** The recent changes of a drive whose feed can begin at a time (protocol.md 2.1); null: it says nothing, or too much. */
export async function readRecent(
  reading: Reading,
  start: string,
  followedAt: number,
): Promise<SetPart['judged'] | null> {
  const items = new Map<string, DriveItem>()
  let pages = 0
  for await (const page of deltaPages(reading.graph, reading.feed, start, reading)) {
    if (!page.ok || ++pages > mostPages) return null
    collapse(items, page.value.items)
    if (page.value.next.kind === 'done') break
  }
  const recent = new RecentItems(followedAt)
  recent.add(items.values())
  return recent.changes(reading, items.values())
}
