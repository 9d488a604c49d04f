import type { SQLOutputValue } from 'node:sqlite'
import type { DriveItem } from '../graph/schemas.ts'
import type { Database } from '../history/database.ts'
import type { Leaf } from './count-below.ts'
import type { Known } from './known-item.ts'
import { textsIn } from '../kit/json.ts'

const facts = [
  'name, parent_id, kind, size, e_tag, c_tag, hash, created_at, modified_at, sharing, past_sharing, malware, web_url',
  'deleted_at, learned_at, generation',
].join(', ')
const columns = `drive, id, ${facts}`
const values = `INSERT INTO items (${columns}) VALUES (${columns.replace(/\w+/g, '?')})`
/** In place: a row that is replaced would be deleted and added again. */
const update = `ON CONFLICT (drive, id) DO UPDATE SET ${facts.replace(/\w+/g, '$& = excluded.$&')}`
/** Put together once: a statement is found by its text, for each of very many rows. */
const put = `${values} ${update}`
const putLearned = `${put} WHERE items.learned_at IS NOT NULL`

/** The items of one drive, as rows: a drive may hold hundreds of thousands. Writes belong into a transaction. */
export class ItemIndex {
  readonly #database: Database
  readonly #drive: number

  constructor(database: Database, drive: number) {
    this.#database = database
    this.#drive = drive
  }

  get(id: string): Known | null {
    const row = this.#database.prepare('SELECT * FROM items WHERE drive = ? AND id = ?').get(this.#drive, id)
    return row ? read(row) : null
  }

  /** Remembers what the live feed showed. */
  put(known: Known, generation: number): void {
    this.#write(put, known, generation)
  }

  /** Forgets an item as if it had never been met. */
  drop(id: string): void {
    this.#database.prepare('DELETE FROM items WHERE drive = ? AND id = ?').run(this.#drive, id)
  }

  /** Remembers what the background index met, the last time it met it; but what the live feed showed is newer. */
  putLearned(known: Known, generation: number): void {
    this.#write(putLearned, known, generation)
  }

  /** The items that are there, in the order of their ids; see {@link ReadLeaves}. */
  leaves(after: string, limit: number): readonly Leaf[] {
    const query = `
      SELECT id, parent_id, kind FROM items WHERE drive = ? AND id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?`
    return this.#database.prepare(query).all(this.#drive, after, limit).map(readLeaf)
  }

  /** Items that a whole reading of the drive did not meet: gone. `after` is the last id of the part before. */
  notMet(generation: number, after: string, limit: number): readonly Known[] {
    const query = `
      SELECT * FROM items WHERE drive = ? AND id > ? AND generation < ? AND deleted_at IS NULL AND kind <> 'root'
      ORDER BY id LIMIT ?`
    return this.#database.prepare(query).all(this.#drive, after, generation, limit).map(read)
  }

  /** Was the item left out by a reading of the drive? */
  isNotMet(id: string, generation: number): boolean {
    const query = `
      SELECT 1 FROM items WHERE drive = ? AND id = ? AND (generation < ? OR deleted_at IS NOT NULL) AND kind <> 'root'`
    return this.#database.prepare(query).get(this.#drive, id, generation) !== undefined
  }

  #write(statement: string, known: Known, generation: number): void {
    this.#database
      .prepare(statement)
      .run(
        this.#drive,
        known.id,
        known.name,
        known.parentId,
        known.kind,
        known.size,
        known.eTag,
        known.cTag,
        known.hash,
        known.createdAt,
        known.modifiedAt,
        known.sharing,
        known.pastSharing.length === 0 ? null : JSON.stringify(known.pastSharing),
        Number(known.malware),
        known.webUrl,
        known.deletedAt,
        known.learnedAt,
        generation,
      )
  }
}

function readLeaf({ id, parent_id, kind }: Record<string, SQLOutputValue>): Leaf {
  return {
    id: String(id),
    parentId: parent_id === null ? null : String(parent_id),
    isFolder: kind === 'folder' || kind === 'package',
  }
}

function read(row: Record<string, SQLOutputValue>): Known {
  const text = (name: string) => (row[name] === null ? null : String(row[name]))
  const number = (name: string) => (row[name] === null ? null : Number(row[name]))
  return {
    id: String(row.id),
    name: text('name'),
    parentId: text('parent_id'),
    kind: String(row.kind) as DriveItem['kind'],
    size: number('size'),
    eTag: text('e_tag'),
    cTag: text('c_tag'),
    hash: text('hash'),
    createdAt: number('created_at'),
    modifiedAt: number('modified_at'),
    sharing: text('sharing'),
    pastSharing: textsIn(row.past_sharing),
    malware: row.malware === 1,
    webUrl: text('web_url'),
    deletedAt: number('deleted_at'),
    learnedAt: number('learned_at'),
  }
}
