import { useEffect, useReducer } from 'react'
import type { Bridge } from '../../preload/contract.ts'
import { firstView, nextView, type View, type ViewEvent } from './view.ts'

/** The view, kept up to date by the bridge. */
export function useView(bridge: Bridge): readonly [View, (event: ViewEvent) => void] {
  const [view, happen] = useReducer(nextView, firstView)
  useEffect(() => {
    // Pages first: asking for the state is what tells main that this window listens.
    const endPages = bridge.onShowPage((page) => happen({ kind: 'visit', page }))
    const endState = bridge.onState((state) => happen({ kind: 'state', state }))
    return () => {
      endState()
      endPages()
    }
  }, [bridge])
  return [view, happen]
}
