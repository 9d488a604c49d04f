import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Laptop16Regular } from '@fluentui/react-icons/svg/laptop'
import type { Ref } from 'react'
import type { AwayLine } from '../../../preload/contract/activity.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { narrow } from '../../ui/use-media.ts'
import { minutely, useNow } from '../../ui/use-now.ts'
import { useWords } from '../../ui/words-context.ts'
import { dayMs } from '../../../preload/kit/time.ts'
import type { Words } from '../../../preload/words/words.ts'

const useStyles = makeStyles({
  away: {
    position: 'absolute',
    insetInlineStart: 0,
    insetInlineEnd: 0,
    boxSizing: 'border-box',
    minHeight: '28px',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalXS,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [narrow]: { paddingInlineStart: '22px', paddingBlock: tokens.spacingVerticalXS },
    '& svg': { flexShrink: 0 },
  },
  rule: {
    height: '1px',
    backgroundColor: tokens.colorBrandStroke2,
    [narrow]: { display: 'none' },
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  before: { width: '46px', flexShrink: 0 },
  after: { flexGrow: 1 },
})

/** A time in which nobody was told, between the changes before and after it. */
export function Away(props: {
  readonly away: AwayLine
  readonly index: number
  /** The notice of its digest led here. */
  readonly active: boolean
  readonly start: number
  readonly measure: Ref<HTMLLIElement>
}) {
  const words = useWords()
  const { measure, index } = props
  const { cause, from, until, count } = props.away
  const styles = useStyles()
  const { time } = useDrivebell()
  const now = useNow(minutely)
  const when = (at: number) => (until - from < dayMs ? time.clock(at) : time.moment(at, now))
  return (
    <li
      ref={measure}
      data-index={index}
      className={styles.away}
      style={{ insetBlockStart: props.start }}
      // Its notice leads here, and arrow keys on from here.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={props.active ? 0 : -1}
    >
      <span className={mergeClasses(styles.rule, styles.before)} />
      <Laptop16Regular aria-hidden="true" />
      <span>
        {words.phrase(`activity.away.${cause}`, {
          n: count,
          when: between(when(from), when(until), words),
        })}
      </span>
      <span className={mergeClasses(styles.rule, styles.after)} />
    </li>
  )
}

/** Within one minute there is only one time to name. */
const between = (from: string, until: string, words: Words): string =>
  from === until ? words.phrase('time.at', { time: from }) : words.phrase('time.from-to', { from, until })
