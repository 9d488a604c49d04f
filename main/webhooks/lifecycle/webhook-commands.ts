import type { Outcome } from '../../../preload/contract/outcome.ts'
import type {
  WebhookOutcome,
  WebhookRefused,
  WebhookWithId,
} from '../../../preload/contract/webhook-commands.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { pause } from '../../kit/clock.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { text } from '../../graph/untyped.ts'
import type { SubscriptionResult } from '../api/subscription-error.ts'
import { imported } from './reconciler.ts'
import type { RenewalScheduler } from './renewal-scheduler.ts'
import { mayRenewAt, reauthorizingNow } from './schedule.ts'
import type { OperationDeps } from './create-at-microsoft.ts'
import { nothingSaid, refusedFor, refusedWith, unknownWebhook } from './webhook-refusals.ts'
import { deleteThere, move, reauthorize } from './operations.ts'
import type { Webhook } from '../../settings/webhook.ts'
import type { ListenerAccess, WebhookDeps } from '../model/webhook-deps.ts'
import { minuteMs } from '../../kit/time.ts'

interface WebhookCommandsDeps extends Pick<WebhookDeps, 'accounts'> {
  readonly operation: OperationDeps
  readonly scheduler: RenewalScheduler
  readonly listener: ListenerAccess
}

const undoMs = 10_000
const leaveLimitMs = 5_000

/** What a person wants done with a webhook. */
export class WebhookCommands {
  readonly #deps: WebhookCommandsDeps

  constructor(deps: WebhookCommandsDeps) {
    this.#deps = deps
  }

  async renew(id: string): Promise<WebhookOutcome> {
    const { scheduler } = this.#deps
    const wait = this.#ours(id)
    if (!wait.ok) return wait.error
    return this.#tooSoon(wait.value) ?? this.#outcomeOf(id, await scheduler.renew(id))
  }

  async reauthorize(id: string): Promise<WebhookOutcome> {
    const { scheduler, operation } = this.#deps
    const found = this.#ours(id)
    if (!found.ok) return found.error
    switch (reauthorizingNow(found.value, operation.clock.now())) {
      case 'done':
        return refusedWith({ key: 'webhook.not-sent.reauthorized' })
      case 'renew':
        return this.#tooSoon(found.value) ?? this.#outcomeOf(id, await scheduler.renew(id))
      case 'reauthorize':
        return this.#outcomeOf(id, await scheduler.do(id, (webhook) => reauthorize(operation, webhook)))
    }
  }

  /** Has Microsoft call below another public address; null: below the listener's. */
  async changeUrl(id: string, typed: string | null): Promise<WebhookOutcome> {
    const { listener, scheduler, operation } = this.#deps
    const found = this.#ours(id)
    if (!found.ok) return found.error
    const chosen = typed ?? operation.registry.address
    if (chosen === null) return refusedWith(noAddress)
    const address = listener.address(chosen)
    if (!address.ok) return { ...address, ...nothingSaid }
    const soon = this.#tooSoon(found.value)
    if (soon) return soon
    const closed = await listener.open()
    if (closed !== null) return refusedWith(closed)
    const moved = await scheduler.move(id, address.publicUrl)
    return this.#outcomeOf(id, moved, address.publicUrl)
  }

  /** Has Microsoft call below the listener's address whatever it calls below another; the first refusal is answered. */
  async moveAll(): Promise<WebhookOutcome> {
    const { scheduler, operation, listener } = this.#deps
    const { registry } = operation
    const publicUrl = registry.address
    if (publicUrl === null) return refusedWith(noAddress)
    const closed = await listener.open()
    if (closed !== null) return refusedWith(closed)
    const outcomes = registry.leftBehind.map(
      async (webhook) =>
        this.#tooSoon(webhook) ??
        this.#outcomeOf(webhook.id, await scheduler.move(webhook.id, publicUrl), publicUrl),
    )
    return (await Promise.all(outcomes)).find(({ ok: isDone }) => !isDone) ?? { ok: true }
  }

  /** Deletes it after some seconds; until then it can be taken back. */
  delete(id: string): Outcome {
    const { registry, clock } = this.#deps.operation
    if (!registry.find(id)) return unknownWebhook
    registry.change(id, { deleteAt: clock.now() + undoMs })
    return { ok: true }
  }

  undoDelete(id: string): Outcome {
    const { registry, clock } = this.#deps.operation
    const webhook = registry.find(id)
    if (!webhook || (webhook.deleteAt !== null && webhook.deleteAt <= clock.now())) return unknownWebhook
    registry.change(id, { deleteAt: null })
    return { ok: true }
  }

  /** Deletes the one Microsoft has, and makes it anew. */
  async remake(id: string): Promise<WebhookOutcome> {
    const found = this.#ours(id)
    return found.ok ? this.#outcomeOf(id, await this.#deps.scheduler.replace(id)) : found.error
  }

  /** Answers and renews from now on what another program made: Microsoft is given our address. */
  async takeOver(accountId: string, graphId: string): Promise<WebhookWithId> {
    const { operation, scheduler, listener } = this.#deps
    const { registry, secrets } = operation
    const publicUrl = registry.address
    if (publicUrl === null) return refusedWith(noAddress)
    if (!secrets.isOpen) return refusedWith({ key: 'webhook.not-sent.locked' })
    const found = await this.#imported(accountId, graphId)
    if (!found.ok) return found.error
    const { id, held } = found.value
    if (registry.find(id)?.managedBy === 'drivebell') return { ok: true, webhookId: id }
    const closed = await listener.open()
    if (closed !== null) return refusedWith(closed)
    await secrets.make(id, text(held.raw['clientState']))
    const taken = await scheduler.tryOnce(id, (webhook) => move(operation, webhook, publicUrl))
    if (taken?.ok !== true) return this.#outcomeOf(id, taken, publicUrl) as WebhookRefused
    registry.change(id, { managedBy: 'drivebell' })
    this.#dropWanted(id)
    return { ok: true, webhookId: id }
  }

  /** Shows in the list what Microsoft holds under an id. */
  async import(accountId: string, graphId: string): Promise<WebhookWithId> {
    const found = await this.#imported(accountId, graphId)
    return found.ok ? { ok: true, webhookId: found.value.id } : found.error
  }

  /** Its webhooks go with an account; Microsoft is told where that takes no longer than a moment. */
  async leaveAccount(accountId: string): Promise<void> {
    const { scheduler, operation } = this.#deps
    const { registry, clock } = operation
    const leaving = registry.all.filter((each) => each.accountId === accountId)
    const ours = leaving.filter(({ managedBy }) => managedBy === 'drivebell')
    const deleting = Promise.all(
      ours.map(({ id }) => scheduler.do(id, (webhook) => deleteThere(operation, webhook))),
    )
    await Promise.race([deleting, pause(clock, leaveLimitMs)])
    for (const { id } of leaving) scheduler.forget(id)
  }

  /** What was to be made for the same is there now. */
  #dropWanted(id: string): void {
    const { scheduler } = this.#deps
    const { registry } = this.#deps.operation
    const taken = registry.find(id)
    const isSame = (each: Webhook) =>
      each.id !== id &&
      each.graphId === null &&
      each.accountId === taken?.accountId &&
      each.resource.replace(/^\//, '') === taken.resource.replace(/^\//, '')
    for (const each of registry.all.filter(isSame)) scheduler.forget(each.id)
  }

  #imported(accountId: string, graphId: string) {
    const { accounts, operation } = this.#deps
    const account = accounts.list().find(({ id }) => id === accountId)
    return imported(operation, account, graphId)
  }

  #ours(id: string): Result<Webhook, WebhookRefused> {
    const webhook = this.#deps.operation.registry.find(id)
    if (!webhook) return fail(unknownWebhook)
    return webhook.managedBy === 'drivebell'
      ? ok(webhook)
      : fail(refusedWith({ key: 'webhook.not-sent.elsewhere' }))
  }

  /** Microsoft wants time between a reauthorization and a renewal (protocol.md 3.2). */
  #tooSoon(webhook: Webhook): WebhookRefused | null {
    const leftMs = mayRenewAt(webhook) - this.#deps.operation.clock.now()
    if (leftMs <= 0) return null
    const minutes = Math.ceil(leftMs / minuteMs)
    return refusedWith({ key: 'webhook.not-sent.too-soon', values: { minutes } })
  }

  #outcomeOf(
    id: string,
    outcome: SubscriptionResult | null,
    publicUrl: string | null = null,
  ): WebhookOutcome {
    if (outcome === null) return unknownWebhook
    if (outcome.ok) return { ok: true }
    const webhook = this.#deps.operation.registry.find(id)
    const facts = webhook ? { ...webhook, publicUrl: publicUrl ?? webhook.publicUrl } : null
    return refusedFor(outcome.error, facts)
  }
}

const noAddress: Message = { key: 'draft.address.missing' }
