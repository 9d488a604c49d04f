import * as z from 'zod'
import { segment } from '../../graph/untyped.ts'
import type { GraphError } from '../../graph/graph-error.ts'
import type { Graph } from '../../graph/graph.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { SubscriptionBody } from './subscription-body.ts'
import { subscriptionError, type SubscriptionResult } from './subscription-error.ts'
import { type HeldSubscription, subscriptionPageSchema, subscriptionSchema } from './subscription-reply.ts'
import { minuteMs } from '../../kit/time.ts'

/** Microsoft asks the listener, both its addresses, before it answers (protocol.md 3.2). */
const validationLimitMs = minuteMs

/** What can be changed of a webhook; one change also reauthorizes it (protocol.md 3.2). */
export interface SubscriptionChange {
  readonly expirationDateTime?: string
  readonly notificationUrl?: string
  readonly encryptionCertificate?: string
  readonly encryptionCertificateId?: string
}

/** Makes a webhook: `POST /subscriptions` (protocol.md 3.2). */
export async function createSubscription(
  graph: Graph,
  body: SubscriptionBody,
  headers: Readonly<Record<string, string>>,
): Promise<SubscriptionResult<HeldSubscription>> {
  return answered(
    await graph.send('POST', '/subscriptions', subscriptionSchema, {
      body,
      headers,
      limitMs: validationLimitMs,
    }),
  )
}

/** What Microsoft holds under an id: `GET /subscriptions/{id}`. */
export async function getSubscription(
  graph: Graph,
  id: string,
): Promise<SubscriptionResult<HeldSubscription>> {
  return answered(await graph.get(pathOf(id), subscriptionSchema))
}

/** All that Microsoft shows to this account, page after page: `GET /subscriptions`, which takes no options. */
export async function listSubscriptions(
  graph: Graph,
): Promise<SubscriptionResult<readonly HeldSubscription[]>> {
  const all = new Map<string, HeldSubscription>()
  const seen = new Set<string>()
  for (let next: string | undefined = '/subscriptions'; next !== undefined && !seen.has(next);) {
    seen.add(next)
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(graph, next)
    if (!page.ok) return fail(subscriptionError(page.error))
    for (const one of page.value.body.value) all.set(one.id, one)
    next = page.value.body['@odata.nextLink'] ?? undefined
  }
  return ok([...all.values()])
}

const readPage = (graph: Graph, url: string) => graph.get(url, subscriptionPageSchema)

/** Renews or changes it; a new address is validated again. */
export async function changeSubscription(
  graph: Graph,
  id: string,
  body: SubscriptionChange,
): Promise<SubscriptionResult<HeldSubscription>> {
  const limitMs = validationLimitMs
  return answered(await graph.send('PATCH', pathOf(id), subscriptionSchema, { body, limitMs }))
}

/** Renews what Microsoft knows of the sign-in behind it; its end stays where it is. */
export async function reauthorizeSubscription(graph: Graph, id: string): Promise<SubscriptionResult> {
  return answeredNothing(await graph.send('POST', `${pathOf(id)}/reauthorize`, z.unknown()))
}

/** Deletes it. One that is gone already is as good. */
export async function deleteSubscription(graph: Graph, id: string): Promise<SubscriptionResult> {
  const reply = await graph.send('DELETE', pathOf(id), z.unknown())
  return !reply.ok && reply.error.kind === 'not-found' ? ok(undefined) : answeredNothing(reply)
}

const pathOf = (id: string) => `/subscriptions/${segment(id)}`

function answered<T>(reply: Result<{ readonly body: T }, GraphError>): SubscriptionResult<T> {
  return reply.ok ? ok(reply.value.body) : fail(subscriptionError(reply.error))
}

function answeredNothing(reply: Result<unknown, GraphError>): SubscriptionResult {
  return reply.ok ? ok(undefined) : fail(subscriptionError(reply.error))
}
