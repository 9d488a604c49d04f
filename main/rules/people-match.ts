import type { Rules, Someone } from '../../preload/contract/rules.ts'
import { isSameText } from '../../preload/words/fold.ts'
import type { Actor } from '../graph/schemas.ts'
import { canonicalId } from '../graph/untyped.ts'
import type { StoredChange } from '../history/stored-change.ts'

type Done = Pick<StoredChange, 'who' | 'kind'>

/** Did someone signed in here do it, on this computer or any other? By id or by address (protocol.md 2.6). */
export function isOwn({ who }: Pick<StoredChange, 'who'>, ownNames: ReadonlySet<string>): boolean {
  if (who?.kind !== 'user') return false
  const own = new Set([...ownNames].map(inAnyCase))
  const names = [who.id, who.email, who.email && atHome(who.email)]
  return names.some((name) => name !== null && own.has(inAnyCase(name)))
}

/** The address behind the one that an organization gives to a guest, as `ada_contoso.com#EXT#@fabrikam.onmicrosoft.com`. */
const atHome = (email: string) => email.replace(/^([^#]+)_([^_#]+)#ext#@.*$/i, '$1@$2')

/** Of addresses no spelling is another one's. */
const inAnyCase = (name: string) => canonicalId(name).toLowerCase()

/** An app or a device did it, not a person. */
export const isApp = (who: Actor | null): boolean => who?.kind === 'application' || who?.kind === 'device'

/**
 * Someone from outside: without an id and an address in the organization, or with the address Microsoft gives to guests.
 * Where nobody is named at all, a
 * sharing link was used; but of what is deleted, moved or shared, Microsoft often does not say who did it
 * (protocol.md 2.6).
 */
function isGuest({ who, kind }: Done, ownDomains: ReadonlySet<string>): boolean {
  if (who === null) return kind === 'edited'
  if (who.kind !== 'user') return false
  if (/#ext#/i.test(`${who.email ?? ''} ${who.name ?? ''}`)) return true
  const domain = who.email?.split('@').at(-1)?.toLowerCase()
  return who.id === null && !(domain !== undefined && ownDomains.has(domain))
}

/** Who did it, as a rule or a mute names them; null when nobody is known. */
export function someoneWho(change: Done): Someone | null {
  const { who } = change
  if (who && isApp(who)) return who.id || who.name ? { kind: 'app', ...keyOf(who) } : null
  if (who && (who.id !== null || who.name !== null)) return { kind: 'person', ...keyOf(who) }
  return isGuest(change, nobodys) ? { kind: 'guests' } : null
}

const keyOf = ({ id, name }: Actor) => ({ id: id?.slice(0, 400) ?? null, name: (name ?? '').slice(0, 400) })

/** Where nobody is named, no address decides. */
const nobodys: ReadonlySet<string> = new Set()

/** Is a change one of theirs? By id, or by name where one of the two has no id. */
export function isBy(someone: Someone, change: Done, ownDomains: ReadonlySet<string>): boolean {
  if (someone.kind === 'guests') return isGuest(change, ownDomains)
  const { who } = change
  if (!who || isApp(who) !== (someone.kind === 'app')) return false
  if (someone.id !== null && who.id !== null) return canonicalId(someone.id) === canonicalId(who.id)
  return someone.name !== '' && who.name !== null && isSameText(someone.name, who.name)
}

/** Why a rule about people leaves a change out: it tells only some, or all but one. Null when it lets it pass. */
export type PeopleMatch =
  | { readonly kind: 'not-among'; readonly who: readonly Someone[] }
  | { readonly kind: 'excepted'; readonly someone: Someone; readonly who: readonly Someone[] }

/** Does the rule leave it out? */
export function peopleMatch(
  people: Rules['people'],
  change: Done,
  ownDomains: ReadonlySet<string>,
): PeopleMatch | null {
  if (people.kind === 'everyone') return null
  const someone = people.who.find((each) => isBy(each, change, ownDomains))
  if (people.kind === 'only') return someone ? null : { kind: 'not-among', who: people.who }
  return someone ? { kind: 'excepted', someone, who: people.who } : null
}
