import { startTransition, useCallback, useEffect, useReducer, useRef } from 'react'
import type { Bridge } from '../../preload/contract/commands.ts'
import { firstView, nextView, type View, type ViewEvent } from './view.ts'

/** Asked before the window goes elsewhere; it goes when `go` is called. */
export type Leaving = (go: () => void) => void

/** The view, what happens to it, and a way to be asked before it goes elsewhere, which returns its own end. */
export interface Viewing {
  readonly view: View
  readonly happen: (event: ViewEvent) => void
  readonly holdLeaving: (leaving: Leaving) => () => void
}

/**
 * The view, kept up to date by the bridge. Every step is a transition: while a page loads, the one before it stays,
 * and React shows the new one at once instead of holding it back behind an empty fallback.
 */
export function useView(bridge: Bridge): Viewing {
  const [view, dispatch] = useReducer(nextView, firstView)
  const held = useRef<Leaving | null>(null)
  const happen = useCallback((event: ViewEvent) => {
    const go = () => startTransition(() => dispatch(event))
    if (held.current && event.kind !== 'state' && event.kind !== 'language') held.current(go)
    else go()
  }, [])
  const holdLeaving = useCallback((leaving: Leaving) => {
    held.current = leaving
    return () => {
      if (held.current === leaving) held.current = null
    }
  }, [])
  useEffect(() => {
    // Pages first: asking for the state is what tells main that this window listens.
    const endPages = bridge.onShowPage((to) => happen({ kind: 'arrival', ...to }))
    const endLanguage = bridge.onLanguage((language) => happen({ kind: 'language', language }))
    const endState = bridge.onState((state) => happen({ kind: 'state', state }))
    return () => {
      endState()
      endLanguage()
      endPages()
    }
  }, [bridge, happen])
  return { view, happen, holdLeaving }
}
