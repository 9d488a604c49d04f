import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
  Tooltip,
} from '@fluentui/react-components'
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { OpenRegular } from '@fluentui/react-icons/svg/open'
import type { MouseEvent } from 'react'
import { useNarrow } from '../ui/use-media.ts'
import { words } from '../words/english.ts'

const said = words.activity

const useStyles = makeStyles({
  actions: {
    position: 'absolute',
    insetInlineEnd: tokens.spacingHorizontalS,
    insetBlockStart: 'calc(50% - 17px)',
    display: 'flex',
    padding: '1px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    cursor: 'default',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  // In the tab order of the row in focus, but seen only when the keyboard or the pointer is there.
  quiet: {
    opacity: 0,
    pointerEvents: 'none',
    ':focus-within': { opacity: 1, pointerEvents: 'auto' },
    ':is(:focus-visible > *)': { opacity: 1, pointerEvents: 'auto' },
  },
})

/** What can be done with one change. The row itself opens on a click, so hover reveals nothing that is not there. */
export function RowActions(props: {
  readonly shown: boolean
  readonly canOpen: boolean
  readonly reachable: boolean
  readonly open: (what: 'item' | 'folder') => void
}) {
  const styles = useStyles()
  const small = useNarrow()
  const tabIndex = props.reachable ? 0 : -1
  const act = (what: 'item' | 'folder') => (event: MouseEvent) => {
    event.stopPropagation() // the row would open as well
    props.open(what)
  }
  return (
    <span className={mergeClasses(styles.actions, !props.shown && styles.quiet)}>
      {small ? (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button
              tabIndex={tabIndex}
              appearance="subtle"
              icon={<MoreHorizontalRegular />}
              aria-label={words.common.more}
              onClick={(event) => event.stopPropagation()}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {props.canOpen && <MenuItem onClick={act('item')}>{said.open}</MenuItem>}
              <MenuItem onClick={act('folder')}>{said.openFolder}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : (
        <>
          {props.canOpen && (
            <Button tabIndex={tabIndex} appearance="subtle" icon={<OpenRegular />} onClick={act('item')}>
              {said.open}
            </Button>
          )}
          <Tooltip content={said.openFolder} relationship="label">
            <Button
              tabIndex={tabIndex}
              appearance="subtle"
              icon={<FolderOpenRegular />}
              onClick={act('folder')}
            />
          </Tooltip>
        </>
      )}
    </span>
  )
}
