import type { PauseLength } from '../../subscriptions/pauses.ts'
import type { LatestChange } from '../../../preload/contract/activity.ts'
import type { Words } from '../../../preload/words/words.ts'
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

const line: TrayItem = { kind: 'line' }
const fact = (label: string): TrayItem => ({ kind: 'fact', label })
const action = (label: string, what: TrayAction): TrayItem => ({ kind: 'action', label, action: what })

/** In which words the tray speaks, and when. */
interface Speaking {
  readonly words: Words
  readonly now: number
}

/** Draws the state; nothing else decides what the tray says. */
export function trayView(state: AppState, manner: Speaking): TrayView {
  const { overview } = state
  return {
    picture: { state: pictureOf(overview), unseen: state.history.unseen > 0 },
    tooltip: tooltipOf(overview, state.history.unseen, manner),
    menu:
      overview.kind === 'no-account'
        ? withoutAccount(manner)
        : [...head(state, manner), ...tail(state, manner)],
  }
}

const withoutAccount = ({ words }: Speaking): readonly TrayItem[] => [
  action(words.phrase('tray.sign-in'), { kind: 'sign-in' }),
  line,
  action(words.phrase('tray.open'), { kind: 'open', page: null }),
  ...helping(words),
  action(words.phrase('tray.quit'), { kind: 'quit' }),
]

const helping = (words: Words): readonly TrayItem[] => [
  action(words.phrase('tray.help'), { kind: 'open', page: 'help' }),
  action(words.phrase('tray.diagnostics'), { kind: 'open', page: 'diagnostics' }),
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

function tooltipOf(overview: Overview, unseen: number, { words, now }: Speaking): string {
  const { total, live, polling, needsYou, pausedUntil } = overview
  switch (overview.kind) {
    case 'no-account':
      return words.phrase('tray.tip.no-account')
    case 'nothing-followed':
      return words.phrase('tray.tip.nothing-followed')
    case 'attention':
      return words.phrase('tray.tip.attention', { n: needsYou.length, live, total })
    case 'offline':
      return words.phrase('tray.tip.offline')
    case 'paused':
      return pausedUntil === null
        ? words.phrase('tray.tip.paused')
        : words.phrase('tray.tip.paused-until', { time: words.moment(pausedUntil, now) })
    case 'catching-up':
      return words.phrase('tray.tip.catching-up', { unseen })
    case 'polling':
      return words.phrase('tray.tip.checking', { live, polling, unseen })
    case 'reconnecting':
      return words.phrase('tray.tip.reconnecting', { live, total })
    case 'live':
      return words.phrase('tray.tip.connected', { live, unseen })
  }
}

function head({ overview, latest, history }: AppState, manner: Speaking): TrayItem[] {
  const facts = factsOf(overview, manner)
  const changes = overview.kind === 'paused' ? [] : latest.map((change) => changeLine(change, manner))
  const seen =
    history.unseen > 0 && changes.length > 0
      ? [action(manner.words.phrase('tray.mark-all-seen'), { kind: 'mark-all-seen' })]
      : []
  return [...facts, line, ...changes, ...seen, ...(changes.length > 0 ? [line] : [])]
}

function factsOf(overview: Overview, { words, now }: Speaking): TrayItem[] {
  const { total, live, polling, offlineSince, pausedUntil } = overview
  const count = fact(words.phrase('tray.connected', { live, total }))
  switch (overview.kind) {
    case 'no-account':
    case 'nothing-followed':
      return [fact(words.phrase('tray.nothing-followed'))]
    case 'attention':
      return [
        ...overview.needsYou.map(({ what, page }) => action(words.say(what), { kind: 'open', page })),
        count,
      ]
    case 'offline':
      return [
        fact(
          offlineSince === null
            ? words.phrase('tray.offline')
            : words.phrase('tray.offline-since', { time: words.moment(offlineSince, now) }),
        ),
      ]
    case 'paused':
      return [
        fact(
          pausedUntil === null
            ? words.phrase('tray.paused')
            : words.phrase('tray.paused-until', { time: words.moment(pausedUntil, now) }),
        ),
      ]
    case 'catching-up':
      return [
        ...overview.catchingUp.slice(0, 3).map((name) => fact(words.phrase('tray.catching-up', { name }))),
        count,
      ]
    case 'polling':
      return [fact(words.phrase('tray.checking', { n: polling })), count]
    case 'reconnecting':
      return [fact(words.phrase('tray.reconnecting')), count]
    case 'live':
      return [count]
  }
}

function tail({ overview, history }: AppState, manner: Speaking): TrayItem[] {
  const { words } = manner
  const switching =
    overview.kind === 'paused' ? [action(words.phrase('tray.resume'), { kind: 'resume' })] : pausing(manner)
  const page = (label: string, name: Page) => action(label, { kind: 'open', page: name })
  const activity =
    history.unseen > 0
      ? words.phrase('tray.activity-new', { n: history.unseen })
      : words.phrase('page.activity')
  return [
    ...switching,
    line,
    action(words.phrase('tray.open'), { kind: 'open', page: null }),
    {
      kind: 'submenu',
      label: words.phrase('tray.go-to'),
      items: [
        page(activity, 'activity'),
        page(words.phrase('page.subscriptions'), 'subscriptions'),
        page(words.phrase('page.webhooks'), 'webhooks'),
        page(words.phrase('page.accounts'), 'accounts'),
        page(words.phrase('page.settings'), 'settings'),
        line,
        ...helping(words),
      ],
    },
    action(words.phrase('tray.quit'), { kind: 'quit' }),
  ]
}

const pausing = ({ words, now }: Speaking): readonly TrayItem[] => [
  action(words.phrase('tray.pause'), { kind: 'pause', until: null }),
  {
    kind: 'submenu',
    label: words.phrase('tray.pause-for'),
    items: [
      action(words.phrase('tray.pause.hour'), { kind: 'pause', until: 'an-hour' }),
      action(words.phrase('tray.pause.tomorrow', { time: words.clock(new Date(now).setHours(8, 0)) }), {
        kind: 'pause',
        until: 'tomorrow',
      }),
    ],
  },
]

const changeLine = ({ id, at, sentence }: LatestChange, { words, now }: Speaking) =>
  action(words.phrase('tray.change', { time: words.moment(at, now), sentence }), {
    kind: 'open-change',
    changeId: id,
  })

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
