import type { AccountInfo } from '@azure/msal-node'

/** The tenant of every personal account (graph.md 5.1). */
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** Why an account has to sign in again. */
export type SignedOutReason =
  'ran-out' | 'password-changed' | 'confirm' | 'permissions-withdrawn' | 'not-allowed' | 'not-kept'

/** What may be known of an account without its sign-in: the public facts that settings keep. */
export interface RememberedAccount {
  /** MSAL's homeAccountId, `<uid>.<utid>`: the stable key (platform.md 4.5). */
  readonly id: string
  readonly name: string
  readonly username: string
  readonly type: 'work' | 'personal'
  readonly tenantId: string
  /** The id in Graph's `/me`, by which own changes are known; null until Graph was asked. */
  readonly graphId: string | null
  readonly scopes: readonly string[]
}

/** A signed-in Microsoft account, or one that was. */
export interface Account extends RememberedAccount {
  readonly state:
    | { readonly kind: 'signed-in' }
    | { readonly kind: 'signed-out'; readonly reason: SignedOutReason; readonly sentence: string }
}

/**
 * The public facts of a sign-in. They come from the id token, whose signature nobody checks: good for showing, never
 * for deciding. Who someone is to Graph is learned from `/me`.
 */
export function rememberedFrom(
  info: Pick<AccountInfo, 'homeAccountId' | 'username' | 'tenantId'> & { name?: string | undefined },
  scopes: readonly string[],
): RememberedAccount {
  return {
    id: info.homeAccountId,
    name: shown(info.name) || shown(info.username) || 'Microsoft account',
    username: shown(info.username),
    type: info.tenantId === personalTenant ? 'personal' : 'work',
    tenantId: info.tenantId,
    graphId: null,
    scopes: permissions(scopes),
  }
}

/** Scopes as people read them: without those of the sign-in itself and without Graph's address. */
export function permissions(scopes: readonly string[]): readonly string[] {
  const ofSignIn = new Set(['openid', 'profile', 'email', 'offline_access'])
  const names = scopes.map((scope) => scope.replace(/^https:\/\/[^/]+\//, ''))
  return [...new Set(names)].filter((name) => name !== '' && !ofSignIn.has(name)).sort()
}

/** A claim can be anything. */
function shown(claim: unknown): string {
  return typeof claim === 'string' ? claim.slice(0, 320) : ''
}
