import type { Target } from '../../preload/contract/discovery.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import {
  anyDrive,
  asCandidate,
  type Followable,
  groupDrive,
  inSite,
  list,
  ownDrive,
  sharedIn,
  sharedItem,
} from './followable.ts'
import { type CandidatePage, findInSite, getAll, getOne, type Look, siteFacts } from './places.ts'
import { fields, idIn, nameIn, segment, sitePath } from '../graph/untyped.ts'
import { graphError, type GraphError } from '../graph/graph-error.ts'
import type { Pointer } from './pasted-link.ts'
import { onlyInPart } from './refusals.ts'
import { feedOf } from './targets.ts'

type Resolved = Promise<Result<Followable, GraphError>>
type Asking = Pick<Look, 'graph' | 'signal'>

const options = '$select=id,name,driveType,webUrl,owner,sharepointIds'

/** What a target is called and where it opens, by the ids it resolves to. */
async function resolve(asking: Asking, target: Target): Resolved {
  switch (target.kind) {
    case 'own-drive':
      return found(await getOne(asking, `/me/drive?${options}`), ownDrive)
    case 'drive':
    case 'drive-list':
      return resolveDrive(asking, target)
    case 'group-drive':
      return resolveGroup(asking, target.groupId)
    case 'site-library':
      return resolveLibrary(asking, target)
    case 'site-list':
      return resolveList(asking, target.siteId, target.listId)
    case 'shared-folder':
      return found(
        await getOne(asking, `/drives/${segment(target.driveId)}/items/${segment(target.itemId)}`),
        sharedItem,
      )
  }
}

/**
 * The same, ready to be followed. Whoever was given a folder need not be let in at the root of its drive: then each folder
 * that is shared is followed by its own feed, where Microsoft has one.
 */
export async function resolveOpen(
  asking: Asking,
  target: Target,
): Promise<Result<readonly Followable[], GraphError>> {
  const whole = await resolve(asking, target)
  if (target.kind !== 'drive') return whole.ok ? ok([whole.value]) : whole
  const root = whole.ok ? await getOne(asking, `/drives/${segment(target.driveId)}/root?$select=id`) : whole
  if (root.ok || (root.error.kind !== 'forbidden' && root.error.kind !== 'not-found'))
    return whole.ok ? ok([whole.value]) : whole
  const listed = await getAll(asking, '/me/drive/sharedWithMe?allowexternal=true')
  const shared = listed.ok ? sharedIn(listed.value, target.driveId) : []
  const open = await among(shared, ({ choice }) => resolve(asking, choice.target))
  if (open.length === 0) return root
  const heard = await among(open, ({ choice }) =>
    getOne(asking, feedOf(choice.target)?.start({ latest: true }) ?? ''),
  )
  return heard.length > 0 ? ok(heard) : fail(graphError({ kind: 'not-supported' }, { code: onlyInPart }))
}

/** Those for which Microsoft answers. */
async function among(
  all: readonly Followable[],
  ask: (one: Followable) => Promise<Result<unknown, GraphError>>,
): Promise<readonly Followable[]> {
  const answers = await Promise.all(all.map(ask))
  return all.filter((_, index) => answers[index]?.ok)
}

/** Any drive by its id; a library with what its site says of itself. */
async function resolveDrive(asking: Asking, target: Target & { readonly driveId: string }): Resolved {
  const reply = await getOne(asking, `/drives/${segment(target.driveId)}?${options}`)
  const drive = found(reply, (value) => anyDrive(value, target))
  if (!drive.ok || drive.value.icon !== 'library') return drive
  const known = fields(reply.ok ? reply.value : null)
  const siteId = idIn(fields(known?.sharepointIds ?? known?.sharePointIds)?.siteId)
  return siteId === null ? drive : ok(inSite(drive.value, await siteFacts(asking, siteId)))
}

/** A library by its list; where lists may not be read, by its drive. */
async function resolveLibrary(asking: Asking, target: Extract<Target, { kind: 'site-library' }>): Resolved {
  const known = await resolveList(asking, target.siteId, target.listId)
  if (known.ok || known.error.kind !== 'forbidden') return known
  return resolveDrive(asking, target)
}

/** A list by its ids; as its drive when it is a library. */
async function resolveList(asking: Asking, siteId: string, listId: string): Resolved {
  const at = `${sitePath(siteId)}/lists/${segment(listId)}`
  const reply = await getOne(asking, `${at}?$select=id,displayName,name,webUrl,list,system`)
  if (!reply.ok) return reply
  const known = list(siteId, { ...fields(reply.value), id: listId })
  if (!known) return nothing
  const facts = await siteFacts(asking, siteId)
  if (!known.isLibrary) return ok(inSite(asCandidate(known), facts))
  return found(await getOne(asking, `${at}/drive?${options}`), (drive) => {
    const driveId = idIn(fields(drive)?.id)
    const target: Target = { kind: 'site-library', siteId, listId, driveId: driveId ?? '' }
    const library = driveId === null ? null : anyDrive(drive, target)
    return library && inSite(library, facts)
  })
}

async function resolveGroup(asking: Asking, groupId: string): Resolved {
  const drive = await getOne(asking, `/groups/${segment(groupId)}/drive?${options}`)
  return found(drive, (value) => groupDrive(groupId, null, value))
}

/** What a pasted link or id leads to. */
export async function findPointed(
  look: Look,
  pointer: Exclude<Pointer, { kind: 'other' }>,
): Promise<Result<CandidatePage, GraphError>> {
  switch (pointer.kind) {
    case 'sharing':
      return alone(await resolveSharing(look, pointer.url))
    case 'site':
      return findAtSite(look, pointer)
    case 'site-id':
      return findInSite(look, pointer.siteId)
    case 'own-drive':
      return alone(await resolve(look, { kind: 'own-drive', driveId: null }))
    case 'drive':
      return withItsList(await resolve(look, pointer))
    case 'drive-list':
      return alone(await resolve(look, pointer))
    case 'group':
      return alone(await resolveGroup(look, pointer.groupId))
    case 'list':
      return alone(await resolveList(look, pointer.siteId, pointer.listId))
  }
}

/** The drive in which a shared item lies. Some links want to be redeemed before they open anything (protocol.md 4.1). */
async function resolveSharing(asking: Asking, url: string): Resolved {
  const path = `/shares/u!${Buffer.from(url).toString('base64url')}/driveItem`
  const plain = await getOne(asking, path)
  const isClosed = !plain.ok && (plain.error.kind === 'forbidden' || plain.error.kind === 'not-found')
  const item = isClosed ? await getOne(asking, path, { Prefer: 'redeemSharingLink' }) : plain
  if (!item.ok) return item
  const shared = fields(item.value)
  const remote = fields(shared?.remoteItem)
  const driveId = idIn(fields((remote ?? shared)?.parentReference)?.driveId)
  if (driveId === null) return nothing
  const drive = await resolve(asking, { kind: 'drive', driveId })
  if (drive.ok || drive.error.kind !== 'forbidden') return drive
  // The item opens, its drive does not say what it is called.
  return found(ok({ id: driveId, name: nameIn(shared?.name) }), (value) => anyDrive(value))
}

/** The library or list a page belongs to, else all there is in the site. */
async function findAtSite(
  look: Look,
  { host, sitePath: path, url }: Extract<Pointer, { kind: 'site' }>,
): Promise<Result<CandidatePage, GraphError>> {
  const site = await getOne(look, `/sites/${segment(host)}${path === '' ? '' : `:${path}`}?$select=id`)
  const siteId = site.ok ? idIn(fields(site.value)?.id) : null
  if (!site.ok) return site
  if (siteId === null) return nothing
  const inside = await findInSite(look, siteId)
  if (!inside.ok) return inside
  const around = inside.value.rows.filter(({ webUrl }) => webUrl !== null && isWithin(url, webUrl))
  return ok(around.length > 0 ? { ...inside.value, rows: around } : inside.value)
}

function isWithin(url: string, place: string): boolean {
  const [inner, outer] = [url, place].map((each) => {
    const parsed = URL.parse(each)
    return parsed && parsed.host + parsed.pathname.replace(/\/$/, '')
  })
  if (!inner || !outer) return false
  return inner === outer || inner.startsWith(`${outer}/`)
}

/** A library can be listened to as a drive or as the list behind it: for the day one of them is refused. */
function withItsList(drive: Result<Followable, GraphError>): Result<CandidatePage, GraphError> {
  const single = alone(drive)
  if (!drive.ok || !single.ok) return single
  const { choice, icon } = drive.value
  if (icon !== 'library' || choice.target.kind !== 'drive') return single
  const list: Target = { kind: 'drive-list', driveId: choice.target.driveId }
  const asList: Followable = {
    ...drive.value,
    choice: { kind: 'target', target: list },
    place: { kind: 'as-list', place: drive.value.place },
    icon: 'list',
  }
  return ok({ ...single.value, rows: [drive.value, asList] })
}

function alone(one: Result<Followable, GraphError>): Result<CandidatePage, GraphError> {
  return one.ok ? ok({ rows: [one.value], next: null, note: null }) : one
}

function found(
  reply: Result<unknown, GraphError>,
  read: (value: unknown) => Followable | null,
): Result<Followable, GraphError> {
  if (!reply.ok) return reply
  const candidate = read(reply.value)
  return candidate ? ok(candidate) : nothing
}

const nothing = fail(graphError({ kind: 'malformed' }))
