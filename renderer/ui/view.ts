import type { AppState, Page } from '../../preload/state.ts'

/** Where the window is: the state as pushed, the page, and whether Welcome is still greeting. */
export interface View {
  readonly state: AppState | null
  readonly page: Page
  /** Whose details Subscriptions shows; null: the list. */
  readonly subscriptionId: string | null
  readonly welcome: boolean
  /** Counts the pages asked for, so that asking twice for one moves the focus twice. */
  readonly visit: number
}

/** What happens to a view. */
export type ViewEvent =
  | { readonly kind: 'state'; readonly state: AppState }
  | { readonly kind: 'tab'; readonly page: Page }
  | { readonly kind: 'visit'; readonly page: Page; readonly subscriptionId: string | null }

/** Before the first state. */
export const firstView: View = {
  state: null,
  page: 'activity',
  subscriptionId: null,
  welcome: false,
  visit: 0,
}

/** The next view. Welcome greets whoever has no account, and stays until they move on. */
export function nextView(view: View, event: ViewEvent): View {
  if (event.kind === 'state') {
    const { state } = event
    return { ...view, state, welcome: state.accounts.length === 0 || view.welcome }
  }
  const welcome = view.state !== null && view.state.accounts.length === 0
  if (event.kind === 'tab') return { ...view, page: event.page, subscriptionId: null, welcome }
  const { page, subscriptionId } = event
  return { ...view, page, subscriptionId, welcome, visit: view.visit + 1 }
}
