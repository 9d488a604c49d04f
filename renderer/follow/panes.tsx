import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Found, Place } from '../../preload/contract/discovery.ts'
import { narrow, useNarrow } from '../ui/use-media.ts'
import type { PanesProps } from './looks.ts'
import { SeenList } from './seen-list.tsx'
import { SiteContents } from './site-contents.tsx'
import { useFollowStyles } from './follow-styles.ts'
import { useLook } from './use-look.ts'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  inside: {
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    [narrow]: { borderInlineStartWidth: 0 },
  },
})

/** What a list is called, what stands above it, and what is said when nothing is in it. */
export interface PaneWords {
  readonly label: string
  readonly title?: ReactNode
  readonly nothing: ReactNode
}

/** What is found in a place, and beside it what is inside a chosen site; in a narrow window one at a time. */
export function Panes(
  props: PanesProps & {
    readonly place: Place
    readonly said: (place: Place) => PaneWords
    readonly lead?: ReactNode
    /** The second pane stands there from the start. */
    readonly always?: boolean
  },
) {
  const words = useWords()
  const { account, place, chosen, choose, add, drop } = props
  const styles = useFollowStyles()
  const own = useStyles()
  const small = useNarrow()
  const look = useLook(account, place)
  // It stays whatever is found later: somebody chose it.
  const [site, setSite] = useState<Opened | null>(null)
  const take = (found: Found, into: boolean) => {
    if (found.choice.kind === 'site') setSite({ found, siteId: found.choice.siteId, into: into || small })
    else choose(found)
  }
  const back = () => setSite(null)
  const toList = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus()
  }
  const isDouble = (props.always === true && look.seen.kind !== 'consent') || site !== null
  return (
    <div className={mergeClasses(styles.panes, !isDouble && styles.single)}>
      {!(small && site) && (
        // The arrow goes on from the field into the list.
        <div role="presentation" className={styles.pane} onKeyDown={toList}>
          {props.lead}
          <SeenList
            account={account}
            place={place.kind}
            look={look}
            {...props.said(look.place)}
            chosen={site ? new Set([...chosen, site.found.key]) : chosen}
            choose={take}
          />
        </div>
      )}
      {isDouble && (site || !small) && (
        <div className={mergeClasses(styles.pane, own.inside)}>
          {site ? (
            <SiteContents
              key={site.siteId}
              {...{ account, chosen, choose, add, drop }}
              name={site.found.name}
              siteId={site.siteId}
              takesFocus={site.into}
              back={small ? back : null}
            />
          ) : (
            <p className={styles.sentence}>{words.phrase('follow.choose-site')}</p>
          )}
        </div>
      )}
    </div>
  )
}

interface Opened {
  readonly found: Found
  readonly siteId: string
  readonly into: boolean
}
