import type { AppState, Overview } from '../../preload/contract/state.ts'
import { words } from './english.ts'
import { needsSomeone } from './drive-status.ts'
import type { Times } from '../../preload/words/times.ts'
import { span } from './time.ts'

const said = words.status

/** The status card's two lines: the whole, then the one most useful fact (interface.md 2). */
export function overviewWords(
  overview: Overview,
  now: number,
  time: Times,
): { readonly first: string; readonly second: string } {
  const { kind, live, total, pausedUntil } = overview
  if (kind === 'nothing-followed' || kind === 'no-account')
    return { first: said.nothingFollowed, second: said.nothingFollowedNext }
  if (kind === 'offline') return { first: said.offline, second: said.offlineNext }
  if (kind === 'paused') {
    const first = pausedUntil === null ? said.paused : said.pausedUntil(time.until(pausedUntil, now))
    return { first, second: said.pausedNext }
  }
  return { first: said.live(live, total), second: usefulFact(overview, now) }
}

function usefulFact(overview: Overview, now: number): string {
  if (overview.needsYou.length > 0) return said.needYou(overview.needsYou.length)
  if (overview.polling > 0) return said.polling(overview.polling)
  if (overview.kind === 'reconnecting') return said.reconnecting
  if (overview.kind === 'catching-up') return said.catchingUp
  return overview.lastHeardAt === null ? said.heardNothing : said.heard(span(now - overview.lastHeardAt))
}

/** Whether all that could be heard is paused, so that Resume is what the menu offers. */
export function everythingPaused({ subscriptions }: Pick<AppState, 'subscriptions'>): boolean {
  const hearable = subscriptions.filter(({ status }) => !needsSomeone(status))
  return hearable.length > 0 && hearable.every(({ status }) => status.kind === 'paused')
}
