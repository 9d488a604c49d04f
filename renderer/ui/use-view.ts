import { startTransition, useCallback, useEffect, useReducer } from 'react'
import type { Bridge } from '../../preload/contract.ts'
import { firstView, nextView, type View, type ViewEvent } from './view.ts'

/**
 * The view, kept up to date by the bridge. Every step is a transition: while a page loads, the one before it stays,
 * and React shows the new one at once instead of holding it back behind an empty fallback.
 */
export function useView(bridge: Bridge): readonly [View, (event: ViewEvent) => void] {
  const [view, dispatch] = useReducer(nextView, firstView)
  const happen = useCallback((event: ViewEvent) => startTransition(() => dispatch(event)), [])
  useEffect(() => {
    // Pages first: asking for the state is what tells main that this window listens.
    const endPages = bridge.onShowPage((page) => happen({ kind: 'visit', page, subscriptionId: null }))
    const endState = bridge.onState((state) => happen({ kind: 'state', state }))
    return () => {
      endState()
      endPages()
    }
  }, [bridge, happen])
  return [view, happen]
}
