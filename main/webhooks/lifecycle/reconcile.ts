import type { HeldSubscription } from '../api/subscription-reply.ts'
import type { freshWebhook, Webhook } from '../../settings/webhook.ts'
import { type Asker, namesOf } from '../catalogue/row-permission.ts'
import { mostMs } from '../catalogue/catalogue.ts'
import { parseResource } from '../catalogue/resource-path.ts'
import { minuteMs } from '../../kit/time.ts'
import { clockDoubtMs } from '../api/subscription-body.ts'

/** What a look at Microsoft's list leads to, for one account. */
export interface Comparison {
  /** Ours, found by their address: the answer to making them was lost. */
  readonly adopt: readonly { readonly id: string; readonly held: HeldSubscription }[]
  /** As here, perhaps with another end. */
  readonly same: readonly { readonly id: string; readonly held: HeldSubscription }[]
  /** Ours, and not there any more. */
  readonly missing: readonly string[]
  /** There, and not known here. */
  readonly unmanaged: readonly HeldSubscription[]
  /** Of others, and gone. */
  readonly gone: readonly string[]
}

/** Compares what is kept with what Microsoft holds. `wantedBy`: which of these, still to be made, it is. */
export function compare(
  kept: readonly Webhook[],
  held: readonly HeldSubscription[],
  wantedBy: (held: HeldSubscription, among: readonly Webhook[]) => string | null,
): Comparison {
  const byGraphId = new Map(held.map((each) => [each.id, each]))
  const there = kept.flatMap(({ id, graphId }) => {
    const found = graphId === null ? undefined : byGraphId.get(graphId)
    return found ? [{ id, held: found }] : []
  })
  const adopt: { readonly id: string; readonly held: HeldSubscription }[] = []
  const unmanaged: HeldSubscription[] = []
  const known = new Set(there.map((each) => each.held.id))
  for (const each of held.filter(({ id }) => !known.has(id))) {
    const id = wantedBy(
      each,
      kept.filter((one) => !adopt.some((adopted) => adopted.id === one.id)),
    )
    if (id === null) unmanaged.push(each)
    else adopt.push({ id, held: each })
  }
  const lost = kept.filter(({ graphId }) => graphId !== null && !byGraphId.has(graphId))
  return {
    adopt,
    same: there,
    missing: lost.filter(({ managedBy }) => managedBy === 'drivebell').map(({ id }) => id),
    unmanaged,
    gone: lost.filter(({ managedBy }) => managedBy === 'elsewhere').map(({ id }) => id),
  }
}

/** Where nothing tells how long a resource's webhooks may live: what nearly all may (protocol.md 3.3). */
const carefulMs = 4_230 * minuteMs

/** What is kept of a webhook that another program made. */
export function unmanagedFacts(
  held: HeldSubscription,
  account: Asker,
  now: number,
): Omit<Webhook, 'id' | keyof typeof freshWebhook> & Partial<Webhook> {
  const row = parseResource(held.resource, namesOf(account))?.row ?? null
  const longestMs = row ? mostMs(row, held.includeResourceData) : carefulMs
  const { raw, id, resource, changeTypes, includeResourceData, encryptionCertificateId, expiresAt } = held
  const tls = raw['latestSupportedTlsVersion']
  return {
    accountId: account.id,
    managedBy: 'elsewhere',
    graphId: id,
    row: row?.key ?? null,
    resource,
    changeTypes: [...changeTypes],
    lifeMs: longestMs - clockDoubtMs,
    resourceData: includeResourceData,
    certificateId: encryptionCertificateId,
    prefer: null,
    leastTls: typeof tls === 'string' ? tls : null,
    publicUrl: null,
    lifecycleUrl: null,
    names: {},
    expiresAt: expiresAt ?? now + longestMs,
  }
}
