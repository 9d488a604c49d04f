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
import type { Words } from '../../preload/words/words.ts'
import { isSignedIn, type KeyringState } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Page } from '../ui/page.tsx'
import { useRun } from '../ui/use-run.tsx'
import { keyringName } from '../words/permissions.ts'
import { AccountCard } from './account-card.tsx'
import { DeviceCodeDialog } from './device-code-dialog.tsx'
import { SignInActions } from './sign-in-actions.tsx'
import { SignInBar } from '../ui/sign-in-bar.tsx'
import { useEffect, useRef } from 'react'
import { useWords } from '../ui/words-context.ts'

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
  const words = useWords()
  const styles = useStyles()
  const { state } = useDrivebell()
  const { accounts, signIn, subscriptions } = state
  const busy = signIn.kind === 'waiting' || signIn.kind === 'device-code'
  const others = accounts.filter(isSignedIn)
  const signedOut = accounts.filter((account) => !isSignedIn(account))
  useAccountsAnnounced()
  return (
    <Page
      title={words.phrase('page.accounts')}
      caption={words.phrase('accounts.caption', { n: accounts.length, drives: subscriptions.length })}
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
  const words = useWords()
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const sentence = keyringSentence(state.keyring, words)
  if (sentence === null) return null
  const { kind } = state.keyring
  const isKeyring = kind !== 'locked' || state.keyring.by === 'keyring'
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{sentence}</MessageBarBody>
      {isKeyring && (
        <MessageBarActions>
          <Button onClick={() => void run(bridge.keepSignInsUnsealed(undefined))}>
            {words.phrase('accounts.keep-anyway')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

/** What there is to say of where sign-ins rest; null where they rest well. */
function keyringSentence(keyring: KeyringState, words: Words): string | null {
  switch (keyring.kind) {
    case 'locked':
      return words.phrase(`accounts.locked.${keyring.by}`)
    case 'memory-only':
      return words.phrase('accounts.memory-only')
    case 'refused':
      return words.phrase('keyring.refused')
    case 'sealed':
    case 'unsealed-by-choice':
      return null
  }
}

function KeyringLine() {
  const words = useWords()
  const styles = useStyles()
  const { keyring } = useDrivebell().state
  if (keyring.kind !== 'sealed' && keyring.kind !== 'unsealed-by-choice') return null
  return (
    <p className={styles.foot}>
      <LockClosed16Regular aria-hidden="true" />
      <span>{keptHow(keyring, words)}</span>
    </p>
  )
}

function keptHow(
  keyring: Extract<KeyringState, { kind: 'sealed' | 'unsealed-by-choice' }>,
  words: Words,
): string {
  if (keyring.kind !== 'sealed') return words.phrase('accounts.unsealed')
  const name = keyringName(keyring.backend)
  return name === null
    ? words.phrase('accounts.sealed')
    : words.phrase('accounts.sealed-by', { keyring: name })
}

const stands = {
  'signed-in': 'accounts.signed-in',
  'signed-out': 'accounts.signed-out',
  'waiting-for-admin': 'accounts.waiting-for-admin',
} as const

/** Speaks an account that came, or that came to stand otherwise, while the page is open. */
function useAccountsAnnounced(): void {
  const words = useWords()
  const { announce } = useAnnounce()
  const { accounts } = useDrivebell().state
  const known = useRef<ReadonlyMap<string, string> | null>(null)
  useEffect(() => {
    const now = new Map(accounts.map(({ id, state }) => [id, state.kind]))
    for (const { id, username, state } of accounts) {
      if (!known.current || known.current.get(id) === state.kind) continue
      announce(`${username}: ${words.phrase(stands[state.kind])}`)
    }
    known.current = now
  }, [accounts, announce, words])
}
