import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { HistoryRow } from '../../../preload/contract/activity.ts'
import { narrow } from '../../ui/use-media.ts'
import { useWordButton } from './word-button.ts'
import { ReasonIcon } from '../../ui/reason-icon.tsx'
import { Why } from './why.tsx'

const useStyles = makeStyles({
  reason: { gap: tokens.spacingHorizontalXS },
  inLine: { overflow: 'hidden', textOverflow: 'ellipsis', [narrow]: { display: 'inline' } },
  part: { minWidth: '24px', justifyContent: 'flex-start', [narrow]: { justifyContent: 'flex-start' } },
})

/** Why a change was told or not, in a few words; asked, it says more and offers what would change it. */
export function Reason(props: { readonly row: HistoryRow; readonly active: boolean }) {
  const { row } = props
  const { kind, words: text } = row.reason
  const styles = useStyles()
  const look = useWordButton()
  // The button while it is asked.
  const [asked, setAsked] = useState<HTMLElement | null>(null)
  const inLine = row.burst !== null
  return (
    <>
      <button
        type="button"
        className={mergeClasses(look.button, styles.reason, inLine && styles.part)}
        tabIndex={props.active ? 0 : -1}
        aria-haspopup="dialog"
        aria-expanded={asked !== null}
        aria-label={text}
        onClick={(event) => {
          event.stopPropagation() // the row would open as well
          setAsked(asked ? null : event.currentTarget)
        }}
      >
        {!inLine && <ReasonIcon kind={kind} />}
        <span className={mergeClasses(look.words, inLine && styles.inLine)}>{text}</span>
      </button>
      {asked && (
        <Why
          row={row}
          target={asked}
          close={() => {
            setAsked(null)
            asked.focus()
          }}
        />
      )}
    </>
  )
}
