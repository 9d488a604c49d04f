import type { WebhookOutcome, WebhookRefused } from '../../../preload/contract/webhook-commands.ts'
import type { Account } from '../../accounts/account.ts'
import { getSubscription, listSubscriptions } from '../api/subscription-calls.ts'
import type { HeldSubscription } from '../api/subscription-reply.ts'
import { wantedAs } from './adoption.ts'
import { compare, unmanagedFacts } from './reconcile.ts'
import type { RenewalScheduler } from './renewal-scheduler.ts'
import { comparedAt, renewalAt } from './schedule.ts'
import { entered, type OperationDeps } from './create-at-microsoft.ts'
import { refusedFor, refusedWith } from './webhook-refusals.ts'
import type { Registry } from '../model/registry.ts'
import type { WebhookDeps } from '../model/webhook-deps.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { hourMs, minuteMs } from '../../kit/time.ts'

interface ReconcilerDeps extends Pick<WebhookDeps, 'accounts'> {
  readonly operation: OperationDeps
  readonly scheduler: RenewalScheduler
  readonly changed: () => void
}

const againMs = hourMs
/** Between two looks for wakes. */
const restMs = 10 * minuteMs

/** Compares what is kept with what Microsoft holds: every week, and when somebody asks (protocol.md 3.13). */
export class Reconciler implements Disposable {
  readonly #deps: ReconcilerDeps
  #underWay: Promise<WebhookOutcome> | null = null
  #timer: Disposable | null = null
  #lookedAt = -Infinity
  #isEnded = false

  constructor(deps: ReconcilerDeps) {
    this.#deps = deps
  }

  get isAtWork(): boolean {
    return this.#underWay !== null
  }

  start(): void {
    const { registry, clock } = this.#deps.operation
    this.#lookAt(Math.max(comparedAt(registry.listener.checkedAt ?? clock.now()), clock.now()))
  }

  /** What vanished while nobody listened is noticed; wakes in quick succession are one. */
  wake(): void {
    const now = this.#deps.operation.clock.now()
    if (now - this.#lookedAt < restMs) return
    this.#lookAt(now)
  }

  /** Every account's list; the first that cannot be read says why. */
  check(): Promise<WebhookOutcome> {
    this.#underWay ??= this.#check(() => true).finally(() => {
      this.#underWay = null
      this.#deps.changed()
    })
    this.#deps.changed()
    return this.#underWay
  }

  [Symbol.dispose](): void {
    this.#isEnded = true
    this.#timer?.[Symbol.dispose]()
  }

  #lookAt(time: number): void {
    this.#timer?.[Symbol.dispose]()
    if (this.#isEnded) return
    this.#timer = this.#deps.operation.clock.at(time, () => void this.#weekly())
  }

  /** Accounts without webhooks are left alone. */
  async #weekly(): Promise<void> {
    const { registry, clock } = this.#deps.operation
    this.#lookedAt = clock.now()
    const using = new Set(registry.all.map(({ accountId }) => accountId))
    const outcome = await this.#check(({ id }) => using.has(id))
    this.#lookAt(outcome.ok ? comparedAt(clock.now()) : clock.now() + againMs)
  }

  async #check(applies: (account: Account) => boolean): Promise<WebhookOutcome> {
    const { registry, clock } = this.#deps.operation
    const asked = this.#deps.accounts
      .list()
      .filter((each) => each.state.kind === 'signed-in' && applies(each))
    const outcomes = await Promise.all(asked.map((account) => this.#compare(account)))
    const failed = outcomes.find(({ ok: isDone }) => !isDone)
    if (!failed && !this.#isEnded) registry.choose({ checkedAt: clock.now() })
    return failed ?? { ok: true }
  }

  async #compare(account: Account): Promise<WebhookOutcome> {
    const { registry, graph } = this.#deps.operation
    const before = registry.all.filter(({ accountId }) => accountId === account.id)
    const held = await listSubscriptions(graph(account.id))
    if (!held.ok) return refusedFor(held.error, null)
    if (!this.#isEnded) this.#apply(account, before, held.value)
    return { ok: true }
  }

  #apply(account: Account, before: ReturnType<Registry['find']>[], held: readonly HeldSubscription[]): void {
    const { operation, scheduler } = this.#deps
    const { registry, secrets, clock } = operation
    // What was changed while the list was read is not judged by it.
    const still = registry.all.filter((each) =>
      before.some(
        (one) => one?.id === each.id && one.graphId === each.graphId && !scheduler.isAtWork(each.id),
      ),
    )
    const known = new Set(registry.all.map(({ graphId }) => graphId))
    const { adopt, same, missing, unmanaged, gone } = compare(still, held, (each, among) =>
      wantedAs(each, among, secrets),
    )
    for (const { id, held: found } of adopt) void scheduler.do(id, async () => entered(operation, id, found))
    for (const { id, held: found } of same) this.#sameEnd(id, found)
    for (const id of missing) void scheduler.makeAnew(id)
    for (const id of gone) scheduler.forget(id)
    for (const each of unmanaged)
      if (!known.has(each.id)) registry.add(unmanagedFacts(each, account, clock.now()))
  }

  /** Another end than was known: it is renewed by that. */
  #sameEnd(id: string, { expiresAt }: HeldSubscription): void {
    const { registry, random } = this.#deps.operation
    const webhook = registry.find(id)
    if (!webhook || expiresAt === null || expiresAt === webhook.expiresAt) return
    const isOurs = webhook.managedBy === 'drivebell' && webhook.renewedAt !== null
    const from = webhook.renewedAt ?? 0
    registry.change(id, { expiresAt, ...(isOurs && { renewsAt: renewalAt(from, expiresAt, random()) }) })
  }
}

interface Imported {
  readonly id: string
  readonly held: HeldSubscription
}

/** What Microsoft holds under an id comes into the list, unless it is there already. */
export async function imported(
  operation: OperationDeps,
  account: Account | undefined,
  graphId: string,
): Promise<Result<Imported, WebhookRefused>> {
  const { registry, secrets, graph, clock } = operation
  if (!account) return fail(refusedWith({ key: 'refusal.account-signed-out' }))
  const held = await getSubscription(graph(account.id), graphId.trim())
  if (!held.ok) return fail(refusedFor(held.error, null))
  const known = registry.held(account.id, held.value.id)
  if (known) return ok({ id: known.id, held: held.value })
  const wanted = wantedAs(held.value, registry.all, secrets)
  if (wanted !== null) entered(operation, wanted, held.value)
  if (wanted !== null) return ok({ id: wanted, held: held.value })
  return ok({ id: registry.add(unmanagedFacts(held.value, account, clock.now())).id, held: held.value })
}
