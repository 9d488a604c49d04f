import type { DriveStatus, SubscriptionView } from '../../preload/contract/state.ts'
import { words as english } from './english.ts'
import type { Words } from '../../preload/words/words.ts'
import { agoTickMs, span } from './time.ts'

/** How a row of Subscriptions speaks of one drive (interface.md 2). */
export interface StatusWords {
  readonly first: string
  readonly second: string
  /** A share from 0 to 1, `unknown` for work without a known end, null for no bar. */
  readonly progress: number | 'unknown' | null
}

const said = english.driveStatus

/** The two lines and the bar for one drive. */
export function statusWords(
  { status, learning }: Pick<SubscriptionView, 'status' | 'learning'>,
  now: number,
  words: Words,
): StatusWords {
  switch (status.kind) {
    case 'live':
      return learning ? learningWords(learning) : plain(said.live, lastHeard(status, now))
    case 'catching-up':
      return {
        first: said.catchingUp,
        second: status.since === null ? said.reading : said.readingSince(words.moment(status.since, now)),
        progress: 'unknown',
      }
    case 'polling':
      return plain(
        said.polling(span(status.everyMs)),
        said.asksAgain(words.say(status.cause), words.moment(status.asksAgainAt, now)),
      )
    case 'reconnecting':
      return plain(reconnecting(status.at, now), words.say(status.cause))
    case 'paused':
      return plain(
        status.until === null ? said.paused : said.pausedUntil(words.until(status.until, now)),
        said.pausedNext,
      )
    case 'no-access':
      return plain(said.noAccess, `${said.since(words.since(status.since, now))} ${words.say(status.cause)}`)
    case 'gone':
      return plain(said.gone, said.goneNext(words.date(status.since, now)))
    case 'signed-out':
      return plain(said.signedOut, said.signedOutNext)
    case 'offline':
      break
  }
  return plain(said.offline, said.offlineNext)
}

/** How often these words change while they are shown. */
export function statusTickMs(status: DriveStatus, now: number): number {
  if (status.kind === 'reconnecting' && status.at !== null && status.at > now) return 1000
  return agoTickMs(status.kind === 'live' ? (status.lastHeardAt ?? status.lastCheckedAt) : null, now)
}

/** Whether someone has to do something before this drive is heard again. */
export function needsSomeone(status: DriveStatus): boolean {
  return status.kind === 'no-access' || status.kind === 'gone' || status.kind === 'signed-out'
}

function lastHeard(live: Extract<DriveStatus, { kind: 'live' }>, now: number): string {
  if (live.lastHeardAt !== null) return said.lastHeard(span(now - live.lastHeardAt))
  if (live.lastCheckedAt !== null) return said.lastChecked(span(now - live.lastCheckedAt))
  return said.heardNothing
}

function learningWords({ done, about }: { done: number; about: number | null }): StatusWords {
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

const plain = (first: string, second: string): StatusWords => ({ first, second, progress: null })
