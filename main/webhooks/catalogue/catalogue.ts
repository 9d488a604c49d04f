import {
  changeTypes,
  type CatalogueRow,
  type ChangeType,
  type Placeholder,
  type ResourceForm,
  type WebhookExtra,
} from '../../../preload/contract/webhook-catalogue.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { leastLifeMs, lifetimes } from './catalogue-limits.ts'
import { reportedTypes, type Row, type Way, waysOf } from './catalogue-row.ts'
import { catalogueRows } from './rows.ts'
import { missingFor, purposeOf, rowClosed, wayClosed, type Asker } from './row-permission.ts'
import { isSingle, placeholdersOf } from './resource-path.ts'
import { wayTitle } from './title.ts'
import { spanOf } from './spans.ts'

/** The catalogue as an account may have it: every row, those closed to it with the reason. */
export function catalogueFor(account: Asker): readonly CatalogueRow[] {
  return catalogueRows.map((row) => rowFor(row, account))
}

/** The row of a key; null: there is none. */
export function findRow(key: string): Row | null {
  return catalogueRows.find((row) => row.key === key) ?? null
}

/** The longest life of a row's webhooks. */
export function mostMs({ life }: Row, withData: boolean): number {
  const limit: { readonly mostMs: number; readonly withDataMs?: number } = lifetimes[life]
  return withData ? (limit.withDataMs ?? limit.mostMs) : limit.mostMs
}

function rowFor(row: Row, account: Asker): CatalogueRow {
  const { key, group, icon, traits, only } = row
  const reported: readonly ChangeType[] = only ? reportedTypes[only] : changeTypes
  return {
    key,
    group,
    title: { key: `catalogue.row.${key}` },
    caption: row.caption ? { key: `catalogue.caption.${row.caption}` } : null,
    icon,
    isNewer: traits.includes('newer'),
    locked: rowClosed(row, account),
    forms: waysOf(row).map((way) => formOf(row, way, account)),
    changeTypes: changeTypes.map((type) => ({
      type,
      chosen: row.usual.includes(type),
      why: !only || reported.includes(type) ? null : { key: `catalogue.only.${only}` },
    })),
    life: {
      leastMs: leastLifeMs,
      mostMs: mostMs(row, row.data === 'must'),
      usualMs: null,
      mostWithDataMs: mostMs(row, true),
      limit: limitOf(row),
    },
    data: {
      kind: row.data,
      needsSelect: traits.includes('select'),
      note: row.data === 'optional' ? null : { key: `catalogue.data.${row.data}` },
    },
    filter: traits.includes('filter') ? 'optional' : 'no',
    models: row.models ?? [],
    extras: extrasFor(row, account),
    permission: permissionFor(row, account),
    latency: row.latency && { key: `catalogue.latency.${row.latency}` },
    quota: row.quota && { key: `catalogue.quota.${row.quota}` },
    notes: notesFor(row, account),
  }
}

function formOf(row: Row, way: Way, account: Asker): ResourceForm {
  const { key, pattern } = way
  return {
    key,
    title: wayTitle(row, way),
    pattern,
    placeholders: placeholders(way),
    locked: wayClosed(row, way, account),
  }
}

function placeholders(way: Way): readonly Placeholder[] {
  const kinds = placeholdersOf(way)
  const parents = { list: 'site', channel: 'team', folder: 'drive' } as const
  return kinds.map((kind) => {
    const parent = kind === 'list' || kind === 'channel' || kind === 'folder' ? parents[kind] : null
    return {
      name: kind,
      kind,
      many: !isSingle(kind),
      after: parent && kinds.includes(parent) ? parent : null,
    }
  })
}

function limitOf(row: Row): Message {
  const [longest, withData] = [mostMs(row, false), mostMs(row, true)]
  const values = { span: spanOf(longest), of: familyOf(row) }
  return withData < longest
    ? { key: 'catalogue.limit-with-data', values: { ...values, spanWithData: spanOf(withData) } }
    : { key: 'catalogue.limit', values }
}

/** What else there is that lives as long. */
export const familyOf = ({ life }: Pick<Row, 'life'>): Message => ({ key: `catalogue.family.${life}` })

/** What can be asked for in addition, with what the form begins with (protocol.md 3.7). */
export function extrasFor({ traits }: Row, { type }: Asker): CatalogueRow['extras'] {
  const offered: readonly WebhookExtra[] = [
    ...(traits.includes('security-events') && type === 'work' ? (['security-events'] as const) : []),
    ...(traits.includes('unknown-enum-members') ? (['unknown-enum-members'] as const) : []),
    ...(traits.includes('user-properties') ? (['user-properties'] as const) : []),
  ]
  return offered.map((key) => ({
    key,
    note: key === 'security-events' ? null : { key: `catalogue.extra-note.${key}` },
    byDefault: key === 'security-events',
  }))
}

function permissionFor(row: Row, account: Asker): CatalogueRow['permission'] {
  const [least] = row[account.type] ?? []
  if (least === undefined) return null
  return {
    scopes: [least],
    alternatives: (row[account.type] ?? []).slice(1),
    application: row.application,
    purpose: purposeOf(least),
    isGranted: missingFor(row, account).length === 0,
    canWrite: least.includes('Write'),
  }
}

/** `personal-unsure` is nothing to an account of an organization. */
function notesFor(row: Row, { type }: Asker): readonly Message[] {
  const [least] = row[type] ?? []
  const wider = row.wider?.[type]
  const notes = (row.notes ?? []).filter((note) => note !== 'personal-unsure' || type === 'personal')
  return [
    ...(row[type]?.length === 0 ? [{ key: 'catalogue.note.no-permission-named' } as const] : []),
    ...(least !== undefined && wider !== undefined
      ? [{ key: 'catalogue.note.older-pages', values: { least, wider } } as const]
      : []),
    ...notes.map((note) => ({ key: `catalogue.note.${note}` }) as const),
  ]
}
