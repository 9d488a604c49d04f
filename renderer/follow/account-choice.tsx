import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import type { AccountView } from '../../preload/contract/state.ts'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  button: { minWidth: 0, maxWidth: '45%', fontWeight: tokens.fontWeightRegular },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

/** With which account to look. Those that are signed out stand there with the reason. */
export function AccountMenu(props: {
  readonly accounts: readonly AccountView[]
  readonly account: AccountView
  readonly choose: (id: string) => void
}) {
  const words = useWords()
  const { accounts, account, choose } = props
  const styles = useStyles()
  return (
    <Menu
      positioning="below-end"
      checkedValues={{ account: [account.id] }}
      onCheckedValueChange={(_event, { checkedItems: [id] }) => id !== undefined && choose(id)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          className={styles.button}
          aria-label={words.phrase('follow.account', { username: account.username })}
        >
          <bdi className={styles.name}>{account.username}</bdi>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {accounts.map(({ id, username, state }) => (
            <MenuItemRadio
              key={id}
              name="account"
              value={id}
              disabled={state.kind === 'signed-out'}
              secondaryContent={state.kind === 'signed-out' ? words.phrase('follow.sign-in-first') : null}
            >
              <bdi>{username}</bdi>
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
