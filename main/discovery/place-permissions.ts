import type { Message } from '../../preload/words/phrase.ts'
import type { Place } from '../../preload/contract/discovery.ts'
import type { Pointer } from './pasted-link.ts'

/** What has to be allowed before a look, and what it is for (interface.md 5: 36). */
export interface Permission {
  readonly scopes: readonly string[]
  readonly purpose: Message
}

const sharedFiles: Permission = {
  scopes: ['Files.Read.All'],
  purpose: { key: 'discover.purpose.shared' },
}
const sites: Permission = {
  scopes: ['Sites.Read.All'],
  purpose: { key: 'discover.purpose.sites' },
}
const teams: Permission = {
  scopes: ['Team.ReadBasic.All', 'Files.Read.All'],
  purpose: { key: 'discover.purpose.teams' },
}

/** All that the picker asks for. */
export const pickerScopes: readonly string[] = [sharedFiles, sites, teams].flatMap(({ scopes }) => scopes)

/** What a place of the picker needs, the least first (protocol.md 4.1); null where the sign-in allows it already. */
export function permissionFor(place: Exclude<Place, { kind: 'link' }>): Permission | null {
  switch (place.kind) {
    case 'mine':
      return null
    case 'shared':
      return sharedFiles
    case 'sites':
    case 'site':
      return sites
    case 'teams':
      return teams
  }
}

/** What following a link needs. */
export function permissionForLink(pointer: Pointer): Permission | null {
  switch (pointer.kind) {
    case 'site':
    case 'site-id':
    case 'list':
      return sites
    case 'sharing':
    case 'group':
      return sharedFiles
    case 'drive':
    case 'drive-list':
    case 'own-drive':
    case 'other':
      return null
  }
}

/** A drive by its id may be one's own, which needs nothing more; another's is first refused, and then asked for. */
export const permissionOnceRefused: Permission = sharedFiles

/** What Microsoft is going to ask, said before it does. */
export const permissionAsked = (
  missing: readonly string[],
  { purpose }: Pick<Permission, 'purpose'>,
): Message => ({
  key: 'discover.consent',
  values: { n: missing.length, purpose },
})
