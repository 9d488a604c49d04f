import type { Message } from '../../preload/words/phrase.ts'
import type { Clock } from '../kit/clock.ts'
import { type Account, registrationIn, type RememberedAccount } from './account.ts'
import { type Cloud, reach } from './clouds.ts'
import { consentRefusal } from './sign-in/sign-in-words.ts'
import { hourMs } from '../kit/time.ts'

interface ConsentWatchDeps {
  readonly accounts: () => readonly Account[]
  /** Asks Microsoft, without anybody noticing, whether a scope is allowed by now. */
  readonly look: (accountId: string, scope: string) => Promise<void>
  readonly clock: Clock
}

const everyMs = hourMs

/** While an account waits for an administrator, looks every hour whether they agreed. */
export class ConsentWatch implements Disposable {
  readonly #deps: ConsentWatchDeps
  #next: Disposable | null = null
  #closed = false

  constructor(deps: ConsentWatchDeps) {
    this.#deps = deps
  }

  /** Something may be waited for, or not any more. */
  mind(): void {
    if (this.#closed) return
    if (this.#awaiting().length === 0) this.#rest()
    else this.#next ??= this.#deps.clock.after(everyMs, () => void this.look())
  }

  /** Looks now: an administrator may agree to some of it and not to the rest. */
  async look(): Promise<void> {
    this.#rest()
    for (const { id, awaited } of this.#awaiting()) {
      for (const scope of awaited) await this.#deps.look(id, scope)
    }
    this.mind()
  }

  [Symbol.dispose](): void {
    this.#closed = true
    this.#rest()
  }

  #awaiting(): readonly Account[] {
    return this.#deps
      .accounts()
      .filter(({ awaited, state }) => awaited.length > 0 && state.kind === 'signed-in')
  }

  #rest(): void {
    this.#next?.[Symbol.dispose]()
    this.#next = null
  }
}

/** Permissions beyond the sign-in that wait for an administrator; the account goes on with what it has. */
export interface PendingConsent {
  readonly scopes: readonly string[]
  readonly why: Message
  /** For the administrator to open. */
  readonly adminConsentUrl: string
}

/** The page where an administrator agrees for a whole organization: by its id, its domain, or any (protocol.md 5.5). */
export function adminConsentPage(cloud: Cloud, registration: string, tenant: string): string {
  const { clientId } = registrationIn(registration)
  const path = `${encodeURIComponent(tenant)}/adminconsent?client_id=${encodeURIComponent(clientId)}`
  return reach(cloud, `${cloud.loginOrigin}/${path}`)
}

/** What an account waits for, and why (interface.md 5: 5). */
export function pendingConsent(
  { awaited, tenantId }: Pick<RememberedAccount, 'awaited' | 'tenantId'>,
  cloud: Cloud,
  clientId: string,
): PendingConsent {
  const url = adminConsentPage(cloud, clientId, tenantId)
  return { scopes: awaited, why: consentRefusal({ kind: 'admin-consent', url }), adminConsentUrl: url }
}
