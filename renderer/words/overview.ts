import type { AppState, DriveStatus } from '../../preload/contract/state.ts'
import type { Words } from '../../preload/words/words.ts'
import { needsSomeone, pausedWords } from './drive-status.ts'

type Facts = Pick<AppState, 'overview' | 'subscriptions'>

/** The status card's two lines: the whole, then the one most useful fact (interface.md 2). */
export function overviewWords(
  facts: Facts,
  now: number,
  words: Words,
): { readonly first: string; readonly second: string } {
  const { kind, live, total, pausedUntil } = facts.overview
  if (kind === 'nothing-followed' || kind === 'no-account')
    return {
      first: words.phrase('status.nothing-followed'),
      second: words.phrase('status.nothing-followed-next'),
    }
  if (kind === 'offline')
    return {
      first: words.phrase('drive.state.offline'),
      second: words.phrase('drive.state.detail.offline'),
    }
  if (kind === 'paused')
    return {
      first: pausedWords(pausedUntil, now, words),
      second: words.phrase('drive.state.detail.paused'),
    }
  return {
    first: words.phrase('status.connected', { connected: live, total }),
    second: usefulFact(facts, now, words),
  }
}

function usefulFact({ overview, subscriptions }: Facts, now: number, words: Words): string {
  const { kind, needsYou, polling, lastHeardAt } = overview
  if (needsYou.length > 0) return words.phrase('status.needs-attention', { n: needsYou.length })
  if (polling > 0)
    return words.phrase('status.checking', {
      n: polling,
      span: words.span(longestWait(subscriptions.map(({ status }) => status))),
    })
  if (kind === 'reconnecting') return words.phrase('drive.state.reconnecting')
  if (kind === 'catching-up') return words.phrase('drive.state.catching-up')
  return lastHeardAt === null
    ? words.phrase('drive.state.detail.no-changes')
    : words.phrase('drive.state.detail.last-change', { ago: words.ago(now - lastHeardAt) })
}

/** Drives may be checked at different paces; none waits longer than this. */
const longestWait = (statuses: readonly DriveStatus[]): number =>
  Math.max(0, ...statuses.map((status) => (status.kind === 'polling' ? status.everyMs : 0)))

/** Whether all that could be heard is paused, so that Resume is what the menu offers. */
export function everythingPaused({ subscriptions }: Pick<AppState, 'subscriptions'>): boolean {
  const hearable = subscriptions.filter(({ status }) => !needsSomeone(status))
  return hearable.length > 0 && hearable.every(({ status }) => status.kind === 'paused')
}
