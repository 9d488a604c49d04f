import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Alert16Regular } from '@fluentui/react-icons/svg/alert'
import { AlertOff16Regular } from '@fluentui/react-icons/svg/alert-off'
import { type Ref, useState } from 'react'
import type { HistoryRow } from '../../preload/activity.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { narrow } from '../ui/use-media.ts'
import { useRun } from '../ui/use-run.tsx'
import { rowName } from '../words/row-name.ts'
import { RowActions } from './row-actions.tsx'
import { Sentence } from './sentence.tsx'
import { Who } from './who.tsx'

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInlineStart: 0,
    insetInlineEnd: 0,
    boxSizing: 'border-box',
    minHeight: '53px',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    paddingInlineStart: '22px',
    borderRadius: tokens.borderRadiusXLarge,
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    '@media (forced-colors: active)': { ':focus-visible': { outline: '3px solid Highlight' } },
    [narrow]: { alignItems: 'flex-start' },
  },
  held: { color: tokens.colorNeutralForeground3 },
  dot: {
    position: 'absolute',
    insetInlineStart: '4px',
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  text: { flexGrow: 1, minWidth: 0, marginInlineStart: tokens.spacingHorizontalXXS },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  end: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    gap: '1px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  reason: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  reasonText: { [narrow]: { display: 'none' } },
})

/** One change. A click or Enter opens it; a deleted item opens its folder. */
export function Row(props: {
  readonly row: HistoryRow
  readonly index: number
  readonly start: number
  readonly place: number
  /** -1 while the day is not read to its end. */
  readonly of: number
  readonly active: boolean
  readonly measure: Ref<HTMLLIElement>
  readonly onFocus: () => void
}) {
  const { row, active, measure, index } = props
  const styles = useStyles()
  const { bridge, state, time } = useDrivebell()
  const run = useRun()
  const [near, setNear] = useState(false)
  const open = (what: 'item' | 'folder') => void run(bridge.openChange({ changeId: row.id, what }))
  const openIt = () => open(row.canOpen ? 'item' : 'folder')
  const account = state.accounts.length > 1 ? row.account : ''
  const when = time.clock(row.at)
  const Reason = row.told ? Alert16Regular : AlertOff16Regular
  return (
    // A list of rows that take the focus in turn, so that each is read as one sentence.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={measure}
      data-index={index}
      className={mergeClasses(styles.row, !row.told && styles.held)}
      style={{ insetBlockStart: props.start }}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={active ? 0 : -1}
      aria-label={rowName(row, when, account)}
      aria-posinset={props.place}
      aria-setsize={props.of}
      onClick={openIt}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) openIt()
      }}
      onFocus={props.onFocus}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      {row.unseen && <span className={styles.dot} aria-hidden="true" />}
      <Who row={row} />
      <div className={styles.text}>
        <Sentence parts={row.sentence} told={row.told} />
        <div className={styles.second}>
          <bdi>{row.place.join(' › ')}</bdi>
          {account && (
            <>
              {' · '}
              <bdi>{account}</bdi>
            </>
          )}
        </div>
      </div>
      <div className={styles.end}>
        <time dateTime={new Date(row.at).toISOString()}>{when}</time>
        <span className={styles.reason}>
          <Reason aria-hidden="true" />
          <span className={styles.reasonText}>{row.reason}</span>
        </span>
      </div>
      {(active || near) && <RowActions shown={near} canOpen={row.canOpen} reachable={active} open={open} />}
    </li>
  )
}
