import { answerActivities } from './activities.ts'
import { deltaReply } from './delta-reply.ts'
import type { Drive } from './drive.ts'
import { namedDrive, needDrive, needItem, ownDrives } from './drive-lookup.ts'
import { driveView } from './drive-view.ts'
import { socketEndpoint } from './endpoint.ts'
import {
  contextOf,
  needScope,
  needWork,
  noSegment,
  readAll,
  readOwn,
  selectedOf,
  selectIn,
  type GraphCall,
} from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import type { Item } from './item.ts'
import { deltaView, itemView } from './item-view.ts'
import { paged } from './paging.ts'
import { listBehind } from './site-lookup.ts'
import { listView } from './site-view.ts'

type Body = Record<string, unknown>

/** Everything below a drive, however the drive was named. */
export function answerDrive(call: GraphCall): Body {
  if (call.path === '/me/drives') return myDrives(call)
  const { drive, prefix, rest } = namedDrive(call)
  const scopes = drive.belongsTo(call.token.persona) ? readOwn : readAll
  const activities = /^(?:\/items\/([^/]+))?\/activities$/.exec(rest)
  if (activities) {
    if (activities[1] === undefined) needDrive(call, drive)
    needScope(call, scopes)
    const itemOf = (id: string) => needItem(call, drive, id).id
    return answerActivities(call, drive, activities[1] === undefined ? null : itemOf(activities[1]))
  }
  const inFolder = /^\/items\/([^/]+)\/delta(?:\(token=[^)]*\))?$/.exec(rest)
  if (inFolder) {
    const folder = needItem(call, drive, inFolder[1] ?? '')
    needScope(call, scopes)
    // for work accounts only a whole drive has a delta (protocol.md 2.1)
    if (drive.facts.kind !== 'personal' || folder.kind !== 'folder')
      throw new Refusal(400, 'notSupported', 'Operation not supported')
    return driveDelta(call, drive, `${prefix}/items/${folder.id}`, folder)
  }
  const itemId = /^\/items\/([^/]+)(\/children)?$/.exec(rest)
  if (itemId) {
    const item = needItem(call, drive, itemId[1] ?? '')
    needScope(call, scopes)
    return itemId[2] === undefined ? one(call, drive, item) : children(call, drive, item)
  }
  const isLent = drive.lendings.some(({ to }) => to === call.token.persona)
  if (rest !== '' || drive.facts.kind !== 'personal' || !isLent) needDrive(call, drive)
  needScope(call, scopes)
  if (rest === '') return selectedOf(call, { ...contextOf(call, 'drives'), ...driveView(drive) })
  if (rest === '/root') return one(call, drive, drive.root)
  if (rest === '/root/children') return children(call, drive, drive.root)
  if (rest === '/list') {
    const list = listBehind(call, drive.facts.listId)
    return selectedOf(call, { ...contextOf(call, 'lists'), ...listView(list) })
  }
  const socket = /^\/(root|list)\/subscriptions\/socketIo$/.exec(rest)
  if (socket) {
    if (socket[1] === 'list') needWork(call)
    return { ...contextOf(call, 'subscriptions'), ...socketEndpoint(call, drive) }
  }
  if (/^(\/root)?\/delta(\(token=[^)]*\))?$/.test(rest)) return driveDelta(call, drive, `${prefix}/root`)
  const query = /^\/(?:root\/)?search\(q='((?:[^']|'')*)'\)$/.exec(decodeURIComponent(rest))?.[1]
  if (query !== undefined) return search(call, drive, query.replaceAll("''", "'"))
  throw noSegment(rest)
}

function one(call: GraphCall, drive: Drive, item: Item): Body {
  return selectedOf(call, { ...contextOf(call, 'driveItems'), ...itemView(drive, item) })
}

function children(call: GraphCall, drive: Drive, folder: Item): Body {
  const items = drive.childrenOf(folder.id).toSorted((a, b) => a.name.localeCompare(b.name))
  return paged(call, items, (item) => itemView(drive, item))
}

function myDrives(call: GraphCall): Body {
  needScope(call, readOwn)
  const own = ownDrives(call).map(driveView)
  const { phantomDrives } = call.world.switches.graph
  const phantom = phantomDrives && call.token.persona.account === 'personal' ? own.slice(0, 1) : []
  const ghosts = phantom.map((view) => ({ ...view, id: 'b!phantom', name: 'PersonalCacheLibrary' }))
  return paged(call, [...ghosts, ...own], (view) => view)
}

/** Also finds what others shared, as items elsewhere (protocol.md 4.1). */
function search(call: GraphCall, drive: Drive, text: string): Body {
  const wanted = text === '*' ? '' : text.toLowerCase()
  const fits = (item: Item) => item.kind !== 'root' && item.name.toLowerCase().includes(wanted)
  const own = [...drive.items.values()].filter(fits).map((item) => itemView(drive, item))
  const lent = drive.belongsTo(call.token.persona) ? sharedItems(call, false) : []
  return paged(
    call,
    [...own, ...lent.flatMap(({ drive, item }) => (fits(item) ? [remoteView(drive, item)] : []))],
    (view) => view,
  )
}

/** Items given to the caller; those of other tenants only when asked for. */
export function sharedItems(call: GraphCall, external: boolean): { drive: Drive; item: Item }[] {
  const { world, token } = call
  return world.estate.drives.flatMap((drive) => {
    if (!external && drive.facts.tenant.id !== token.tenantId) return []
    const mine = drive.lendings.filter(({ to }) => to === token.persona)
    return mine.flatMap(({ itemId }) => {
      const item = drive.items.get(itemId)
      return item ? [{ drive, item }] : []
    })
  })
}

/** An item of another drive: what matters is in `remoteItem` (protocol.md 4.1). */
export function remoteView(drive: Drive, item: Item): Body {
  const { id, name, size, webUrl, createdDateTime, lastModifiedDateTime, ...rest } = itemView(drive, item)
  const times = { createdDateTime, lastModifiedDateTime }
  const outer = { id, name, size, webUrl, ...times, createdBy: rest['createdBy'] }
  return { ...outer, remoteItem: { id, name, size, webUrl, ...times, ...rest } }
}

function driveDelta(call: GraphCall, drive: Drive, base: string, within: Item | null = null): Body {
  const how = call.world.switches.delta
  const ownSharingOnly = /hierarchicalsharing/i.test(call.headers.get('prefer') ?? '')
  return deltaReply(call, drive, {
    base,
    select: selectIn(call),
    kind: 'driveItem',
    shape: {
      view: (item) => deltaView(drive, item, how, ownSharingOnly),
      folders: true,
      within: within?.id ?? null,
    },
  })
}
