import type { WebhookView } from '../../preload/contract/webhooks.ts'
import { dayMs, hourMs, minuteMs, secondMs } from '../../preload/kit/time.ts'
import type { Words } from '../../preload/words/words.ts'

/** So close that the day of the week says which is meant. */
const nearMs = 6 * dayMs

/** How a row speaks of its end: how long, who renews when, and the share of life left for the thin bar. */
export interface ExpiryWords {
  readonly first: string
  readonly second: string
  readonly share: number | null
  readonly isLow: boolean
}

/** The two lines and the bar of the column "Expires in". */
export function expiryWords(webhook: WebhookView, now: number, words: Words): ExpiryWords {
  const { state, expiresAt, lifetimeMs } = webhook
  const left = expiresAt === null ? null : expiresAt - now
  const share = left === null || !lifetimeMs ? null : Math.min(1, Math.max(0, left / lifetimeMs))
  return {
    first:
      left === null
        ? words.phrase('webhook.ends.none')
        : left <= 0
          ? words.phrase('webhook.ends.over')
          : words.span(left, 2),
    second: renewalWords(webhook, now, words),
    share,
    isLow: state.kind === 'elsewhere' || (share !== null && share < 0.1),
  }
}

function renewalWords({ state, renewsAt }: WebhookView, now: number, words: Words): string {
  if (state.kind === 'gone-being-made-anew') {
    const { triesAt } = state
    return triesAt === null || triesAt <= now
      ? words.phrase('webhook.ends.tries-now')
      : words.phrase('webhook.ends.tries-again', { ahead: words.ahead(triesAt - now + 999) })
  }
  if (state.kind === 'elsewhere') return words.phrase('webhook.ends.not-here')
  if (renewsAt === null) return words.phrase('webhook.ends.not-now')
  if (renewsAt <= now) return words.phrase('webhook.ends.renews-now')
  if (renewsAt - now < hourMs)
    return words.phrase('webhook.ends.renews-in', { ahead: words.ahead(renewsAt - now) })
  if (words.dayKey(renewsAt) === words.dayKey(now))
    return words.phrase('webhook.ends.renews-today', { time: words.clock(renewsAt) })
  if (words.dayKey(renewsAt) === words.dayKey(now + dayMs))
    return words.phrase('webhook.ends.renews-tomorrow')
  const time = renewsAt - now < nearMs ? words.until(renewsAt, now) : words.moment(renewsAt, now)
  return words.phrase('webhook.ends.renews', { time })
}

/** When Drivebell renews, in a sentence: "Drivebell renews it tomorrow at 07:40". */
export function renewalMoment(at: number, now: number, words: Words): string {
  const key = words.dayKey(at)
  const time = words.clock(at)
  if (key === words.dayKey(now)) return words.phrase('webhook.details.renews-today', { time })
  if (key === words.dayKey(now + dayMs)) return words.phrase('webhook.details.renews-tomorrow', { time })
  return words.phrase('webhook.details.renews-on', { date: words.date(at, now), time })
}

/** How often these words change: in seconds while a try is close, else by the minute. */
export const expiryTickMs = ({ state, lastDeliveryAt }: WebhookView, now: number): number => {
  if (state.kind === 'gone-being-made-anew') return secondMs
  return lastDeliveryAt !== null && now - lastDeliveryAt < minuteMs ? 10 * secondMs : minuteMs
}

/** A moment to the second: "10:51:07"; of another day "Tue 10:51:07", today with its day where that is wanted. */
export function exactMoment(at: number, now: number, words: Words, withDay = false): string {
  const exact = words.exactClock(at)
  if (words.dayKey(at) === words.dayKey(now))
    return withDay ? words.phrase('deliveries.today', { time: exact }) : exact
  return words.moment(at, now).replace(words.clock(at), exact)
}
