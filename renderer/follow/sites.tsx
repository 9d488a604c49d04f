import { SearchBox } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { followWords } from '../words/follow.ts'
import { Panes, type PanesProps } from './panes.tsx'

const pauseMs = 250

/** Sites by name; while someone types nothing is asked. */
export function Sites(props: PanesProps) {
  const { choose } = props
  const [text, setText] = useState('')
  const [search, setSearch] = useState('')
  const wanted = text.trim().slice(0, 200)
  useEffect(() => {
    if (wanted === search) return
    const timer = setTimeout(() => {
      setSearch(wanted)
      choose(null)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [wanted, search, choose])
  return (
    <Panes
      {...props}
      always
      place={{ kind: 'sites', search }}
      label={followWords.sites}
      nothing={
        search === '' ? (
          followWords.nothing.sites
        ) : (
          <>
            {followWords.noSite[0]}
            <bdi>{search}</bdi>
            {followWords.noSite[1]}
          </>
        )
      }
      lead={
        <SearchBox
          aria-label={followWords.search}
          placeholder={followWords.search}
          style={{ maxWidth: 'none', flexShrink: 0 }}
          value={text}
          onChange={(_event, { value }) => setText(value)}
        />
      }
    />
  )
}
