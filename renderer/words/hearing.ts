import type { Hearing, SubscriptionView } from '../../preload/contract/state.ts'
import { words } from './english.ts'
import { agoTickMs, span, type TimeWords } from './time.ts'

/** How a row of Subscriptions speaks of one drive (interface.md 2). */
export interface HearingWords {
  readonly first: string
  readonly second: string
  /** A share from 0 to 1, `unknown` for work without a known end, null for no bar. */
  readonly progress: number | 'unknown' | null
}

const said = words.hearing

/** The two lines and the bar for one drive. */
export function hearingWords(
  { hearing, learning }: Pick<SubscriptionView, 'hearing' | 'learning'>,
  now: number,
  time: TimeWords,
): HearingWords {
  switch (hearing.kind) {
    case 'live':
      return learning ? learningWords(learning) : plain(said.live, lastHeard(hearing, now))
    case 'catching-up':
      return {
        first: said.catchingUp,
        second: hearing.since === null ? said.reading : said.readingSince(time.moment(hearing.since, now)),
        progress: 'unknown',
      }
    case 'polling':
      return plain(
        said.polling(span(hearing.everyMs)),
        said.asksAgain(withoutStop(hearing.cause), time.moment(hearing.asksAgainAt, now)),
      )
    case 'reconnecting':
      return plain(reconnecting(hearing.at, now), withoutStop(hearing.cause))
    case 'paused':
      return plain(
        hearing.until === null ? said.paused : said.pausedUntil(time.until(hearing.until, now)),
        said.pausedNext,
      )
    case 'no-access':
      return plain(
        said.noAccess,
        `${said.since(time.since(hearing.since, now))} ${hearing.cause || said.triesDaily}`,
      )
    case 'gone':
      return plain(said.gone, said.goneNext(time.date(hearing.since, now)))
    case 'signed-out':
      return plain(said.signedOut, said.signedOutNext)
    case 'offline':
      break
  }
  return plain(said.offline, said.offlineNext)
}

/** How often these words change while they are shown. */
export function hearingTickMs(hearing: Hearing, now: number): number {
  if (hearing.kind === 'reconnecting' && hearing.at !== null && hearing.at > now) return 1000
  return agoTickMs(hearing.kind === 'live' ? (hearing.lastHeardAt ?? hearing.lastCheckedAt) : null, now)
}

/** Whether someone has to do something before this drive is heard again. */
export function needsSomeone(hearing: Hearing): boolean {
  return hearing.kind === 'no-access' || hearing.kind === 'gone' || hearing.kind === 'signed-out'
}

function lastHeard(live: Extract<Hearing, { kind: 'live' }>, now: number): string {
  if (live.lastHeardAt !== null) return said.lastHeard(span(now - live.lastHeardAt))
  if (live.lastCheckedAt !== null) return said.lastChecked(span(now - live.lastCheckedAt))
  return said.heardNothing
}

function learningWords({ done, about }: { done: number; about: number | null }): HearingWords {
  if (about === null) return { first: said.live, second: said.learningSoFar(done), progress: 'unknown' }
  return {
    first: said.live,
    second: said.learning(done, Math.max(done, about)),
    progress: about > 0 ? Math.min(1, done / about) : 'unknown',
  }
}

function reconnecting(at: number | null, now: number): string {
  return at === null || at <= now ? said.reconnecting : said.reconnectingIn(span(at - now + 999))
}

const plain = (first: string, second: string): HearingWords => ({ first, second, progress: null })

const withoutStop = (sentence: string) => sentence.replace(/\.$/, '')
