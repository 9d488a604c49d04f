import type { Account } from '../../accounts/account.ts'
import type { RenewalScheduler } from './renewal-scheduler.ts'
import type { Registry } from '../model/registry.ts'
import type { WebhookParts } from '../model/webhook-deps.ts'

interface Parts extends Pick<WebhookParts, 'people'> {
  readonly registry: Registry
  readonly keeper: RenewalScheduler
}

/** Who signed in again, or allowed more, has the webhooks tried again that waited for it; who left takes them along. */
export class AllowedWatch {
  readonly #parts: Parts
  /** What each account may, as it was last seen. */
  readonly #allowed = new Map<string, string>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  look(): void {
    const { people, registry, keeper } = this.#parts
    const accounts = people.list()
    const ids = new Set(accounts.map(({ id }) => id))
    for (const { id, accountId } of registry.all) if (!ids.has(accountId)) keeper.forget(id)
    for (const account of accounts) this.#lookAt(account)
  }

  #lookAt({ id, state, scopes }: Account): void {
    const allowed = JSON.stringify([state.kind, scopes])
    if (this.#allowed.get(id) === allowed) return
    this.#allowed.set(id, allowed)
    const isWaiting = (kind: string) => kind === 'signed-out' || kind === 'forbidden'
    if (state.kind === 'signed-in')
      this.#parts.keeper.tryAgain(({ accountId }, { error }) => accountId === id && isWaiting(error.kind))
  }
}
