import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Part } from '../../../preload/words/phrase.ts'
import { narrow } from '../../ui/use-media.ts'
import { middleCut } from '../../words/shorten.ts'
import { Marked } from '../filter/marked.tsx'

const useStyles = makeStyles({
  // In one line: names lose their middle. Narrow: two lines, nothing is cut before that.
  line: {
    display: 'flex',
    minWidth: 0,
    overflow: 'hidden',
    whiteSpace: 'pre',
    [narrow]: {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: '2',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  },
  name: { display: 'flex', flexShrink: 0, minWidth: 0, [narrow]: { display: 'inline' } },
  cut: { flexShrink: 1 },
  head: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  tail: { flexShrink: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
})

/** A change as a sentence; its names stand apart, in their own direction, and strong when it was told. */
export function Sentence(props: {
  readonly parts: readonly Part[]
  readonly told: boolean
  /** Said after it, like how often a file was saved. */
  readonly tail?: string | null
}) {
  const { parts, told } = props
  const styles = useStyles()
  return (
    <div className={styles.line}>
      {parts.map(({ text, strong }, index) => {
        const key = `${index} ${text}`
        const { head, tail } = middleCut(text)
        if (!strong)
          return (
            <span key={key} dir="auto" className={tail ? styles.head : styles.tail}>
              <Marked text={text} />
            </span>
          )
        return (
          <bdi
            key={key}
            className={mergeClasses(styles.name, tail !== '' && styles.cut, told && styles.strong)}
            title={tail ? text : undefined}
          >
            <span className={styles.head}>
              <Marked text={text} to={head.length} />
            </span>
            {tail && (
              <span className={styles.tail}>
                <Marked text={text} from={head.length} />
              </span>
            )}
          </bdi>
        )
      })}
      {props.tail && <span className={styles.tail}> {props.tail}</span>}
    </div>
  )
}
