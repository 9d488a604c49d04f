import type { DeliveryCheck } from '../../../preload/contract/deliveries.ts'
import type { Clock } from '../../kit/clock.ts'
import { Listeners } from '../../kit/listeners.ts'
import type { Log } from '../../kit/log.ts'
import { RunAgain } from '../../kit/run-again.ts'
import type { Result } from '../../kit/result.ts'
import type { Entry } from './delivery-content.ts'
import type { DeliveryStore, KeptDelivery, DeliveryOutcome } from './delivery-store.ts'
import { check } from './delivery-facts.ts'
import { type EntryVerdict, type Expected, judgeEntry } from './entry-checks.ts'
import type { TokenFault } from '../encryption/validation-tokens.ts'
import { minuteMs, hourMs } from '../../kit/time.ts'

/** Something Microsoft said, and that was believed. */
export type VerifiedEvent =
  | {
      readonly kind: 'lifecycle'
      readonly webhookId: string
      /** Of which it speaks: a webhook that was made anew had others before. */
      readonly graphId: string
      readonly lifecycleEvent: string
      readonly at: number
    }
  | {
      readonly kind: 'change'
      readonly webhookId: string
      /** Stable for this notification, so that what it leads to is not told twice. */
      readonly id: string
      readonly at: number
      readonly changeType: string | null
      readonly resource: string | null
      /** The resource's data, decrypted; or the little that a plain notification says of it. */
      readonly data: unknown
    }
  /** A drive's delivery without clientState, which some tenants strip: it proves nothing, and a look cannot harm. */
  | { readonly kind: 'unproven'; readonly webhookId: string; readonly at: number }

interface DeliveryVerifierDeps {
  readonly store: DeliveryStore
  /** What is expected of a webhook; `not-yet` while Microsoft has not told its id; null when it is gone. */
  readonly expected: (webhookId: string) => Expected | 'not-yet' | null
  /** Checks the tokens of a delivery for a webhook. */
  readonly tokens: (
    webhookId: string,
    tokens: readonly string[],
    tenantIds: ReadonlySet<string>,
  ) => Promise<Result<{ readonly ageMs: number }, TokenFault>>
  readonly verified: (event: VerifiedEvent) => void
  readonly clock: Clock
  readonly log: Log
}

const againMs = minuteMs
/** Microsoft would not repeat it any longer (protocol.md 3.9). */
const giveUpMs = 4 * hourMs

/** Checks what was kept, and hands on what is believed; what a crash interrupted is checked at the next start. */
export class DeliveryVerifier implements Disposable {
  /** A delivery was settled. */
  readonly settled = new Listeners<KeptDelivery & DeliveryOutcome>()
  readonly #deps: DeliveryVerifierDeps
  readonly #once = new RunAgain(() => this.#run())
  #again: Disposable | null = null
  #isEnded = false

  constructor(deps: DeliveryVerifierDeps) {
    this.#deps = deps
  }

  /** Resolves when everything that waited at this call was looked at. */
  look(): Promise<void> {
    return this.#once.request()
  }

  [Symbol.dispose](): void {
    this.#isEnded = true
    this.#again?.[Symbol.dispose]()
  }

  async #run(): Promise<void> {
    const { store, clock } = this.#deps
    this.#again?.[Symbol.dispose]()
    this.#again = null
    let isWaiting = false
    for (const delivery of store.waiting()) {
      if (this.#isEnded) return
      const outcome = await this.#check(delivery)
      if (outcome === 'later') isWaiting = true
      else if (store.settle(delivery, outcome, clock.now())) this.settled.emit({ ...delivery, ...outcome })
      else isWaiting = true
    }
    if (isWaiting && !this.#isEnded) this.#again = clock.after(againMs, () => void this.look())
  }

  async #check(delivery: KeptDelivery): Promise<DeliveryOutcome | 'later'> {
    const { webhookId, content, at } = delivery
    const { expected: find, clock } = this.#deps
    const expected = find(webhookId)
    const isLate = clock.now() - at > giveUpMs
    if (expected === 'not-yet' && !isLate) return 'later'
    if (expected === null || expected === 'not-yet' || content === null) return unknown
    const token = await this.#token(delivery, expected)
    if (token === 'later' && !isLate) return 'later'
    const proof = token === 'later' ? failedToken('keys-unreachable') : token
    const here = new Set<string>()
    const judged = content.entries.map((entry, index) => {
      return { entry, index, verdict: this.#judge(entry, expected, proof, delivery, here) }
    })
    // Lifecycle events first: they say how the rest is to be taken (protocol.md 3.10).
    const inOrder = judged.toSorted((a, b) => Number(isLifecycle(b.entry)) - Number(isLifecycle(a.entry)))
    for (const { entry, index, verdict } of inOrder) this.#handOn(delivery, entry, index, verdict)
    const isStripped = judged.some(
      ({ entry, verdict }) =>
        verdict.kind === 'refused' &&
        verdict.refusal === 'wrong-client-state' &&
        entry.clientState === 'missing',
    )
    if (isStripped && expected.isOfFiles) this.#deps.verified({ kind: 'unproven', webhookId, at })
    return outcomeOf(judged)
  }

  /** `here`: ids of the notifications before it in the same delivery. */
  #judge(
    entry: Entry,
    expected: Expected,
    proof: DeliveryCheck | null,
    { webhookId, isReplay }: KeptDelivery,
    here: Set<string>,
  ): EntryVerdict {
    const { store } = this.#deps
    const token = entry.encrypted === null ? null : proof
    const wasSeen = (id: string) => here.has(id) || (!isReplay && store.wasSeen(webhookId, id))
    const verdict = judgeEntry(entry, expected, token, wasSeen)
    if (entry.id !== null && verdict.kind === 'good') here.add(entry.id)
    return verdict
  }

  #handOn(delivery: KeptDelivery, entry: Entry, index: number, verdict: EntryVerdict): void {
    if (verdict.kind !== 'good') return
    const { webhookId, at } = delivery
    const { verified } = this.#deps
    if (entry.lifecycleEvent !== null)
      return verified({
        kind: 'lifecycle',
        webhookId,
        graphId: entry.subscriptionId,
        lifecycleEvent: entry.lifecycleEvent,
        at,
      })
    const { changeType, resource } = entry
    const id = `${delivery.id}-${index}`
    verified({ kind: 'change', webhookId, id, at, changeType, resource, data: verdict.data })
  }

  /** The tokens prove the whole delivery; only encrypted data needs them. A replay was proved when it came. */
  async #token(
    { webhookId, content, isReplay }: KeptDelivery,
    { encrypted, hasTokens }: Expected,
  ): Promise<DeliveryCheck | null | 'later'> {
    const entries = content?.entries ?? []
    if (isReplay || !hasTokens || (!encrypted && entries.every((entry) => entry.encrypted === null)))
      return null
    const tenantIds = new Set(entries.flatMap(({ tenantId }) => tenantId ?? []))
    const checked = await this.#deps.tokens(webhookId, content?.tokens ?? [], tenantIds)
    if (!checked.ok) return checked.error === 'keys-unreachable' ? 'later' : failedToken(checked.error)
    const minutes = Math.max(0, Math.round(checked.value.ageMs / minuteMs))
    return check('validation-token', 'passed', { key: 'delivery.found.signed', values: { minutes } })
  }
}

const isLifecycle = ({ lifecycleEvent }: Entry): boolean => lifecycleEvent !== null

const failedToken = (fault: TokenFault): DeliveryCheck =>
  check('validation-token', 'failed', { key: `delivery.token.${fault}` })

const unknown: DeliveryOutcome = {
  verdict: 'refused',
  refusal: 'unknown-subscription',
  checks: [check('path', 'failed', { key: 'delivery.found.gone' })],
  seen: [],
}

/** Of several notifications the worst one is shown; the good ones were taken in all the same. */
function outcomeOf(
  judged: readonly { readonly entry: Entry; readonly verdict: EntryVerdict }[],
): DeliveryOutcome {
  const seen = judged.flatMap(({ entry, verdict }) =>
    verdict.kind === 'good' && entry.id !== null ? [entry.id] : [],
  )
  const refused = judged.map(({ verdict }) => verdict).find((verdict) => verdict.kind === 'refused')
  if (refused) return { verdict: 'refused', refusal: refused.refusal, checks: refused.checks, seen }
  const good = judged.find(({ verdict }) => verdict.kind === 'good') ?? judged[0]
  const checks = good?.verdict.checks ?? [check('path', 'passed', { key: 'delivery.found.nothing-inside' })]
  if (judged.length > 0 && judged.every(({ verdict }) => verdict.kind === 'repeat'))
    return { verdict: 'repeat', refusal: null, checks, seen }
  const verdict = judged.some(({ entry }) => isLifecycle(entry)) ? 'lifecycle' : 'accepted'
  return { verdict, refusal: null, checks, seen }
}
