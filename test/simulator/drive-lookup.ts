import type { Drive } from './drive.ts'
import { mayOpen, needWork, unseen, type GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import { groupIn } from './group-routes.ts'
import type { Item } from './item.ts'
import { personCalled } from './personas.ts'
import { listIn, siteIn } from './site-lookup.ts'

/** A drive by any of its names, and what the path says after the name. */
export interface NamedDrive {
  readonly drive: Drive
  readonly prefix: string
  readonly rest: string
}

/** The drive a path names (protocol.md 1.1, 2.1), whoever may open it. */
export function namedDrive(call: GraphCall): NamedDrive {
  const { path, world } = call
  const drives = world.estate.drives
  const found = (prefix: string | undefined, drive: Drive | undefined): NamedDrive => {
    if (!drive || prefix === undefined) throw unseen(call, false)
    return { drive, prefix, rest: path.slice(prefix.length) }
  }
  const own = /^\/me\/drive(?=\/|$)/.exec(path)?.[0]
  if (own !== undefined) return found(own, ownDrives(call)[0])
  const byId = /^\/drives\/([^/]+)/.exec(path)
  if (byId) {
    const id = decodeURIComponent(byId[1] ?? '')
    return found(
      byId[0],
      drives.find((drive) => drive.answersTo(id)),
    )
  }
  const byUser = /^\/users\/([^/]+)\/drive(?=\/|$)/.exec(path)
  if (byUser) {
    needWork(call)
    const name = decodeURIComponent(byUser[1] ?? '')
    const drive = drives.find(
      ({ facts }) =>
        facts.kind === 'business' && (facts.owner.objectId === name || personCalled(name, [facts.owner])),
    )
    return found(byUser[0], drive)
  }
  if (path.startsWith('/groups/')) {
    const { group, prefix } = groupIn(call)
    return found(/^.*?\/drive(?=\/|$)/.exec(path)?.[0] ?? prefix, group.site?.libraries[0])
  }
  if (/\/lists\/[^/]+\/drive(\/|$)/.test(path)) {
    const { list, prefix } = listIn(call)
    return found(`${prefix}/drive`, list.isLibrary ? list.content : undefined)
  }
  const { site, prefix } = siteIn(call)
  return found(`${prefix}/drive`, site.libraries[0])
}

/** Someone's own drives in the tenant of the token: a guest has none there (protocol.md 4.3). */
export function ownDrives({ world, token }: GraphCall): Drive[] {
  return world.estate.drives.filter(
    (drive) => drive.belongsTo(token.persona) && drive.facts.tenant.id === token.tenantId,
  )
}

/** Whether the caller may open the whole drive. */
export function isOpen(call: GraphCall, drive: Drive): boolean {
  return mayOpen(call, drive.facts.tenant.id, drive.readers)
}

/** 404 for who may not see anything of the drive, 403 for who was given only some items of it. */
export function needDrive(call: GraphCall, drive: Drive): void {
  if (isOpen(call, drive)) return
  const { persona, tenantId } = call.token
  const lent = tenantId === drive.facts.tenant.id && drive.lendings.some(({ to }) => to === persona)
  throw lent ? new Refusal(403, 'accessDenied', 'Access denied') : unseen(call, true)
}

/** An item the caller may open, be it without the rest of the drive. */
export function needItem(call: GraphCall, drive: Drive, id: string): Item {
  const item = drive.items.get(decodeURIComponent(id))
  if (item && call.token.tenantId === drive.facts.tenant.id && drive.isLent(item, call.token.persona))
    return item
  needDrive(call, drive)
  if (!item) throw unseen(call, false)
  return item
}
