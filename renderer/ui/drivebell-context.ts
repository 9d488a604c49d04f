import { createContext, useContext } from 'react'
import type { Bridge } from '../../preload/contract/commands.ts'
import type { ActivityEntry, AppState, Page } from '../../preload/contract/state.ts'
import type { Times } from '../../preload/words/times.ts'
import type { Leaving } from './use-view.ts'
import type { WebhooksPlace } from './view.ts'

/** What every part of the window may use. */
export interface Drivebell {
  readonly bridge: Bridge
  readonly state: AppState
  readonly time: Times
  /** Where toasts go. */
  readonly toasterId: string
  /** Shows a page; with `focus` the place that needs the user takes the focus. */
  readonly showPage: (page: Page) => void
  /** What Activity is to bring into view; null: nothing. */
  readonly entry: ActivityEntry | null
  /** It is in view. */
  readonly entryMet: () => void
  /** Whose details Subscriptions shows; null: the list. */
  readonly shownSubscription: string | null
  /** Goes to Subscriptions: to the details of one of them, or with null to the list. */
  readonly showSubscription: (subscriptionId: string | null) => void
  /** Subscriptions opens with the picker at teams. */
  readonly picksTeams: boolean
  /** Goes to Subscriptions, where teams can be picked. */
  readonly pickTeams: () => void
  readonly webhooksPlace: WebhooksPlace
  /** Goes to Webhooks: to its list or a page below it. */
  readonly showWebhooks: (place: WebhooksPlace) => void
  /** Has `leaving` asked before the window shows another page; returns its own end. */
  readonly holdLeaving: (leaving: Leaving) => () => void
}

const Context = createContext<Drivebell | null>(null)

/** Gives the window's parts what they need. */
export const DrivebellProvider = Context.Provider

/** What every part of the window may use. */
export function useDrivebell(): Drivebell {
  const drivebell = useContext(Context)
  if (!drivebell) throw new Error('outside of DrivebellProvider')
  return drivebell
}
