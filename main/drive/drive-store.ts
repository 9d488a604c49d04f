import type { Called } from '../../preload/contract/called.ts'
import type { Database } from '../history/database.ts'
import { writeChange } from '../history/change-row.ts'
import { freshChange, type StoredChange } from '../history/stored-change.ts'
import type { Leaf } from './count-below.ts'
import type { Judged, ItemPlace } from './changes.ts'
import type { Change } from '../history/change.ts'
import { type DriveState, type OpenChange, readDrive, unread, type Write, writeDown } from './drive-state.ts'
import { ItemIndex } from './item-index.ts'
import { type Known, knownIn } from './known-item.ts'

/** Whose drive it is, as written beside each change. */
export interface DriveOwner {
  readonly subscriptionId: string
  readonly accountId: string
  readonly driveName: Called
}

/** A part of a set, to be stored as one. */
export interface SetPart {
  readonly judged: readonly (Judged & { readonly place: ItemPlace | null })[]
  readonly state: Partial<DriveState>
  /** The set is read to its end: its changes may be told. */
  readonly close: Write['close']
}

/** What was done before following began belongs to no set. */
export const recentBatch = 0

/** With a full disk, this many items are held in memory at most. */
const mostHeld = 50_000

/**
 * Index, changes and deltaLink of one drive, always stored together: a crash finds either all of a step or nothing of it.
 * Steps that the disk refuses are held in memory, and written with the first step it takes again.
 */
export class DriveStore {
  readonly #database: Database
  readonly #owner: DriveOwner
  #state: DriveState
  #index: ItemIndex | null
  #held: readonly Write[] = []
  readonly #heldRows = new Map<string, Known>()
  readonly #heldOpen = new Map<string, OpenChange>()

  constructor(database: Database, owner: DriveOwner) {
    this.#database = database
    this.#owner = owner
    const drive = database.read(() => readDrive(database, owner.subscriptionId), null)
    this.#state = drive?.state ?? unread
    this.#index = drive && new ItemIndex(database, drive.no)
  }

  get state(): DriveState {
    return this.#state
  }

  /** What is known of an item now. */
  known(id: string): Known | null {
    return this.#heldRows.get(id) ?? this.#index?.get(id) ?? null
  }

  /** What was known of it before the set being read. Only so can a set be stored in parts, or read twice. */
  knownBefore(id: string): Known | null {
    const open = this.#openChange(id)
    return open ? open.before : this.known(id)
  }

  /** Stores a step. False: the disk refused it, and there is no room in memory either. */
  commit(step: SetPart): boolean {
    const write = this.#prepare(step)
    if (this.#written(write)) return true
    if (this.#heldRows.size + write.rows.length > mostHeld) return false
    this.#hold(write)
    return true
  }

  /** Stores a step only if the disk takes it. */
  commitToDisk(step: SetPart): boolean {
    return this.#written(this.#prepare(step))
  }

  /** Stores what the background index met. False: not kept, to be read again. */
  learn(items: readonly Known[], state: Partial<DriveState>): boolean {
    const next = { ...this.#state, ...state }
    const nothing = { rows: [], changes: [], reverted: [], forgotten: [] }
    return this.#written({ ...nothing, state: next, close: null }, items)
  }

  /** Keeps what was done before following began, once: seen and settled, for Activity alone. False: it was there, or no room. */
  keepRecent(judged: SetPart['judged']): boolean {
    const isThere = `SELECT 1 FROM changes WHERE subscription_id = ? AND verdict = 'before-followed' LIMIT 1`
    if (this.#database.prepare(isThere).get(this.#owner.subscriptionId)) return false
    const kept = this.#database.transact(() => {
      for (const { change, place } of judged) {
        if (!change || !place) continue
        const origin = { ...this.#owner, id: String(this.#database.nextSeq()), batch: recentBatch }
        const stored = freshChange({ ...change, ...place }, origin)
        writeChange(this.#database, { ...stored, verdict: 'before-followed', seen: true }, 'settled', null)
      }
    })
    this.#database.changed.emit()
    return kept.ok
  }

  /** What the index holds; see {@link ItemIndex.leaves}. */
  leaves(after: string, limit: number): readonly Leaf[] {
    return this.#index?.leaves(after, limit) ?? []
  }

  /** Items the newest reading of the drive did not meet; see {@link ItemIndex.notMet}. */
  notMet(after: string, limit: number): readonly Known[] {
    return this.#index?.notMet(this.#state.generation, after, limit) ?? []
  }

  isNotMet(id: string): boolean {
    return this.#index?.isNotMet(id, this.#state.generation) ?? false
  }

  #prepare({ judged, state, close }: SetPart): Write {
    const next = { ...this.#state, ...state }
    return {
      rows: judged.flatMap(({ after }) => after ?? []),
      changes: judged.flatMap(({ before, change, place }) =>
        change && place ? [{ before, change: this.#stored({ ...change, ...place }) }] : [],
      ),
      reverted: judged.filter(({ change }) => change === null).map(({ id }) => id),
      forgotten: judged.filter(({ after }) => after === null).map(({ id }) => id),
      state: close ? { ...next, batch: this.#state.batch + 1 } : next,
      close,
    }
  }

  #stored(change: Change & ItemPlace): StoredChange {
    const id = this.#openChange(change.itemId)?.id ?? String(this.#database.nextSeq())
    return freshChange(change, { ...this.#owner, id, batch: this.#state.batch })
  }

  #openChange(itemId: string): { readonly id: string; readonly before: Known | null } | null {
    const held = this.#heldOpen.get(itemId)
    if (held) return { id: held.change.id, before: held.before }
    const query = `SELECT seq, before FROM changes WHERE subscription_id = ? AND item_id = ? AND state = 'open'`
    const row = this.#database.prepare(query).get(this.#owner.subscriptionId, itemId)
    return row ? { id: String(row.seq), before: knownIn(row.before) } : null
  }

  /** All that was held, and this. */
  #written(write: Write, learned: readonly Known[] = []): boolean {
    let index = this.#index
    const done = this.#database.transact(() => {
      for (const each of [...this.#held, write])
        index = writeDown(this.#database, this.#owner.subscriptionId, each)
      for (const item of learned) index?.putLearned(item, write.state.generation)
    })
    if (!done.ok) return false
    this.#index = index
    this.#state = write.state
    this.#database.release(
      this.#held.flatMap(({ changes }) => changes.map(({ change }) => Number(change.id))),
    )
    this.#held = []
    this.#heldRows.clear()
    this.#heldOpen.clear()
    if (write.close) this.#database.changed.emit()
    return true
  }

  #hold(write: Write): void {
    this.#held = [...this.#held, write]
    this.#state = write.state
    for (const row of write.rows) this.#heldRows.set(row.id, row)
    for (const id of write.forgotten) this.#heldRows.delete(id)
    for (const id of write.reverted) this.#heldOpen.delete(id)
    for (const open of write.changes) this.#heldOpen.set(open.change.itemId, open)
    if (!write.close) return
    for (const { change } of this.#heldOpen.values()) {
      this.#database.unkept.set(Number(change.id), { ...change, missed: write.close.missed })
    }
    this.#heldOpen.clear()
    this.#database.changed.emit()
  }
}

/**
 * The stores of all drives. Each lives as long as its drive is followed, beyond pauses: what the disk refused is held in it,
 * and would be found and told again.
 */
export class DriveStores {
  readonly #database: Database
  readonly #all = new Map<string, DriveStore>()

  constructor(database: Database) {
    this.#database = database
  }

  of(owner: DriveOwner): DriveStore {
    const store = this.#all.get(owner.subscriptionId) ?? new DriveStore(this.#database, owner)
    this.#all.set(owner.subscriptionId, store)
    return store
  }

  /** It is not followed any more. */
  forget(subscriptionId: string): void {
    this.#all.delete(subscriptionId)
  }
}
