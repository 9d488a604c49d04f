import type { DeliveryCheck, RefusalKind, Verdict } from '../../../preload/contract/deliveries.ts'
import type { Below, Message } from '../../../preload/words/phrase.ts'
import { entryOf } from '../../kit/table.ts'

const lifecycle: Readonly<Record<string, Below<'delivery.lifecycle'>>> = {
  reauthorizationRequired: 'reauthorization-required',
  subscriptionRemoved: 'subscription-removed',
  missed: 'missed',
}

/** What became of a delivery. `event`: its lifecycle event, if it has one. */
export function outcomeOf(verdict: Verdict, refusal: RefusalKind | null, event: string | null): Message {
  if (verdict === 'refused' && refusal !== null)
    return { key: 'delivery.refused-why', values: { why: { key: `delivery.why.${refusal}` } } }
  const known = verdict === 'lifecycle' ? entryOf(lifecycle, event) : undefined
  return { key: known ? `delivery.lifecycle.${known}` : `delivery.${verdict}` }
}

/** A check, and what it found. */
export const check = (
  key: DeliveryCheck['key'],
  kind: DeliveryCheck['kind'],
  found: Message | null = null,
): DeliveryCheck => ({ key, kind, found })
