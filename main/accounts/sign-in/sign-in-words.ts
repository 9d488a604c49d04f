import { assertNever } from '../../kit/result.ts'
import type { SignedOutReason } from '../account.ts'
import { clouds } from '../clouds.ts'
import type { SignInFailure } from './sign-in-failure.ts'

const lockedSentences = {
  keyring: 'The keyring of this computer is locked. Unlock it and try again.',
  disk: "Drivebell can't read the file with your sign-ins. Look at its permissions and the disk, then try again.",
  newer: 'Your sign-ins were saved by a newer version of Drivebell. Update this one, then try again.',
} as const

/** What a person reads when a sign-in came to nothing (interface.md 5: 1 to 6). */
export function signInSentence(failure: SignInFailure): string {
  switch (failure.kind) {
    case 'no-client-id':
      return 'Drivebell has no application id yet. Enter one, then sign in.'
    case 'locked':
      return lockedSentences[failure.by]
    case 'cancelled':
      return "You closed Microsoft's page before finishing. Nothing was changed."
    case 'declined':
      return 'You declined the permissions. Without them Drivebell cannot hear of changes.'
    case 'timed-out':
      return 'Five minutes went by without a sign-in.'
    case 'code-ran-out':
      return 'The code ran out before it was used.'
    case 'offline':
      return 'There is no network. Drivebell tries again when it is back, or press Try again.'
    case 'no-browser':
      return 'The browser did not open. Use a device code instead.'
    case 'admin-consent':
      return 'Your organization lets only administrators agree to apps. Send your administrator the link.'
    case 'not-allowed':
      return `Your organization does not allow this sign-in. Your administrator can tell you why (${failure.code}).`
    case 'wrong-account':
      return `Microsoft does not accept this account here. Choose another one; a guest signs in where they are at home (${failure.code}).`
    case 'unconfirmed':
      return `Microsoft wanted you to confirm that it is you, and that was not finished. Try again (${failure.code}).`
    case 'other-account':
      return `You signed in as ${failure.chosen.username}, and that account was added. ${failure.wanted} still waits for you.`
    case 'registration':
      return failure.cloud === 'global'
        ? appRefused(failure.code)
        : `The application id is not accepted in ${clouds[failure.cloud].title}. An id is good in one cloud only; enter one that is registered there (${failure.code}).`
    case 'busy':
      return 'Microsoft is busy at the moment. Nothing was changed. Try again in a minute.'
    case 'unexpected':
      return `Drivebell did not expect this answer from Microsoft. Nothing was changed. Code ${failure.code || 'unknown'}.`
    default:
      return assertNever(failure)
  }
}

/** What a person reads when they were asked for more permissions and that came to nothing. */
export function consentSentence(failure: SignInFailure): string {
  if (failure.kind === 'declined') return 'You declined the permissions. What you follow already goes on.'
  if (failure.kind === 'offline')
    return 'There is no network. Nothing was changed. Try again when it is back.'
  return failure.kind === 'admin-consent' ? waitsForAdmin : signInSentence(failure)
}

const waitsForAdmin =
  'Your organization lets only administrators agree to apps. Drivebell looks again every hour. Send your administrator the link.'

/** What a person reads beside an account that has to sign in again (interface.md 5: 7 and 8). */
export function signedOutSentence(
  { reason, code }: { readonly reason: SignedOutReason; readonly code: string | null },
  drives: number,
): string {
  const rest = waiting(drives)
  switch (reason) {
    case 'ran-out':
      return `Your sign-in ran out. ${rest}`
    case 'password-changed':
      return `Your password was changed. ${rest}`
    case 'confirm':
      return `Microsoft wants you to confirm that it is you. ${rest}`
    case 'permissions-withdrawn':
      return `The permissions were withdrawn. ${rest}`
    case 'not-allowed':
      return `Your organization does not allow this sign-in any more. ${rest}`
    case 'app-refused':
      return `${appRefused(code ?? 'unknown')} ${rest}`
    case 'not-kept':
      return `This computer offers no safe place for sign-ins. ${rest}`
    default:
      return assertNever(reason)
  }
}

const appRefused = (code: string): string =>
  code === ofOneOrganization
    ? `The application id is for one organization. Enter the organization before it, like contoso.com/5b1f0c3e-… (${code}).`
    : `Microsoft does not accept the application id. Check its registration (${code}).`

/** The id of an app that people of one organization alone may sign in to. */
const ofOneOrganization = '50194'

function waiting(drives: number): string {
  if (drives === 0) return 'Nothing is lost.'
  return drives === 1 ? '1 drive waits; nothing is lost.' : `${drives} drives wait; nothing is lost.`
}
