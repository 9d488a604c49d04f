import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ReactNode, type Ref, useEffect, useEffectEvent, useRef } from 'react'
import { useDrivebell } from './drivebell-context.ts'
import { AlertBars } from './alert-bars.tsx'
import { narrow } from './use-media.ts'
import { useVisit } from './visit.ts'

const useStyles = makeStyles({
  page: { height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalM}`,
    [narrow]: {
      paddingInline: tokens.spacingHorizontalL,
      paddingBlock: `${tokens.spacingVerticalM} ${tokens.spacingVerticalS}`,
    },
  },
  titles: { flexGrow: 1, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    [narrow]: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
  subTitle: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  // Beside its buttons even when what it says of itself is long.
  subTitles: { flexBasis: '200px' },
  crumbs: { flexBasis: '100%' },
  foot: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  caption: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    position: 'relative',
    paddingInline: tokens.spacingHorizontalXXL,
    paddingBlockEnd: tokens.spacingVerticalXXL,
    [narrow]: { paddingInline: tokens.spacingHorizontalL },
  },
  flush: { paddingBlockEnd: 0, paddingInline: 0, [narrow]: { paddingInline: 0 } },
})

/** A page's frame: the header stays, only the body scrolls. Messages stand between them. */
export function Page({
  title,
  crumbs,
  tile,
  caption,
  actions,
  foot,
  filters,
  bars,
  flush = false,
  bodyRef,
  children,
}: {
  readonly title: ReactNode
  /** Where a page below another one belongs. */
  readonly crumbs?: ReactNode
  /** What is drawn before the title. */
  readonly tile?: ReactNode
  readonly caption?: ReactNode
  readonly actions?: ReactNode
  /** A row that narrows the body, below the header. */
  readonly filters?: ReactNode
  /** Bars of this page, below those of the whole window. */
  readonly bars?: ReactNode
  /** The body brings its own edges. */
  readonly flush?: boolean
  /** Stays below the body. */
  readonly foot?: ReactNode
  readonly bodyRef?: Ref<HTMLDivElement>
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const visit = useVisit()
  const { entry } = useDrivebell()
  const leadsFurther = useEffectEvent(() => entry !== null)
  useEffect(() => {
    if (visit === 0 || leadsFurther()) return undefined
    // After the frame: a closing menu first gives the focus back to its button.
    const frame = requestAnimationFrame(() => {
      if (document.querySelector('[aria-modal="true"]')) return // a dialog keeps the focus
      const place = page.current?.querySelector<HTMLElement>('[data-needs-you]') ?? heading.current
      place?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [visit])
  return (
    <div ref={page} className={styles.page}>
      <header className={styles.header}>
        {crumbs && <div className={styles.crumbs}>{crumbs}</div>}
        {tile}
        <div className={mergeClasses(styles.titles, crumbs !== undefined && styles.subTitles)}>
          <h1
            ref={heading}
            tabIndex={-1}
            className={mergeClasses(styles.title, crumbs !== undefined && styles.subTitle)}
          >
            {title}
          </h1>
          {caption && <div className={styles.caption}>{caption}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {filters}
      <AlertBars>{bars}</AlertBars>
      <div ref={bodyRef} className={mergeClasses(styles.body, flush && styles.flush)}>
        {children}
      </div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </div>
  )
}
