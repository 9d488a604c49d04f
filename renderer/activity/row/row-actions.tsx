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
import { AlertOffRegular } from '@fluentui/react-icons/svg/alert-off'
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { OpenRegular } from '@fluentui/react-icons/svg/open'
import type { ReactElement, ReactNode } from 'react'
import type { HistoryRow } from '../../../preload/contract/activity.ts'
import { useNarrow } from '../../ui/use-media.ts'
import { MuteItem } from '../../ui/mute-items.tsx'
import type { Spot } from './spot.ts'
import type { RowDeeds } from './use-row-actions.tsx'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  actions: {
    position: 'absolute',
    // Beside the time and the reason, which is a button too.
    insetInlineEnd: `calc(100% + ${tokens.spacingHorizontalS})`,
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
  readonly row: HistoryRow
  readonly shown: boolean
  readonly reachable: boolean
  readonly deeds: RowDeeds
}) {
  const words = useWords()
  const { row, deeds } = props
  const styles = useStyles()
  // A burst's second line holds its reason, and leaves room for one button alone.
  const folded = useNarrow() || row.burst !== null
  const tabIndex = props.reachable ? 0 : -1
  const open = (what: 'item' | 'folder') => () => deeds.open(row.id, what)
  const mutes = <Mutes row={row} deeds={deeds} />
  const button = { tabIndex, appearance: 'subtle' as const }
  const more = (
    <Button {...button} icon={<MoreHorizontalRegular />} aria-label={words.phrase('button.more')} />
  )
  return (
    // The row would open as well, and hear the keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <span
      className={mergeClasses(styles.actions, !props.shown && styles.quiet)}
      onClick={(event) => event.stopPropagation()}
    >
      {folded ? (
        <Items trigger={more}>
          <RowItems row={row} deeds={deeds} />
        </Items>
      ) : (
        <>
          {row.isAlarm && (
            <Button {...button} icon={<FolderOpenRegular />} onClick={open('folder')}>
              {words.phrase('activity.open-folder')}
            </Button>
          )}
          {row.canOpen && (
            <Button {...button} icon={<OpenRegular />} onClick={open('item')}>
              {words.phrase('activity.open')}
            </Button>
          )}
          {!row.isAlarm && row.hasFolder && (
            <Tooltip content={words.phrase('activity.open-folder')} relationship="label">
              <Button {...button} icon={<FolderOpenRegular />} onClick={open('folder')} />
            </Tooltip>
          )}
          {row.canMute.length > 0 && (
            <Items
              trigger={
                <Button {...button} icon={<AlertOffRegular />} aria-label={words.phrase('activity.mute')} />
              }
            >
              {mutes}
            </Items>
          )}
          <Items trigger={more}>
            <Rest row={row} deeds={deeds} />
          </Items>
        </>
      )}
    </span>
  )
}

interface OfRow {
  readonly row: Pick<HistoryRow, 'id' | 'canOpen' | 'hasFolder' | 'canMute' | 'unseen' | 'isAlarm'>
  readonly deeds: RowDeeds
}

/** All that can be done with a row, as menu items; of what may harm, the folder comes first. */
function RowItems({ row, deeds }: OfRow) {
  const words = useWords()
  const open = row.canOpen && (
    <MenuItem onClick={() => deeds.open(row.id, 'item')}>{words.phrase('activity.open')}</MenuItem>
  )
  return (
    <>
      {!row.isAlarm && open}
      {row.hasFolder && (
        <MenuItem onClick={() => deeds.open(row.id, 'folder')}>
          {words.phrase('activity.open-folder')}
        </MenuItem>
      )}
      {row.isAlarm && open}
      {row.canMute.length > 0 && (
        <Items trigger={<MenuItem>{words.phrase('activity.mute')}</MenuItem>}>
          <Mutes row={row} deeds={deeds} />
        </Items>
      )}
      <Rest row={row} deeds={deeds} />
    </>
  )
}

function Mutes({ row, deeds }: OfRow) {
  const words = useWords()
  return row.canMute.map((what) => (
    <MuteItem
      key={what}
      label={words.phrase(`mute.what.${what}`)}
      mute={(length) => deeds.mute(row, what, length)}
    />
  ))
}

function Rest({ row, deeds }: OfRow) {
  const words = useWords()
  return (
    <>
      {row.unseen && (
        <MenuItem onClick={() => deeds.markSeen(row)}>{words.phrase('notice.action.mark-seen')}</MenuItem>
      )}
      <MenuItem onClick={() => deeds.copyLink(row)}>{words.phrase('button.copy-link')}</MenuItem>
    </>
  )
}

/** The menu of a row, or of a file of a burst, where it was asked for. */
export function RowMenu(props: OfRow & { readonly at: Spot; readonly close: () => void }) {
  const { at, close } = props
  const target = { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) }
  return (
    // The row would open as well, and hear the keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <span onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <Menu open positioning={{ target }} onOpenChange={(_event, { open }) => !open && close()}>
        <MenuPopover>
          <MenuList>
            <RowItems {...props} />
          </MenuList>
        </MenuPopover>
      </Menu>
    </span>
  )
}

function Items({ trigger, children }: { readonly trigger: ReactElement; readonly children: ReactNode }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>{trigger}</MenuTrigger>
      <MenuPopover>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  )
}
