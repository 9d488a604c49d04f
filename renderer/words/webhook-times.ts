import type { WebhookView } from '../../preload/contract/webhooks.ts'
import { count } from './number.ts'
import type { Times } from '../../preload/words/times.ts'
import { span } from './time.ts'
import { webhooksWords } from './webhooks.ts'

const said = webhooksWords.expiry
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const weekMs = 6 * dayMs

/** A span with its two largest units: "26 days 4 h", "19 h 20 min", "38 min". */
export function twoUnits(ms: number): string {
  const days = Math.floor(ms / dayMs)
  const hours = Math.floor((ms % dayMs) / hourMs)
  const minutes = Math.floor((ms % hourMs) / minuteMs)
  if (days > 0) return joined(count(days, { one: '# day', other: '# days' }), hours > 0 && `${hours} h`)
  if (hours > 0) return joined(`${hours} h`, minutes > 0 && `${minutes} min`)
  return span(ms)
}

const joined = (large: string, small: string | false) => (small ? `${large} ${small}` : large)

/** An answer's time: "5 ms", "3.4 s". */
export const answerTime = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(Math.round(ms / 100) / 10).toFixed(1)} s`

/** How a row speaks of its end: how long, who renews when, and the share of life left for the thin bar. */
export interface ExpiryWords {
  readonly first: string
  readonly second: string
  readonly share: number | null
  readonly isLow: boolean
}

/** The two lines and the bar of the column "Expires in". */
export function expiryWords(webhook: WebhookView, now: number, time: Times): ExpiryWords {
  const { state, expiresAt, lifetimeMs } = webhook
  const left = expiresAt === null ? null : expiresAt - now
  const share = left === null || !lifetimeMs ? null : Math.min(1, Math.max(0, left / lifetimeMs))
  return {
    first: left === null ? said.none : left <= 0 ? said.over : twoUnits(left),
    second: renewalWords(webhook, now, time),
    share,
    isLow: state.kind === 'elsewhere' || (share !== null && share < 0.1),
  }
}

function renewalWords({ state, renewsAt }: WebhookView, now: number, time: Times): string {
  if (state.kind === 'gone-being-made-anew') {
    const { triesAt } = state
    return triesAt === null || triesAt <= now ? said.triesNow : said.triesAgain(span(triesAt - now + 999))
  }
  if (state.kind === 'elsewhere') return said.notHere
  if (renewsAt === null) return said.notNow
  if (renewsAt <= now) return said.now
  if (renewsAt - now < hourMs) return said.renewsIn(span(renewsAt - now))
  if (time.dayKey(renewsAt) === time.dayKey(now)) return said.renewsToday(time.clock(renewsAt))
  if (time.dayKey(renewsAt) === time.dayKey(now + dayMs)) return said.renews(webhooksWords.details.tomorrow)
  return said.renews(renewsAt - now < weekMs ? time.until(renewsAt, now) : time.moment(renewsAt, now))
}

/** When Drivebell renews, in a sentence: "tomorrow at 07:40", "on 5 December at 10:43". */
export function renewalMoment(at: number, now: number, time: Times): string {
  const { at: atClock, today, tomorrow } = webhooksWords.details
  const key = time.dayKey(at)
  if (key === time.dayKey(now)) return atClock(today, time.clock(at))
  if (key === time.dayKey(now + dayMs)) return atClock(tomorrow, time.clock(at))
  return atClock(`on ${time.date(at, now)}`, time.clock(at))
}

/** How often these words change: in seconds while a try is close, else by the minute. */
export const expiryTickMs = ({ state, lastDeliveryAt }: WebhookView, now: number): number => {
  if (state.kind === 'gone-being-made-anew') return 1000
  return lastDeliveryAt !== null && now - lastDeliveryAt < minuteMs ? 10_000 : minuteMs
}

/** A moment to the second: "10:51:07"; of another day "Tue 10:51:07", today with its day where that is wanted. */
export function exactMoment(at: number, now: number, time: Times, withDay = false): string {
  const seconds = String(Math.floor((at % minuteMs) / 1000)).padStart(2, '0')
  const clock = `${time.clock(at)}:${seconds}`
  if (time.dayKey(at) === time.dayKey(now)) return withDay ? webhooksWords.inspector.today(clock) : clock
  return time.moment(at, now).replace(time.clock(at), clock)
}
