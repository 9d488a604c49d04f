import { useState } from 'react'
import type { Place } from '../../preload/contract/discovery.ts'
import { SearchField } from '../ui/search-field.tsx'
import type { PanesProps } from './looks.ts'
import { type PaneWords, Panes } from './panes.tsx'
import { useFollowStyles } from './follow-styles.ts'
import { useSettled } from './use-settled.ts'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

/** Sites by name; while someone types nothing is asked, and what they chose stays. */
export function Sites(props: PanesProps) {
  const words = useWords()
  const [text, setText] = useState('')
  const search = useSettled(text.trim().slice(0, 200))
  const styles = useFollowStyles()
  const said = (place: Place): PaneWords => {
    const searched = place.kind === 'sites' ? place.search : ''
    const label = searched === '' ? words.phrase('follow.sites-followed') : words.phrase('follow.tab.sites')
    return {
      label,
      title: <h3 className={styles.title}>{label}</h3>,
      nothing:
        searched === '' ? (
          words.phrase('follow.nothing.sites')
        ) : (
          <>
            <Phrase pieces={words.pieces('follow.no-site', { text: searched })} />
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
      lead={<SearchField label={words.phrase('follow.find-site')} value={text} type={setText} />}
    />
  )
}
