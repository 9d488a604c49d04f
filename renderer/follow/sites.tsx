import { SearchBox } from '@fluentui/react-components'
import { useState } from 'react'
import { followWords } from '../words/follow.ts'
import { Panes } from './panes.tsx'
import type { PanesProps } from './looks.ts'
import { useFollowStyles } from './follow-styles.ts'
import { useSettled } from './use-settled.ts'

/** Sites by name; while someone types nothing is asked. */
export function Sites(props: PanesProps) {
  const { choose } = props
  const [text, setText] = useState('')
  const search = useSettled(text.trim().slice(0, 200))
  const styles = useFollowStyles()
  const label = search === '' ? followWords.sitesFollowed : followWords.sites
  return (
    <Panes
      {...props}
      always
      place={{ kind: 'sites', search }}
      label={label}
      title={<h3 className={styles.title}>{label}</h3>}
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
          onChange={(_event, { value }) => {
            setText(value)
            choose(null)
          }}
        />
      }
    />
  )
}
