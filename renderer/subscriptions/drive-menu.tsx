import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import { drivedBy } from '../follow/wish.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { MoreMenu } from '../ui/more-menu.tsx'
import { MuteItem } from '../ui/mute-items.tsx'
import { PauseItems } from '../ui/pause-items.tsx'
import { mutedDrive, useMuting } from '../ui/use-muting.tsx'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'
import { needsSomeone } from '../words/drive-status.ts'

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
  const { bridge, state } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const muting = useMuting()
  const what = { kind: 'subscription', subscriptionId: drive.id } as const
  const mute = mutedDrive(state, drive.id)
  return (
    <MoreMenu nameId={props.nameId}>
      {props.folded}
      {props.showRules && <MenuItem onClick={props.showRules}>{words.phrase('drive.action.rules')}</MenuItem>}
      <MenuItem onClick={() => void run(bridge.openDrive({ subscriptionId: drive.id }))}>
        {words.phrase('drive.action.open-in-browser')}
      </MenuItem>
      {props.chooseFolders && drivedBy(drive.target) !== null && (
        <MenuItem onClick={props.chooseFolders}>{words.phrase('drive.action.choose-folders')}</MenuItem>
      )}
      {!needsSomeone(drive.status) && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuItem>{words.phrase('drive.action.pause-for')}</MenuItem>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <PauseItems what={{ subscriptionId: drive.id }} lead="pause-for" />
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {mute ? (
        <MenuItem onClick={() => void run(bridge.unmute({ muteId: mute.id }))}>
          {words.phrase('mute.unmute')}
        </MenuItem>
      ) : (
        <MuteItem
          label={words.phrase('activity.mute')}
          mute={(length) => muting(bridge.mute({ what, length }))}
        />
      )}
      {drive.unseen > 0 && (
        <MenuItem onClick={() => void run(bridge.markDriveSeen({ subscriptionId: drive.id }))}>
          {words.phrase('activity.mark-all-read')}
        </MenuItem>
      )}
      <MenuItem onClick={props.unfollow}>{words.phrase('drive.action.unfollow')}</MenuItem>
    </MoreMenu>
  )
}
