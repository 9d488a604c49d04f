import { useWords } from '../ui/words-context.ts'
import type { Words } from '../../preload/words/words.ts'
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useId } from 'react'
import type { AccountView } from '../../preload/contract/state.ts'
import { Avatar } from '../ui/avatar.tsx'
import { StatusIcon } from '../ui/status-icon.tsx'
import { useCopy } from '../ui/use-copy.tsx'
import { narrow } from '../ui/use-media.ts'
import { useSignIn } from '../ui/use-sign-in.ts'
import { AccountMenu } from './account-menu.tsx'
import { Permissions } from './permissions.tsx'
import { Briefcase16Regular } from '@fluentui/react-icons/svg/briefcase'
import { Person16Regular } from '@fluentui/react-icons/svg/person'
import { useChip } from './chip.ts'

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
  },
  // Its button goes below: beside the sentence there is no room for it.
  folding: { [narrow]: { gridTemplateColumns: '48px minmax(0, 1fr)', rowGap: tokens.spacingVerticalM } },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  names: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
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
  const copy = useCopy()
  const { state } = account
  const signedOut = state.kind === 'signed-out'
  const waiting = state.kind === 'waiting-for-admin' ? state : undefined
  const words = useWords()
  const { lead, text, icon } = standing(account, words)
  return (
    <li
      className={mergeClasses(
        styles.card,
        (signedOut || waiting !== undefined) && styles.folding,
        signedOut && styles.warning,
      )}
      aria-labelledby={nameId}
    >
      <Avatar size={48} of={{ kind: 'person', name: account.name, id: account.id }} />
      <div className={styles.text}>
        <div className={styles.names}>
          <h2 id={nameId} className={styles.name}>
            <bdi>{account.name}</bdi>
          </h2>
          <KindChip {...account} />
        </div>
        <div className={styles.address}>
          <bdi>{account.username}</bdi>
        </div>
        <div className={styles.state}>
          <span className={styles.icon}>
            <StatusIcon kind={icon} />
          </span>
          <span>
            <strong>{lead}</strong> {text}
            {waiting && <> {words.phrase('accounts.following', { n: account.drives })}</>}
          </span>
        </div>
        {!signedOut && <Permissions scopes={account.scopes} />}
      </div>
      <div className={mergeClasses(styles.actions, (signedOut || waiting !== undefined) && styles.below)}>
        {signedOut && (
          <Button
            appearance={props.primary ? 'primary' : 'secondary'}
            disabledFocusable={props.busy}
            data-needs-you=""
            aria-describedby={nameId}
            onClick={() => start({ method: 'browser', loginHint: account.username })}
          >
            {words.phrase('drive.action.sign-in-again')}
          </Button>
        )}
        {waiting && (
          <Button
            icon={<CopyRegular />}
            aria-describedby={nameId}
            onClick={() => void copy(waiting.adminConsentUrl, words.phrase('copy.link'))}
          >
            {words.phrase('button.copy-link')}
          </Button>
        )}
        <AccountMenu account={account} nameId={nameId} />
      </div>
    </li>
  )
}

/** How it stands: a strong lead, what follows from it, and the icon. Waiting for others is nobody's fault: neutral. */
function standing(
  { state, drives }: AccountView,
  words: Words,
): {
  readonly lead: string
  readonly text: string
  readonly icon: 'live' | 'signed-out' | 'polling'
} {
  switch (state.kind) {
    case 'signed-in':
      return {
        lead: words.phrase('accounts.signed-in'),
        text: words.phrase('accounts.following', { n: drives }),
        icon: 'live',
      }
    case 'waiting-for-admin':
      return { lead: words.phrase('accounts.waiting-for-admin'), text: words.say(state.why), icon: 'polling' }
    case 'signed-out':
      return { lead: words.phrase('accounts.signed-out'), text: words.say(state.why), icon: 'signed-out' }
  }
}

/** What kind of account it is, and its cloud when that is not the usual one. */
function KindChip({ type, cloud }: Pick<AccountView, 'type' | 'cloud'>) {
  const words = useWords()
  const Icon = type === 'work' ? Briefcase16Regular : Person16Regular
  return (
    <span className={useChip()}>
      <Icon aria-hidden="true" />
      {cloud === 'global'
        ? words.phrase(`accounts.type.${type}`)
        : words.phrase('accounts.in-cloud', {
            type: words.phrase(`accounts.type.${type}`),
            cloud: words.phrase(`accounts.cloud.${cloud}`),
          })}
    </span>
  )
}
