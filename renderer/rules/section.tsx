import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: {
    margin: 0,
    marginBlockStart: `calc(-1 * ${tokens.spacingVerticalS})`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
})

/** One part of the rules under its heading. */
export function Section(props: {
  readonly title: string
  readonly text?: ReactNode
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const titleId = useId()
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {props.title}
      </h2>
      {props.text && <p className={styles.text}>{props.text}</p>}
      {props.children}
    </section>
  )
}
