import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { type KeyboardEvent, useState } from 'react'
import { SearchField } from '../ui/search-field.tsx'
import { linesOf, outOfSight, searchBranch, searched, toggled } from './folders.ts'
import { useFollowStyles } from './follow-styles.ts'
import { Tree } from './tree.tsx'
import { useFolders } from './use-folders.ts'
import { useSettled } from './use-settled.ts'
import { mostItems, type Wish } from './wish.ts'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  radios: { flexWrap: 'wrap', flexShrink: 0, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  caption: {
    margin: 0,
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  elsewhere: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    maxHeight: '72px',
    overflowX: 'hidden',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  removable: { maxWidth: '100%' },
})

interface Props {
  readonly accountId: string
  readonly driveId: string
  readonly name: string
  readonly wish: Wish
  readonly change: (wish: Wish) => void
}

/** The whole drive, or only some folders and files of it. */
export function FolderPicker(props: Props) {
  const words = useWords()
  const { name, wish, change } = props
  const styles = useStyles()
  const shared = useFollowStyles()
  return (
    <div className={shared.pane} style={{ flexGrow: 1, minHeight: 0 }}>
      <RadioGroup
        layout="horizontal"
        className={styles.radios}
        aria-label={words.phrase('follow.folders.how-much')}
        value={wish.kind}
        onChange={(_event, { value }) => change({ ...wish, kind: value === 'only' ? 'only' : 'everything' })}
      >
        <Radio
          value="everything"
          label={
            <>
              <Phrase pieces={words.pieces('follow.folders.everything', { name })} />
            </>
          }
        />
        <Radio value="only" label={words.phrase('follow.folders.only')} />
      </RadioGroup>
      {wish.kind === 'only' && <Choice {...props} />}
    </div>
  )
}

function Choice({ accountId, driveId, wish, change }: Props) {
  const words = useWords()
  const styles = useStyles()
  const [text, setText] = useState('')
  const search = useSettled(text.trim().slice(0, 200))
  const { branches, open, unfold, fold, more } = useFolders(accountId, driveId, search)
  const lines =
    search === ''
      ? linesOf(branches, open, wish.items)
      : linesOf(searched(branches, search), open, wish.items, searchBranch(search))
  const elsewhere = outOfSight(lines, wish.items)
  return (
    <>
      <SearchField
        label={words.phrase('follow.folders.find')}
        value={text}
        type={setText}
        onKeyDown={intoTree}
      />
      <Tree
        lines={lines}
        {...{ unfold, fold, more }}
        toggle={(item) => change({ ...wish, items: toggled(wish.items, item, branches) })}
      />
      {elsewhere.length > 0 && (
        <ul className={styles.elsewhere} aria-label={words.phrase('follow.folders.elsewhere')}>
          {elsewhere.map((item) => (
            <li key={item.id} className={styles.removable}>
              <Button
                size="small"
                icon={<DismissRegular />}
                iconPosition="after"
                aria-label={words.phrase('button.remove', { what: item.name })}
                onClick={() => change({ ...wish, items: wish.items.filter(({ id }) => id !== item.id) })}
              >
                <bdi>{item.name}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.caption}>{words.phrase('follow.folders.caption')}</p>
    </>
  )
}

/** The arrow goes on from the field into the tree. */
function intoTree(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  const pane = event.currentTarget.closest('[role="dialog"]')
  pane?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus()
}

/** How much is wished for, in words. */
export function WishWords({ wish, name }: { readonly wish: Wish; readonly name: string }) {
  const words = useWords()
  if (wish.kind === 'everything')
    return (
      <>
        <Phrase pieces={words.pieces('follow.folders.everything', { name })} />
      </>
    )
  if (wish.items.length === 0) return words.phrase('follow.nothing-chosen')
  if (wish.items.length > mostItems) return words.phrase('follow.folders.too-many', { n: mostItems })
  const folderCount = wish.items.filter(({ isFolder }) => isFolder).length
  const fileCount = wish.items.length - folderCount
  return words.phrase('follow.folders.selected', {
    folders: folderCount,
    files: fileCount,
    both: folderCount > 0 && fileCount > 0 ? 'yes' : 'other',
  })
}
