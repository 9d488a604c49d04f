import type { WebhookCreated } from '../../../preload/contract/webhook-commands.ts'
import type { DraftRefusal, WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import type { SubscriptionError } from '../api/subscription-error.ts'
import { nothingSaid, refusalBy, saidBy } from './webhook-refusals.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import type { Row } from '../catalogue/catalogue-row.ts'
import type { ChosenName } from '../../settings/webhook.ts'
import { consentAsked, scopesToAsk, type Asker } from '../catalogue/row-permission.ts'
import { type DraftCheckDeps, factsOf, lookAt } from './draft-check.ts'
import { goesOn, type RenewalScheduler } from './renewal-scheduler.ts'
import { freshSecrets, type Secrets } from '../model/secrets.ts'
import type { Registry } from '../model/registry.ts'
import type { ListenerAccess, WebhookDeps } from '../model/webhook-deps.ts'

interface WebhookCreationDeps extends Pick<WebhookDeps, 'accounts' | 'adminConsentUrl' | 'clock'> {
  readonly registry: Registry
  readonly secrets: Secrets
  readonly scheduler: RenewalScheduler
  readonly listener: ListenerAccess
}

/** Makes a webhook from the form. */
export class WebhookCreation {
  readonly #deps: WebhookCreationDeps
  /** The address and the secret that the form shows: those of the next webhook. */
  #next = freshSecrets()

  constructor(deps: WebhookCreationDeps) {
    this.#deps = deps
  }

  /** With what a draft is looked at; null: its account is not signed in any more. */
  lookDeps({ accountId }: WebhookDraft): (DraftCheckDeps & { readonly account: Asker }) | null {
    const { accounts, registry, secrets, listener, clock } = this.#deps
    const account = accounts.list().find(({ id }) => id === accountId)
    if (!account) return null
    return {
      account,
      publicUrl: registry.address,
      isSimulated: listener.isSimulated,
      adminConsentUrl: (scopes) => this.#deps.adminConsentUrl(accountId, scopes),
      certificate: secrets.currentCertificate,
      secrets: this.#next,
      now: clock.now(),
    }
  }

  /** `labels`: what ids are called that were chosen by name. */
  async create(draft: WebhookDraft, labels: ReadonlyMap<string, ChosenName>): Promise<WebhookCreated> {
    const { registry, secrets, scheduler, listener } = this.#deps
    const deps = this.lookDeps(draft)
    if (!deps) return { kind: 'draft-refused', refusals: [unknownAccount] }
    const checked = lookAt(draft, deps)
    const facts = factsOf(draft, checked, namesIn(draft, labels))
    if (!facts) return { kind: 'draft-refused', refusals: checked.refusals }
    if (checked.scopes.length > 0) return this.#needs(draft, checked.scopes)
    if (!secrets.isOpen) return refusedHere({ key: 'webhook.not-sent.locked' })
    const closed = await listener.open()
    if (closed !== null) return { kind: 'unreachable', why: closed, ...nothingSaid }
    const next = this.#next
    this.#next = freshSecrets()
    const publicUrl = registry.address
    const { id, outcome } = await scheduler.add({ ...facts, publicUrl }, next)
    if (outcome.ok) return { kind: 'created', webhookId: id }
    if (goesOn(outcome))
      return refusedHere(
        { key: outcome.error.kind === 'offline' ? 'webhook.goes-on.offline' : 'webhook.goes-on.unclear' },
        outcome.error,
      )
    scheduler.forget(id)
    return this.#refused(draft, checked.row, outcome.error, deps)
  }

  #refused(
    draft: WebhookDraft,
    row: Row | null,
    error: SubscriptionError,
    { account, publicUrl }: DraftCheckDeps,
  ): WebhookCreated {
    const why = refusalBy(error, { row, publicUrl, doing: 'create' })
    if (error.kind === 'exists' && error.id !== null) {
      const webhookId = this.#ours(error.id)
      return webhookId === null
        ? { kind: 'exists', graphId: error.id, webhookId, why }
        : { kind: 'exists', graphId: error.id, webhookId, why: { key: 'webhook.refused.exists-here' } }
    }
    if (error.kind === 'unreachable') return { kind: 'unreachable', why, ...saidBy(error) }
    const scopes = error.kind === 'forbidden' && row ? scopesToAsk(row, account) : []
    return scopes.length === 0 ? refusedHere(why, error) : this.#needs(draft, scopes)
  }

  #ours(graphId: string): string | null {
    const { all } = this.#deps.registry
    return all.find((each) => each.graphId === graphId && each.managedBy === 'drivebell')?.id ?? null
  }

  #needs({ accountId }: WebhookDraft, scopes: readonly string[]): WebhookCreated {
    const adminConsentUrl = this.#deps.adminConsentUrl(accountId, scopes)
    return { kind: 'needs-permission', scopes, why: consentAsked(scopes), adminConsentUrl }
  }
}

/** Of a draft whose account left. */
export const unknownAccount: DraftRefusal = { field: 'account', why: { key: 'refusal.account-signed-out' } }

function refusedHere(why: Message, error: SubscriptionError | null = null): WebhookCreated {
  return { kind: 'refused', why, ...(error ? saidBy(error) : nothingSaid) }
}

/** What the ids in a draft are called, as far as they were chosen by name. */
function namesIn(
  { filled }: WebhookDraft,
  labels: ReadonlyMap<string, ChosenName>,
): Record<string, ChosenName> {
  const chosen = Object.values(filled).flat()
  return Object.fromEntries(
    chosen.flatMap((value) => {
      const label = labels.get(value)
      return label === undefined ? [] : [[value, label] as const]
    }),
  )
}
