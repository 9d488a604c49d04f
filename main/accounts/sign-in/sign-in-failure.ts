import { AuthError } from '@azure/msal-node'
import { aadstsFamily, aadstsNumbers, isRegistrationFault, isUnreachable } from '../tokens/token-failure.ts'
import type { Account } from '../account.ts'
import type { CloudName } from '../clouds.ts'

/** Why a sign-in came to nothing. */
export type SignInFailure =
  | { readonly kind: 'no-client-id' }
  /** Where sign-ins rest: see KeyringState. */
  | { readonly kind: 'locked'; readonly by: 'keyring' | 'disk' | 'newer' }
  /** From the app: the person pressed Cancel. */
  | { readonly kind: 'cancelled' }
  /** On Microsoft's page. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'code-ran-out' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'no-browser' }
  | { readonly kind: 'admin-consent'; readonly url: string }
  | { readonly kind: 'not-allowed'; readonly code: string }
  | { readonly kind: 'wrong-account'; readonly code: string }
  /** Microsoft wanted more than a password, and did not get it. */
  | { readonly kind: 'unconfirmed'; readonly code: string }
  /** Somebody signed in and was added, but not the account that this was about. */
  | { readonly kind: 'other-account'; readonly wanted: string; readonly chosen: Account }
  /** The application id is unknown in that cloud, or its registration forbids this way of signing in. */
  | { readonly kind: 'registration'; readonly code: string; readonly cloud: CloudName }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unexpected'; readonly code: string }

/** Where a sign-in was made. */
interface Place {
  readonly cloud: CloudName
  /** What an administrator would have to open. */
  readonly adminConsentUrl: string
}

/**
 * Reads what MSAL threw out of a sign-in. Where people may not agree to apps themselves, some tenants say no more than
 * that the consent is missing, though it was just asked for (protocol.md 5.6).
 */
export function signInFailure(error: unknown, { cloud, adminConsentUrl }: Place): SignInFailure {
  if (!(error instanceof AuthError))
    return { kind: 'unexpected', code: error instanceof Error ? error.name : '' }
  if (isUnreachable(error)) return { kind: 'offline' }
  const numbers = aadstsNumbers(error)
  const code = String(numbers[0] ?? error.errorCode)
  switch (aadstsFamily(numbers)) {
    case 'admin-consent':
    case 'consent':
      return { kind: 'admin-consent', url: adminConsentUrl }
    case 'not-allowed':
    case 'password-changed':
      return { kind: 'not-allowed', code }
    case 'wrong-account':
      return { kind: 'wrong-account', code }
    case 'declined':
      return { kind: 'declined' }
    case 'confirm':
      return { kind: 'unconfirmed', code }
    case 'transient':
      return { kind: 'busy' }
    case 'ran-out':
    case 'registration':
    case null:
      break
  }
  if (isRegistrationFault(error)) return { kind: 'registration', code, cloud }
  return byName(error, code)
}

function byName(error: AuthError, code: string): SignInFailure {
  switch (error.errorCode) {
    case 'access_denied':
    case 'authorization_declined':
    case 'consent_required':
      return { kind: 'declined' }
    case 'expired_token':
    case 'device_code_expired':
      return { kind: 'code-ran-out' }
    case 'temporarily_unavailable':
    case 'too_many_requests':
    case 'server_error':
      return { kind: 'busy' }
    default:
      return { kind: 'unexpected', code }
  }
}
