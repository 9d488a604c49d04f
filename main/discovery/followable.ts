import type { Called } from '../../preload/contract/called.ts'
import type { Found, Icon, Target } from '../../preload/contract/discovery.ts'
import { addressIn, canonicalId, type Fields, fields, idIn, nameIn } from '../graph/untyped.ts'

/** Something that could be followed, as people know it. */
export interface Candidate {
  readonly choice: Found['choice']
  readonly name: Called
  /** Owner, site or address. */
  readonly place: Called
  readonly icon: Icon
  readonly webUrl: string | null
}

/** A candidate that can be followed as it is. */
export interface Followable extends Candidate {
  readonly choice: { readonly kind: 'target'; readonly target: Target }
  /** What it is called where its place does not stand beside it: never only "Documents" (words.md). */
  readonly called: Called
}

/** What a site says of itself, as far as it does. */
export interface SiteFacts {
  readonly title: string | null
  /** The drive of its default library. */
  readonly libraryId: string | null
}

/** The account's own OneDrive. */
export function ownDrive(value: unknown): Followable | null {
  const drive = fields(value)
  const driveId = idIn(drive?.id)
  if (!drive || driveId === null) return null
  const own = { kind: 'own-files' } as const
  const words = { name: own, called: own, place: { kind: 'own-onedrive' }, icon: 'own' } as const
  return { ...words, webUrl: addressIn(drive.webUrl), choice: chosen({ kind: 'own-drive', driveId }) }
}

/** Any drive: a person's by its owner's name, a library by its own and its site's. */
export function anyDrive(value: unknown, target?: Target): Followable | null {
  const drive = fields(value)
  const driveId = idIn(drive?.id)
  if (!drive || driveId === null) return null
  const webUrl = addressIn(drive.webUrl)
  const owner = fields(drive.owner)
  const group = nameOf(owner?.group)
  const person = nameOf(owner?.user)
  const isLibrary =
    drive.driveType === 'documentLibrary' || (person === null && drive.driveType !== 'personal')
  const choice = chosen(target ?? { kind: 'drive', driveId })
  const name = nameIn(drive.name)
  if (!isLibrary) {
    const ofPerson: Called = person === null ? (name ?? 'OneDrive') : { kind: 'files-of', name: person }
    return { choice, name: ofPerson, called: ofPerson, place: 'OneDrive', icon: 'person', webUrl }
  }
  const place = group ?? siteIn(webUrl) ?? ''
  const words = { name: name ?? group ?? ({ kind: 'documents' } as const), place }
  return withSite({ ...words, choice, icon: 'library', webUrl }, place, false)
}

/** The drives of others in which something is shared with the account, each once, named by their owner. */
export function drivesOfShared(items: readonly unknown[]): readonly Followable[] {
  const drives = new Map<string, { owner: string | null; webUrl: string | null; names: string[] }>()
  for (const item of items.map(fields)) {
    const remote = fields(item?.remoteItem)
    const driveId = idIn(fields(remote?.parentReference)?.driveId)
    if (!item || !remote || driveId === null) continue
    const owner = ownerOf(remote) ?? ownerOf(item)
    const drive = drives.get(driveId) ?? {
      owner,
      webUrl: addressIn(remote.webUrl) ?? addressIn(item.webUrl),
      names: [],
    }
    drives.set(driveId, { ...drive, owner: drive.owner ?? owner })
    const name = nameIn(remote.name) ?? nameIn(item.name)
    if (name !== null) drive.names.push(name)
  }
  return [...drives].map(([driveId, { owner, webUrl, names }]) => ({
    choice: chosen({ kind: 'drive', driveId }),
    ...named(filesOf(owner)),
    place: shares(names),
    icon: 'person',
    webUrl,
  }))
}

const filesOf = (owner: string | null): Called =>
  owner === null ? { kind: 'shared' } : { kind: 'files-of', name: owner }

/** What of a drive is shared by itself. */
export function sharedIn(items: readonly unknown[], driveId: string): readonly Followable[] {
  return items
    .filter((item) => canonicalId(driveOf(item) ?? '') === canonicalId(driveId))
    .flatMap((item) => sharedItem(item) ?? [])
}

/** A folder that is shared without its drive, or a file: known by whose it is, and as what. */
export function sharedItem(value: unknown): Followable | null {
  const item = fields(value)
  const remote = fields(item?.remoteItem) ?? item
  const [driveId, itemId] = [driveOf(item), idIn(remote?.id)]
  if (!item || !remote || driveId === null || itemId === null) return null
  return {
    choice: chosen({ kind: 'shared-folder', driveId, itemId }),
    ...named(filesOf(ownerOf(remote) ?? ownerOf(item))),
    place: nameIn(remote.name) ?? nameIn(item.name) ?? '',
    icon: 'person',
    webUrl: addressIn(remote.webUrl) ?? addressIn(item.webUrl),
  }
}

function driveOf(value: unknown): string | null {
  const item = fields(value)
  return idIn(fields((fields(item?.remoteItem) ?? item)?.parentReference)?.driveId)
}

/** A site, to be looked into. Personal sites are people's OneDrives and no places of their own. */
export function site(value: unknown): Candidate | null {
  const found = fields(value)
  const siteId = idIn(found?.id)
  if (!found || siteId === null || found.isPersonalSite === true) return null
  const webUrl = addressIn(found.webUrl)
  const name = nameIn(found.displayName) ?? nameIn(found.name) ?? siteIn(webUrl) ?? { kind: 'site' as const }
  return { choice: { kind: 'site', siteId }, name, place: address(webUrl), icon: 'site', webUrl }
}

/** The libraries of a site, and its lists that are none. A library is followed as the list it is, when that is known. */
export function contentsOf(
  siteId: string,
  facts: SiteFacts,
  drives: readonly unknown[],
  lists: readonly unknown[],
): readonly Followable[] {
  const known = lists.flatMap((each) => list(siteId, each) ?? [])
  const libraries = drives.flatMap((value) => {
    const drive = fields(value)
    const driveId = idIn(drive?.id)
    if (!drive || driveId === null || fields(drive.system)) return []
    const webUrl = addressIn(drive.webUrl)
    const ofUrl = known.find((each) => each.isLibrary && each.webUrl !== null && each.webUrl === webUrl)
    if (ofUrl?.isHidden) return []
    const listId = idIn(fields(drive.sharepointIds ?? drive.sharePointIds)?.listId) ?? ofUrl?.listId ?? null
    const target: Target =
      listId === null ? { kind: 'drive', driveId } : { kind: 'site-library', siteId, listId, driveId }
    const library = anyDrive({ ...drive, driveType: 'documentLibrary' }, target)
    return library ? inSite(library, facts) : []
  })
  return [
    ...libraries,
    ...known
      .filter(({ isLibrary, isHidden }) => !isLibrary && !isHidden)
      .map((each) => inSite(asCandidate(each), facts)),
  ]
}

interface List {
  readonly siteId: string
  readonly listId: string
  readonly name: Called
  readonly webUrl: string | null
  readonly isLibrary: boolean
  readonly isHidden: boolean
}

/** A list of a site; null when it has no id. */
export function list(siteId: string, value: unknown): List | null {
  const found = fields(value)
  const listId = idIn(found?.id)
  if (!found || listId === null) return null
  const facet = fields(found.list)
  return {
    siteId,
    listId,
    name: nameIn(found.displayName) ?? nameIn(found.name) ?? { kind: 'list' },
    webUrl: addressIn(found.webUrl),
    isLibrary: nameIn(facet?.template)?.toLowerCase().endsWith('library') ?? false,
    isHidden: facet?.hidden === true || fields(found.system) !== null,
  }
}

/** The same, with its site's own name instead of its address; the default library is called as its site. */
export function inSite(library: Followable, { title, libraryId }: SiteFacts): Followable {
  const { target } = library.choice
  const isDefault = 'driveId' in target && target.driveId !== null && target.driveId === libraryId
  const site = title ?? (typeof library.place === 'string' ? library.place : '')
  return withSite({ ...library, place: site }, site, isDefault)
}

function withSite(library: Omit<Followable, 'called'>, site: string, isDefault: boolean): Followable {
  const { name } = library
  if (site === '' || site === name) return { ...library, called: name }
  return { ...library, called: isDefault ? site : { kind: 'in-site', name, site } }
}

const named = (name: Called) => ({ name, called: name })

/** A list that is no library. */
export function asCandidate({ siteId, listId, name, webUrl }: List): Followable {
  const choice = chosen({ kind: 'site-list', siteId, listId })
  const site = siteIn(webUrl) ?? ''
  return withSite({ choice, name, place: site, icon: 'list', webUrl }, site, false)
}

/** A group or team by its drive. */
export function groupDrive(groupId: string, name: string | null, value: unknown): Followable | null {
  const drive = fields(value)
  const driveId = idIn(drive?.id)
  if (!drive || driveId === null) return null
  const title = name ??
    nameOf(fields(drive.owner)?.group) ??
    siteIn(addressIn(drive.webUrl)) ?? { kind: 'group' as const }
  const choice = chosen({ kind: 'group-drive', groupId, driveId })
  return {
    choice,
    ...named(title),
    place: nameIn(drive.name) ?? { kind: 'documents' },
    icon: 'team',
    webUrl: addressIn(drive.webUrl),
  }
}

const chosen = (target: Target) => ({ kind: 'target', target }) as const

const nameOf = (identity: unknown): string | null =>
  nameIn(fields(identity)?.displayName) ?? nameIn(fields(identity)?.email)

function ownerOf(item: Fields): string | null {
  const shared = fields(item.shared)
  const people = [fields(shared?.owner)?.user, fields(shared?.sharedBy)?.user, fields(item.createdBy)?.user]
  return people.map(nameOf).find((name) => name !== null) ?? null
}

/** Two names, or one and how many more there are. */
function shares(names: readonly string[]): Called {
  const named = names.length > 2 ? 1 : names.length
  return { kind: 'shares', names: names.slice(0, named), more: names.length - named }
}

/** The name of a site as its address has it. */
function siteIn(webUrl: string | null): string | null {
  const url = webUrl === null ? null : URL.parse(webUrl)
  const name = url && /^\/(?:sites|teams)\/([^/]+)/.exec(url.pathname)?.[1]
  return name?.replaceAll('%20', ' ') ?? null
}

const address = (webUrl: string | null) => (webUrl ?? '').replace(/^https?:\/\//, '')
