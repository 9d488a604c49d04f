import { useWords } from '../../ui/words-context.ts'
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { SlowMeter as Slow } from '../../../preload/contract/webhooks.ts'

/** Where Microsoft begins to deliver late and to drop (protocol.md 3.9), and what the meter ends at, in percent. */
const late = 10
const dropped = 15
const end = 20

const useStyles = makeStyles({
  meter: {
    marginBlockStart: tokens.spacingVerticalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  head: { display: 'flex', justifyContent: 'space-between' },
  bar: {
    position: 'relative',
    height: '8px',
    marginBlock: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'GrayText' },
  },
  filled: {
    height: '100%',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  slow: { backgroundColor: tokens.colorStatusWarningForeground3 },
  mark: {
    position: 'absolute',
    insetBlock: '-2px',
    width: '2px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  labels: { position: 'relative', height: '16px' },
  label: {
    position: 'absolute',
    whiteSpace: 'nowrap',
    transform: 'translateX(-50%)',
    ':dir(rtl)': { transform: 'translateX(50%)' },
  },
})

/** How many of the last answers were slow, with the marks where Microsoft begins to deliver late and to drop. */
export function SlowMeter({ slow }: { readonly slow: Slow }) {
  const words = useWords()
  const styles = useStyles()
  const share = Math.min(1, slow.over3s / end)
  const place = (value: number) => ({ insetInlineStart: `${(value / end) * 100}%` })
  return (
    <div className={styles.meter}>
      <div className={styles.head}>
        <span>{words.phrase('webhook.details.slow-title')}</span>
        <span>{words.number(slow.over3s)}</span>
      </div>
      <div
        // Drawn, not loaded; a meter would be coloured by the system.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="img"
        aria-label={words.phrase('webhook.details.slow-for', { n: slow.over3s })}
        className={styles.bar}
      >
        <div
          className={mergeClasses(styles.filled, slow.state !== 'fast' && styles.slow)}
          style={{ width: `${share * 100}%` }}
        />
        <span className={styles.mark} style={place(late)} />
        <span className={styles.mark} style={place(dropped)} />
      </div>
      <div className={styles.labels}>
        <span className={styles.label} style={place(late)}>
          {words.phrase('webhook.details.late')}
        </span>
        <span className={styles.label} style={place(dropped)}>
          {words.phrase('webhook.details.dropped')}
        </span>
      </div>
    </div>
  )
}
