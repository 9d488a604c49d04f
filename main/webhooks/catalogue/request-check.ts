import { anyResource } from '../../../preload/contract/webhook-catalogue.ts'
import type { DraftRefusal, WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import { addressRefusals } from './address-check.ts'
import { findRow, mostMs } from './catalogue.ts'
import { checkAnyResource } from './any-resource.ts'
import {
  clockDoubtMs,
  type Order,
  type SubscriptionBody,
  subscriptionBody,
} from '../api/subscription-body.ts'
import { calledAt, type CheckedRequest, type Draft, headersOf, inOrder } from './draft.ts'
import { fieldRefusals } from './field-check.ts'
import { type Row, type Way, waysOf } from './catalogue-row.ts'
import { type Asker, missingFor, rowClosed, wayClosed } from './row-permission.ts'
import { type ResourceQuery, writeResource } from './resource-path.ts'
import { shownAddress } from '../api/subscription-reply.ts'

/** Looks for all that Microsoft would refuse, before anything is sent. */
export function checkRequest(draft: Draft, account: Asker, now: number): CheckedRequest {
  if (draft.row === anyResource) return checkAnyResource(draft, account, now)
  const row = findRow(draft.row)
  const way = row ? waysOf(row).find(({ key }) => key === draft.form) : undefined
  if (!row) return nothing([{ field: 'row', why: { key: 'draft.row' } }])
  const closed = rowClosed(row, account)
  if (!way) {
    return nothing([
      closed === null ? { field: 'form', why: { key: 'draft.form' } } : { field: 'row', why: closed },
    ])
  }
  const order = orderOf(draft, row, way)
  const wayIsClosed = way.limit === 'own-mailbox' ? null : wayClosed(row, way, account)
  return {
    row,
    warnings: [],
    refusals: [
      ...(closed === null ? [] : [{ field: 'row', why: closed } as const]),
      ...(closed !== null || wayIsClosed === null ? [] : [{ field: 'form', why: wayIsClosed } as const]),
      ...(closed === null ? fieldRefusals({ draft, row, way, account }) : []),
      ...addressRefusals(draft, row),
    ],
    order,
    body: subscriptionBody(order, calledAt(draft), now),
    headers: headersOf(draft),
    scopes: missingFor(row, account),
  }
}

const nothing = (refusals: readonly DraftRefusal[]): CheckedRequest => ({
  row: null,
  warnings: [],
  refusals,
  order: null,
  body: null,
  headers: {},
  scopes: [],
})

function orderOf(draft: Draft, row: Row, way: Way): Order {
  const { resourceData, leastTls } = draft
  return {
    changeTypes: inOrder(draft.changeTypes),
    resource: writeResource(way, draft.filled, queryOf(draft)),
    lifeMs: Math.min(draft.lifeMs, mostMs(row, resourceData) - clockDoubtMs),
    resourceData,
    leastTls,
  }
}

function queryOf(draft: WebhookDraft): ResourceQuery {
  return {
    select: text(draft.select),
    filter: text(draft.filter),
    model: draft.model,
    userProperties: draft.extras.includes('user-properties'),
  }
}

const text = (value: string | null) => value?.trim() || null

/** A request as people may see it: the lines, then JSON, with what is secret hidden. */
export function shownRequest({ body, headers }: Pick<CheckedRequest, 'body' | 'headers'>): string {
  const lines = [
    'POST /v1.0/subscriptions',
    'content-type: application/json',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  return body ? [...lines, '', JSON.stringify(withoutSecrets(body), null, 2)].join('\n') : lines.join('\n')
}

function withoutSecrets(body: SubscriptionBody): SubscriptionBody {
  return {
    ...body,
    notificationUrl: shownAddress(body.notificationUrl),
    ...(body.lifecycleNotificationUrl && {
      lifecycleNotificationUrl: shownAddress(body.lifecycleNotificationUrl),
    }),
    clientState: 'hidden',
    ...(body.encryptionCertificate && {
      encryptionCertificate: `${body.encryptionCertificate.slice(0, 12)}…`,
    }),
  }
}
