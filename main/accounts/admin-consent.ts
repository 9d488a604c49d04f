import type { RememberedAccount } from './account.ts'
import { type Cloud, reach } from './clouds.ts'
import { consentSentence } from './sign-in/sign-in-words.ts'

/** Permissions beyond the sign-in that wait for an administrator; the account goes on with what it has. */
export interface PendingConsent {
  readonly scopes: readonly string[]
  readonly sentence: string
  /** For the administrator to open. */
  readonly adminConsentUrl: string
}

/** The page where an administrator agrees for a whole organization: by its id, its domain, or any (graph.md 5.5). */
export function adminConsentUrl(cloud: Cloud, clientId: string, tenant: string): string {
  const path = `${encodeURIComponent(tenant)}/adminconsent?client_id=${encodeURIComponent(clientId)}`
  return reach(cloud, `${cloud.loginOrigin}/${path}`)
}

/** What an account waits for, in words (ui.md 5: 5). */
export function pendingConsent(
  { awaited, tenantId }: Pick<RememberedAccount, 'awaited' | 'tenantId'>,
  cloud: Cloud,
  clientId: string,
): PendingConsent {
  const url = adminConsentUrl(cloud, clientId, tenantId)
  return { scopes: awaited, sentence: consentSentence({ kind: 'admin-consent', url }), adminConsentUrl: url }
}
