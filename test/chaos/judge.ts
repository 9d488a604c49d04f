import { canonicalItemId } from '../../main/drive/known-item.ts'
import type { StoredChange } from '../../main/history/stored-change.ts'
import type { Act, Item } from '../simulator/item.ts'
import type { Watched } from './record.ts'

/** What the simulator's own record says against what Drivebell told. */
export interface Verdicts {
  readonly lost: readonly string[]
  readonly invented: readonly string[]
}

interface Facts {
  readonly name: string | null
  readonly parentId: string | null
  readonly size: number | null
}

/** A row, and how many acts of its drive were over when it was written. */
interface Row extends StoredChange {
  readonly writtenAt: number
}

/** An act, and its number in the drive. */
interface Numbered extends Act {
  readonly number: number
}

/** Judges one drive at the end of all trouble. */
export function judge(
  { drive, subscriptionId, from, items }: Watched,
  changes: readonly StoredChange[],
  writtenAt: ReadonlyMap<number, number>,
): Verdicts {
  const rows = grouped(
    changes
      .filter((change) => change.subscriptionId === subscriptionId)
      .map((change) => ({ ...change, writtenAt: writtenAt.get(Number(change.id)) ?? 0 }))
      .sort((a, b) => Number(a.id) - Number(b.id)),
    ({ itemId }) => canonicalItemId(itemId),
  )
  const acts = grouped(
    drive.acts
      .map((act, number) => ({ ...act, number }))
      .slice(from)
      .filter(({ item, before }) => item !== before),
    ({ item }) => canonicalItemId(item.id),
  )
  const rowsOf = (id: string | null) => (id === null ? [] : (rows.get(canonicalItemId(id)) ?? []))
  const now = (id: string | null) => (id === null ? undefined : (drive.items.get(id) ?? drive.bin.get(id)))
  const stateAt = (id: string, number: number) =>
    acts.get(canonicalItemId(id))?.findLast((act) => act.number <= number)?.item ?? items.get(id)
  /** The folders around an item after so many acts. */
  const upward = (id: string, number: number): readonly Item[] => {
    const folders: Item[] = []
    for (let at = stateAt(id, number); at?.parentId;) {
      at = stateAt(at.parentId, number)
      if (at) folders.push(at)
    }
    return folders
  }
  /** Was the item itself then as it is told of the folder around it? */
  const isAsTold = ({ id }: Item, { kind, writtenAt: at }: Row): boolean =>
    kind === 'deleted' || (stateAt(id, at - 1)?.deletedAt ?? null) === null
  /** When a folder around it, wherever it was, was told as this after so many acts; 0: never. */
  const coveredAt = (item: Item, kind: StoredChange['kind'], after: number): number => {
    const done = acts.get(canonicalItemId(item.id)) ?? []
    const times = [...done.map(({ number }) => number), drive.acts.length]
    const folders = new Set(times.flatMap((number) => upward(item.id, number).map(({ id }) => id)))
    let latest = 0
    for (const folder of folders)
      for (const row of rowsOf(folder))
        if (row.kind === kind && row.writtenAt > after && isAsTold(item, row))
          latest = Math.max(latest, row.writtenAt)
    return latest
  }
  const replacing = [...rows.values()].flat().filter(({ kind }) => kind === 'replaced')
  const replacedAt = ({ name, parentId }: Item, after: number): readonly number[] =>
    replacing
      .filter((row) => row.name === name && isSameId(row.parentId, parentId) && row.writtenAt > after)
      .map((row) => row.writtenAt)
  /** Did a feed that lags show what the item has from a shared folder around it before it showed the folder? */
  const isAhead = ({ itemId, id: ahead }: Row): boolean => {
    const item = acts.get(canonicalItemId(itemId))?.[0]?.item
    const folders = item ? upward(item.id, drive.acts.length) : []
    return folders
      .filter(({ id }) => acts.get(canonicalItemId(id))?.some(isSharing))
      .some(({ id }) => rowsOf(id).some((row) => Number(row.id) > Number(ahead)))
  }
  const lost: string[] = []
  const invented: string[] = []
  for (const [id, done] of acts) {
    const item = now(done[0]?.item.id ?? null)
    if (!item) continue
    const told = rowsOf(id)
    const known = items.get(item.id) ?? null
    const isBelowShared = (number: number) => upward(item.id, number).some(({ sharing }) => sharing)
    const why = whyLost({ item, done, told, known, coveredAt, replacedAt, isBelowShared, drive })
    if (why !== null) lost.push(`${why}: ${item.name}${storyOf(done, told)}`)
  }
  for (const row of [...rows.values()].flat())
    if (row.verdict === null) lost.push(`never told: ${row.kind} ${row.name}`)
  for (const [id, told] of rows)
    for (const what of whatIsInvented(told, acts.get(id) ?? [], isAhead))
      invented.push(`${what}${storyOf(acts.get(id) ?? [], told)}`)
  return { lost, invented }
}

/** What happened to an item, and what was told of it. */
function storyOf(done: readonly Numbered[], told: readonly Row[]): string {
  const acts = done.map(({ number, by, item, before }) => {
    const what = [
      [isCreation, 'adds'],
      [isDeletion, 'deletes'],
      [isRestore, 'restores'],
      [isRename, 'renames'],
      [isMove, 'moves'],
      [isSharing, 'shares'],
      [isEdit, 'edits'],
    ] as const
    const names = what.filter(([is]) => is({ item, before } as Act)).map(([, name]) => name)
    return `    ${number}: ${by.name} ${names.join(' and ') || 'touches'} ${item.name}, ${item.size} bytes`
  })
  const rows = told.map(
    ({ id, writtenAt, who, kind, name, size, times, verdict, missed }) =>
      `    row ${id} after ${writtenAt}: ${who?.name ?? 'someone'} ${kind} ${name}, ${size} bytes, ${times} times, ${verdict}${missed ? `, ${missed.cause}` : ''}`,
  )
  return ['', ...acts, ...rows].join('\n')
}

interface Case {
  readonly item: Item
  readonly done: readonly Numbered[]
  readonly told: readonly Row[]
  readonly known: Item | null
  readonly coveredAt: (item: Item, kind: StoredChange['kind'], after: number) => number
  /** When it was told that something took its place, after so many acts. */
  readonly replacedAt: (item: Item, after: number) => readonly number[]
  /** Was a folder around it shared after so many acts? */
  readonly isBelowShared: (number: number) => boolean
  readonly drive: Watched['drive']
}

function whyLost({
  item,
  done,
  told,
  known,
  coveredAt,
  replacedAt,
  isBelowShared,
  drive,
}: Case): string | null {
  const last = told.at(-1)
  const seen: Facts | null = told.findLast(({ kind }) => kind !== 'deleted') ?? known
  if (item.deletedAt !== null) {
    const gone = done.filter(isDeletion).map(({ number }) => number)
    const first = gone[0] ?? 0
    const toldGone = Math.max(
      coveredAt(item, 'deleted', first),
      ...replacedAt(item, first),
      ...told.flatMap(({ kind, writtenAt }) => (kind === 'deleted' && writtenAt > first ? writtenAt : [])),
    )
    const toldThere = Math.max(
      coveredAt(item, 'restored', done.find(isRestore)?.number ?? Infinity),
      ...told.flatMap(({ kind, writtenAt }) => (kind === 'deleted' ? [] : writtenAt)),
    )
    return seen === null || (toldGone > 0 && toldGone >= toldThere) ? null : 'deletion lost'
  }
  const back = done.findLast(isRestore)
  const isBack = back !== undefined && coveredAt(item, 'restored', back.number) > 0
  if (seen === null) return isBack ? null : 'addition lost'
  if (last?.kind === 'deleted' && !isBack) return 'restoring lost'
  if (seen.name?.normalize() !== item.name.normalize()) return `name lost, still ${seen.name}`
  if (seen.parentId !== null && !isSameId(seen.parentId, item.parentId)) return 'move lost'
  if (item.kind === 'file' && seen.size !== null && seen.size !== item.size) return 'edit lost'
  return isSharingLost({ item, done, told, drive, known, isBelowShared }) ? 'sharing lost' : null
}

const isSameId = (a: string | null, b: string | null): boolean =>
  canonicalItemId(a ?? '') === canonicalItemId(b ?? '')

/** What is below a shared folder carries its sharing: there nobody can tell. */
function isSharingLost({
  item,
  done,
  told,
  drive,
  known,
  isBelowShared,
}: Omit<Case, 'coveredAt' | 'replacedAt'>): boolean {
  const shared = done.findLast(isSharing)
  const last = told.at(-1)?.writtenAt ?? 0
  if (!shared || last > shared.number) return false
  for (let at = shared.number; at <= drive.acts.length; at++) if (isBelowShared(at)) return false
  const then = done.findLast(({ number }) => number < last)?.item ?? known
  return (then?.sharing ?? null) !== item.sharing
}

const isCreation = ({ before }: Act) => before === null
const isDeletion = ({ item, before }: Act) => item.deletedAt !== null && before?.deletedAt === null
const isRestore = ({ item, before }: Act) => item.deletedAt === null && (before?.deletedAt ?? null) !== null
const isRename = ({ item, before }: Act) => before !== null && item.name !== before.name
const isMove = ({ item, before }: Act) => before !== null && item.parentId !== before.parentId
const isSharing = ({ item, before }: Act) => before !== null && item.sharing !== before.sharing
/** Saved, or touched and nothing else: what was touched need not be told, and may be. */
const isEdit = ({ item, before }: Act) =>
  before !== null &&
  (item.contentVersion !== before.contentVersion ||
    (item.kind === 'album' && item.childCount !== before.childCount) ||
    (item.modifiedAt !== before.modifiedAt && item.name === before.name && item.parentId === before.parentId))

/**
 * Moved or renamed to where it was before. Who saw neither way, in a feed without cTags, sees a file that was saved later
 * (protocol.md 2.6).
 */
const isReturn = ({ number, item }: Numbered, acts: readonly Numbered[]) =>
  acts.some(
    ({ number: earlier, before }) =>
      earlier < number && before?.name === item.name && before.parentId === item.parentId,
  )

/** Which acts a row of a kind can stand for: each act is told once at most. */
const grounds: Partial<Record<StoredChange['kind'], readonly (readonly [string, (act: Act) => boolean])[]>> =
  {
    added: [['creation', isCreation]],
    replaced: [['creation', isCreation]],
    deleted: [['deletion', isDeletion]],
    restored: [['restore', isRestore]],
    renamed: [['rename', isRename]],
    moved: [['move', isMove]],
    'moved-and-renamed': [
      ['rename', isRename],
      ['move', isMove],
    ],
    edited: [['edit', isEdit]],
    shared: [['sharing', isSharing]],
    unshared: [['sharing', isSharing]],
    'sharing-changed': [['sharing', isSharing]],
    changed: [['act', () => true]],
    appeared: [['act', () => true]],
  }

function whatIsInvented(
  rows: readonly Row[],
  acts: readonly Numbered[],
  isAhead: (row: Row) => boolean,
): string[] {
  const counts = new Map<string, { n: number; most: number; rows: string[] }>()
  const invented: string[] = []
  const people = new Set(acts.map(({ by }) => by.name))
  /** A copy says who made what it is a copy of. */
  const authors = new Set(acts.map(({ item }) => item.createdBy.name))
  for (const row of rows) {
    const { kind, name, times, who } = row
    if (kind === 'shared' && isAhead(row)) continue
    const isAuthor = (kind === 'added' || kind === 'replaced') && authors.has(who?.name ?? '')
    if (who?.name && !isAuthor && !people.has(who.name))
      invented.push(`the wrong person: ${who.name} ${kind} ${name}`)
    const all = grounds[kind]
    if (!all) invented.push(`${kind} ${name}`)
    for (const [what, isGround] of all ?? []) {
      const most = acts.filter((act) => isGround(act) || (kind === 'edited' && isReturn(act, acts))).length
      const count = counts.get(what) ?? { n: 0, most, rows: [] }
      count.n += times
      count.rows.push(`${kind} ${name}`)
      counts.set(what, count)
    }
  }
  for (const [what, { n, most, rows: told }] of counts)
    if (n > most) invented.push(`${n} of ${most} by ${what}: ${told.join(', ')}`)
  return invented
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(all, keyOf)
}
