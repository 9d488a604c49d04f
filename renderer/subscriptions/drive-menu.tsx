import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import { drivedBy } from '../follow/wish.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { MoreMenu } from '../ui/more-menu.tsx'
import { PauseItems } from '../ui/pause-items.tsx'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'
import { needsSomeone } from '../words/drive-status.ts'

const said = words.subscriptions

/** What else can be done about a drive; `folded` are the row's buttons where there is no room for them. */
export function DriveMenu(props: {
  readonly drive: SubscriptionView
  /** Names the drive where the page does not. */
  readonly nameId?: string
  readonly folded?: ReactNode
  readonly showRules?: () => void
  readonly chooseFolders?: () => void
  readonly unfollow: () => void
}) {
  const { drive } = props
  const { bridge } = useDrivebell()
  const run = useRun()
  return (
    <MoreMenu nameId={props.nameId}>
      {props.folded}
      {props.showRules && <MenuItem onClick={props.showRules}>{said.rules}</MenuItem>}
      <MenuItem onClick={() => void run(bridge.openDrive({ subscriptionId: drive.id }))}>
        {said.openInBrowser}
      </MenuItem>
      {props.chooseFolders && drivedBy(drive.target) !== null && (
        <MenuItem onClick={props.chooseFolders}>{said.chooseFolders}</MenuItem>
      )}
      {!needsSomeone(drive.status) && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuItem>{said.pauseFor}</MenuItem>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <PauseItems what={{ subscriptionId: drive.id }} lead="pause-for" />
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {drive.unseen > 0 && (
        <MenuItem onClick={() => void run(bridge.markDriveSeen({ subscriptionId: drive.id }))}>
          {words.activity.markAllSeen}
        </MenuItem>
      )}
      <MenuItem onClick={props.unfollow}>{said.unfollow}</MenuItem>
    </MoreMenu>
  )
}
