import { useWords } from '../../ui/words-context.ts'
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import type { DeliveryLine } from '../../../preload/contract/deliveries.ts'
import { useRovingRows } from '../../ui/use-roving-rows.ts'
import { useHeld } from '../../ui/use-held.ts'
import { minutely, useNow } from '../../ui/use-now.ts'
import { exactMoment } from '../../words/webhook-times.ts'
import { VerdictIcon } from '../state-icon.tsx'

const slowMs = 3000

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    marginInline: tokens.spacingHorizontalS,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusXLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  times: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  slow: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  foot: {
    margin: 0,
    padding: tokens.spacingVerticalM,
    paddingInlineStart: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
})

/** Calls to the listener, newest first; the focused one is the one looked at. R replays it. */
export function DeliveryList(props: {
  readonly lines: readonly DeliveryLine[]
  readonly hasMore: boolean
  readonly more: () => void
  readonly chosen: string | null
  /** Whether what has the focus is looked at, or only what is pressed. */
  readonly follows: boolean
  readonly choose: (deliveryId: string) => void
  readonly replay: (deliveryId: string) => void
}) {
  const words = useWords()
  const styles = useStyles()
  const { list, onKeyDown, onFocus } = useRovingRows()
  const [lines, press] = useHeld(props.lines)
  return (
    <>
      <div
        ref={list}
        // Rows of two lines with icons: more than a native list can hold.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        tabIndex={-1}
        aria-label={words.phrase('deliveries.list')}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        {...press}
      >
        {lines.map((line) => (
          <Line
            key={line.id}
            line={line}
            isChosen={line.id === props.chosen}
            choose={() => props.choose(line.id)}
            focused={() => props.follows && props.choose(line.id)}
            replay={() => props.replay(line.id)}
          />
        ))}
      </div>
      {props.hasMore && (
        <p className={styles.foot}>
          <Button size="small" onClick={props.more}>
            {words.phrase('deliveries.show-more')}
          </Button>
        </p>
      )}
      <p className={styles.foot}>{words.phrase('deliveries.kept')}</p>
    </>
  )
}

function Line(props: {
  readonly line: DeliveryLine
  readonly isChosen: boolean
  readonly choose: () => void
  readonly focused: () => void
  readonly replay: () => void
}) {
  const words = useWords()
  const { line, isChosen, choose } = props
  const styles = useStyles()
  const title = words.say(line.title)
  const now = useNow(minutely)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'r') props.replay()
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    choose()
  }
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      data-row={line.id}
      className={mergeClasses(styles.row, isChosen && styles.chosen)}
      onClick={choose}
      onFocus={props.focused}
      onKeyDown={onKeyDown}
    >
      <VerdictIcon verdict={line.verdict} />
      <div style={{ minWidth: 0 }}>
        <div className={mergeClasses(styles.title, isChosen && styles.strong)} title={title}>
          <bdi>{title}</bdi>
        </div>
        <div className={styles.second}>{words.say(line.what)}</div>
      </div>
      <div className={styles.times}>
        <div className={styles.second}>{exactMoment(line.at, now, words)}</div>
        <div className={mergeClasses(styles.second, line.answeredInMs > slowMs && styles.slow)}>
          {words.answerTime(line.answeredInMs)}
        </div>
      </div>
    </div>
  )
}
