import type { SubscriptionError } from '../api/subscription-error.ts'
import { type Trouble, troubleAfter } from './schedule.ts'
import type { OperationDeps } from './create-at-microsoft.ts'
import type { Webhook } from '../../settings/webhook.ts'

/** Which webhooks failed at what was last tried, and when each is tried again. */
export class Troubles {
  readonly #deps: Pick<OperationDeps, 'clock' | 'random'>
  readonly #of = new Map<string, Trouble>()

  constructor(deps: Pick<OperationDeps, 'clock' | 'random'>) {
    this.#deps = deps
  }

  of(id: string): Trouble | null {
    return this.#of.get(id) ?? null
  }

  over(id: string): void {
    this.#of.delete(id)
  }

  add(webhook: Webhook, error: SubscriptionError): Trouble {
    const { clock, random } = this.#deps
    const trouble = troubleAfter(error, this.of(webhook.id), webhook, clock.now(), random())
    this.#of.set(webhook.id, trouble)
    return trouble
  }

  /** Not waited for any longer; but what Microsoft asked to wait for is. */
  hasten(id: string): void {
    const trouble = this.of(id)
    if (trouble && trouble.error.kind !== 'throttled') this.#of.set(id, { ...trouble, tryAt: 0 })
  }
}
