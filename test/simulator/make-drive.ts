import { Drive, type DriveFacts, type Place } from './drive.ts'
import { asBase32, type Ids } from './ids.ts'
import type { Item } from './item.ts'
import type { Persona } from './personas.ts'
import type { Site } from './site.ts'

/** What a new item starts from. */
export interface Newborn {
  readonly name: string
  readonly parentId: string
  readonly kind: 'folder' | 'file' | 'package' | 'album'
  readonly by: Persona
  readonly at: number
  readonly size: number
}

/** Whose drive, called what, since when. */
export interface DriveWish {
  readonly owner: Persona
  readonly name: string
  readonly at: number
}

/** A new, empty drive of a personal account, with the id of the account (protocol.md 2.5). */
export function makePersonalDrive(ids: Ids, wish: DriveWish): Drive {
  const { owner } = wish
  const place = { siteUrl: `https://onedrive.live.example/?cid=${owner.cid}`, folder: '', group: null }
  const siteId = `onedrive.live.example,${ids.guid()},${ids.guid()}`
  return makeDrive(ids, wish, 'personal', { place, siteId, webId: ids.guid(), tenant: owner.home })
}

/** A new, empty drive in a site: somebody's OneDrive in their own, else a library or what a list holds. */
export function makeSiteDrive(ids: Ids, wish: DriveWish, site: Site, folder: string): Drive {
  const { isPersonal, webId, tenant, group } = site.facts
  const place = { siteUrl: site.url, folder, group }
  const where = { place, siteId: site.id, webId, tenant }
  return makeDrive(ids, wish, isPersonal ? 'business' : 'documentLibrary', where, site.members)
}

type Where = { place: Place } & Pick<DriveFacts, 'siteId' | 'webId' | 'tenant'>

function makeDrive(
  ids: Ids,
  { owner, name, at }: DriveWish,
  kind: DriveFacts['kind'],
  where: Where,
  readers?: Set<Persona>,
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
  return new Drive({ id, listId: ids.guid(), kind, name, owner, root, ...where }, readers)
}

/** A new item's first state. Personal drives mix both kinds of ids (protocol.md 2.5). */
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
    tagVersion: 1,
    createdAt: born.at,
    createdBy: born.by,
    modifiedAt: born.at,
    modifiedBy: born.by,
    sharing: null,
    deletedAt: null,
  }
}
