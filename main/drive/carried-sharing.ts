import type { Database, SqlRow } from '../history/database.ts'
import { textsIn } from '../kit/json.ts'
import { foldersAround } from './folders-around.ts'
import { knownIn } from './known-item.ts'
import { type FolderSharing, isAnyShared, isSameSharing } from './sharing.ts'

const now = `SELECT parent_id, sharing, past_sharing FROM items JOIN drives ON drives.no = items.drive
  WHERE subscription_id = ? AND id = ?`
const changed = `SELECT before FROM changes WHERE subscription_id = ? AND item_id = ? AND state = 'open'`

/** How a folder is shared, and where it is. */
interface Folder extends FolderSharing {
  readonly parentId: string | null
}

/**
 * Says of a change of sharing, once its set is stored, whether it is that of a folder around it, on whatever page that
 * came. A drive may change between two pages, and the folders around an item with it: what was around it before counts too.
 */
export function carriedIn(database: Database, subscriptionId: string): (row: SqlRow) => boolean {
  const after = (id: string): Folder | null => {
    const row = database.prepare(now).get(subscriptionId, id)
    const { parent_id = null, sharing = null, past_sharing: past = null } = row ?? {}
    return row === undefined
      ? null
      : {
          parentId: parent_id === null ? null : String(parent_id),
          sharing: sharing === null ? null : String(sharing),
          pastSharing: textsIn(past),
        }
  }
  const before = (id: string): Folder | null => {
    const row = database.prepare(changed).get(subscriptionId, id)
    return (row && knownIn(row.before)) ?? after(id)
  }
  return (row) => {
    const known = knownIn(row.before)
    const itself = after(String(row.item_id))
    const around = foldersAround(itself?.parentId ?? null, after)
    if (row.kind !== 'unshared' && isAnyShared(around)) return true
    const sharing = row.kind === 'unshared' ? known?.sharing : itself?.sharing
    const all = [...around, ...foldersAround(known?.parentId ?? null, before)]
    return all.some((folder) =>
      [folder.sharing, ...folder.pastSharing].some((each) => each && sharing && isSameSharing(each, sharing)),
    )
  }
}
