import type { Item } from './item.ts'
import { actorView, graphTime, type ItemView } from './item-view.ts'
import type { Site, SiteList } from './site.ts'

/** A site as Graph's JSON (protocol.md 4.2). */
export function siteView(site: Site): ItemView {
  const { host, path, title, isPersonal, createdAt } = site.facts
  return {
    id: site.id,
    name: path === '/' ? '' : path.split('/').at(-1),
    displayName: title,
    webUrl: site.url,
    createdDateTime: graphTime(createdAt),
    isPersonalSite: isPersonal,
    siteCollection: { hostname: host },
    ...(path === '/' && { root: {} }),
  }
}

/** A list as Graph's JSON; hidden ones and those of the system are marked (protocol.md 4.1). */
export function listView(list: SiteList): ItemView {
  const { id, title, site, content, template, hidden, system } = list
  return {
    id,
    name: content.facts.place.folder.split('/').at(-1),
    displayName: title,
    description: '',
    createdDateTime: graphTime(content.root.createdAt),
    lastModifiedDateTime: graphTime(content.root.modifiedAt),
    webUrl: listUrl(list),
    parentReference: { siteId: site.id },
    list: { template, hidden, contentTypesEnabled: false },
    ...(system && { system: {} }),
  }
}

/** One entry: no `name`, the title is in `fields`, ids are numbers (protocol.md 2.8). */
export function entryView(list: SiteList, item: Item): ItemView {
  const { content, isLibrary } = list
  const number = String(content.order.indexOf(item.id))
  const contentType = isLibrary
    ? { id: '0x0101', name: item.kind === 'folder' ? 'Folder' : 'Document' }
    : { id: '0x0100', name: 'Item' }
  const parentReference = { siteId: list.site.id }
  if (item.deletedAt !== null) {
    return { id: number, parentReference, contentType, deleted: { state: 'deleted' } }
  }
  const names = content.above(item).map((folder) => encodeURIComponent(folder.name))
  const path = [...names.toReversed().slice(1), isLibrary ? encodeURIComponent(item.name) : `${number}_.000`]
  return {
    id: number,
    eTag: `"${item.unique},${item.version}"`,
    createdDateTime: graphTime(item.createdAt),
    lastModifiedDateTime: graphTime(item.modifiedAt),
    createdBy: actorView(content, item.createdBy),
    lastModifiedBy: actorView(content, item.modifiedBy),
    webUrl: `${listUrl(list)}/${path.join('/')}`,
    parentReference: { ...parentReference, id: content.root.unique },
    contentType,
    fields: isLibrary
      ? { id: number, FileLeafRef: item.name, ContentType: contentType.name }
      : { id: number, Title: item.name, LinkTitle: item.name, ContentType: contentType.name },
  }
}

function listUrl({ content }: SiteList): string {
  const { siteUrl, folder } = content.facts.place
  return `${siteUrl}/${folder.split('/').map(encodeURIComponent).join('/')}`
}
