import { useWords } from '../../ui/words-context.ts'
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import type { Words } from '../../../preload/words/words.ts'
import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import { useNarrow } from '../../ui/use-media.ts'
import { useNow } from '../../ui/use-now.ts'
import { expiryTickMs, renewalMoment } from '../../words/webhook-times.ts'
import { useCardStyles } from '../card-styles.ts'
import { lifePoints, type LifePoint } from './life-points.ts'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalM,
  },
  renewal: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  line: {
    position: 'relative',
    height: '36px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  bar: {
    position: 'absolute',
    insetBlockStart: '5px',
    insetInlineStart: 0,
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
  },
  whole: {
    width: '100%',
    backgroundColor: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
  past: {
    backgroundColor: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  dot: {
    position: 'absolute',
    insetBlockStart: '2px',
    boxSizing: 'border-box',
    width: '10px',
    height: '10px',
    marginInlineStart: '-5px',
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorNeutralForeground3}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  pastDot: {
    border: `2px solid ${tokens.colorBrandForeground1}`,
    backgroundColor: tokens.colorBrandForeground1,
  },
  label: {
    position: 'absolute',
    insetBlockStart: '18px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    transform: 'translateX(-50%)',
    ':dir(rtl)': { transform: 'translateX(50%)' },
  },
  atStart: { transform: 'none', ':dir(rtl)': { transform: 'none' } },
  atEnd: {
    insetInlineEnd: 0,
    transform: 'none',
    ':dir(rtl)': { transform: 'none' },
  },
})

/** How long it still lives, who renews it when, and its life as a line. */
export function LifeLine({ webhook }: { readonly webhook: WebhookView }) {
  const words = useWords()
  const styles = useStyles()
  const card = useCardStyles()
  const now = useNow((at) => expiryTickMs(webhook, at))
  const small = useNarrow()
  const { expiresAt, renewsAt } = webhook
  const points = lifePoints(webhook, now, small ? 0.55 : 1)
  const left = expiresAt === null ? null : expiresAt - now
  const passed = points.find(({ key }) => key === 'now')?.place ?? 1
  return (
    <section className={card.card}>
      <div className={styles.head}>
        <h2 className={card.title}>
          {left === null
            ? words.phrase('webhook.details.none-now')
            : left <= 0
              ? words.phrase('webhook.details.expired')
              : words.phrase('webhook.details.expires-in', { span: words.span(left, 2) })}
        </h2>
        <span className={styles.renewal}>
          {renewsAt === null
            ? words.phrase('webhook.details.not-renewed')
            : renewalMoment(renewsAt, now, words)}
        </span>
      </div>
      {points.length > 0 && (
        <ol className={styles.line} aria-label={words.phrase('webhook.details.life')}>
          <li aria-hidden="true" className={mergeClasses(styles.bar, styles.whole)} />
          <li
            aria-hidden="true"
            className={mergeClasses(styles.bar, styles.past)}
            style={{ width: `${passed * 100}%` }}
          />
          {points.map((point) => (
            <Fragment key={point.key}>
              <li
                aria-hidden="true"
                className={mergeClasses(styles.dot, point.isPast && styles.pastDot)}
                style={{ insetInlineStart: `clamp(5px, ${point.place * 100}%, calc(100% - 5px))` }}
              />
              {point.isNamed && (
                <li
                  className={mergeClasses(
                    styles.label,
                    point.key === 'made' && styles.atStart,
                    point.key === 'expires' && styles.atEnd,
                  )}
                  style={point.key === 'expires' ? undefined : { insetInlineStart: `${point.place * 100}%` }}
                >
                  {labelOf(point, now, words)}
                </li>
              )}
            </Fragment>
          ))}
        </ol>
      )}
    </section>
  )
}

function labelOf({ key, at }: LifePoint, now: number, words: Words): string {
  const time = words.moment(at, now)
  if (key === 'made') return words.phrase('webhook.details.made', { time })
  return key === 'expires' ? time : words.phrase(`webhook.details.${key}`)
}
