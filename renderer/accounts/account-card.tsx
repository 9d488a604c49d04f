import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { Briefcase16Regular } from '@fluentui/react-icons/svg/briefcase'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { Person16Regular } from '@fluentui/react-icons/svg/person'
import { useId, useState } from 'react'
import type { AccountView } from '../../preload/contract.ts'
import { HearingIcon } from '../ui/hearing-icon.tsx'
import { narrow } from '../ui/use-media.ts'
import { useSignIn } from '../ui/use-sign-in.ts'
import { words } from '../words/english.ts'
import { initials } from '../words/initials.ts'
import { Permissions } from './permissions.tsx'
import { SignOutDialog } from './sign-out-dialog.tsx'

const said = words.accounts

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '48px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    [narrow]: { columnGap: tokens.spacingHorizontalM, paddingInline: tokens.spacingHorizontalM },
  },
  warning: {
    borderTopColor: tokens.colorStatusWarningBorder1,
    borderBottomColor: tokens.colorStatusWarningBorder1,
    borderInlineStartColor: tokens.colorStatusWarningBorder1,
    borderInlineEndColor: tokens.colorStatusWarningBorder1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    // Its button goes below: beside the sentence there is no room for it.
    [narrow]: { gridTemplateColumns: '48px minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  names: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  address: { color: tokens.colorNeutralForeground2 },
  state: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalS,
  },
  icon: { paddingBlockStart: tokens.spacingVerticalXXS },
  actions: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
  },
  below: { [narrow]: { gridColumn: '1 / -1' } },
})

/** One account: who, what they allowed, and how it stands. */
export function AccountCard(props: {
  readonly account: AccountView
  /** Its button is the one primary of the page. */
  readonly primary: boolean
  /** A sign-in is under way. */
  readonly busy: boolean
}) {
  const { account } = props
  const styles = useStyles()
  const nameId = useId()
  const start = useSignIn()
  // Where the focus goes back to after the question.
  const restoreTarget = useRestoreFocusTarget()
  const [asking, setAsking] = useState(false)
  const signedOut = account.state.kind === 'signed-out' ? account.state : null
  return (
    <li className={mergeClasses(styles.card, signedOut !== null && styles.warning)} aria-labelledby={nameId}>
      <Avatar
        size={48}
        color="colorful"
        idForColor={account.id}
        initials={{ dir: 'ltr', children: initials(account.name) }}
        aria-hidden="true"
      />
      <div className={styles.text}>
        <div className={styles.names}>
          <h2 id={nameId} className={styles.name}>
            <bdi>{account.name}</bdi>
          </h2>
          <span className={styles.chip}>
            {account.type === 'work' ? (
              <Briefcase16Regular aria-hidden="true" />
            ) : (
              <Person16Regular aria-hidden="true" />
            )}
            {said.types[account.type]}
          </span>
        </div>
        <div className={styles.address}>
          <bdi>{account.username}</bdi>
        </div>
        <div className={styles.state}>
          <span className={styles.icon}>
            <HearingIcon kind={signedOut ? 'signed-out' : 'live'} />
          </span>
          <span>
            <strong>{signedOut ? said.signedOut : said.signedIn}</strong>{' '}
            {signedOut ? signedOut.sentence : said.followed(account.drives)}
          </span>
        </div>
        {!signedOut && <Permissions scopes={account.scopes} />}
      </div>
      <div className={mergeClasses(styles.actions, signedOut !== null && styles.below)}>
        {signedOut && (
          <Button
            appearance={props.primary ? 'primary' : 'secondary'}
            disabledFocusable={props.busy}
            data-needs-you=""
            aria-describedby={nameId}
            onClick={() => start({ method: 'browser', loginHint: account.username })}
          >
            {said.signInAgain}
          </Button>
        )}
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button
              {...restoreTarget}
              appearance="subtle"
              icon={<MoreHorizontalRegular />}
              aria-label={words.common.more}
              aria-describedby={nameId}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => setAsking(true)}>{said.signOutMenu}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
        <SignOutDialog account={account} open={asking} close={() => setAsking(false)} />
      </div>
    </li>
  )
}
