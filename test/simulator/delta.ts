import { decodeCursor, encodeCursor, type Cursor } from './delta-token.ts'
import type { Drive } from './drive.ts'
import type { Item } from './item.ts'
import type { ItemView } from './item-view.ts'
import type { Switches } from './switches.ts'

/** What a client asked for. */
export interface DeltaQuery {
  readonly token: string | null
  readonly top: number | null
  /** Property names, comma separated; everything when empty. */
  readonly select: string
  readonly excludeParent: boolean
}

/** What makes a drive's delta differ from a list's. */
export interface DeltaShape {
  readonly view: (item: Item) => ItemView
  /** Whether the root and the folders above are told, too. */
  readonly folders: boolean
  /** All is told, or this folder and what is in it. */
  readonly within: string | null
}

/** One page, or why there is none (protocol.md 2.2, 2.3). */
export type DeltaAnswer =
  | {
      readonly kind: 'page'
      readonly value: readonly ItemView[]
      readonly link: 'next' | 'delta'
      readonly token: string
      /** It lists what is there, not what changed. */
      readonly isEnumeration: boolean
    }
  | { readonly kind: 'gone'; readonly code: string; readonly restart: string | null }
  | { readonly kind: 'refused'; readonly message: string }

/** Answers one delta request: tokens are numbers of acts, so any earlier one can be asked again. */
export function answerDelta(
  drive: Drive,
  query: DeltaQuery,
  how: Switches['delta'],
  now: number,
  shape: DeltaShape,
): DeltaAnswer {
  const horizon = drive.settle(now - how.lagMs)
  const cursor = cursorFor(drive, query, how, horizon)
  if (typeof cursor === 'string') return { kind: 'refused', message: cursor }
  if (cursor.generation < drive.generation) {
    const restart = encodeCursor(enumeration(drive, cursor, horizon))
    return { kind: 'gone', code: drive.forgotten.code, restart: drive.forgotten.location ? restart : null }
  }
  const bounded: Cursor = cursor.kind === 'open' ? { ...cursor, kind: 'since', to: horizon } : cursor
  return page(drive, bounded, how, { ...shape, echo: shape.folders && !query.excludeParent })
}

function cursorFor(
  drive: Drive,
  query: DeltaQuery,
  how: Switches['delta'],
  horizon: number,
): Cursor | string {
  const { token } = query
  const asked = { top: Math.min(query.top ?? how.pageSize, 5000), select: query.select }
  if (token === null) return enumeration(drive, asked, horizon)
  const start = {
    drive: drive.id,
    generation: drive.generation,
    ...asked,
    to: 0,
    offset: 0,
    blankSent: false,
  }
  if (token === 'latest') return { ...start, kind: 'since', from: horizon, to: horizon }
  if (/^\d{4}-\d\d-\d\dT/.test(token)) {
    const time = Date.parse(token)
    if (drive.facts.kind === 'personal' || Number.isNaN(time)) return 'The timestamp token is not supported.'
    const from = drive.acts.findIndex((act) => act.at > time)
    return { ...start, kind: 'open', from: from === -1 ? horizon : Math.min(from, horizon) }
  }
  const cursor = decodeCursor(token)
  return cursor?.drive === drive.id ? cursor : 'The token is not valid.'
}

function enumeration(drive: Drive, asked: { top: number; select: string }, horizon: number): Cursor {
  const { top, select } = asked
  const bounds = { from: horizon, to: drive.order.length, offset: 0, blankSent: false }
  return { drive: drive.id, generation: drive.generation, kind: 'all', ...bounds, top, select }
}

function page(
  drive: Drive,
  cursor: Cursor,
  how: Switches['delta'],
  shape: DeltaShape & { echo: boolean },
): DeltaAnswer {
  const end = cursor.offset + cursor.top
  const all =
    cursor.kind === 'all' ? null : within(drive, shape.within, changedItems(drive, cursor, how.duplicates))
  const last = end >= (all?.length ?? cursor.to)
  if (last && how.emptyMiddlePage && !cursor.blankSent) {
    const token = encodeCursor({ ...cursor, blankSent: true })
    return { kind: 'page', value: [], link: 'next', token, isEnumeration: all === null }
  }
  const found = all
    ? all.slice(cursor.offset, end)
    : within(drive, shape.within, enumerated(drive, cursor, end))
  const items = shape.folders ? found : found.filter(({ kind }) => kind !== 'root')
  const echo = all && shape.echo ? within(drive, shape.within, echoOf(drive, items)) : []
  const listed = [...echo, ...(how.reversed && !how.duplicates ? items.toReversed() : items)]
  const value = listed.map((item) => selected(shape.view(item), cursor.select))
  const rest = { ...cursor, offset: end }
  const isEnumeration = all === null
  if (!last) return { kind: 'page', value, link: 'next', token: encodeCursor(rest), isEnumeration }
  const from = cursor.kind === 'all' ? cursor.from : cursor.to
  const token = encodeCursor({ ...cursor, kind: 'open', from, to: 0, offset: 0, blankSent: false })
  return { kind: 'page', value, link: 'delta', token, isEnumeration }
}

function enumerated(drive: Drive, cursor: Cursor, end: number): Item[] {
  const ids = drive.order.slice(cursor.offset, Math.min(end, cursor.to))
  return ids.flatMap((id) => drive.seen.get(id) ?? [])
}

/** The items changed between two acts in their last state there, or in each state in order. */
function changedItems(drive: Drive, cursor: Cursor, everyState: boolean): Item[] {
  const states = drive.acts.slice(cursor.from, cursor.to).map((act) => act.item)
  if (everyState) return states
  const last = new Map<string, Item>()
  for (const item of states) {
    last.delete(item.id)
    last.set(item.id, item)
  }
  return [...last.values()]
}

/** What of it is in a folder; what was moved out of it is gone from there. */
function within(drive: Drive, folder: string | null, items: readonly Item[]): Item[] {
  if (folder === null) return [...items]
  const isIn = (item: Item) => {
    for (
      let at: Item | undefined = item;
      at;
      at = drive.items.get(at.parentId ?? '') ?? drive.bin.get(at.parentId ?? '')
    )
      if (at.id === folder) return true
    return false
  }
  return items.flatMap((item) => {
    if (isIn(item)) return [item]
    const left = drive.acts.findLast(
      ({ item: { id }, before }) => id === item.id && before !== null && isIn(before),
    )
    return left ? [{ ...item, parentId: left.before?.parentId ?? null, deletedAt: left.at }] : []
  })
}

/** The root and the folders above a page's items, although unchanged (protocol.md 2.4). */
function echoOf(drive: Drive, items: readonly Item[]): Item[] {
  const listed = new Set(items.map((item) => item.id))
  const folders = new Map<string, Item>()
  for (const item of items) {
    for (const folder of drive.above(item, drive.seen))
      if (!listed.has(folder.id)) folders.set(folder.id, folder)
  }
  return [...folders.values()].toReversed()
}

/** `*` is everything but `fields`, which a client must name to get (protocol.md 2.8). */
function selected(view: ItemView, select: string): ItemView {
  if (select === '') return view
  const names = new Set(['id', ...select.split(',')])
  const wanted = (name: string) => names.has(name) || (names.has('*') && name !== 'fields')
  return Object.fromEntries(Object.entries(view).filter(([name]) => wanted(name)))
}
