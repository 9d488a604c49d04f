import type { Database } from './database.ts'
import { writeChange } from './change-row.ts'
import { jsonIn } from '../kit/json.ts'
import { fields } from '../graph/untyped.ts'
import type { Change } from './change.ts'
import { freshChange, type StoredChange } from './stored-change.ts'

/** What a webhook brought, to be kept. */
export type BroughtChange = Pick<Change, 'kind' | 'itemId' | 'name' | 'who' | 'at' | 'webUrl'> &
  Pick<StoredChange, 'subscriptionId' | 'accountId' | 'driveName' | 'missed'> & {
    readonly brought: NonNullable<NonNullable<Change['detail']>['brought']>
  }

/** Of so many latest changes of one item it is known which event they were. */
const looked = 20

/** Keeps what webhooks bring beside the changes of drives: searched, judged and told like those. */
export class BroughtChanges {
  readonly #database: Database
  /** What the disk refused: written with the first that it takes again. */
  #held: readonly StoredChange[] = []

  constructor(database: Database) {
    this.#database = database
  }

  /** Keeps it, waiting to be judged; false: the same event is kept already. */
  add(found: BroughtChange): boolean {
    if (this.#isKept(found)) return false
    const change = storedChange(found, String(this.#database.nextSeq()))
    const { unkept, changed } = this.#database
    const all = [...this.#held, change]
    const written = this.#database.transact(() => {
      for (const each of all) writeChange(this.#database, each, 'pending', null)
    })
    if (written.ok) {
      this.#database.release(this.#held.map(({ id }) => Number(id)))
      this.#held = []
    } else {
      unkept.set(Number(change.id), change)
      this.#held = all
    }
    changed.emit()
    return true
  }

  /** Whether an item had a change of this kind since a moment. */
  hadSince(subscriptionId: string, itemId: string, kind: Change['kind'], since: number): boolean {
    const query = `SELECT count(*) AS n FROM changes WHERE subscription_id = ? AND item_id = ? AND at >= ? AND kind = ?
      AND state <> 'open'`
    return this.#database.count(query, [subscriptionId, itemId, since, kind]) > 0
  }

  #isKept({ subscriptionId, itemId, kind, brought }: BroughtChange): boolean {
    const query = `SELECT kind, detail FROM changes WHERE subscription_id = ? AND item_id = ? AND state <> 'open'
      ORDER BY at DESC LIMIT ?`
    const kept = this.#database.rows(query, [subscriptionId, itemId, looked], (row) => ({
      kind: String(row.kind),
      key: keyIn(row.detail),
    }))
    const held = this.#held.map(({ kind: was, detail }) => ({ kind: was, key: detail?.brought?.key }))
    // what was found out after an absence may be delivered yet: nothing comes or goes twice
    const isOnce = kind === 'added' || kind === 'deleted'
    return [...kept, ...held].some((each) => each.key === brought.key || (isOnce && each.kind === kind))
  }
}

const keyIn = (detail: unknown): unknown => fields(fields(jsonIn(detail))?.brought)?.key

function storedChange(found: BroughtChange, id: string): StoredChange {
  const { subscriptionId, accountId, driveName, missed, brought, ...facts } = found
  const unknown = {
    oldName: null,
    parentId: null,
    size: null,
    sizeBefore: null,
    alongside: 0,
    folderUrl: null,
  }
  const change = freshChange(
    {
      ...facts,
      ...unknown,
      itemKind: 'resource',
      place: [],
      folders: [],
      detail: { shared: null, brought },
    },
    { id, batch: 1, subscriptionId, accountId, driveName },
  )
  return { ...change, missed }
}
