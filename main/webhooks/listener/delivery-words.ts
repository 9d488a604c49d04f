import type { DeliveryCheck, RefusalKind, Verdict } from '../../../preload/contract/deliveries.ts'
import { entryOf } from '../../kit/table.ts'
import type { DecryptFault } from '../encryption/decrypt.ts'
import type { TokenFault } from '../encryption/validation-tokens.ts'

/** What a refused call is called, after "Refused, ". */
export const refusalWords: Readonly<Record<RefusalKind, string>> = {
  'unknown-path': 'no such path',
  'wrong-method': 'not a POST',
  'not-expected': 'no validation expected',
  'too-large': 'larger than 1 MB',
  'too-slow': 'did not finish in time',
  'too-many': 'too many at once',
  malformed: 'not a notification',
  'unknown-subscription': 'unknown subscription',
  'wrong-client-state': 'wrong clientState',
  'bad-token': 'no valid token of Microsoft',
  'unknown-key': 'encrypted for another key',
  'bad-signature': 'data signature wrong',
}

const verdictWords: Readonly<Record<Exclude<Verdict, 'refused'>, string>> = {
  accepted: 'Accepted',
  repeat: 'Already had it',
  lifecycle: 'Lifecycle event',
  handshake: 'Address validated',
  'not-stored': 'Not stored, asked to call again',
}

const lifecycleWords: Readonly<Record<string, string>> = {
  reauthorizationRequired: 'Reauthorisation asked',
  subscriptionRemoved: 'Removed by Microsoft',
  missed: 'Some were missed',
}

/** A delivery's line in a few words. `event`: its lifecycle event, if it has one. */
export function deliveryWords(verdict: Verdict, refusal: RefusalKind | null, event: string | null): string {
  if (verdict === 'refused') return refusal === null ? 'Refused' : `Refused, ${refusalWords[refusal]}`
  return (verdict === 'lifecycle' && entryOf(lifecycleWords, event)) || verdictWords[verdict]
}

const titles: Readonly<Record<DeliveryCheck['key'], string>> = {
  path: 'Path known',
  'subscription-id': 'Subscription id',
  'client-state': 'clientState',
  'validation-token': 'Validation token',
  repeat: 'Not a repeat',
  'data-signature': 'Data signature',
}

/** A check with its title. */
export function check(key: DeliveryCheck['key'], kind: DeliveryCheck['kind'], words = ''): DeliveryCheck {
  return { key, kind, title: titles[key], words }
}

/** What is wrong with a validation token (protocol.md 3.11). */
export const tokenWords: Readonly<Record<TokenFault, string>> = {
  missing: 'there is none',
  malformed: 'unreadable',
  'wrong-signature': 'not signed by Microsoft',
  'out-of-time': 'out of date',
  'wrong-audience': 'for another application',
  'wrong-issuer': 'for another tenant',
  'wrong-caller': 'not from the change tracking service',
  'keys-unreachable': 'Microsoft’s keys could not be had',
}

/** Why encrypted data was not opened (protocol.md 3.12). */
export const decryptWords: Readonly<Record<DecryptFault, string>> = {
  'unknown-certificate': 'no such key here',
  'wrong-key': 'the data key does not fit',
  'wrong-signature': 'HMAC differs',
  unreadable: 'cannot be read',
}
