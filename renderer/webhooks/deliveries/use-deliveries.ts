import { useEffect, useState } from 'react'
import type { DeliveryFilter, DeliveryLine, DeliveryPage } from '../../../preload/contract/deliveries.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'

/** The deliveries that match, as far as they are read. */
export type Deliveries =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'lines'; readonly lines: readonly DeliveryLine[]; readonly next: string | null }

/** Reads the newest at once, and again when one came; older ones when asked for. A late answer is dropped. */
export function useDeliveries({ webhookId, verdict }: DeliveryFilter): {
  readonly deliveries: Deliveries
  readonly more: () => void
} {
  const { bridge, state } = useDrivebell()
  const { deliveriesRevision } = state.webhooks
  const key = JSON.stringify([webhookId, verdict])
  const [kept, setKept] = useState<{ readonly key: string; readonly deliveries: Deliveries } | null>(null)
  useEffect(() => {
    let isLate = false
    bridge.deliveries({ filter: { webhookId, verdict }, before: null }).then(
      (page) =>
        !isLate &&
        setKept((before) => ({
          key,
          deliveries: onto(page, before?.key === key ? before.deliveries : null),
        })),
      () => !isLate && setKept({ key, deliveries: { kind: 'failed' } }),
    )
    return () => void (isLate = true)
    // The revision says that something came.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [bridge, key, webhookId, verdict, deliveriesRevision])
  const deliveries: Deliveries = kept?.key === key ? kept.deliveries : { kind: 'loading' }
  const more = () => {
    if (deliveries.kind !== 'lines' || deliveries.next === null) return
    const before = deliveries.next
    bridge.deliveries({ filter: { webhookId, verdict }, before }).then(
      (page) =>
        setKept((now) =>
          now?.key === key && now.deliveries.kind === 'lines' && now.deliveries.next === before
            ? {
                key,
                deliveries: {
                  kind: 'lines',
                  lines: [...now.deliveries.lines, ...page.lines],
                  next: page.next,
                },
              }
            : now,
        ),
      () => undefined,
    )
  }
  return { deliveries, more }
}

/** The newest page above what was read already; all of it anew where the two do not meet. */
function onto(page: DeliveryPage, known: Deliveries | null): Deliveries {
  const fresh: Deliveries = { kind: 'lines', lines: page.lines, next: page.next }
  const last = page.lines.at(-1)
  if (known?.kind !== 'lines' || page.next === null || !last) return fresh
  const meets = known.lines.findIndex(({ id }) => id === last.id)
  if (meets === -1) return fresh
  return { kind: 'lines', lines: [...page.lines, ...known.lines.slice(meets + 1)], next: known.next }
}
