import type { WebhookView } from '../../../preload/webhooks.ts'

/** A mark on the line of life: where from 0 to 1, and whether it is past. */
export interface LifePoint {
  readonly key: 'made' | 'renewed' | 'now' | 'renews' | 'expires'
  readonly at: number
  readonly place: number
  readonly isPast: boolean
}

// Labels of marks that are nearer to each other than this would lie on one another.
const apart = 0.09

/** Made, renewed, now, renews, expires, on one line; what would hide another's label is left out. */
export function lifePoints(webhook: WebhookView, now: number): readonly LifePoint[] {
  const { createdAt, renewedAt, renewsAt, expiresAt } = webhook
  if (expiresAt === null) return []
  const from = createdAt ?? renewedAt ?? Math.min(now, expiresAt - (webhook.lifetimeMs ?? 0))
  const whole = Math.max(1, expiresAt - from)
  const point = (key: LifePoint['key'], at: number | null): LifePoint[] => {
    if (at === null || at < from || at > expiresAt) return []
    return [{ key, at, place: (at - from) / whole, isPast: at <= now }]
  }
  const fixed = [...point('made', from), ...point('expires', expiresAt)]
  const renewed = renewedAt !== null && renewedAt > from ? renewedAt : null
  const inner = [...point('now', now), ...point('renews', renewsAt), ...point('renewed', renewed)]
  const kept = inner.reduce<LifePoint[]>(
    (kept, next) => (kept.some(({ place }) => Math.abs(place - next.place) < apart) ? kept : [...kept, next]),
    fixed,
  )
  return kept.toSorted((one, other) => one.place - other.place)
}
