import { anyResource, type CatalogueRow, changeTypes } from '../../../preload/contract/webhook-catalogue.ts'
import type { DraftRefusal } from '../../../preload/contract/webhook-form.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { dayMs, minuteMs } from '../../kit/time.ts'
import { type Order, subscriptionBody } from '../api/subscription-body.ts'
import { addressRefusals } from './address-check.ts'
import { leastLifeMs } from './catalogue-limits.ts'
import type { Way } from './catalogue-row.ts'
import { calledAt, type CheckedRequest, type Draft, headersOf, inOrder } from './draft.ts'
import { fieldRefusals } from './field-check.ts'
import { type KnownResource, parseResource } from './resource-path.ts'
import { type Asker, missingFor, namesOf, rowClosed, wayClosed } from './row-permission.ts'

/** The one way to write any resource: as it is typed. */
export const anyWay: Way = { key: 'path', pattern: '{path}', limit: null }

const field = 'filled.path'

/** The row of any resource: nothing in it is closed, and nothing is known of it before its path is. */
export const anyRow: CatalogueRow = {
  key: anyResource,
  group: 'other',
  title: { key: 'catalogue.any.title' },
  caption: { key: 'catalogue.any.caption' },
  icon: 'unknown',
  isNewer: false,
  locked: null,
  forms: [
    {
      key: anyWay.key,
      title: { key: 'catalogue.any.title' },
      pattern: anyWay.pattern,
      placeholders: [{ name: 'path', kind: 'path', many: false, after: null }],
      locked: null,
    },
  ],
  changeTypes: changeTypes.map((type) => ({ type, chosen: type === 'updated', why: null })),
  life: {
    leastMs: leastLifeMs,
    mostMs: 30 * dayMs,
    mostWithDataMs: 30 * dayMs,
    usualMs: 2 * dayMs,
    limit: { key: 'catalogue.any.limit' },
  },
  data: { kind: 'optional', needsSelect: false, note: null },
  filter: 'no',
  models: [],
  extras: (['security-events', 'unknown-enum-members'] as const).map((key) => ({
    key,
    note: null,
    byDefault: false,
  })),
  permission: null,
  latency: null,
  quota: null,
  notes: [],
}

/** Looks at an order whose path was typed: what the catalogue knows of it warns, and Microsoft decides. */
export function checkAnyResource(draft: Draft, account: Asker, now: number): CheckedRequest {
  const resource = draft.filled['path']?.[0]?.trim() ?? ''
  const known = parseResource(resource, namesOf(account))
  const refusals: readonly DraftRefusal[] = [
    ...(resource === '' ? [{ field, why: { key: 'catalogue.choose.path' } } as const] : []),
    ...(draft.changeTypes.length === 0
      ? [{ field: 'changeTypes', why: { key: 'draft.change-types' } } as const]
      : []),
    ...addressRefusals(draft, known?.row ?? null),
  ]
  const order: Order = {
    changeTypes: inOrder(draft.changeTypes),
    resource,
    lifeMs: Math.max(draft.lifeMs, minuteMs),
    resourceData: draft.resourceData,
    leastTls: draft.leastTls,
  }
  return {
    row: known?.row ?? null,
    refusals,
    warnings: resource === '' ? [] : warningsOf(draft, known, account),
    order,
    body: subscriptionBody(order, calledAt(draft), now),
    headers: headersOf(draft),
    scopes: [],
  }
}

function warningsOf(draft: Draft, known: KnownResource | null, account: Asker): readonly Message[] {
  if (!known) return [{ key: 'draft.any.unknown' }]
  const { row, way, filled, query } = known
  const closed = rowClosed(row, account) ?? (way && wayClosed(row, way, account))
  const asKnown: Draft = { ...draft, ...query, row: row.key, form: way?.key ?? '', filled }
  const wrong = fieldRefusals({ draft: asKnown, row, way, account }).filter(
    (each) => each.field !== 'changeTypes' || draft.changeTypes.length > 0,
  )
  const missing = missingFor(row, account)
  return [
    ...(closed === null ? [] : [closed]),
    ...(way === null ? [{ key: 'draft.any.written-otherwise' } as const] : []),
    ...wrong.map(({ why }) => why),
    ...(missing.length === 0
      ? []
      : [{ key: 'draft.any.permission', values: { scopes: missing.join(', ') } } as const]),
  ]
}
