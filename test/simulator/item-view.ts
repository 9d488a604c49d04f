import { createHash } from 'node:crypto'
import type { Drive } from './drive.ts'
import { asGuid } from './ids.ts'
import type { Item, Sharing } from './item.ts'
import { graphIdOf, type Persona } from './personas.ts'
import type { Switches } from './switches.ts'

/** An item as Graph's JSON. */
export type ItemView = Record<string, unknown>

const mimeTypes: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  md: 'text/markdown',
  txt: 'text/plain',
}

/** Whole seconds, as seen in practice (protocol.md 2.4). */
export function graphTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** An identitySet; in drives of work accounts people go by object id, in personal ones by cid. */
export function actorView(drive: Drive, persona: Persona): { user: Record<string, string> } {
  const { id } = drive.facts.tenant
  return { user: { id: graphIdOf(persona, id), displayName: persona.name, email: persona.email } }
}

/** The address that opens an item in the browser. */
export function webUrl(drive: Drive, item: Item): string {
  const { kind, place } = drive.facts
  if (drive.claimedAddress !== null) return drive.claimedAddress
  if (kind === 'personal') {
    return item.parentId === null ? place.siteUrl : `${place.siteUrl}&id=${encodeURIComponent(item.id)}`
  }
  const site = `${place.siteUrl}/${place.folder.split('/').map(encodeURIComponent).join('/')}`
  const names = [item, ...drive.above(item)].filter((each) => each.parentId !== null).map((each) => each.name)
  return [site, ...names.toReversed().map(encodeURIComponent)].join('/')
}

/** An item read directly: nothing is left out, and the path is known. */
export function itemView(drive: Drive, item: Item): ItemView {
  const folders = drive.above(item)
  const names = folders.filter((folder) => folder.parentId !== null).map((folder) => folder.name)
  const path = [`/drives/${drive.id}/root:`, ...names.toReversed().map(encodeURIComponent)].join('/')
  return {
    ...facets(drive, item, sharingOf(drive, item)),
    cTag: cTag(item),
    ...actors(drive, item),
    parentReference: { ...parentReference(drive, item, drive.id), ...(item.parentId !== null && { path }) },
  }
}

/** An item as delta gives it: what is left out depends on the kind of drive (protocol.md 2.4, 2.5). */
export function deltaView(
  drive: Drive,
  item: Item,
  how: Switches['delta'],
  ownSharingOnly: boolean,
): ItemView {
  if (item.deletedAt !== null) return deletedView(drive, item, how)
  const personal = drive.facts.kind === 'personal'
  const hasCTag = personal || (how.businessCTag && item.kind === 'file')
  return {
    ...facets(drive, item, ownSharingOnly ? item.sharing : sharingOf(drive, item)),
    ...(how.oddSizes && { size: item.version % 2 === 0 ? 1.5 : 1e20 }),
    ...(how.sharing === 'otherwise' && otherwise(drive, item, ownSharingOnly)),
    ...(hasCTag && { cTag: cTag(item) }),
    ...(how.actors && actors(drive, item, how.actorIds)),
    parentReference: parentReference(drive, item, drive.idInDelta),
  }
}

function deletedView(drive: Drive, item: Item, how: Switches['delta']): ItemView {
  const never = '0001-01-01T00:00:00Z'
  return {
    id: item.id,
    deleted: { state: 'deleted' },
    ...(drive.facts.kind === 'personal' && { name: item.name }),
    ...(how.bareDeletes
      ? { createdDateTime: never, lastModifiedDateTime: never }
      : { parentReference: parentReference(drive, item, drive.idInDelta) }),
  }
}

function facets(drive: Drive, item: Item, sharing: Sharing | null): ItemView {
  const times = {
    createdDateTime: graphTime(item.createdAt),
    lastModifiedDateTime: graphTime(item.modifiedAt),
  }
  return {
    id: item.id,
    name: item.name,
    size: item.size,
    eTag: `"{${asGuid(item.unique).toUpperCase()}},${item.version}"`,
    ...times,
    fileSystemInfo: times,
    webUrl: webUrl(drive, item),
    ...kindFacet(item),
    ...(item.malware && { malware: { description: 'Trojan:O97M/Invented.A' } }),
    ...(sharing && { shared: sharingView(drive, sharing) }),
  }
}

function kindFacet(item: Item): ItemView {
  if (item.kind === 'package') return { package: { type: 'oneNote' } }
  if (item.kind === 'album') return { bundle: { childCount: item.childCount, album: {} } }
  if (item.kind !== 'file') {
    return { folder: { childCount: item.childCount }, ...(item.kind === 'root' && { root: {} }) }
  }
  const mimeType = mimeTypes[item.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
  const content = createHash('sha1').update(`${item.unique}:${item.contentVersion}`).digest('base64')
  return { file: { mimeType, hashes: { quickXorHash: content } } }
}

function cTag(item: Item): string {
  return `"c:{${asGuid(item.unique).toUpperCase()}},${item.tagVersion}"`
}

function actors(drive: Drive, item: Item, hasIds = true): ItemView {
  const view = hasIds ? (who: Persona) => actorView(drive, who) : namedOnly
  return { createdBy: view(item.createdBy), lastModifiedBy: view(item.modifiedBy) }
}

function namedOnly({ name, email, mail = email }: Persona): ItemView {
  return { user: { displayName: name, email: mail.replace(/^./, (first) => first.toUpperCase()) } }
}

function parentReference(drive: Drive, item: Item, driveId: string): ItemView {
  const { kind, siteId, root } = drive.facts
  return {
    driveId,
    driveType: kind,
    ...(item.parentId !== null && { id: item.parentId }),
    ...(kind === 'personal' && item.parentId === root.id && { name: 'Documents' }),
    ...(kind !== 'personal' && { siteId }),
  }
}

/** Its own sharing, or that of the nearest folder above: merely inherited, yet shown (protocol.md 2.1). */
function sharingOf(drive: Drive, item: Item): Sharing | null {
  return [item, ...drive.above(item)].find((each) => each.sharing)?.sharing ?? null
}

/** The same sharing in other spellings. */
function otherwise(drive: Drive, item: Item, ownSharingOnly: boolean): ItemView {
  const sharing = ownSharingOnly ? item.sharing : sharingOf(drive, item)
  if (!sharing) return {}
  const { user } = actorView(drive, sharing.by)
  const sharedBy = { user: { ...user, id: (user['id'] ?? '').toUpperCase().replace(/^0+(?=.{10})/, '') } }
  return {
    shared: { scope: sharing.scope, sharedBy, sharedDateTime: graphTime(sharing.at).replace('Z', '.000Z') },
  }
}

function sharingView(drive: Drive, sharing: Sharing): ItemView {
  return {
    owner: actorView(drive, drive.facts.owner),
    sharedBy: actorView(drive, sharing.by),
    sharedDateTime: graphTime(sharing.at),
    scope: sharing.scope,
  }
}
