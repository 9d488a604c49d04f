import { mergeClasses, useFluent } from '@fluentui/react-components'
import { type KeyboardEvent, type Ref, useState } from 'react'
import type { HistoryRow } from '../../../preload/contract/activity.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { minutely, useNow } from '../../ui/use-now.ts'
import { rowName } from '../../words/row-name.ts'
import { BurstFiles } from './burst-files.tsx'
import { firstMuted } from './first-muted.ts'
import { Reason } from './reason.tsx'
import { RowActions, RowMenu } from './row-actions.tsx'
import { useRowStyles } from './row-styles.ts'
import { type Spot, spotOf } from './spot.ts'
import { SecondLine } from './second-line.tsx'
import { Sentence } from './sentence.tsx'
import { Unfold } from './unfold.tsx'
import type { RowDeeds } from './use-row-actions.tsx'
import type { Unfolded } from './use-unfolded.ts'
import { Who } from './who.tsx'
import { useWords } from '../../ui/words-context.ts'

/** One line of history: a change, or a burst with its files. A click or Enter opens it; a deleted item opens its folder. */
export function Row(props: {
  readonly row: HistoryRow
  readonly index: number
  readonly start: number
  readonly place: number
  /** -1 while the day is not read to its end. */
  readonly of: number
  readonly active: boolean
  /** Among rows of many days: the time names its day. */
  readonly ofAnyDay: boolean
  readonly deeds: RowDeeds
  readonly unfolded: Unfolded
  readonly measure: Ref<HTMLLIElement>
  readonly onFocus: () => void
}) {
  const { active, deeds, unfolded, measure, index } = props
  const styles = useRowStyles()
  const { state, time } = useDrivebell()
  // Once all is seen so is a row far below, which is not read again.
  const row = { ...props.row, unseen: props.row.unseen && state.history.unseen > 0 }
  const { burst } = row
  const now = useNow(minutely)
  const words = useWords()
  const [near, setNear] = useState(false)
  const [menuAt, setMenuAt] = useState<Spot | null>(null)
  const open = () => deeds.open(row.id, row.canOpen && !row.isAlarm ? 'item' : 'folder')
  const onKeyDown = useRowKey(row, deeds, unfolded, open)
  const account = state.accounts.length > 1 ? row.account : ''
  const when = props.ofAnyDay ? time.moment(row.at, now) : time.clock(row.at)
  const isOpen = burst !== null && unfolded.files(burst.id) !== undefined
  return (
    // A list of rows that take the focus in turn, so that each is read as one sentence.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={measure}
      data-index={index}
      className={mergeClasses(styles.row, !row.told && styles.held, row.isAlarm && styles.alarm)}
      style={{ insetBlockStart: props.start }}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={active ? 0 : -1}
      aria-label={rowName(row, when, account, words)}
      aria-posinset={props.place}
      aria-setsize={props.of}
      // the second click of two opens nothing again
      onClick={({ detail }) => detail < 2 && open()}
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuAt(spotOf(event))
      }}
      onKeyDown={onKeyDown}
      onFocus={props.onFocus}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <div className={styles.line}>
        {row.unseen && <span className={styles.dot} aria-hidden="true" />}
        <Who row={row} />
        <div className={styles.text}>
          <Sentence parts={row.sentence} told={row.told} tail={row.tail} />
          <SecondLine row={row} account={account} active={active} />
        </div>
        <div className={styles.end}>
          <time dateTime={new Date(row.at).toISOString()}>{when}</time>
          {burst ? (
            <Unfold open={isOpen} active={active} toggle={() => unfolded.toggle(burst.id)} />
          ) : (
            <Reason row={row} active={active} />
          )}
          {(active || near) && <RowActions shown={near} row={row} reachable={active} deeds={deeds} />}
        </div>
      </div>
      {menuAt && <RowMenu row={row} deeds={deeds} at={menuAt} close={() => setMenuAt(null)} />}
      {burst && isOpen && (
        <div className={styles.files}>
          <BurstFiles burst={burst} unfolded={unfolded} active={active} deeds={deeds} />
        </div>
      )}
    </li>
  )
}

/** Keys of the row itself; its buttons have their own. */
function useRowKey(row: HistoryRow, deeds: RowDeeds, unfolded: Unfolded, open: () => void) {
  const { dir } = useFluent()
  const [forth, back] = dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  return (event: KeyboardEvent) => {
    const { key, target, currentTarget, altKey, ctrlKey, metaKey } = event
    if (target !== currentTarget || altKey || ctrlKey || metaKey) return
    const isOpen = row.burst !== null && unfolded.files(row.burst.id) !== undefined
    const muted = firstMuted(row)
    if (key === 'Enter') open()
    else if (key === 's' || key === 'S') deeds.markSeen(row)
    else if ((key === 'm' || key === 'M') && muted) deeds.mute(row, muted, 'an-hour')
    else if (row.burst && key === (isOpen ? back : forth)) unfolded.toggle(row.burst.id)
    else return
    event.preventDefault()
  }
}
