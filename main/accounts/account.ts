import type { Message } from '../../preload/words/phrase.ts'
import type { AccountInfo } from '@azure/msal-node'
import type { CloudName } from './clouds.ts'
import { permissions } from './scopes.ts'
import { fail, ok, type Result } from '../kit/result.ts'

/** The tenant of every personal account (protocol.md 5.1). */
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** Why an account has to sign in again. */
export type SignedOutReason =
  | 'ran-out'
  | 'password-changed'
  | 'confirm'
  | 'permissions-withdrawn'
  | 'not-allowed'
  | 'not-kept'
  /** Not the person is at fault: Microsoft does not accept the application id. It may again, and is asked hourly. */
  | 'app-refused'

interface AccountFacts {
  /** The stable key, as {@link accountId} makes it. */
  readonly id: string
  readonly name: string
  readonly username: string
  readonly type: 'work' | 'personal'
  readonly cloud: CloudName
  /**
   * Where it signs in: its home. A guest elsewhere is this same account; its tokens are of its home tenant, so its own
   * drive and what is shared with it there work, and drives that live in the host's tenant do not (protocol.md 4.3).
   */
  readonly tenantId: string
  /** The id in Graph's `/me`, by which own changes are known; null until Graph was asked. */
  readonly graphId: string | null
  /** The address in `/me`, empty when there is none; null until Graph was asked. */
  readonly mail: string | null
  readonly scopes: readonly string[]
  /** Scopes that only an administrator can allow and that were asked for. */
  readonly awaited: readonly string[]
}

/** What may be known of an account without its sign-in: the public facts that settings keep. */
export interface RememberedAccount extends AccountFacts {
  /** Why its sign-in ended, when it has: said once, also across restarts. */
  readonly ended: SignedOutReason | null
}

/** A signed-in Microsoft account, or one that was. */
export interface Account extends AccountFacts {
  readonly state:
    | { readonly kind: 'signed-in' }
    | {
        readonly kind: 'signed-out'
        readonly reason: SignedOutReason
        /** Microsoft's number for it, where it helps to find the cause. */
        readonly code: string | null
      }
}

/**
 * The key of an account: MSAL's homeAccountId, `<uid>.<utid>` (platform.md 4.5), and outside the global cloud the
 * cloud's name behind it. So what is kept for one cloud is never found for another.
 */
export function accountId(homeAccountId: string, cloud: CloudName): string {
  return cloud === 'global' ? homeAccountId : `${homeAccountId}@${cloud}`
}

/** What {@link accountId} was made from. */
export function homeAccountIdOf(id: string): string {
  return id.split('@')[0] ?? id
}

/**
 * The public facts of a sign-in. They come from the id token, whose signature nobody checks: good for showing, never
 * for deciding. Who someone is to Graph is learned from `/me`.
 */
export function factsOf(
  info: Pick<AccountInfo, 'homeAccountId' | 'username' | 'tenantId'> & { name?: string | undefined },
  cloud: CloudName,
  scopes: readonly string[],
): AccountFacts {
  return {
    id: accountId(info.homeAccountId, cloud),
    name: shown(info.name) || shown(info.username),
    username: shown(info.username),
    type: info.tenantId === personalTenant ? 'personal' : 'work',
    cloud,
    tenantId: info.tenantId,
    graphId: null,
    mail: null,
    scopes: permissions(scopes),
    awaited: [],
  }
}

/** A claim can be anything. */
function shown(claim: unknown): string {
  return typeof claim === 'string' ? claim.slice(0, 320) : ''
}

const example = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
const pattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An organization by its domain or id. */
const organization = /^[0-9a-z-]+(?:\.[0-9a-z-]+)+$/

/**
 * An Entra application id as people paste it, in its one written form; or what is wrong with it. One that is
 * for a single organization has that before it: `contoso.com/5b1f0c3e-…`.
 */
export function parseClientId(text: string): Result<string, Message> {
  const { tenant, clientId } = registrationIn(text.trim().toLowerCase())
  const id = parseId(clientId.trim())
  if (!id.ok || tenant === null) return id
  return organization.test(tenant) || pattern.test(tenant)
    ? ok(`${tenant}/${id.value}`)
    : fail({ key: 'client-id.organization' })
}

/** The parts of an application id as it is kept: the organization that it is for, if it is for one alone, and the id. */
export function registrationIn(text: string): { readonly tenant: string | null; readonly clientId: string } {
  const slash = text.lastIndexOf('/')
  return slash === -1
    ? { tenant: null, clientId: text }
    : { tenant: text.slice(0, slash).trim(), clientId: text.slice(slash + 1) }
}

function parseId(id: string): Result<string, Message> {
  if (id === '') return fail({ key: 'client-id.empty', values: { example } })
  const length = Array.from(id).length
  if (length !== example.length) {
    return fail({ key: 'client-id.length', values: { n: length, example } })
  }
  if (!pattern.test(id)) {
    return fail({ key: 'client-id.characters', values: { example } })
  }
  return ok(id)
}
