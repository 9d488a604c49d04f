import { AuthError, InteractionRequiredAuthError } from '@azure/msal-node'
import { type GraphError, graphError } from '../../graph/graph-error.ts'
import type { SignedOutReason } from '../account.ts'

/** Why there is no token: the account's sign-in ended, or something that passes. */
export type TokenFailure =
  | {
      readonly kind: 'ended'
      readonly reason: SignedOutReason
      /** Microsoft's demands on the next sign-in, as JSON; null when it made none. */
      readonly claims: string | null
      readonly code: string
    }
  | { readonly kind: 'passing'; readonly error: GraphError }

/** Reads what MSAL threw out of a silent request (protocol.md 5.5, platform.md 4.7). */
export function tokenFailure(error: unknown, busyForMs: number): TokenFailure {
  if (!(error instanceof AuthError)) return passing('unexpected', error instanceof Error ? error.name : null)
  const code = codeOf(error)
  if (isUnreachable(error)) return passing(error.errorMessage === 'timeout' ? 'timeout' : 'offline', code)
  if (busyForMs > 0) return { kind: 'passing', error: graphError(throttled(busyForMs), { code }) }
  const isOfApp = aadstsFamily(aadstsNumbers(error)) === 'registration' && !isScopeCode(error.errorCode)
  if (hasEnded(error) && !isOfApp) {
    const claims = error instanceof InteractionRequiredAuthError && error.claims !== '' ? error.claims : null
    return { kind: 'ended', reason: reasonOf(error, claims), claims, code }
  }
  if (isRegistrationFault(error) && !isScopeCode(error.errorCode))
    return { kind: 'ended', reason: 'app-refused', claims: null, code: numberOf(error) }
  return passing(isRegistrationFault(error) ? 'unexpected' : 'server', code)
}

/** The app asked for something that is no permission (any more): less may be had. */
const isScopeCode = (code: string): boolean => code === 'invalid_scope'

/** What a person can look up, or give to an administrator. */
const numberOf = (error: AuthError): string => String(aadstsNumbers(error)[0] ?? error.errorCode)

/** Whether more was asked for than Microsoft allows any more; less may still be had. */
export function isScopeRefused(failure: TokenFailure): boolean {
  if (failure.kind === 'ended') return failure.reason === 'permissions-withdrawn'
  return failure.error.code?.startsWith('invalid_scope') ?? false
}

/** Whether nobody at Microsoft was reached; the error's message then holds the reason. */
export function isUnreachable(error: AuthError): boolean {
  return ['network_error', 'no_network_connectivity', 'endpoints_resolution_error'].includes(error.errorCode)
}

/** Whether the application id or its registration is at fault, rather than the person or the weather. */
export function isRegistrationFault(error: AuthError): boolean {
  const codes = [
    'invalid_client',
    'unauthorized_client',
    'invalid_request',
    'invalid_scope',
    'invalid_resource',
    'invalid_target',
    'unsupported_grant_type',
    'unsupported_response_type',
  ]
  return codes.includes(error.errorCode) || aadstsFamily(aadstsNumbers(error)) === 'registration'
}

/** An `invalid_grant` without suberror MSAL does not call interaction-required, though it is (protocol.md 5.5). */
function hasEnded(error: AuthError): boolean {
  if (aadstsFamily(aadstsNumbers(error)) === 'transient') return false
  const refusals = ['invalid_grant', 'access_denied', 'consent_required']
  return error instanceof InteractionRequiredAuthError || refusals.includes(error.errorCode)
}

function reasonOf(error: AuthError, claims: string | null): SignedOutReason {
  const family = aadstsFamily(aadstsNumbers(error))
  if (family === 'password-changed' || error.subError === 'user_password_expired') return 'password-changed'
  if (family === 'consent' || family === 'admin-consent') return 'permissions-withdrawn'
  if ([error.errorCode, error.subError].includes('consent_required')) return 'permissions-withdrawn'
  if (family === 'not-allowed' || family === 'wrong-account') return 'not-allowed'
  if (family === 'ran-out' && claims === null) return 'ran-out'
  const asksForMore = ['interaction_required', 'login_required'].includes(error.errorCode)
  return claims !== null || asksForMore || family === 'confirm' ? 'confirm' : 'ran-out'
}

function throttled(busyForMs: number) {
  return { kind: 'throttled', retryAfterMs: busyForMs } as const
}

/** For the log: names and numbers, never a text that may hold a name or an address. */
function codeOf(error: AuthError): string {
  if (isUnreachable(error)) return error.errorMessage
  const [number] = aadstsNumbers(error)
  return [error.errorCode, error.subError, number].filter(Boolean).join(' ')
}

function passing(kind: 'offline' | 'timeout' | 'server' | 'unexpected', code: string | null): TokenFailure {
  return { kind: 'passing', error: graphError({ kind }, { code }) }
}

/**
 * Families of Microsoft's error numbers that call for different words (protocol.md 5.5). They change: help, not
 * logic.
 */
const families = {
  'admin-consent': [90093, 90094, 90095, 90097, 90099],
  consent: [65001],
  declined: [65004],
  'password-changed': [50173, 50055],
  'not-allowed': [50053, 50057, 50105, 53000, 53001, 53002, 53003],
  'wrong-account': [50020, 50034, 500208, 90072],
  confirm: [50072, 50074, 50076, 50078, 50079, 50097, 50158],
  'ran-out': [50058, 70000, 70008, 700082, 70043],
  registration: [
    50194, 70011, 28002, 700016, 7000112, 7000113, 7000218, 650052, 650056, 65005, 500011, 500014, 90002,
    90124, 90130, 9002332, 500113, 50011, 9002325, 9002326, 70001, 7000114, 7000215, 7000222, 700054, 650057,
    50001, 900023,
  ],
  // 50196: we ask too often; whoever asks again at once makes it worse
  transient: [90033, 90006, 50033, 90012, 90024, 50196],
} as const

export type AadstsFamily = keyof typeof families

/** Every AADSTS number an error carries, in its own field or in its text. */
export function aadstsNumbers(error: AuthError): readonly number[] {
  const inText = [...error.errorMessage.matchAll(/\bAADSTS(\d{4,8})\b/g)].map(([, digits]) => Number(digits))
  const inField = 'errorNo' in error ? Number(error.errorNo) : Number.NaN
  return [...new Set([...(inField > 0 ? [inField] : []), ...inText])]
}

/** The first family that one of the numbers belongs to. */
export function aadstsFamily(numbers: readonly number[]): AadstsFamily | null {
  const names = Object.keys(families).filter((name): name is AadstsFamily => name in families)
  return names.find((name) => families[name].some((number) => numbers.includes(number))) ?? null
}
