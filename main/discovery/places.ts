import type { Message } from '../../preload/words/phrase.ts'
import * as z from 'zod'
import { ok, type Result } from '../kit/result.ts'
import {
  anyDrive,
  type Candidate,
  contentsOf,
  drivesOfShared,
  groupDrive,
  ownDrive,
  site,
  type SiteFacts,
} from './followable.ts'
import { fields, idIn, nameIn, segment, sitePath } from '../graph/untyped.ts'
import type { GraphError } from '../graph/graph-error.ts'
import type { Graph } from '../graph/graph.ts'

/** A look for what can be followed: who asks, where to read on, and when to stop. */
export interface Look {
  readonly graph: Graph
  /** Where the page before ended: opaque, and never for the window. */
  readonly from: string | null
  readonly signal: AbortSignal
}

/** One page of what was found. */
export interface CandidatePage {
  readonly rows: readonly Candidate[]
  readonly next: string | null
  readonly note: Message | null
}

type Headers = Readonly<Record<string, string>>

type Looked = Promise<Result<CandidatePage, GraphError>>

const listSchema = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() })
const driveFields = 'id,name,driveType,webUrl,owner'

/**
 * The account's own drives. The list of all of them is at times refused, and at times names phantoms (protocol.md
 * 4.1).
 */
export async function findMine(look: Look): Looked {
  const own = look.from === null ? await getOne(look, `/me/drive?$select=${driveFields}`) : null
  if (own && !own.ok && own.error.kind !== 'not-found') return own
  const mine = own?.ok ? ownDrive(own.value) : null
  const all = await getList(look, look.from ?? `/me/drives?$select=${driveFields}`)
  if (!all.ok) return look.from === null ? page(mine ? [mine] : [], null, mine ? null : noOneDrive) : all
  const ownId = fields(own?.ok ? own.value : null)?.id
  const others = all.value.rows
    .filter((drive) => fields(drive)?.id !== ownId)
    .flatMap((drive) => anyDrive(drive) ?? [])
  return page(
    [...(mine ? [mine] : []), ...others],
    all.value.next,
    mine || look.from !== null ? null : noOneDrive,
  )
}

const noOneDrive: Message = { key: 'discover.note.no-onedrive' }
const retiring: Message = { key: 'discover.note.retiring' }

/** Drives of others with something in them that is shared with the account. */
export async function findShared(look: Look): Looked {
  const listed = await getList(look, look.from ?? '/me/drive/sharedWithMe?allowexternal=true')
  const rows = listed.ok ? drivesOfShared(listed.value.rows) : []
  if (look.from !== null || (listed.ok && rows.length > 0)) {
    return listed.ok ? page(rows, listed.value.next, retiring) : listed
  }
  // The list may be gone for good; a search through one's own drive finds shared items too (protocol.md 4.1).
  const searched = await getList(
    look,
    `/me/drive/root/search(q='*')?$select=id,name,webUrl,remoteItem,shared`,
  )
  if (searched.ok) return page(drivesOfShared(searched.value.rows), searched.value.next, retiring)
  return listed.ok ? page([], null, retiring) : listed
}

/** Sites by text; those the account follows at Microsoft when there is none. */
export async function findSites(look: Look, search: string): Looked {
  const options = '$select=id,displayName,name,webUrl,isPersonalSite'
  const first =
    search === '' ? `/me/followedSites?${options}` : `/sites?search=${encodeURIComponent(search)}&${options}`
  const found = await getList(look, look.from ?? first)
  if (!found.ok) return found
  const rows = found.value.rows.flatMap((each) => site(each) ?? [])
  const isBare = search === '' && look.from === null && rows.length === 0
  return page(rows, found.value.next, isBare ? { key: 'discover.note.no-sites' } : null)
}

/** A site's libraries, and its lists that are none. */
export async function findInSite(look: Look, siteId: string): Looked {
  const at = sitePath(siteId)
  const [facts, drives, lists] = await Promise.all([
    siteFacts(look, siteId),
    getAll(look, `${at}/drives?$select=${driveFields},sharepointIds`),
    getAll(look, `${at}/lists?$select=id,displayName,name,webUrl,list,system`),
  ])
  if (!drives.ok && !lists.ok) return drives
  const note =
    drives.ok && lists.ok
      ? null
      : ({ key: drives.ok ? 'discover.note.no-lists' : 'discover.note.no-libraries' } as const)
  return page(
    contentsOf(siteId, facts, drives.ok ? drives.value : [], lists.ok ? lists.value : []),
    null,
    note,
  )
}

/** What a site calls itself and which library is its default one, as far as it says. */
export async function siteFacts(asking: Pick<Look, 'graph' | 'signal'>, siteId: string): Promise<SiteFacts> {
  const [site, drive] = await Promise.all([
    getOne(asking, `${sitePath(siteId)}?$select=id,displayName`),
    getOne(asking, `${sitePath(siteId)}/drive?$select=id`),
  ])
  return {
    title: site.ok ? nameIn(fields(site.value)?.displayName) : null,
    libraryId: drive.ok ? idIn(fields(drive.value)?.id) : null,
  }
}

/** Each costs a question for its drive, so there are so many on a page. */
const groupsAtOnce = 20

/** The account's teams, and its groups as far as it may know their names. */
export async function findTeams(look: Look): Looked {
  const teams = await getAll(look, '/me/joinedTeams')
  const options = '$count=true&$select=id,displayName,groupTypes,resourceProvisioningOptions'
  // a cast to groups is answered only so (protocol.md 4.1)
  const eventual = { ConsistencyLevel: 'eventual' }
  const groups = await getAll(look, `/me/memberOf/microsoft.graph.group?${options}`, eventual)
  if (!teams.ok && !groups.ok) return teams
  const names = new Map<string, string | null>()
  for (const each of [
    ...(teams.ok ? teams.value : []),
    ...(groups.ok ? groups.value.filter(hasDrive) : []),
  ]) {
    const [id, name] = [idIn(fields(each)?.id), nameIn(fields(each)?.displayName)]
    if (id !== null) names.set(id, names.get(id) ?? name)
  }
  const named = [...names].filter(([, name]) => name !== null)
  const start = Number(look.from ?? 0)
  const some = named.slice(start, start + groupsAtOnce)
  const rows = await Promise.all(some.map(([id, name]) => findGroup(look, id, name)))
  const next = start + groupsAtOnce < named.length ? String(start + groupsAtOnce) : null
  return page(rows, next, named.length < names.size ? nameless : null)
}

const nameless: Message = { key: 'discover.note.nameless' }

/** Security groups have no drive. */
function hasDrive(group: unknown): boolean {
  const types = fields(group)?.groupTypes
  return !Array.isArray(types) || types.includes('Unified')
}

async function findGroup(look: Look, id: string, name: string | null): Promise<Candidate> {
  const drive = await getOne(look, `/groups/${segment(id)}/drive?$select=${driveFields}`)
  const found = drive.ok ? groupDrive(id, name, drive.value) : null
  if (found) return found
  const why =
    !drive.ok && drive.error.kind === 'not-found'
      ? ({ key: 'discover.closed.empty' } as const)
      : !drive.ok && drive.error.kind === 'forbidden'
        ? ({ key: 'discover.closed.forbidden' } as const)
        : ({ key: 'discover.closed.unknown' } as const)
  return {
    choice: { kind: 'closed', why },
    name: name ?? { kind: 'group' },
    place: '',
    icon: 'team',
    webUrl: null,
  }
}

/** One thing, as far as it is an object. */
export async function getOne(
  { graph, signal }: Pick<Look, 'graph' | 'signal'>,
  path: string,
  headers: Headers = {},
): Promise<Result<unknown, GraphError>> {
  const reply = await graph.get(path, z.looseObject({}), { signal, headers })
  return reply.ok ? ok(reply.value.body) : reply
}

/** One page of a collection. */
export async function getList(
  { graph, signal }: Pick<Look, 'graph' | 'signal'>,
  path: string,
  headers: Headers = {},
): Promise<Result<{ readonly rows: readonly unknown[]; readonly next: string | null }, GraphError>> {
  const reply = await graph.get(path, listSchema, { signal, headers })
  if (!reply.ok) return reply
  const { value, '@odata.nextLink': next } = reply.value.body
  return ok({ rows: value, next: next !== undefined && graph.owns(next) ? next : null })
}

/** More than any site or person has; also the end of a collection that never ends. */
const mostPages = 20

/** A whole collection, page by page, as far as it can be had. */
export async function getAll(
  look: Pick<Look, 'graph' | 'signal'>,
  path: string,
  headers: Headers = {},
): Promise<Result<readonly unknown[], GraphError>> {
  const rows: unknown[] = []
  let at: string | null = path
  for (let pages = 0; at !== null && pages < mostPages; pages++) {
    const page: Awaited<ReturnType<typeof getList>> = await getList(look, at, headers)
    if (!page.ok) return pages === 0 ? page : ok(rows)
    rows.push(...page.value.rows)
    at = page.value.next
  }
  return ok(rows)
}

const page = (rows: readonly Candidate[], next: string | null, note: Message | null) =>
  ok({ rows, next, note })
