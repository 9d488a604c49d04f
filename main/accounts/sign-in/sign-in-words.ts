import type { Message } from '../../../preload/words/phrase.ts'
import { assertNever } from '../../kit/result.ts'
import type { SignedOutReason } from '../account.ts'
import type { SignInFailure } from './sign-in-failure.ts'

/** Why a sign-in came to nothing (interface.md 5: 1 to 6). */
export function signInRefusal(failure: SignInFailure): Message {
  switch (failure.kind) {
    case 'no-client-id':
    case 'cancelled':
    case 'declined':
    case 'timed-out':
    case 'code-ran-out':
    case 'offline':
    case 'no-browser':
    case 'admin-consent':
    case 'busy':
      return { key: `sign-in.failed.${failure.kind}` }
    case 'locked':
      return { key: `sign-in.failed.locked.${failure.by}` }
    case 'not-allowed':
    case 'wrong-account':
    case 'unconfirmed':
      return { key: `sign-in.failed.${failure.kind}`, values: { code: failure.code } }
    case 'unexpected':
      return { key: 'sign-in.failed.unexpected', values: { code: failure.code || '–' } }
    case 'other-account':
      return {
        key: 'sign-in.failed.other-account',
        values: { chosen: failure.chosen.username, wanted: failure.wanted },
      }
    case 'registration':
      return failure.cloud === 'global'
        ? appRefused(failure.code)
        : {
            key: 'sign-in.failed.registration-in-cloud',
            values: { cloud: { key: `cloud.${failure.cloud}` }, code: failure.code },
          }
    default:
      return assertNever(failure)
  }
}

/** Why more permissions were asked for and not given. */
export function consentRefusal(failure: SignInFailure): Message {
  const { kind } = failure
  if (kind === 'declined' || kind === 'offline') return { key: `sign-in.failed.consent-${kind}` }
  return kind === 'admin-consent' ? { key: 'sign-in.failed.admin-consent-waiting' } : signInRefusal(failure)
}

/** Why an account has to sign in again, and what waits for it (interface.md 5: 7 and 8). */
export function signedOut(
  { reason, code }: { readonly reason: SignedOutReason; readonly code: string | null },
  drives: number,
): Message {
  return reason === 'app-refused'
    ? { key: 'account.signed-out.app-refused', values: { why: appRefused(code ?? '–'), drives } }
    : { key: `account.signed-out.${reason}`, values: { drives } }
}

const appRefused = (code: string): Message =>
  code === ofOneOrganization
    ? { key: 'sign-in.failed.registration-of-one', values: { code } }
    : { key: 'sign-in.failed.registration', values: { code } }

/** The id of an app that people of one organization alone may sign in to. */
const ofOneOrganization = '50194'
