import * as z from 'zod'
import { addressIn, fields, type Fields, idIn, instant, nameIn } from './untyped.ts'

/** A file, folder or other thing in a drive: the few facts we believe. Times are milliseconds since 1970. */
export interface DriveItem {
  readonly id: string
  readonly name: string | null
  readonly parentId: string | null
  /** `entry`: a line of a list that holds no files; `item`: none of what we know. */
  readonly kind: 'file' | 'folder' | 'package' | 'album' | 'shortcut' | 'root' | 'entry' | 'item'
  readonly deleted: boolean
  readonly size: number | null
  readonly eTag: string | null
  readonly cTag: string | null
  /** With the name of its algorithm in front; of an album, how many things are in it. */
  readonly hash: string | null
  readonly createdAt: number | null
  readonly modifiedAt: number | null
  readonly createdBy: Actor | null
  readonly modifiedBy: Actor | null
  /** Fingerprint of how it is shared; null when it is not. */
  readonly sharing: string | null
  /** How it is shared; null when it is not. */
  readonly shared: Shared | null
  /** Graph says it appears because its sharing changed (protocol.md 2.1). */
  readonly sharingChanged: boolean
  readonly malware: boolean
  readonly webUrl: string | null
}

/** Who did something, as far as Graph tells. */
export interface Actor {
  readonly kind: 'user' | 'application' | 'device' | 'group'
  /** Null for guests who came by a sharing link. */
  readonly id: string | null
  readonly name: string | null
  /** Undocumented but common (protocol.md 2.6). */
  readonly email: string | null
}

/** For whom something was shared: the link opens for anyone, for the organization, or for the named ones. */
export type SharingScope = 'anonymous' | 'organization' | 'users'

/** How something is shared (protocol.md 2.7). */
export interface Shared {
  readonly scope: SharingScope | null
  readonly by: Actor | null
}

/** Reads one item of a delta; null when it has no usable id. Written by hand: first indexes read very many. */
export function parseItem(value: unknown): DriveItem | null {
  const item = fields(value)
  const id = idIn(item?.id)
  if (!item || id === null) return null
  const shared = sharedFacet(item.shared)
  return {
    id,
    name: nameIn(item.name),
    parentId: idIn(fields(item.parentReference)?.id),
    kind: kindOf(item),
    deleted: fields(item.deleted) !== null,
    size: size(item.size),
    eTag: idIn(item.eTag),
    cTag: idIn(item.cTag),
    hash: hashOf(fields(fields(item.file)?.hashes)) ?? countOf(fields(item.bundle)),
    createdAt: instant(item.createdDateTime),
    modifiedAt: instant(item.lastModifiedDateTime),
    createdBy: actorOf(item.createdBy),
    modifiedBy: actorOf(item.lastModifiedBy),
    sharing: shared && fingerprintOf(shared),
    shared: shared && { scope: scopeOf(shared.scope), by: actorOf(shared.sharedBy) },
    sharingChanged: isTrue(item['@microsoft.graph.sharedChanged']),
    malware: fields(item.malware) !== null,
    webUrl: addressIn(item.webUrl),
  }
}

function kindOf(item: Fields): DriveItem['kind'] {
  if (fields(item.root)) return 'root'
  if (fields(item.remoteItem)) return 'shortcut'
  if (fields(item.package)) return 'package'
  if (fields(item.folder)) return 'folder'
  if (fields(item.bundle)) return fields(fields(item.bundle)?.album) ? 'album' : 'item'
  return fields(item.file) ? 'file' : 'item'
}

const hashNames = ['quickXorHash', 'sha256Hash', 'sha1Hash'] as const

function hashOf(hashes: Fields | null): string | null {
  for (const algorithm of hashNames) {
    const hash = idIn(hashes?.[algorithm])
    if (hash !== null) return `${algorithm}:${hash}`
  }
  return null
}

/** A bundle (an album, or things shared together) has no content of its own. */
function countOf(bundle: Fields | null): string | null {
  return typeof bundle?.childCount === 'number' ? `childCount:${bundle.childCount}` : null
}

/** Who may stand in an identitySet; SharePoint adds its own view of the same user or group (protocol.md 2.6). */
const actorKinds = [
  ['user', 'siteUser'],
  ['application', null],
  ['device', null],
  ['group', 'siteGroup'],
] as const

/** Reads an identitySet: the first member of which anything is known, and SharePoint's own name only when there is no other. */
export function actorOf(value: unknown): Actor | null {
  const identities = fields(value)
  if (identities === null) return null
  let system: Actor | null = null
  for (const [kind, inSite] of actorKinds) {
    const identity = fields(identities[kind])
    const other = inSite === null ? null : fields(identities[inSite])
    if (identity === null && other === null) continue
    const id = idIn(identity?.id) // a site numbers its users itself
    const email = addressOf(identity) ?? addressOf(other)
    const called = words(identity?.displayName) ?? words(other?.displayName) ?? email
    const actor = { id, name: called, email }
    if (kind === 'user' && email === null && isSystem(called)) system = { kind: 'application', ...actor }
    else if (id !== null || called !== null) return { kind, ...actor }
  }
  return system
}

/** An address by any of its names; a login name has it behind a claim, as `i:0#.f|membership|ada@contoso.com`. */
function addressOf(identity: Fields | null): string | null {
  if (identity === null) return null
  const login = words(identity.userPrincipalName) ?? words(identity.loginName)?.split('|').at(-1) ?? null
  return words(identity.email) ?? (login?.includes('@') ? login : null)
}

/** What SharePoint calls itself, and apps that act without a person, where a person's name belongs. */
const isSystem = (called: string | null): boolean =>
  called !== null && /^(sharepoint app|system account)$/i.test(called.trim())

/** A text that shows something. */
const words = (value: unknown): string | null => (nameIn(value)?.trim() ? nameIn(value) : null)

/** An empty facet means "no longer shared" (protocol.md 2.1). */
function sharedFacet(value: unknown): Fields | null {
  const shared = fields(value)
  return shared === null || Object.keys(shared).length === 0 ? null : shared
}

/** See `main/drive/sharing.ts`, where two are compared. */
function fingerprintOf(shared: Fields): string {
  const of = (actor: Actor | null) => actor && [actor.id, actor.name, actor.email]
  const parts = [of(actorOf(shared.owner)), of(actorOf(shared.sharedBy)), instant(shared.sharedDateTime)]
  return JSON.stringify([idIn(shared.scope), ...parts])
}

const scopes = ['anonymous', 'organization', 'users'] as const

const scopeOf = (value: unknown): SharingScope | null =>
  scopes.find((scope) => typeof value === 'string' && scope === value.toLowerCase()) ?? null

/** An annotation, written as a text. */
const isTrue = (value: unknown): boolean => value === true || value === 'True' || value === 'true'

const size = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null

/** The signed-in person, from `/me`. */
export interface Me {
  /** Object id of a work account, 16 hex digits of a personal one. */
  readonly id: string
  readonly name: string | null
  readonly username: string | null
  /** Where mail reaches them; it may be another address. */
  readonly mail: string | null
}

/** A drive, as far as we believe it. */
export interface Drive {
  readonly id: string
  readonly name: string | null
  readonly webUrl: string | null
  /** `personal`, `business`, `documentLibrary`, or what comes next. */
  readonly driveType: string | null
}

const id = z.unknown().optional().transform(idIn).pipe(z.string())
const nullableName = z.unknown().optional().transform(nameIn)

/** Parses `/me`. */
export const meSchema: z.ZodType<Me> = z
  .object({ id, displayName: nullableName, userPrincipalName: nullableName, mail: nullableName })
  .transform(({ id, displayName: name, userPrincipalName, mail }) => ({
    id,
    name,
    username: userPrincipalName ?? mail,
    mail,
  }))

/** Parses a drive. */
export const driveSchema: z.ZodType<Drive> = z.object({
  id,
  name: nullableName,
  webUrl: z.unknown().optional().transform(addressIn),
  driveType: nullableName,
})
