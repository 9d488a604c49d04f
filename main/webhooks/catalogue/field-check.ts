import type { ChangeType } from '../../../preload/contract/webhook-catalogue.ts'
import type { DraftField, DraftRefusal } from '../../../preload/contract/webhook-form.ts'
import { extrasFor, mostMs } from './catalogue.ts'
import { leastLifeMs, lifetimes, mostPeople } from './catalogue-limits.ts'
import { placeholderWords, reportedTypes, type Row, type Way } from './catalogue-row.ts'
import { namesOf, ownMailboxOnly, type Asker } from './row-permission.ts'
import type { Draft } from './draft.ts'
import { isSingle, placeholdersOf } from './resource-path.ts'
import { onlyWhy } from './row-words.ts'
import { spanWords } from './spans.ts'

interface Looked {
  readonly draft: Draft
  readonly row: Row
  readonly way: Way
  readonly account: Asker
}

/** What is wrong with what a person filled in, field by field. */
export function fieldRefusals(looked: Looked): readonly DraftRefusal[] {
  const checks: readonly (readonly [DraftField, string | null])[] = [
    ...placeholdersOf(looked.way).map(
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
  return checks.flatMap(([field, sentence]) => (sentence === null ? [] : [{ field, sentence }]))
}

function placeholderRefusal({ draft, row, account }: Looked, kind: keyof typeof placeholderWords) {
  const values = draft.filled[kind] ?? []
  if (values.length === 0 || values.some((value) => value.trim() === '')) return placeholderWords[kind].choose
  if (values.length > 1 && isSingle(kind)) return 'Only one fits here.'
  if (values.length > mostPeople) return `At most ${mostPeople} people in one webhook.`
  if (kind === 'user' && row.traits.includes('own-mailbox')) {
    const names = namesOf(account).map((name) => name.toLowerCase())
    return names.includes(values[0]?.toLowerCase() ?? '') ? null : ownMailboxOnly
  }
  if (kind === 'meeting-link' && !values[0]?.startsWith('https://')) return 'That is not a meeting’s link.'
  return null
}

function changeTypesRefusal({ draft, row }: Looked): string | null {
  if (draft.changeTypes.length === 0) return 'Choose at least one.'
  const { only } = row
  if (!only) return null
  const reported: readonly ChangeType[] = reportedTypes[only]
  return draft.changeTypes.every((type) => reported.includes(type)) ? null : onlyWhy(only)
}

function lifeRefusal({ draft, row }: Looked): string | null {
  const longest = mostMs(row, draft.resourceData)
  if (draft.lifeMs < leastLifeMs)
    return `At least ${spanWords(leastLifeMs)}: Microsoft makes shorter lives that long.`
  if (draft.lifeMs <= longest) return null
  const withData = longest < mostMs(row, false) ? ' with the changed data' : ''
  return `At most ${spanWords(longest)} for ${lifetimes[row.life].of}${withData}.`
}

function dataRefusal({ draft, row }: Looked): string | null {
  if (!draft.resourceData)
    return row.data === 'must' ? 'Presence is only ever sent with its data, encrypted.' : null
  if (row.data === 'no') return 'Microsoft sends no data with these.'
  return draft.certificate ? null : 'There is no certificate yet to encrypt the data with.'
}

function selectRefusal({ draft, row }: Looked): string | null {
  const select = draft.select?.trim() ?? ''
  if (!row.traits.includes('select'))
    return select === '' ? null : 'Microsoft cannot narrow the data of these.'
  if (select === '') return draft.resourceData ? 'Name the data you want, like subject,from.' : null
  return /^[\w/]+(?:\s*,\s*[\w/]+)*$/.test(select)
    ? null
    : 'Names with commas between them, like subject,from.'
}

function filterRefusal({ draft, row }: Looked): string | null {
  if (!draft.filter?.trim() || row.traits.includes('filter')) return null
  return 'Microsoft takes no filter for these.'
}

function modelRefusal({ draft: { model }, row }: Looked): string | null {
  const models = row.models ?? []
  if (model === null || models.includes(model)) return null
  return models.length === 0
    ? 'There is no licensing model for these.'
    : `Only model ${models.join(' or ')} fits here.`
}

function extrasRefusal({ draft, row, account }: Looked): string | null {
  const offered = new Set(extrasFor(row, account).map(({ key }) => key))
  const odd = draft.extras.find((extra) => !offered.has(extra))
  switch (odd) {
    case 'security-events':
      return 'Only drives of work or school accounts report changed access.'
    case 'unknown-enum-members':
      return 'Only messages in Teams come with what Teams writes by itself.'
    case 'user-properties':
      return 'Only chats come with what concerns you alone.'
    case undefined:
      return null
  }
}
