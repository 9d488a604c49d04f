import type { Listeners } from '../kit/listeners.ts'
import {
  type Account,
  factsOf,
  homeAccountIdOf,
  type RememberedAccount,
  type SignedOutReason,
} from './account.ts'
import { type CloudName, clouds } from './clouds.ts'
import type { TokenCache } from './tokens/token-cache.ts'
import * as z from 'zod'

/** Where accounts' public facts are kept. */
export interface Remembered {
  read(): readonly RememberedAccount[]
  write(all: readonly RememberedAccount[]): void
}

/** The accounts of this computer: what settings remember of them, and whether the sign-ins file can speak for them. */
export class AccountStore {
  readonly #remembered: Remembered
  readonly #cache: TokenCache
  readonly #changed: Listeners<void>
  readonly #accounts = new Map<string, Account>()

  constructor(parts: { remembered: Remembered; cache: TokenCache; changed: Listeners<void> }) {
    this.#remembered = parts.remembered
    this.#cache = parts.cache
    this.#changed = parts.changed
  }

  list(): readonly Account[] {
    return [...this.#accounts.values()]
  }

  get(id: string): Account | null {
    return this.#accounts.get(id) ?? null
  }

  /** Compares the list with the sign-ins file: at start, and when a locked keyring has opened. */
  read(): void {
    for (const { ended, ...facts } of this.#remembered.read()) {
      if (this.#accounts.has(facts.id)) continue
      const state = this.#stateOf(facts.id, ended)
      this.#accounts.set(facts.id, { ...facts, state })
    }
    for (const id of this.#cache.ids()) {
      const kept = this.#accounts.has(id) ? null : keptAccount(this.#cache.read(id))
      if (!kept) continue
      const facts = factsOf({ ...kept, homeAccountId: homeAccountIdOf(id) }, cloudOf(id), [])
      this.#accounts.set(id, { ...facts, state: this.#stateOf(id, null) })
    }
    for (const account of this.list()) {
      if (account.state.kind === 'signed-in')
        this.#accounts.set(account.id, { ...account, state: this.#stateOf(account.id, null) })
    }
    this.#settle()
  }

  /** Adds an account, or takes the place of the one with its id. */
  put(account: Account): void {
    this.#accounts.set(account.id, account)
    this.#settle()
  }

  remove(id: string): void {
    if (this.#accounts.delete(id)) this.#settle()
  }

  signedOut(id: string, reason: SignedOutReason, code: string | null = null): void {
    const account = this.get(id)
    if (account) this.put({ ...account, state: signedOut(reason, code) })
  }

  /** What ended by itself is over by itself. */
  signedIn(id: string): void {
    const account = this.get(id)
    if (account?.state.kind === 'signed-out') this.put({ ...account, state: { kind: 'signed-in' } })
  }

  #stateOf(id: string, ended: SignedOutReason | null): Account['state'] {
    if (ended !== null && !mayBeOver.has(ended)) return signedOut(ended)
    const { state } = this.#cache
    if (state.kind === 'locked' || keptAccount(this.#cache.read(id))?.refreshable)
      return { kind: 'signed-in' }
    return signedOut(state.kind === 'memory-only' || state.kind === 'refused' ? 'not-kept' : 'ran-out')
  }

  #settle(): void {
    const facts = this.list().map(({ state, ...rest }) => ({ ...rest, ended: endedBy(state) }))
    if (JSON.stringify(facts) !== JSON.stringify(this.#remembered.read())) this.#remembered.write(facts)
    this.#changed.emit()
  }
}

/** Reasons that another start of the app may have ended. */
const mayBeOver: ReadonlySet<SignedOutReason> = new Set<SignedOutReason>(['not-kept', 'app-refused'])

function signedOut(reason: SignedOutReason, code: string | null = null): Account['state'] {
  return { kind: 'signed-out', reason, code }
}

function endedBy(state: Account['state']): SignedOutReason | null {
  return state.kind === 'signed-out' ? state.reason : null
}

/** The cloud that an account's key names. */
function cloudOf(id: string): CloudName {
  return Object.values(clouds).find(({ name }) => id.endsWith(`@${name}`))?.name ?? 'global'
}

/** The few fields of MSAL's cache format that are looked at from outside. */
const cache = z.object({
  Account: z
    .record(
      z.string(),
      z.object({
        username: z.string().catch(''),
        name: z.string().optional().catch(undefined),
        realm: z.string(),
      }),
    )
    .catch({}),
  RefreshToken: z.record(z.string(), z.looseObject({ secret: z.string().min(1) })).catch({}),
})

/** What an account's cached text tells of it: whether tokens can be had, and what to show of its owner. */
interface KeptAccount {
  readonly refreshable: boolean
  readonly name: string | undefined
  readonly username: string
  readonly tenantId: string
}

/** Reads an account's MSAL cache; null when there is no account in it. */
export function keptAccount(text: string): KeptAccount | null {
  if (text === '') return null
  const { Account, RefreshToken } = cache.parse(JSON.parse(text))
  const [account] = Object.values(Account)
  if (!account) return null
  const { name, username, realm } = account
  return { refreshable: Object.keys(RefreshToken).length > 0, name, username, tenantId: realm }
}
