import type { Account } from '../../accounts/account.ts'
import type { RenewalScheduler } from './renewal-scheduler.ts'
import type { Registry } from '../model/registry.ts'
import type { WebhookDeps } from '../model/webhook-deps.ts'

interface AllowedWatchDeps extends Pick<WebhookDeps, 'accounts'> {
  readonly registry: Registry
  readonly scheduler: RenewalScheduler
}

/** Who signed in again, or allowed more, has the webhooks tried again that waited for it; who left takes them along. */
export class AllowedWatch {
  readonly #deps: AllowedWatchDeps
  /** What each account may, as it was last seen. */
  readonly #allowed = new Map<string, string>()

  constructor(deps: AllowedWatchDeps) {
    this.#deps = deps
  }

  look(): void {
    const { accounts, registry, scheduler } = this.#deps
    const signedIn = accounts.list()
    const ids = new Set(signedIn.map(({ id }) => id))
    for (const { id, accountId } of registry.all) if (!ids.has(accountId)) scheduler.forget(id)
    for (const account of signedIn) this.#lookAt(account)
  }

  #lookAt({ id, state, scopes }: Account): void {
    const allowed = JSON.stringify([state.kind, scopes])
    if (this.#allowed.get(id) === allowed) return
    this.#allowed.set(id, allowed)
    const isWaiting = (kind: string) => kind === 'signed-out' || kind === 'forbidden'
    if (state.kind === 'signed-in')
      this.#deps.scheduler.tryAgain(({ accountId }, { error }) => accountId === id && isWaiting(error.kind))
  }
}
