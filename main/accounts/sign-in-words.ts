import { assertNever } from '../kit/result.ts'
import type { SignedOutReason } from './account.ts'
import type { SignInFailure } from './sign-in-failure.ts'

/** What a person reads when a sign-in came to nothing (ui.md 5: 1 to 6). */
export function signInSentence(failure: SignInFailure): string {
  switch (failure.kind) {
    case 'no-client-id':
      return 'Drivebell has no application id yet. Enter one, then sign in.'
    case 'keyring-locked':
      return 'The keyring of this computer is locked. Unlock it and try again.'
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
      return `Microsoft does not accept this account here. Choose another one (${failure.code}).`
    case 'registration':
      return `Microsoft does not accept the application id. Check its registration (${failure.code}).`
    case 'busy':
      return 'Microsoft is busy at the moment. Nothing was changed. Try again in a minute.'
    case 'unexpected':
      return `Drivebell did not expect this answer from Microsoft. Nothing was changed. Code ${failure.code || 'unknown'}.`
    default:
      return assertNever(failure)
  }
}

/** What a person reads beside an account that has to sign in again (ui.md 5: 7 and 8). */
export function signedOutSentence(reason: SignedOutReason, drives: number): string {
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
    case 'not-kept':
      return `This computer offers no safe place for sign-ins. ${rest}`
    default:
      return assertNever(reason)
  }
}

function waiting(drives: number): string {
  if (drives === 0) return 'Nothing is lost.'
  return drives === 1 ? '1 drive waits; nothing is lost.' : `${drives} drives wait; nothing is lost.`
}
