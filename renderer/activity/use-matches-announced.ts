import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { words } from '../words/english.ts'
import { narrows } from './filter/filter-choices.ts'
import type { Feed } from './list/feed.ts'

// With the 200 ms before it is looked for: half a second after the last key.
const settleMs = 300

/** Speaks how many changes match, once the typing is over. */
export function useMatchesAnnounced(feed: Feed): void {
  const { announce } = useAnnounce()
  const filter = feed.kind === 'rows' ? feed.filter : null
  const matches = useRef(0)
  useEffect(() => {
    matches.current = feed.kind === 'rows' ? feed.matches : 0
  }, [feed])
  useEffect(() => {
    if (!filter || !narrows(filter)) return undefined
    const timer = setTimeout(() => {
      const said = matches.current > 0 ? words.activity.match(matches.current) : words.activity.noMatch
      announce(said, { batchId: 'matches' })
    }, settleMs)
    return () => clearTimeout(timer)
  }, [filter, announce])
}
