import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
  useAnnounce,
} from '@fluentui/react-components'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import type { KeyringState } from '../../preload/contract/state.ts'
import type { Words } from '../../preload/words/words.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Page } from '../ui/page.tsx'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'
import { useWords } from '../ui/words-context.ts'
import { keyringName } from '../words/permissions.ts'
import { AccountCard } from './account-card.tsx'
import { DeviceCodeDialog } from './device-code-dialog.tsx'
import { SignInActions } from './sign-in-actions.tsx'
import { SignInBar } from '../ui/sign-in-bar.tsx'
import { useEffect, useRef } from 'react'

const said = words.accounts

const useStyles = makeStyles({
  cards: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  foot: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBlock: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
})

/** Who is signed in, and what they allowed. Those that need the user come first. */
export function Accounts() {
  const styles = useStyles()
  const { state } = useDrivebell()
  const { accounts, signIn, subscriptions } = state
  const busy = signIn.kind === 'waiting' || signIn.kind === 'device-code'
  const signedOut = accounts.filter((account) => account.state.kind === 'signed-out')
  const others = accounts.filter((account) => account.state.kind !== 'signed-out')
  useAccountsAnnounced()
  return (
    <Page
      title={words.pages.accounts}
      caption={said.caption(accounts.length, subscriptions.length)}
      actions={<SignInActions primary={signedOut.length === 0} busy={busy} />}
      bars={
        <>
          <SignInBar />
          <KeyringBar />
        </>
      }
    >
      <ul className={styles.cards}>
        {[...signedOut, ...others].map((account) => (
          <AccountCard
            key={account.id}
            account={account}
            primary={account.id === signedOut[0]?.id}
            busy={busy}
          />
        ))}
      </ul>
      <KeyringLine />
      <DeviceCodeDialog />
    </Page>
  )
}

/** Said plainly, with the way to choose otherwise. */
function KeyringBar() {
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const worded = useWords()
  const sentence = keyringSentence(state.keyring, worded)
  if (sentence === null) return null
  const { kind } = state.keyring
  const isKeyring = kind !== 'locked' || state.keyring.by === 'keyring'
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{sentence}</MessageBarBody>
      {isKeyring && (
        <MessageBarActions>
          <Button onClick={() => void run(bridge.keepSignInsUnsealed(undefined))}>{said.keepAnyway}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

/** What there is to say of where sign-ins rest; null where they rest well. */
function keyringSentence(keyring: KeyringState, worded: Words): string | null {
  switch (keyring.kind) {
    case 'locked':
      return said.locked[keyring.by]
    case 'memory-only':
      return said.memoryOnly
    case 'refused':
      return worded.phrase('keyring.refused')
    case 'sealed':
    case 'unsealed-by-choice':
      return null
  }
}

function KeyringLine() {
  const styles = useStyles()
  const { keyring } = useDrivebell().state
  if (keyring.kind !== 'sealed' && keyring.kind !== 'unsealed-by-choice') return null
  return (
    <p className={styles.foot}>
      <LockClosed16Regular aria-hidden="true" />
      <span>{keyring.kind === 'sealed' ? said.sealed(keyringName(keyring.backend)) : said.unsealed}</span>
    </p>
  )
}

const stands = {
  'signed-in': words.accounts.signedIn,
  'signed-out': words.accounts.signedOut,
  'waiting-for-admin': words.accounts.waitingForAdmin,
}

/** Speaks an account that came, or that came to stand otherwise, while the page is open. */
function useAccountsAnnounced(): void {
  const { announce } = useAnnounce()
  const { accounts } = useDrivebell().state
  const known = useRef<ReadonlyMap<string, string> | null>(null)
  useEffect(() => {
    const now = new Map(accounts.map(({ id, state }) => [id, state.kind]))
    for (const { id, username, state } of accounts) {
      if (!known.current || known.current.get(id) === state.kind) continue
      announce(`${username}: ${stands[state.kind]}`)
    }
    known.current = now
  }, [accounts, announce])
}
