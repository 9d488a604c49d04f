import { entryOf } from '../kit/table.ts'
import type { Cloud } from './clouds.ts'

/** What is asked for at sign-in; all else when somebody needs it (protocol.md 5.2). */
export const signInScopes: readonly string[] = ['User.Read', 'Files.Read']

/**
 * What else allows the same, beside the scope itself (protocol.md 1.2, 2.1, 4.1). Every drive of others lies in a
 * site, so whoever may read all sites may read those too.
 */
const coveredBy: Readonly<Record<string, readonly string[]>> = {
  'User.Read': ['User.ReadWrite', 'User.Read.All', 'User.ReadWrite.All'],
  'Files.Read': ['Files.ReadWrite', 'Files.Read.All'],
  'Files.ReadWrite': ['Files.ReadWrite.All'],
  'Files.Read.All': ['Files.ReadWrite.All', 'Sites.Read.All'],
  'Files.ReadWrite.All': ['Sites.ReadWrite.All'],
  'Sites.Read.All': ['Sites.ReadWrite.All'],
  'Sites.ReadWrite.All': ['Sites.Manage.All'],
  'Sites.Manage.All': ['Sites.FullControl.All'],
  'Team.ReadBasic.All': ['TeamSettings.Read.All', 'TeamSettings.ReadWrite.All', 'Directory.Read.All'],
  'GroupMember.Read.All': ['GroupMember.ReadWrite.All', 'Group.Read.All', 'Directory.Read.All'],
  'Group.Read.All': ['Group.ReadWrite.All', 'Directory.ReadWrite.All'],
  'Directory.Read.All': ['Directory.ReadWrite.All'],
}

/** Scopes that no personal account has, for it has no organization. */
const ofOrganizations =
  /^(?:Sites|Team\w*|Group\w*|Channel\w*|Chat\w*|Directory|Presence|User\.(?!Read\.All$)\w+\.All$|OnlineMeeting\w*)\b/i

/** What an account may do, and of what kind it is. */
interface Granted {
  readonly scopes: readonly string[]
  readonly type: 'work' | 'personal'
}

/**
 * Those of these scopes that an account was not given word for word; what its kind can never have is left out. A greater
 * permission is not enough everywhere (protocol.md 3.5).
 */
export function ungranted({ scopes, type }: Granted, wanted: readonly string[]): readonly string[] {
  const granted = namesOf(scopes)
  const possible = wanted.filter((scope) => type === 'work' || !ofOrganizations.test(scope))
  return [...new Set(possible)].filter((scope) => !granted.has(scope.toLowerCase()))
}

/** What has to be asked for before an account can do what needs these scopes or something greater. */
export function missingScopes(account: Granted, needed: readonly string[]): readonly string[] {
  const granted = namesOf(account.scopes)
  return ungranted(account, needed).filter((scope) => !isCovered(scope, granted))
}

const namesOf = (scopes: readonly string[]): ReadonlySet<string> =>
  new Set(scopes.map((scope) => scope.toLowerCase()))

/** Scopes as a cloud wants them written: a bare name means the global Graph (protocol.md 5.1). */
export function scopesIn({ name, graphOrigin }: Cloud, scopes: readonly string[]): string[] {
  return scopes.map((scope) => (name === 'global' ? scope : `${graphOrigin}/${scope}`))
}

/** A scope's name without Graph's address. */
export function bareScope(scope: string): string {
  return scope.replace(/^https:\/\/[^/]+\//, '')
}

/** Scopes as people read them: without those of the sign-in itself and without Graph's address. */
export function permissions(scopes: readonly string[]): readonly string[] {
  const ofSignIn = new Set(['openid', 'profile', 'email', 'offline_access'])
  const names = scopes.map(bareScope)
  return [...new Set(names)].filter((name) => name !== '' && !ofSignIn.has(name)).sort()
}

/** All of both, once each. */
export function union(some: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...some, ...more])]
}

function isCovered(scope: string, granted: ReadonlySet<string>): boolean {
  if (granted.has(scope.toLowerCase())) return true
  return (entryOf(coveredBy, scope) ?? []).some((greater) => isCovered(greater, granted))
}
