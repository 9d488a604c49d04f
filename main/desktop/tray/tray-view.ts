import type { PauseLength } from '../../subscriptions/pauses.ts'
import type { LatestChange } from '../../../preload/contract/activity.ts'
import type { AppState, Overview, Page } from '../../../preload/contract/state.ts'

/** The tray as a value: what `tray-icon.ts` shows (interface.md 6). */
export interface TrayView {
  readonly picture: TrayPicture
  readonly tooltip: string
  readonly menu: readonly TrayItem[]
}

/** A drawing's name: the state, with a dot when something is unseen. */
export interface TrayPicture {
  readonly state: 'live' | 'catching-up' | 'polling' | 'paused' | 'attention' | 'offline'
  readonly unseen: boolean
}

/** What a menu line does. */
export type TrayAction =
  | { readonly kind: 'open'; readonly page: Page | null }
  | { readonly kind: 'open-change'; readonly changeId: string }
  | { readonly kind: 'mark-all-seen' }
  | { readonly kind: 'pause'; readonly until: PauseLength }
  | { readonly kind: 'resume' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'quit' }

export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'fact'; readonly label: string }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayItem[] }

/** How a moment reads in the menu, like `10:42`. */
export type Moment = (time: number) => string

const line: TrayItem = { kind: 'line' }
const fact = (label: string): TrayItem => ({ kind: 'fact', label })
const action = (label: string, what: TrayAction): TrayItem => ({ kind: 'action', label, action: what })

/** Draws the state; nothing else decides what the tray says. */
export function trayView(state: AppState, moment: Moment): TrayView {
  const { overview } = state
  return {
    picture: { state: pictureOf(overview), unseen: state.history.unseen > 0 },
    tooltip: `Drivebell: ${tooltipOf(overview, state.history.unseen, moment)}`,
    menu: overview.kind === 'no-account' ? withoutAccount : [...head(state, moment), ...tail(state)],
  }
}

const withoutAccount: readonly TrayItem[] = [
  action('Sign in with Microsoft', { kind: 'sign-in' }),
  line,
  action('Open', { kind: 'open', page: null }),
  action('Quit', { kind: 'quit' }),
]

function pictureOf({ kind }: Overview): TrayPicture['state'] {
  switch (kind) {
    case 'attention':
    case 'offline':
    case 'paused':
    case 'catching-up':
    case 'polling':
    case 'live':
      return kind
    case 'reconnecting':
      return 'polling'
    case 'no-account':
    case 'nothing-followed':
      return 'live'
  }
}

function tooltipOf(overview: Overview, unseen: number, moment: Moment): string {
  const fresh = unseen > 0 ? `, ${unseen} new` : ''
  const { total, live, polling, needsYou } = overview
  switch (overview.kind) {
    case 'no-account':
      return 'not signed in'
    case 'nothing-followed':
      return 'nothing followed'
    case 'attention':
      return `${needsYou.length === 1 ? '1 needs you' : `${needsYou.length} need you`}, ${live} of ${total} live`
    case 'offline':
      return 'no network'
    case 'paused':
      return pausedWords(overview, moment).replace('Paused', 'paused')
    case 'catching-up':
      return `catching up${fresh}`
    case 'polling':
      return `${live} live, ${polling} polling${fresh}`
    case 'reconnecting':
      return `reconnecting, ${live} of ${total} live`
    case 'live':
      return `${drives(live)} live${fresh}`
  }
}

function head({ overview, latest, history }: AppState, moment: Moment): TrayItem[] {
  const facts = factsOf(overview, moment)
  const changes = overview.kind === 'paused' ? [] : latest.map((change) => changeLine(change, moment))
  const seen =
    history.unseen > 0 && changes.length > 0 ? [action('Mark all seen', { kind: 'mark-all-seen' })] : []
  return [...facts, line, ...changes, ...seen, ...(changes.length > 0 ? [line] : [])]
}

function factsOf(overview: Overview, moment: Moment): TrayItem[] {
  const { total, live, offlineSince } = overview
  const count = fact(`${live} of ${drives(total)} live`)
  switch (overview.kind) {
    case 'no-account':
    case 'nothing-followed':
      return [fact('Nothing followed')]
    case 'attention':
      return [
        ...overview.needsYou.map(({ sentence, page }) => action(sentence, { kind: 'open', page })),
        count,
      ]
    case 'offline':
      return [fact(offlineSince === null ? 'No network' : `No network since ${moment(offlineSince)}`)]
    case 'paused':
      return [fact(pausedWords(overview, moment))]
    case 'catching-up':
      return [...overview.catchingUp.slice(0, 3).map((name) => fact(`Catching up on ${name}`)), count]
    case 'polling':
    case 'reconnecting':
      return [
        fact(overview.kind === 'polling' ? `${overview.polling} asked every few minutes` : 'Reconnecting'),
        count,
      ]
    case 'live':
      return [fact(`${drives(live)} live`)]
  }
}

function tail({ overview, history }: AppState): TrayItem[] {
  const switching = overview.kind === 'paused' ? [action('Resume', { kind: 'resume' })] : pausing
  const page = (label: string, name: Page) => action(label, { kind: 'open', page: name })
  return [
    ...switching,
    line,
    action('Open', { kind: 'open', page: null }),
    {
      kind: 'submenu',
      label: 'Go to',
      items: [
        page(history.unseen > 0 ? `Activity (${history.unseen} new)` : 'Activity', 'activity'),
        page('Subscriptions', 'subscriptions'),
        page('Webhooks', 'webhooks'),
        page('Accounts', 'accounts'),
        page('Settings', 'settings'),
      ],
    },
    action('Quit', { kind: 'quit' }),
  ]
}

const pausing: readonly TrayItem[] = [
  action('Pause', { kind: 'pause', until: null }),
  {
    kind: 'submenu',
    label: 'Pause for',
    items: [
      action('An hour', { kind: 'pause', until: 'an-hour' }),
      action('Until tomorrow 08:00', { kind: 'pause', until: 'tomorrow' }),
    ],
  },
]

function pausedWords({ pausedUntil }: Overview, moment: Moment): string {
  return pausedUntil === null ? 'Paused' : `Paused until ${moment(pausedUntil)}`
}

const changeLine = ({ id, at, sentence }: LatestChange, moment: Moment) =>
  action(`${moment(at)}   ${sentence}`, { kind: 'open-change', changeId: id })

const drives = (count: number) => (count === 1 ? '1 drive' : `${count} drives`)

/** Calm: the picture changes at most this often, and a passing trouble never shows (interface.md 6). */
const restMs = 2_000
const patienceMs: Readonly<Record<TrayPicture['state'], number>> = {
  attention: 0,
  offline: 0,
  paused: 0,
  live: 0,
  'catching-up': 2_000,
  polling: 10_000,
}

/** When a wanted picture may be shown: a time that has come already means now. */
export function pictureDueAt(wanted: TrayPicture, wantedSince: number, shownAt: number): number {
  return Math.max(shownAt + restMs, wantedSince + patienceMs[wanted.state])
}
