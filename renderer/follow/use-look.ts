import { useAnnounce } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { AccountView } from '../../preload/contract/state.ts'
import type { Place } from '../../preload/contract/discovery.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Looks, readOn, type Seen } from './looks.ts'
import { useWords } from '../ui/words-context.ts'

/** A look, and what can be done with it. */
export interface Look {
  readonly seen: Seen
  /** Where that was found. */
  readonly place: Place
  /** What was found before stays while something newer is looked for: it can be chosen until the answer is there. */
  readonly isOlder: boolean
  readonly more: () => void
  readonly again: () => void
}

const loading: Seen = { kind: 'loading' }

interface Kept {
  readonly key: string
  readonly place: Place
  readonly seen: Seen
}

/** Looks somewhere at once, and again when the place or the account's permissions change. */
export function useLook(account: AccountView, place: Place): Look {
  const words = useWords()
  const { bridge } = useDrivebell()
  const { announce } = useAnnounce()
  // One for each list: what is looked for in another one must not take this one's answer.
  const [looks] = useState(() => new Looks((input) => bridge.discover(input)))
  const [turn, setTurn] = useState(0)
  const key = JSON.stringify([account.id, account.scopes, place, turn])
  const [kept, setKept] = useState<Kept>({ key, place, seen: loading })
  const isOlder = kept.key !== key && kept.seen.kind === 'page' && kept.seen.rows.length > 0
  const { seen } = isOlder || kept.key === key ? kept : { seen: loading }
  useEffect(() => {
    let isOver = false
    void looks.look({ accountId: account.id, place, cursor: null }).then((found) => {
      if (isOver || found === null) return
      setKept({ key, place, seen: found.kind === 'page' ? { ...found, isReading: false } : found })
      if (found.kind === 'page') announce(words.phrase('follow.results', { n: found.rows.length }))
      if (found.kind === 'consent') announce(words.phrase('follow.consent.announced'))
    })
    return () => void (isOver = true)
    // The key says all that matters of the account and the place.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [looks, key])
  const more = () => {
    if (isOlder || seen.kind !== 'page' || seen.next === null || seen.isReading) return
    setKept({ key, place, seen: { ...seen, isReading: true } })
    void looks
      .look({ accountId: account.id, place, cursor: seen.next })
      .then((found) => setKept((now) => (now.key === key ? { ...now, seen: readOn(now.seen, found) } : now)))
  }
  return {
    seen,
    place: isOlder ? kept.place : place,
    isOlder,
    more,
    again: () => setTurn((before) => before + 1),
  }
}
