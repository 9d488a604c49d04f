import type { WebhookView } from '../../../preload/contract/webhooks.ts'

/** A mark on the line of life: where from 0 to 1, whether it is past, and whether there is room for its words. */
export interface LifePoint {
  readonly key: 'made' | 'renewed' | 'now' | 'renews' | 'expires'
  readonly at: number
  readonly place: number
  readonly isPast: boolean
  readonly isNamed: boolean
}

/** How much of the line the words of a mark take, to either side. */
const widths: Readonly<Record<LifePoint['key'], number>> = {
  made: 0.17,
  expires: 0.13,
  now: 0.05,
  renews: 0.05,
  renewed: 0.05,
}

/** Made, renewed, now, renews, expires, on one line; `room` below 1 where the line is short. */
export function lifePoints(webhook: WebhookView, now: number, room: number): readonly LifePoint[] {
  const { createdAt, renewedAt, renewsAt, expiresAt } = webhook
  if (expiresAt === null) return []
  const from = createdAt ?? renewedAt ?? Math.min(now, expiresAt - (webhook.lifetimeMs ?? 0))
  const whole = Math.max(1, expiresAt - from)
  const marks: readonly (readonly [LifePoint['key'], number | null])[] = [
    ['made', createdAt],
    ['expires', expiresAt],
    ['now', now],
    ['renews', renewsAt],
    ['renewed', renewedAt === createdAt ? null : renewedAt],
  ]
  const points: LifePoint[] = []
  for (const [key, at] of marks) {
    if (at === null || at < from || at > expiresAt) continue
    const place = (at - from) / whole
    const isNamed = points.every(
      (other) => !other.isNamed || Math.abs(other.place - place) >= (widths[other.key] + widths[key]) / room,
    )
    points.push({ key, at, place, isPast: at <= now, isNamed })
  }
  return points.toSorted((one, other) => one.place - other.place)
}
