import type { Log } from '../../kit/log.ts'
import { ok } from '../../kit/result.ts'
import type { SubscriptionResult } from '../api/subscription-error.ts'
import { isUnclear, type OperationDeps, make } from './create-at-microsoft.ts'
import { apartAt, type Due, dueOf, isTornApart, leadsNowhere, type Failure } from './schedule.ts'
import { Failures } from './failures.ts'
import { deleteThere, move, renew, toBeMade } from './operations.ts'
import type { Registry } from '../model/registry.ts'
import type { WebhookSecrets } from '../model/secrets.ts'
import type { Webhook } from '../../settings/webhook.ts'

interface RenewalSchedulerDeps {
  readonly operation: OperationDeps
  /** Nothing arrives at an address. */
  readonly isDead: (publicUrl: string) => boolean
  /** One was made anew: what happened meanwhile was not heard. */
  readonly missed: (webhook: Webhook) => void
  /** One was deleted, or its account is gone. */
  readonly forgotten: (id: string) => void
  /** Something was done: what waited for that can go on. */
  readonly settled: () => void
  readonly changed: () => void
  readonly log: Log
}

/** What is due within this is done with what is due now: many webhooks wake the computer seldom. */
const togetherMs = 30_000

/** Keeps every webhook alive: does what is due, one thing at a time for each, and tries again what failed. */
export class RenewalScheduler implements Disposable {
  readonly #deps: RenewalSchedulerDeps
  readonly #operation: OperationDeps
  readonly #failures: Failures
  readonly #atWork = new Map<string, Promise<unknown>>()
  readonly #registryChanged: Disposable
  #timer: { readonly at: number; readonly end: Disposable } | null = null
  #isEnded = true
  #isAdding = false

  constructor(deps: RenewalSchedulerDeps) {
    const { registry, clock, random } = deps.operation
    this.#deps = deps
    this.#operation = deps.operation
    this.#failures = new Failures({ clock, random })
    this.#registryChanged = registry.changed.add(() => this.#arrange())
  }

  /** Does at once what is late. */
  start(): void {
    this.#isEnded = false
    for (const { id, managedBy, graphId } of this.#operation.registry.all) {
      // Its secrets were lost with the keyring: nothing that comes could be believed.
      const isLost = this.#operation.secrets.isOpen && this.#operation.secrets.of(id) === null
      if (managedBy === 'drivebell' && graphId !== null && isLost)
        this.#operation.registry.change(id, { isReplaced: true })
    }
    this.#arrange()
  }

  /** After sleep, a lost network, or a new sign-in: whatever waited is tried now. */
  tryAgain(applies: (webhook: Webhook, failure: Failure) => boolean = () => true): void {
    for (const webhook of this.#operation.registry.all) {
      const failure = this.failure(webhook.id)
      if (failure && applies(webhook, failure)) this.#failures.hasten(webhook.id)
    }
    this.#arrange()
  }

  failure(id: string): Failure | null {
    return this.#failures.of(id)
  }

  isAtWork(id: string): boolean {
    return this.#atWork.has(id)
  }

  /** Does something with a webhook when it is its turn; what comes of it is remembered as its state, and tried again. */
  do(
    id: string,
    work: (webhook: Webhook) => Promise<SubscriptionResult>,
  ): Promise<SubscriptionResult | null> {
    return this.#inTurn(id, async (webhook) => {
      const outcome = await work(webhook)
      if (!this.#isEnded && this.#operation.registry.find(id)) this.#note(id, outcome)
      return outcome
    })
  }

  /** The same for what somebody asked for once: where it fails, the webhook is as it was. */
  tryOnce(
    id: string,
    work: (webhook: Webhook) => Promise<SubscriptionResult>,
  ): Promise<SubscriptionResult | null> {
    return this.#inTurn(id, async (webhook) => {
      const outcome = await work(webhook)
      if (outcome.ok && !this.#isEnded) this.#note(id, outcome)
      return outcome
    })
  }

  /** Adds a webhook and makes it at once; answers what came of the first try. */
  async add(
    facts: Parameters<Registry['add']>[0],
    secrets: WebhookSecrets,
  ): Promise<{ readonly id: string; readonly outcome: SubscriptionResult }> {
    this.#isAdding = true
    const { id } = this.#operation.registry.add(facts)
    const making = this.do(id, async (webhook) => {
      await this.#operation.secrets.keep(id, secrets)
      return make(this.#operation, webhook)
    })
    this.#isAdding = false
    return { id, outcome: (await making) ?? ok(undefined) }
  }

  renew(id: string): Promise<SubscriptionResult | null> {
    return this.do(id, (webhook) => this.#renew(webhook))
  }

  /** Renews as soon as Microsoft wants to hear of it again. */
  renewSoon(id: string): void {
    const { registry } = this.#operation
    const webhook = registry.find(id)
    if (webhook) registry.change(id, { renewsAt: Math.min(webhook.renewsAt ?? Infinity, apartAt(webhook)) })
  }

  /** Has Microsoft call another address of ours; for messages about the webhook itself it is made anew there. */
  move(id: string, publicUrl: string): Promise<SubscriptionResult | null> {
    return this.tryOnce(id, (webhook) => this.#move(webhook, publicUrl))
  }

  /** It is gone at Microsoft: makes it, and catches up. */
  async makeAnew(id: string): Promise<SubscriptionResult | null> {
    return this.do(id, (webhook) => this.#makeAnew(webhook))
  }

  /** Deletes the one Microsoft has, then makes it anew. */
  replace(id: string): Promise<SubscriptionResult | null> {
    return this.do(id, (webhook) => this.#replace(webhook))
  }

  /** Nothing of it stays here. */
  forget(id: string): void {
    this.#failures.over(id)
    this.#operation.registry.remove(id)
    this.#deps.forgotten(id)
  }

  [Symbol.dispose](): void {
    this.#isEnded = true
    this.#registryChanged[Symbol.dispose]()
    this.#timer?.end[Symbol.dispose]()
  }

  #inTurn(
    id: string,
    work: (webhook: Webhook) => Promise<SubscriptionResult>,
  ): Promise<SubscriptionResult | null> {
    const before = this.#atWork.get(id) ?? Promise.resolve()
    const turn = before.then(async () => {
      const webhook = this.#isEnded ? undefined : this.#operation.registry.find(id)
      return webhook ? work(webhook) : null
    })
    const ended = turn
      .catch((error: unknown) => this.#deps.log.error('a webhook broke', { why: String(error) }))
      .then(() => {
        if (this.#atWork.get(id) === ended) this.#atWork.delete(id)
        this.#arrange()
      })
    this.#atWork.set(id, ended)
    this.#deps.changed()
    return turn
  }

  async #renew(webhook: Webhook): Promise<SubscriptionResult> {
    const publicUrl = this.#operation.registry.address
    const isLeft = publicUrl !== null && webhook.publicUrl !== null && webhook.publicUrl !== publicUrl
    // nothing would ever arrive at an address that was left and leads nowhere
    if (isLeft && this.#deps.isDead(webhook.publicUrl ?? '')) return this.#move(webhook, publicUrl)
    const renewed = await renew(this.#operation, webhook)
    return renewed.ok || renewed.error.kind !== 'gone' ? renewed : this.#makeAnew(webhook)
  }

  async #move(webhook: Webhook, publicUrl: string): Promise<SubscriptionResult> {
    const moved = await move(this.#operation, webhook, publicUrl)
    const now = this.#operation.registry.find(webhook.id)
    return moved.ok && now && isTornApart(now) ? this.#replace(now) : moved
  }

  async #makeAnew(webhook: Webhook): Promise<SubscriptionResult> {
    toBeMade(this.#operation, webhook)
    const wanted = this.#operation.registry.find(webhook.id)
    return this.#made(wanted ?? webhook)
  }

  /** What had been there before may have missed something. */
  async #made(webhook: Webhook): Promise<SubscriptionResult> {
    const made = await make(this.#operation, webhook)
    if (made.ok && webhook.pastGraphIds.length > 0) this.#deps.missed(webhook)
    return made
  }

  async #delete(webhook: Webhook): Promise<SubscriptionResult> {
    const deleted = await deleteThere(this.#operation, webhook)
    if (deleted.ok) this.forget(webhook.id)
    return deleted
  }

  #note(id: string, outcome: SubscriptionResult): void {
    const { registry } = this.#operation
    const webhook = registry.find(id)
    if (outcome.ok || !webhook) {
      this.#failures.over(id)
      this.#deps.settled()
    } else {
      const { error } = outcome
      const failure = this.#failures.add(webhook, error)
      this.#deps.log.warn('webhook not kept up', {
        kind: error.kind,
        code: error.code,
        requestId: error.requestId,
      })
      if (leadsNowhere(failure)) registry.change(id, { isReplaced: true })
    }
    this.#deps.changed()
  }

  /** Begins what is due, renewals that are due within `earlyMs` as well. */
  #arrange(earlyMs = 0): void {
    if (this.#isEnded || this.#isAdding) return
    const { registry, clock, secrets } = this.#operation
    if (!secrets.isOpen) return
    const now = clock.now()
    let nextAt = Infinity
    for (const webhook of registry.all) {
      const due = this.#atWork.has(webhook.id) ? null : dueOf(webhook, this.failure(webhook.id))
      if (!due) continue
      if (due.at <= now + (due.job === 'renew' ? earlyMs : 0)) this.#begin(webhook.id, due)
      else nextAt = Math.min(nextAt, due.at)
    }
    this.#wakeAt(nextAt)
  }

  #wakeAt(at: number): void {
    if (this.#timer?.at === at) return
    this.#timer?.end[Symbol.dispose]()
    this.#timer = null
    if (at === Infinity) return
    const end = this.#operation.clock.at(at, () => {
      this.#timer = null
      this.#arrange(togetherMs)
    })
    this.#timer = { at, end }
  }

  #begin(id: string, { job }: Due): void {
    const work = {
      make: (webhook: Webhook) => this.#made(webhook),
      renew: (webhook: Webhook) => this.#renew(webhook),
      replace: (webhook: Webhook) => this.#replace(webhook),
      delete: (webhook: Webhook) => this.#delete(webhook),
    }[job]
    void this.do(id, work)
  }

  async #replace(webhook: Webhook): Promise<SubscriptionResult> {
    const deleted = await deleteThere(this.#operation, webhook)
    return deleted.ok ? this.#makeAnew(webhook) : deleted
  }
}

/** A first try whose outcome nobody knows goes on by itself; any other is over. */
export const goesOn = (outcome: SubscriptionResult): boolean => outcome.ok || isUnclear(outcome.error)
