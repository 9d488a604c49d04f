import { useWords } from '../ui/words-context.ts'
import type { Words } from '../../preload/words/words.ts'
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckboxChecked20Filled } from '@fluentui/react-icons/svg/checkbox-checked'
import { CheckboxIndeterminate20Regular } from '@fluentui/react-icons/svg/checkbox-indeterminate'
import { CheckboxUnchecked20Regular } from '@fluentui/react-icons/svg/checkbox-unchecked'
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { Document20Regular } from '@fluentui/react-icons/svg/document'
import { Folder20Regular } from '@fluentui/react-icons/svg/folder'
import type { MouseEvent } from 'react'
import { type Line, root } from './folders.ts'
import { useFollowStyles } from './follow-styles.ts'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '20px 20px 20px minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '36px',
    paddingInlineEnd: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (forced-colors: active)': { ':focus-visible': { outline: '3px solid Highlight' } },
  },
  chevron: { display: 'inline-flex', gridColumnStart: 1 },
  box: { display: 'inline-flex', gridColumnStart: 2, color: tokens.colorNeutralStrokeAccessible },
  checked: { color: tokens.colorCompoundBrandForeground1 },
  words: { gridColumn: '2 / -1', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

const checks = { no: false, yes: true, inside: true, partly: 'mixed' } as const
// Deep folders still leave room for their names in the smallest window.
const indent = (level: number) => `${(Math.min(level, 7) - 1) * 24}px`

/** One folder or file, or what stands for those not read yet. */
export function TreeLine(props: {
  readonly line: Line
  readonly isStop: boolean
  readonly focused: () => void
  readonly act: () => void
  readonly turn: () => void
}) {
  const { line } = props
  const words = useWords()
  const styles = useStyles()
  const shared = useFollowStyles()
  const common = {
    role: 'treeitem',
    'aria-level': line.level,
    tabIndex: props.isStop ? 0 : -1,
    className: styles.line,
    style: { paddingInlineStart: indent(line.level) },
    onFocus: props.focused,
    onClick: props.act,
  } as const
  if (line.kind !== 'item')
    return (
      <div {...common} aria-disabled={line.kind === 'loading' || line.kind === 'empty'}>
        <span className={styles.words}>{sentenceOf(line, words)}</span>
      </div>
    )
  const { item, check, isOpen } = line
  const turn = (event: MouseEvent) => {
    event.stopPropagation()
    props.turn()
  }
  return (
    <div
      {...common}
      aria-label={item.name}
      aria-checked={checks[check]}
      aria-disabled={check === 'inside'}
      aria-setsize={line.of}
      aria-posinset={line.place}
      {...(item.isFolder ? { 'aria-expanded': isOpen } : {})}
    >
      {item.isFolder && (
        // For the pointer; the keyboard has the arrows.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <span
          role="presentation"
          data-turn=""
          className={mergeClasses(styles.chevron, shared.mirrored)}
          onClick={turn}
        >
          {isOpen ? <ChevronDown20Regular /> : <ChevronRight20Regular />}
        </span>
      )}
      <span className={mergeClasses(styles.box, check !== 'no' && styles.checked)} aria-hidden="true">
        {check === 'no' && <CheckboxUnchecked20Regular />}
        {check === 'partly' && <CheckboxIndeterminate20Regular />}
        {(check === 'yes' || check === 'inside') && <CheckboxChecked20Filled />}
      </span>
      {item.isFolder ? <Folder20Regular /> : <Document20Regular />}
      <span className={styles.name} title={item.name}>
        <bdi>{item.name}</bdi>
      </span>
    </div>
  )
}

function sentenceOf(line: Exclude<Line, { kind: 'item' }>, words: Words): string {
  switch (line.kind) {
    case 'loading':
      return words.phrase('follow.folders.loading')
    case 'empty':
      return line.level === 1 && line.parent !== root
        ? words.phrase('follow.folders.not-found')
        : words.phrase('follow.folders.empty')
    case 'more':
      return words.phrase('follow.show-more')
    case 'refused':
      return `${line.why ? words.say(line.why) : words.phrase('follow.folders.failed')} ${words.phrase('drive.action.try-again')}`
  }
}
