import { readableName } from '../../preload/words/readable-name.ts'
import type { Database, SqlRow } from './database.ts'

/** A change of a set, as far as it decides whether it is one with another. */
export interface SetChange {
  readonly seq: number
  readonly kind: string
  readonly itemId: string
  readonly itemKind: string
  readonly parentId: string | null
  readonly name: string | null
  /** Items that went with it. */
  readonly alongside: number
  /** Of sharing: it is that of a folder around it. */
  readonly isCarried: boolean
}

/** What becomes of the changes of a set. */
export interface Joined {
  /** Told by others. */
  readonly gone: ReadonlySet<number>
  /** New items that took the place of deleted ones: by what is told, what is gone. */
  readonly replaced: ReadonlyMap<number, number>
  /** How many items came back with a restored folder. */
  readonly alongside: ReadonlyMap<number, number>
}

/**
 * Several changes of a set that are one for a person. Programs save by writing a new file and deleting the old one: the file
 * is replaced. A folder is restored with what was in it, as it was deleted. What is below a shared folder carries its sharing.
 */
export function joinedIn(changes: readonly SetChange[]): Joined {
  const replaced = replacements(changes)
  const restored = new Map(
    changes.filter(({ kind }) => kind === 'restored').map((change) => [change.itemId, change]),
  )
  const gone = new Set(replaced.values())
  const alongside = new Map<number, number>()
  for (const change of restored.values()) {
    const top = topOf(change, restored)
    if (top === change) continue
    gone.add(change.seq)
    alongside.set(top.seq, (alongside.get(top.seq) ?? top.alongside) + 1 + change.alongside)
  }
  for (const { seq, isCarried } of changes) if (isCarried) gone.add(seq)
  return { gone, replaced, alongside }
}

function replacements(changes: readonly SetChange[]): ReadonlyMap<number, number> {
  const free = new Map<string, number>()
  for (const change of changes) {
    const place = change.kind === 'deleted' ? placeOf(change) : null
    if (place !== null) free.set(place, change.seq)
  }
  const replaced = new Map<number, number>()
  for (const change of changes) {
    const place = change.kind === 'added' || change.kind === 'appeared' ? placeOf(change) : null
    const old = place === null ? undefined : free.get(place)
    if (place === null || old === undefined) continue
    replaced.set(change.seq, old)
    free.delete(place)
  }
  return replaced
}

/** A folder holds each name once, whatever the case and the form of its letters. Folders themselves are not replaced. */
function placeOf({ parentId, name, itemKind }: SetChange): string | null {
  if (parentId === null || name === null || itemKind === 'folder') return null
  return `${parentId} ${readableName(name).normalize().toLowerCase()}`
}

/** The outermost of the folders restored around it. */
function topOf(change: SetChange, restored: ReadonlyMap<string, SetChange>): SetChange {
  const seen = new Set<SetChange>()
  for (let top = change; !seen.has(top);) {
    seen.add(top)
    const around = restored.get(top.parentId ?? '')
    if (!around) return top
    top = around
  }
  return change // folders inside each other in a ring
}

const open = `FROM changes WHERE subscription_id = ? AND state = 'open'`
const joinable = `SELECT seq, kind, item_id, item_kind, parent_id, name, alongside, folders, before ${open}
  AND kind IN ('added', 'appeared', 'deleted', 'restored', 'shared', 'unshared', 'sharing-changed') ORDER BY seq`
const replace = `
  UPDATE changes SET kind = 'replaced', (size_before, size_first) =
    (SELECT older.size, older.size FROM changes AS older WHERE older.seq = ?)
  WHERE seq = ?`

const isOfSharing: ReadonlySet<string> = new Set(['shared', 'unshared', 'sharing-changed'])

/**
 * Joins the changes of a set that is read to its end; to be called in the transaction that closes it. `isCarried`: is the
 * sharing that a change is about that of a folder?
 */
export function joinSet(
  database: Database,
  subscriptionId: string,
  isCarried: (row: SqlRow) => boolean,
): void {
  const needed = `SELECT 1 ${open} AND kind NOT IN ('added', 'appeared', 'edited', 'changed', 'renamed', 'moved') LIMIT 1`
  if (!database.prepare(needed).get(subscriptionId)) return
  const changes = database.prepare(joinable).all(subscriptionId)
  const { gone, replaced, alongside } = joinedIn(
    changes.map((row) => ({
      seq: Number(row.seq),
      kind: String(row.kind),
      itemId: String(row.item_id),
      itemKind: String(row.item_kind),
      parentId: row.parent_id === null ? null : String(row.parent_id),
      name: row.name === null ? null : String(row.name),
      alongside: Number(row.alongside),
      isCarried: isOfSharing.has(String(row.kind)) && isCarried(row),
    })),
  )
  const count = database.prepare('UPDATE changes SET alongside = ? WHERE seq = ?')
  const forget = database.prepare('DELETE FROM changes WHERE seq = ?')
  for (const [seq, old] of replaced) database.prepare(replace).run(old, seq)
  for (const [seq, n] of alongside) count.run(n, seq)
  for (const seq of gone) forget.run(seq)
}
