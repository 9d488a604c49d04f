import type { DeliveryCheck, RefusalKind } from '../../../preload/contract/deliveries.ts'
import { decrypt } from '../encryption/decrypt.ts'
import type { Entry } from './delivery-content.ts'
import { check } from './delivery-facts.ts'
import type { Message } from '../../../preload/words/phrase.ts'

/** The webhook a delivery came for, as far as its checks need to know. */
export interface Expected {
  readonly title: Message
  /** Microsoft's ids that it has, or had until it was made anew. */
  readonly graphIds: ReadonlySet<string>
  readonly encrypted: boolean
  /** There is a clientState to compare with; not for webhooks made elsewhere. */
  readonly hasClientState: boolean
  /** It is about a drive or a list, of which a delivery only ever says that something changed. */
  readonly isOfFiles: boolean
  /** Microsoft proves its deliveries by tokens where data is encrypted; not those in an Event Hub. */
  readonly hasTokens: boolean
  /** Private keys by certificate. */
  readonly keyOf: (certificateId: string) => string | null
}

/** How far a notification is believed. */
export type EntryVerdict =
  | { readonly kind: 'refused'; readonly refusal: RefusalKind; readonly checks: readonly DeliveryCheck[] }
  | { readonly kind: 'repeat'; readonly checks: readonly DeliveryCheck[] }
  | { readonly kind: 'good'; readonly data: unknown; readonly checks: readonly DeliveryCheck[] }

/**
 * Checks one notification, in the order of protocol.md 3.10 to 3.12; the first check that fails ends it. `token`:
 * what became of the tokens of the whole delivery; null when it needs none. `wasSeen`: was there one of this id
 * before?
 */
export function judgeEntry(
  entry: Entry,
  expected: Expected,
  token: DeliveryCheck | null,
  wasSeen: (id: string) => boolean,
): EntryVerdict {
  const checks = [check('path', 'passed', expected.title)]
  const refused = (refusal: RefusalKind, failed: DeliveryCheck): EntryVerdict => {
    return { kind: 'refused', refusal, checks: [...checks, failed] }
  }

  if (!expected.graphIds.has(entry.subscriptionId))
    return refused(
      'unknown-subscription',
      check('subscription-id', 'failed', { key: 'delivery.found.unknown' }),
    )
  checks.push(check('subscription-id', 'passed', { key: 'delivery.found.known' }))

  if (expected.hasClientState) {
    const { clientState } = entry
    if (clientState !== 'equal')
      return refused(
        'wrong-client-state',
        check('client-state', 'failed', { key: `delivery.found.${clientState}` }),
      )
    checks.push(check('client-state', 'passed', { key: 'delivery.found.equal' }))
  }

  if (token?.kind === 'failed') return refused('bad-token', token)
  if (token !== null) checks.push(token)

  if (entry.id !== null && wasSeen(entry.id))
    return {
      kind: 'repeat',
      checks: [...checks, check('repeat', 'failed', { key: 'delivery.found.came-before' })],
    }
  checks.push(
    check('repeat', 'passed', {
      key: entry.id === null ? 'delivery.found.no-id' : 'delivery.found.first-time',
    }),
  )

  if (entry.encrypted === null && expected.encrypted && hasData(entry))
    return refused('not-encrypted', check('data-signature', 'failed', { key: 'delivery.data.not-encrypted' }))
  if (entry.encrypted === null) return { kind: 'good', data: entry.resourceData, checks }
  const opened = decrypt(entry.encrypted, expected.keyOf)
  if (!opened.ok) {
    const refusal = opened.error === 'unknown-certificate' ? 'unknown-key' : 'bad-signature'
    return refused(refusal, check('data-signature', 'failed', { key: `delivery.data.${opened.error}` }))
  }
  const key = entry.encrypted.encryptionCertificateId
  const signed = check('data-signature', 'passed', { key: 'delivery.found.hmac', values: { key } })
  return { kind: 'good', data: opened.value, checks: [...checks, signed] }
}

/** More than which resource it is. */
const hasData = ({ resourceData }: Entry): boolean =>
  Object.keys(resourceData ?? {}).some((name) => name !== 'id' && !name.startsWith('@odata.'))
