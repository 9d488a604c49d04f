import type { Database, SqlRow } from '../history/database.ts'
import type { Known } from './known-item.ts'
import { isSameSharing } from './sharing.ts'
import { jsonIn, textsIn } from '../kit/json.ts'

const inDrive = 'FROM items JOIN drives ON drives.no = items.drive WHERE subscription_id = ?'
const one = `SELECT sharing, past_sharing ${inDrive} AND id = ?`
const folders = `SELECT DISTINCT sharing, past_sharing ${inDrive}
  AND kind = 'folder' AND (sharing IS NOT NULL OR past_sharing IS NOT NULL)`

/**
 * Says of a change of sharing, once its set is stored, whether it is that of a folder around it, on whatever page that
 * came. A drive that was read anew may have changed between two pages, and the folders around an item with it: there the
 * same sharing on any folder is enough.
 */
export function carriedIn(
  database: Database,
  subscriptionId: string,
  isReadAnew: boolean,
): (row: SqlRow) => boolean {
  let all: readonly string[] | null = null
  const ofFolders = () => (all ??= database.prepare(folders).all(subscriptionId).flatMap(sharingsOf))
  return ({ kind, item_id, folders, before }) => {
    const around = textsIn(folders).map((id) => database.prepare(one).get(subscriptionId, id))
    if (kind !== 'unshared' && around.some((folder) => (folder?.sharing ?? null) !== null)) return true
    const known = (jsonIn(before) as Known | null)?.sharing ?? null
    const sharing =
      kind === 'unshared'
        ? known
        : (database.prepare(one).get(subscriptionId, item_id ?? null)?.sharing ?? null)
    if (sharing === null) return false
    const candidates = isReadAnew ? ofFolders() : kind === 'unshared' ? around.flatMap(sharingsOf) : []
    return candidates.some((each) => isSameSharing(each, String(sharing)))
  }
}

/** How a folder is and was shared. */
function sharingsOf(folder: SqlRow | undefined): readonly string[] {
  const past = textsIn(folder?.past_sharing)
  return [...((folder?.sharing ?? null) === null ? [] : [String(folder?.sharing)]), ...past]
}
