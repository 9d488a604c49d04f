import { useState } from 'react'
import type { Place } from '../../preload/contract/discovery.ts'
import { SearchField } from '../ui/search-field.tsx'
import { followWords } from '../words/follow.ts'
import type { PanesProps } from './looks.ts'
import { type PaneWords, Panes } from './panes.tsx'
import { useFollowStyles } from './follow-styles.ts'
import { useSettled } from './use-settled.ts'

/** Sites by name; while someone types nothing is asked, and what they chose stays. */
export function Sites(props: PanesProps) {
  const [text, setText] = useState('')
  const search = useSettled(text.trim().slice(0, 200))
  const styles = useFollowStyles()
  const said = (place: Place): PaneWords => {
    const searched = place.kind === 'sites' ? place.search : ''
    const label = searched === '' ? followWords.sitesFollowed : followWords.sites
    return {
      label,
      title: <h3 className={styles.title}>{label}</h3>,
      nothing:
        searched === '' ? (
          followWords.nothing.sites
        ) : (
          <>
            {followWords.noSite[0]}
            <bdi>{searched}</bdi>
            {followWords.noSite[1]}
          </>
        ),
    }
  }
  return (
    <Panes
      {...props}
      always
      place={{ kind: 'sites', search }}
      said={said}
      lead={<SearchField label={followWords.search} value={text} type={setText} />}
    />
  )
}
