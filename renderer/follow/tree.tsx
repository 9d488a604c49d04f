import { makeStyles, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useHeld } from '../ui/use-held.ts'
import type { Line } from './folders.ts'
import { TreeLine } from './tree-line.tsx'
import type { Item } from './wish.ts'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  tree: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: '120px',
    minHeight: '96px',
    overflowX: 'hidden',
    overflowY: 'auto',
    padding: tokens.spacingVerticalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
})

/** Folders and files with their boxes: one tab stop; arrows move, unfold and fold, the space bar chooses. */
export function Tree(props: {
  readonly lines: readonly Line[]
  readonly unfold: (folder: string) => void
  readonly fold: (folder: string) => void
  readonly more: (folder: string) => void
  readonly toggle: (item: Item) => void
}) {
  const words = useWords()
  const { unfold, fold, more, toggle } = props
  const [lines, press] = useHeld(props.lines)
  const styles = useStyles()
  const tree = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const stopKey = lines.some(({ key }) => key === stop) ? stop : lines[0]?.key
  const focus = (at: number) => tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[at]?.focus()
  const act = (line: Line) => {
    if (line.kind === 'more' || line.kind === 'refused') more(line.parent)
    if (line.kind === 'item' && line.check !== 'inside') toggle(line.item)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = lines.findIndex(({ key }) => key === stopKey)
    const line = lines[at]
    if (!line) return
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const [forward, backward] = isRtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
    const isFolder = line.kind === 'item' && line.item.isFolder
    const keys: Record<string, (() => void) | undefined> = {
      ArrowDown: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      Home: () => focus(0),
      End: () => focus(lines.length - 1),
      Enter: () => act(line),
      ' ': () => act(line),
      [forward]: () => isFolder && (line.isOpen ? focus(at + 1) : unfold(line.item.id)),
      [backward]: () =>
        isFolder && line.isOpen
          ? fold(line.item.id)
          : focus(lines.findIndex(({ key }) => key === line.parent)),
    }
    const run = keys[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }
  return (
    <div
      ref={tree}
      role="tree"
      tabIndex={-1}
      aria-label={words.phrase('follow.folders.tree')}
      aria-multiselectable
      className={styles.tree}
      onKeyDown={onKeyDown}
      {...press}
    >
      {lines.map((line) => (
        <TreeLine
          key={line.key}
          line={line}
          isStop={line.key === stopKey}
          focused={() => setStop(line.key)}
          act={() => act(line)}
          turn={() => line.kind === 'item' && (line.isOpen ? fold : unfold)(line.item.id)}
        />
      ))}
    </div>
  )
}
