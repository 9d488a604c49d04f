import type { Message } from '../../../preload/words/phrase.ts'
import type { ChangeType, PlaceholderKind } from '../../../preload/contract/webhook-catalogue.ts'
import type { DraftField, DraftRefusal } from '../../../preload/contract/webhook-form.ts'
import { extrasFor, familyOf, mostMs } from './catalogue.ts'
import { leastLifeMs, mostPeople } from './catalogue-limits.ts'
import { reportedTypes, type Row, type Way } from './catalogue-row.ts'
import { namesOf, ownMailboxOnly, type Asker } from './row-permission.ts'
import type { Draft } from './draft.ts'
import { isSingle, placeholdersOf } from './resource-path.ts'
import { spanOf } from './spans.ts'

interface Looked {
  readonly draft: Draft
  readonly row: Row
  /** Null: it is written in a way of its own. */
  readonly way: Way | null
  readonly account: Asker
}

/** What is wrong with what a person filled in, field by field. */
export function fieldRefusals(looked: Looked): readonly DraftRefusal[] {
  const checks: readonly (readonly [DraftField, Message | null])[] = [
    ...(looked.way ? placeholdersOf(looked.way) : []).map(
      (kind) => [`filled.${kind}`, placeholderRefusal(looked, kind)] as const,
    ),
    ['changeTypes', changeTypesRefusal(looked)],
    ['life', lifeRefusal(looked)],
    ['resourceData', dataRefusal(looked)],
    ['select', selectRefusal(looked)],
    ['filter', filterRefusal(looked)],
    ['model', modelRefusal(looked)],
    ['extras', extrasRefusal(looked)],
  ]
  return checks.flatMap(([field, why]) => (why === null ? [] : [{ field, why }]))
}

function placeholderRefusal({ draft, row, account }: Looked, kind: PlaceholderKind): Message | null {
  const values = draft.filled[kind] ?? []
  if (values.length === 0 || values.some((value) => value.trim() === ''))
    return { key: `catalogue.choose.${kind}` }
  if (values.length > 1 && isSingle(kind)) return { key: 'draft.one-only' }
  if (values.length > mostPeople) return { key: 'draft.most-people', values: { n: mostPeople } }
  const odd = row.life === 'presence' ? values.find((value) => !guid.test(value.trim())) : undefined
  if (odd !== undefined) return { key: 'draft.ids.presence', values: { id: odd, example: exampleId } }
  if (kind === 'user' && row.traits.includes('own-mailbox')) {
    const names = namesOf(account).map((name) => name.toLowerCase())
    return names.includes(values[0]?.toLowerCase() ?? '') ? null : ownMailboxOnly
  }
  if (kind === 'meeting-link' && !values[0]?.startsWith('https://')) return { key: 'draft.meeting-link' }
  return null
}

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const exampleId = '41c7a0be-9b55-4f0e-8a8c-2a1e5f7d9c10'

function changeTypesRefusal({ draft, row }: Looked): Message | null {
  if (draft.changeTypes.length === 0) return { key: 'draft.change-types' }
  const { only } = row
  if (!only) return null
  const reported: readonly ChangeType[] = reportedTypes[only]
  return draft.changeTypes.every((type) => reported.includes(type)) ? null : { key: `catalogue.only.${only}` }
}

function lifeRefusal({ draft, row }: Looked): Message | null {
  const longest = mostMs(row, draft.resourceData)
  if (draft.lifeMs < leastLifeMs) return { key: 'draft.life.short', values: { span: spanOf(leastLifeMs) } }
  if (draft.lifeMs <= longest) return null
  const isForData = longest < mostMs(row, false)
  const values = { span: spanOf(longest), of: familyOf(row) }
  return { key: isForData ? 'draft.life.long-with-data' : 'draft.life.long', values }
}

function dataRefusal({ draft, row }: Looked): Message | null {
  if (!draft.resourceData) return row.data === 'must' ? { key: 'draft.data.must' } : null
  if (row.data === 'no') return { key: 'catalogue.data.no' }
  return draft.certificate ? null : { key: 'draft.data.no-certificate' }
}

function selectRefusal({ draft, row }: Looked): Message | null {
  const select = draft.select?.trim() ?? ''
  if (!row.traits.includes('select')) return select === '' ? null : { key: 'draft.select.no' }
  if (select === '') return draft.resourceData ? { key: 'draft.select.missing' } : null
  return /^[\w/]+(?:\s*,\s*[\w/]+)*$/.test(select) ? null : { key: 'draft.select.form' }
}

function filterRefusal({ draft, row }: Looked): Message | null {
  if (!draft.filter?.trim() || row.traits.includes('filter')) return null
  return { key: 'draft.filter.no' }
}

function modelRefusal({ draft: { model }, row }: Looked): Message | null {
  const models = row.models ?? []
  if (model === null || models.includes(model)) return null
  return models.length === 0
    ? { key: 'draft.model.no' }
    : { key: 'draft.model.only', values: { models: models.join('/') } }
}

function extrasRefusal({ draft, row, account }: Looked): Message | null {
  const offered = new Set(extrasFor(row, account).map(({ key }) => key))
  const odd = draft.extras.find((extra) => !offered.has(extra))
  return odd === undefined ? null : { key: `draft.extras.${odd}` }
}
