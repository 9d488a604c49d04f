import type { Language } from '../../preload/words/words.ts'
import type { ActivityEntry, AppState, Page, TabPage } from '../../preload/contract/state.ts'

/** Where Webhooks is: its list, with a row to be found in it, or a page below. */
export type WebhooksPlace =
  | { readonly kind: 'list'; readonly webhookId?: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'details'; readonly webhookId: string }
  | { readonly kind: 'rules'; readonly webhookId: string }
  /** `webhookId` null: those of all. */
  | { readonly kind: 'deliveries'; readonly webhookId: string | null }
  | { readonly kind: 'listener' }
  | { readonly kind: 'guide' }

/** Where the window is: the state as pushed, the page, and whether Welcome is still greeting. */
export interface View {
  /** Null before the first words. */
  readonly language: Language | null
  readonly state: AppState | null
  readonly page: Page
  /** Whose details Subscriptions shows; null: the list. */
  readonly subscriptionId: string | null
  /** Subscriptions opens with the picker at teams. */
  readonly picksTeams: boolean
  readonly webhooks: WebhooksPlace
  /** What Activity is to bring into view; null: nothing, or it is there. */
  readonly entry: ActivityEntry | null
  readonly welcome: boolean
  /** Counts the pages asked for, so that asking twice for one moves the focus twice; 0: a tab was chosen, and keeps it. */
  readonly visit: number
}

/** What happens to a view. */
export type ViewEvent =
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'state'; readonly state: AppState }
  | { readonly kind: 'tab'; readonly page: TabPage }
  | { readonly kind: 'visit'; readonly page: Page; readonly subscriptionId: string | null }
  | { readonly kind: 'teams' }
  | { readonly kind: 'webhooks'; readonly place: WebhooksPlace }
  /** From the tray or a notice. */
  | { readonly kind: 'arrival'; readonly page: Page; readonly entry: ActivityEntry | null }
  /** The entry is in view. */
  | { readonly kind: 'met' }

/** Before the first state. */
export const firstView: View = {
  language: null,
  state: null,
  page: 'activity',
  subscriptionId: null,
  picksTeams: false,
  webhooks: { kind: 'list' },
  entry: null,
  welcome: false,
  visit: 0,
}

/** The next view. Welcome greets whoever has no account, and stays until they move on. */
export function nextView(view: View, event: ViewEvent): View {
  if (event.kind === 'state') {
    const { state } = event
    return { ...view, state, welcome: greets(state, view.page) || view.welcome }
  }
  if (event.kind === 'language') return { ...view, language: event.language }
  if (event.kind === 'met') return { ...view, entry: null }
  const elsewhere = {
    ...view,
    subscriptionId: null,
    picksTeams: false,
    webhooks: { kind: 'list' } as const,
    entry: null,
    welcome: greets(view.state, pageOf(event)),
  }
  if (event.kind === 'tab') return { ...elsewhere, page: event.page, visit: 0 }
  const visit = view.visit + 1
  if (event.kind === 'teams') return { ...elsewhere, page: 'subscriptions', picksTeams: true, visit }
  if (event.kind === 'webhooks') return { ...elsewhere, page: 'webhooks', webhooks: event.place, visit }
  if (event.kind === 'arrival') return { ...elsewhere, page: event.page, entry: event.entry, visit }
  return { ...elsewhere, page: event.page, subscriptionId: event.subscriptionId, visit }
}

type Elsewhere = Exclude<ViewEvent, { kind: 'state' | 'language' | 'met' }>

function pageOf(event: Elsewhere): Page {
  if (event.kind === 'webhooks') return 'webhooks'
  return event.kind === 'teams' ? 'subscriptions' : event.page
}

/** The tab of a page: its own, or that of the page it is below. */
export const tabFor = (page: Page): TabPage => (page === 'help' || page === 'diagnostics' ? 'settings' : page)

/** Help is for whoever has no account, too. */
const greets = (state: AppState | null, page: Page): boolean =>
  state !== null && state.accounts.length === 0 && tabFor(page) === page
