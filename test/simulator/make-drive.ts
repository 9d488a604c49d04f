import { Drive, type DriveFacts } from './drive.ts'
import { asBase32, asGuid, type Ids } from './ids.ts'
import type { Item } from './item.ts'
import type { Persona } from './personas.ts'

/** What a new item starts from. */
export interface Newborn {
  readonly name: string
  readonly parentId: string
  readonly kind: 'folder' | 'file' | 'package'
  readonly by: Persona
  readonly at: number
  readonly size: number
}

/** A new, empty drive of someone's; a personal one has the id of its account (graph.md 2.5). */
export function makeDrive(
  ids: Ids,
  owner: Persona,
  name: string,
  kind: DriveFacts['kind'],
  at: number,
): Drive {
  const id = kind === 'personal' ? owner.cid : `b!${ids.opaque(64)}`
  const unique = kind === 'personal' ? 'ea8cc6beffdb43d7976fbc7da445c639' : ids.hex()
  const root: Item = {
    ...blank({ name: 'root', parentId: '', kind: 'folder', by: owner, at, size: 0 }, unique),
    id:
      kind === 'personal'
        ? `${id.toUpperCase()}!s${unique}`
        : `01${asBase32(ids.hex()).slice(0, 6)}${asBase32(unique)}`,
    parentId: null,
    kind: 'root',
  }
  const listId = ids.guid()
  return new Drive({ id, listId, siteId: siteId(ids), webId: ids.guid(), kind, name, owner, root })
}

/** A new item's first state. Personal drives mix both kinds of ids (graph.md 2.5). */
export function makeItem(drive: Drive, ids: Ids, born: Newborn): Item {
  const unique = ids.hex()
  const { root, kind } = drive.facts
  const tail = unique < '3' ? Number.parseInt(unique.slice(0, 10), 16) : `s${unique}`
  const id =
    kind === 'personal' ? `${drive.id.toUpperCase()}!${tail}` : `${root.id.slice(0, 8)}${asBase32(unique)}`
  return { ...blank(born, unique), id }
}

function blank(born: Newborn, unique: string): Omit<Item, 'id'> {
  return {
    unique,
    name: born.name,
    parentId: born.parentId,
    kind: born.kind,
    size: born.size,
    childCount: 0,
    version: 1,
    contentVersion: 1,
    createdAt: born.at,
    createdBy: born.by,
    modifiedAt: born.at,
    modifiedBy: born.by,
    sharing: null,
    deletedAt: null,
  }
}

function siteId(ids: Ids): string {
  return `lindenhof-my.sharepoint.example,${asGuid(ids.hex())},${asGuid(ids.hex())}`
}
