import type { DriveStatus, SubscriptionView } from '../../preload/contract/state.ts'
import type { Words } from '../../preload/words/words.ts'
import { agoTickMs } from './time.ts'

/** How a row of Subscriptions speaks of one drive (interface.md 2). */
export interface StatusWords {
  readonly first: string
  readonly second: string
  /** A share from 0 to 1, `unknown` for work without a known end, null for no bar. */
  readonly progress: number | 'unknown' | null
}

/** The two lines and the bar for one drive. */
export function statusWords(
  { status, learning }: Pick<SubscriptionView, 'status' | 'learning'>,
  now: number,
  words: Words,
): StatusWords {
  switch (status.kind) {
    case 'live':
      return learning
        ? learningWords(learning, words)
        : plain(words.phrase('drive.state.connected'), lastChange(status, now, words))
    case 'catching-up':
      return {
        first: words.phrase('drive.state.catching-up'),
        second:
          status.since === null
            ? words.phrase('drive.state.detail.reading')
            : words.phrase('drive.state.detail.reading-since', { time: words.moment(status.since, now) }),
        progress: 'unknown',
      }
    case 'polling':
      return plain(
        words.phrase('drive.state.checking', { span: words.span(status.everyMs) }),
        status.asksAgainAt === null
          ? words.say(status.cause)
          : words.phrase('drive.state.detail.next-try', {
              cause: words.say(status.cause),
              time: words.moment(status.asksAgainAt, now),
            }),
      )
    case 'reconnecting':
      return plain(reconnecting(status.at, now, words), words.say(status.cause))
    case 'paused':
      return plain(pausedWords(status.until, now, words), words.phrase('drive.state.detail.paused'))
    case 'no-access':
      return plain(
        words.phrase('drive.state.no-access'),
        words.phrase('drive.state.detail.no-access', {
          time: words.since(status.since, now),
          cause: words.say(status.cause),
        }),
      )
    case 'gone':
      return plain(
        words.phrase('drive.state.gone'),
        words.phrase('drive.state.detail.deleted', { date: words.date(status.since, now) }),
      )
    case 'signed-out':
      return plain(words.phrase('drive.state.signed-out'), words.phrase('drive.state.detail.signed-out'))
    case 'offline':
      return plain(words.phrase('drive.state.offline'), words.phrase('drive.state.detail.offline'))
  }
}

/** A pause, with its end where it has one. */
export function pausedWords(until: number | null, now: number, words: Words): string {
  return until === null
    ? words.phrase('drive.state.paused')
    : words.phrase('drive.state.paused-until', { time: words.until(until, now) })
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

function lastChange(live: Extract<DriveStatus, { kind: 'live' }>, now: number, words: Words): string {
  const { lastHeardAt, lastCheckedAt } = live
  if (lastHeardAt !== null)
    return words.phrase('drive.state.detail.last-change', { ago: words.ago(now - lastHeardAt) })
  return lastCheckedAt === null
    ? words.phrase('drive.state.detail.no-changes')
    : words.phrase('drive.state.detail.last-checked', { ago: words.ago(now - lastCheckedAt) })
}

function learningWords({ done, about }: { done: number; about: number | null }, words: Words): StatusWords {
  const first = words.phrase('drive.state.connected')
  if (about === null)
    return { first, second: words.phrase('drive.state.detail.names-so-far', { done }), progress: 'unknown' }
  return {
    first,
    second: words.phrase('drive.state.detail.names', { done, about: Math.max(done, about) }),
    progress: about > 0 ? Math.min(1, done / about) : 'unknown',
  }
}

function reconnecting(at: number | null, now: number, words: Words): string {
  return at === null || at <= now
    ? words.phrase('drive.state.reconnecting')
    : words.phrase('drive.state.reconnecting-in', { ahead: words.ahead(at - now + 999) })
}

const plain = (first: string, second: string): StatusWords => ({ first, second, progress: null })
