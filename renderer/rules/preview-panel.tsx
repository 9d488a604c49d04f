import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Preview } from '../../preload/contract/activity.ts'
import { ActionLink } from '../ui/action-link.tsx'
import { ReasonIcon } from '../ui/reason-icon.tsx'
import { narrow, useNarrow } from '../ui/use-media.ts'
import { Field } from './field.tsx'
import { ToldLine } from './told-line.tsx'
import { useWords } from '../ui/words-context.ts'

const AllLines = lazy(async () => ({ default: (await import('./all-lines.tsx')).AllLines }))

const inSight = 5

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
    [narrow]: { marginBlockEnd: tokens.spacingVerticalM },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  caption: {
    margin: 0,
    marginBlockStart: `calc(-1 * ${tokens.spacingVerticalS})`,
    color: tokens.colorNeutralForeground3,
  },
  warning: { margin: 0, color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  lines: { margin: 0, padding: 0, listStyleType: 'none' },
  not: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlockStart: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  reason: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: '3px',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
})

/** What the rules as they stand would have told, with proof. */
export function PreviewPanel(props: {
  readonly preview: Preview | 'failed' | null
  readonly differs: boolean
  readonly tellsNothing: boolean
}) {
  const words = useWords()
  const styles = useStyles()
  const { preview } = props
  const small = useNarrow()
  const [showsAll, setShowsAll] = useState(false)
  const framed = (children: ReactNode) => (
    <section className={styles.panel} aria-label={words.phrase('rules.preview')}>
      {children}
      {props.tellsNothing && <p className={styles.warning}>{words.phrase('rules.notify-never')}</p>}
    </section>
  )
  if (preview === null) return framed(null)
  if (preview === 'failed')
    return framed(<p className={styles.text}>{words.phrase('rules.preview.failed')}</p>)
  const { told, of, would, wouldNot } = preview
  if (of === 0)
    return framed(
      <p className={styles.text}>{words.phrase('rules.preview.result', { notified: 0, n: 0 })}</p>,
    )
  return framed(
    <>
      <h2 className={styles.title}>{words.phrase('rules.preview.result', { notified: told, n: of })}</h2>
      {props.differs && (
        <p className={styles.caption}>{words.phrase('rules.preview.before', { n: preview.toldBefore })}</p>
      )}
      <Field field={preview.field} label={words.phrase('rules.preview.field', { notified: told, n: of })} />
      {!small && would.length > 0 && (
        <ul className={styles.lines}>
          {would.slice(0, inSight).map((line) => (
            <ToldLine key={line.id} line={line} />
          ))}
        </ul>
      )}
      {!small && of > told && (
        <div className={styles.not}>
          <h3 className={styles.count}>{words.phrase('rules.preview.not', { n: of - told })}</h3>
          <ul className={styles.lines}>
            {wouldNot.map(({ kind, words: why, count }) => (
              <li key={`${kind} ${why}`} className={styles.reason}>
                <ReasonIcon kind={kind} />
                <span>{why}</span>
                <span>{words.number(count)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <ActionLink style={{ fontSize: 'inherit' }} onClick={() => setShowsAll(true)}>
          {words.phrase('rules.preview.show-all', { n: of })}
        </ActionLink>
      </div>
      {showsAll && (
        <Suspense>
          <AllLines lines={preview.all} close={() => setShowsAll(false)} />
        </Suspense>
      )}
    </>,
  )
}
