import { makeStyles, shorthands, tokens, useId } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import type { ReactNode } from 'react'
import { useFocusKept } from '../ui/use-focus-kept.ts'
import { useUndo } from '../ui/use-undo.tsx'
import { useWords } from '../ui/words-context.ts'
import { Phrase } from '../ui/phrase.tsx'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  tags: { display: 'contents', listStyleType: 'none' },
  tag: { display: 'flex', flexDirection: 'column', minWidth: 0, maxWidth: '100%' },
  box: {
    display: 'flex',
    alignItems: 'stretch',
    boxSizing: 'border-box',
    minHeight: '26px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  remove: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '24px',
    padding: 0,
    color: 'inherit',
    cursor: 'pointer',
    backgroundColor: 'transparent',
    ...shorthands.borderStyle('none'),
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    borderRadius: 0,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '0' },
  },
  fault: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorPaletteRedForeground1,
  },
})

/** One thing that was named. */
export interface Tag {
  readonly key: string
  readonly name: string
  readonly icon?: ReactNode
  /** What is wrong with it. */
  readonly fault?: string | null
}

/** Things that were named, each with its ✕; Backspace and Delete remove it too. What is removed can be brought back. */
export function Tags(props: {
  readonly label: string
  readonly tags: readonly Tag[]
  /** Takes one out, and answers what puts it back; null when it could not be done. */
  readonly remove: ((index: number) => Promise<(() => void) | null> | (() => void)) | null
  /** What adds another one. */
  readonly children?: ReactNode
}) {
  const words = useWords()
  const styles = useStyles()
  const { remove } = props
  const kept = useFocusKept()
  const offerUndo = useUndo()
  const id = useId('tags')
  const takeOut = async ({ key, name }: Tag, index: number) => {
    const putBack = await remove?.(index)
    if (!putBack) return
    const done = <Phrase pieces={words.pieces('rules.removed', { name })} />
    offerUndo(`${id} ${key}`, done, putBack)
  }
  return (
    <div role="presentation" className={styles.line} {...kept}>
      {props.tags.length > 0 && (
        <ul className={styles.tags} aria-label={props.label}>
          {props.tags.map((tag, index) => (
            <li key={tag.key} className={styles.tag}>
              <span className={styles.box}>
                <span className={styles.name}>
                  {tag.icon}
                  <bdi>{tag.name}</bdi>
                </span>
                {remove && (
                  <button
                    type="button"
                    className={styles.remove}
                    aria-label={words.phrase('button.remove', { what: tag.name })}
                    onClick={() => void takeOut(tag, index)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Backspace' && event.key !== 'Delete') return
                      event.preventDefault()
                      void takeOut(tag, index)
                    }}
                  >
                    <Dismiss16Regular />
                  </button>
                )}
              </span>
              {tag.fault && <span className={styles.fault}>{tag.fault}</span>}
            </li>
          ))}
        </ul>
      )}
      {props.children}
    </div>
  )
}
