import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useState } from 'react'
import type { AccountView } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { MoreMenu } from '../ui/more-menu.tsx'
import { PauseItems } from '../ui/pause-items.tsx'
import { useRun } from '../ui/use-run.tsx'
import { everythingPaused } from '../words/overview.ts'
import { SignOutDialog } from './sign-out-dialog.tsx'
import { useWords } from '../ui/words-context.ts'

/** What else can be done about an account: its drives pause and resume together, and it signs out. */
export function AccountMenu({ account, nameId }: { readonly account: AccountView; readonly nameId: string }) {
  const words = useWords()
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const [asking, setAsking] = useState(false)
  const what = { accountId: account.id }
  const subscriptions = state.subscriptions.filter(({ accountId }) => accountId === account.id)
  return (
    <>
      <MoreMenu nameId={nameId}>
        {everythingPaused({ subscriptions }) ? (
          <MenuItem onClick={() => void run(bridge.resume({ what }))}>
            {words.phrase('accounts.resume-all')}
          </MenuItem>
        ) : (
          subscriptions.length > 0 && (
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <MenuItem>{words.phrase('accounts.pause-all')}</MenuItem>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <PauseItems what={what} lead="pause" />
                </MenuList>
              </MenuPopover>
            </Menu>
          )
        )}
        <MenuItem onClick={() => setAsking(true)}>{words.phrase('accounts.sign-out-ask')}</MenuItem>
      </MoreMenu>
      {asking && <SignOutDialog account={account} close={() => setAsking(false)} />}
    </>
  )
}
