import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { AccountView } from '../../preload/contract/state.ts'
import type { Place } from '../../preload/contract/discovery.ts'
import { followWords } from '../words/follow.ts'
import { type Looks, readOn, type Seen } from './looks.ts'

/** A look, and what can be done with it. */
export interface Look {
  readonly seen: Seen
  readonly more: () => void
  readonly again: () => void
}

const loading: Seen = { kind: 'loading' }

/** Looks somewhere at once, and again when the place or the account's permissions change. */
export function useLook(looks: Looks, account: AccountView, place: Place): Look {
  const { announce } = useAnnounce()
  const [turn, setTurn] = useState(0)
  const key = JSON.stringify([account.id, account.scopes, place, turn])
  const [kept, setKept] = useState<{ readonly key: string; readonly seen: Seen }>({ key, seen: loading })
  const seen = kept.key === key ? kept.seen : loading
  useEffect(() => {
    let isOver = false
    void looks.look({ accountId: account.id, place, cursor: null }).then((found) => {
      if (isOver || found === null) return
      setKept({ key, seen: found.kind === 'page' ? { ...found, isReading: false } : found })
      if (found.kind === 'page') announce(followWords.results(found.rows.length))
      if (found.kind === 'consent') announce(followWords.consent.announced)
    })
    return () => void (isOver = true)
    // The key says all that matters of the account and the place.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [looks, key])
  const more = () => {
    if (seen.kind !== 'page' || seen.next === null || seen.isReading) return
    setKept({ key, seen: { ...seen, isReading: true } })
    void looks
      .look({ accountId: account.id, place, cursor: seen.next })
      .then((found) => setKept((now) => (now.key === key ? { key, seen: readOn(now.seen, found) } : now)))
  }
  return { seen, more, again: () => setTurn((before) => before + 1) }
}
