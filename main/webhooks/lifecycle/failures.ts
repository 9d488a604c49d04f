import type { SubscriptionError } from '../api/subscription-error.ts'
import { type Failure, failureAfter } from './schedule.ts'
import type { OperationDeps } from './create-at-microsoft.ts'
import type { Webhook } from '../../settings/webhook.ts'

/** Which webhooks failed at what was last tried, and when each is tried again. */
export class Failures {
  readonly #deps: Pick<OperationDeps, 'clock' | 'random'>
  readonly #of = new Map<string, Failure>()

  constructor(deps: Pick<OperationDeps, 'clock' | 'random'>) {
    this.#deps = deps
  }

  of(id: string): Failure | null {
    return this.#of.get(id) ?? null
  }

  over(id: string): void {
    this.#of.delete(id)
  }

  add(webhook: Webhook, error: SubscriptionError): Failure {
    const { clock, random } = this.#deps
    const failure = failureAfter(error, this.of(webhook.id), webhook, clock.now(), random())
    this.#of.set(webhook.id, failure)
    return failure
  }

  /** Not waited for any longer; but what Microsoft asked to wait for is. */
  hasten(id: string): void {
    const failure = this.of(id)
    if (failure && failure.error.kind !== 'throttled') this.#of.set(id, { ...failure, tryAt: 0 })
  }
}
