import {
  changeTypes,
  type CatalogueRow,
  type ChangeType,
  type Placeholder,
  type ResourceForm,
  type WebhookExtra,
} from '../../../preload/contract/webhook-catalogue.ts'
import { leastLifeMs, latencies, lifetimes, quotas } from './catalogue-limits.ts'
import { placeholderWords, reportedTypes, type Row, type Way, waysOf } from './catalogue-row.ts'
import { onlyWhy, rowCaption, rowTitle, wayTitle } from './row-words.ts'
import { catalogueRows } from './rows.ts'
import { missingFor, purposeOf, rowClosed, wayClosed, type Asker } from './row-permission.ts'
import { isSingle, placeholdersOf } from './resource-path.ts'
import { spanWords } from './spans.ts'

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
    title: rowTitle(row),
    caption: rowCaption(row),
    icon,
    isNewer: traits.includes('newer'),
    locked: rowClosed(row, account),
    forms: waysOf(row).map((way) => formOf(row, way, account)),
    changeTypes: changeTypes.map((type) => ({
      type,
      chosen: row.usual.includes(type),
      why: !only || reported.includes(type) ? null : onlyWhy(only),
    })),
    life: {
      leastMs: leastLifeMs,
      mostMs: mostMs(row, row.data === 'must'),
      mostWithDataMs: mostMs(row, true),
      words: lifeWords(row),
    },
    data: { kind: row.data, needsSelect: traits.includes('select'), note: dataNotes[row.data] },
    filter: traits.includes('filter') ? 'optional' : 'no',
    models: row.models ?? [],
    extras: extrasFor(row, account),
    permission: permissionFor(row, account),
    latency: row.latency && latencies[row.latency],
    quota: row.quota && quotas[row.quota],
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
    locked: wayClosed(way, account),
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
      label: placeholderWords[kind].label,
      many: !isSingle(kind),
      after: parent && kinds.includes(parent) ? parent : null,
    }
  })
}

function lifeWords(row: Row): string {
  const withDataMs = mostMs(row, true)
  const longest = mostMs(row, false)
  const withData = withDataMs < longest ? `, ${spanWords(withDataMs)} with the changed data` : ''
  return `At most ${spanWords(longest)} for ${lifetimes[row.life].of}${withData}. Renewed by itself.`
}

const dataNotes = {
  no: 'Microsoft sends no data with these.',
  optional: null,
  must: 'Always sent with its data, encrypted for this computer.',
} as const

const extraWords: Readonly<Record<WebhookExtra, { readonly label: string; readonly note: string | null }>> = {
  'security-events': { label: 'Also when someone’s access to an item changes', note: null },
  'unknown-enum-members': {
    label: 'Also what Teams writes by itself',
    note: 'Like “Ada joined the meeting”.',
  },
  'user-properties': {
    label: 'Also what only concerns you',
    note: 'Like when you last read the chat.',
  },
}

/** What can be asked for in addition, with what the form begins with (protocol.md 3.7). */
export function extrasFor({ traits }: Row, { type }: Asker): CatalogueRow['extras'] {
  const offered: readonly WebhookExtra[] = [
    ...(traits.includes('security-events') && type === 'work' ? (['security-events'] as const) : []),
    ...(traits.includes('unknown-enum-members') ? (['unknown-enum-members'] as const) : []),
    ...(traits.includes('user-properties') ? (['user-properties'] as const) : []),
  ]
  return offered.map((key) => ({ key, ...extraWords[key], byDefault: key === 'security-events' }))
}

function permissionFor(row: Row, account: Asker): CatalogueRow['permission'] {
  const [least] = row[account.type] ?? []
  if (least === undefined) return null
  return {
    scopes: [least],
    words: purposeOf(least),
    isGranted: missingFor(row, account).length === 0,
    canWrite: least.includes('Write'),
  }
}

function notesFor(row: Row, { type }: Asker): readonly string[] {
  return [
    ...(row[type]?.length === 0 ? ['Microsoft does not say which permission it needs, and may refuse.'] : []),
    ...(row.traits.includes('personal-unsure') && type === 'personal'
      ? ['Microsoft’s documents disagree on whether personal accounts may; it decides on creation.']
      : []),
  ]
}
