import { english } from '../words.ts'
import { expect } from 'vitest'
import type { SignInState } from '../../preload/contract/state.ts'
import type { Account } from '../../main/accounts/account.ts'
import type { TokenNeed } from '../../main/graph/graph.ts'
import type { AccountsWorld } from './accounts-world.ts'

export const browser = { method: 'browser' } as const
export const deviceCode = { method: 'device-code' } as const
export const force: TokenNeed = { forceRefresh: true }

/** Every different state of the sign-in, in order. */
export function statesSeen({ accounts }: AccountsWorld): SignInState[] {
  const seen: SignInState[] = []
  accounts.onChange(() => {
    if (accounts.signInState !== seen.at(-1)) seen.push(accounts.signInState)
  })
  return seen
}

/** The sign-in came to nothing, with this sentence. */
export function expectFailed({ accounts }: AccountsWorld, sentence: string): void {
  const { signInState } = accounts
  expect(signInState.kind === 'failed' ? english.say(signInState.why) : signInState.kind).toBe(sentence)
  expect(accounts.list()).toEqual([])
}

/** Asks for an account's token as Graph does. */
export function token({ accounts }: AccountsWorld, account: Account, need: TokenNeed = {}) {
  return accounts.tokenSource(account.id)(need)
}

export function stateOf({ accounts }: AccountsWorld, account: Account): Account['state'] | undefined {
  return accounts.list().find(({ id }) => id === account.id)?.state
}

/** Whose the token is, as Graph sees it, or why Graph refuses it. */
export async function graphSays({ origin }: AccountsWorld, accessToken: string): Promise<unknown> {
  const reply = await fetch(`${origin}/v1.0/me`, { headers: { authorization: `Bearer ${accessToken}` } })
  const { displayName, error } = JSON.parse(await reply.text())
  return displayName ?? error?.code
}

/** How often accounts are heard of from now on. */
export function changesHeard({ accounts }: AccountsWorld): () => number {
  let heard = 0
  accounts.onChange(() => heard++)
  return () => heard
}
