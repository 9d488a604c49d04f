import type { CatalogueRow, ChangeType, ResourceForm } from '../../../preload/contract/webhook-catalogue.ts'
import { dayMs, hourMs, minuteMs } from '../../../preload/kit/time.ts'
import type { DraftField, WebhookDraft } from '../../../preload/contract/webhook-form.ts'

/** The form of a row as it first stands: its usual choices, its longest life. */
export function firstDraft(row: CatalogueRow, accountId: string): WebhookDraft {
  const resourceData = row.data.kind === 'must'
  const draft: WebhookDraft = {
    accountId,
    row: row.key,
    form: (row.forms.find(({ locked }) => locked === null) ?? row.forms[0])?.key ?? '',
    filled: {},
    changeTypes: row.changeTypes.filter(({ chosen }) => chosen).map(({ type }) => type),
    lifeMs: 0,
    resourceData,
    select: null,
    filter: null,
    model: row.models[0] ?? null,
    extras: row.extras.filter(({ byDefault }) => byDefault).map(({ key }) => key),
    leastTls: null,
  }
  return { ...draft, lifeMs: row.life.usualMs ?? longest(row, resourceData) }
}

/** The way to write its resource that a draft has chosen. */
export const formOf = (row: CatalogueRow, draft: WebhookDraft): ResourceForm | undefined =>
  row.forms.find(({ key }) => key === draft.form)

/** Another way to write the resource; what was filled in stays where the placeholder has the same name. */
export function withForm(draft: WebhookDraft, row: CatalogueRow, form: string): WebhookDraft {
  const names = row.forms.find(({ key }) => key === form)?.placeholders.map(({ name }) => name) ?? []
  const filled = Object.fromEntries(Object.entries(draft.filled).filter(([name]) => names.includes(name)))
  return { ...draft, form, filled }
}

/** A placeholder filled in; those that depend on it are emptied when it became another one. */
export function withFilled(
  draft: WebhookDraft,
  form: ResourceForm,
  name: string,
  values: readonly string[],
): WebhookDraft {
  const dependent = new Set(
    form.placeholders.filter(({ after }) => after === name).map((placeholder) => placeholder.name),
  )
  const kept = Object.entries(draft.filled).filter(([key]) => !dependent.has(key))
  return { ...draft, filled: { ...Object.fromEntries(kept), [name]: [...values] } }
}

/** A change type added or taken away, in the catalogue's order. */
export function withChangeType(
  draft: WebhookDraft,
  row: CatalogueRow,
  type: ChangeType,
  on: boolean,
): WebhookDraft {
  const wanted = row.changeTypes.map((each) => each.type)
  return {
    ...draft,
    changeTypes: wanted.filter((each) => (each === type ? on : draft.changeTypes.includes(each))),
  }
}

/** With the changed data or without; a life that is too long then becomes the longest. */
export function withData(draft: WebhookDraft, row: CatalogueRow, resourceData: boolean): WebhookDraft {
  const scale = lifeScale(row, resourceData)
  const lifeMs = Math.min(draft.lifeMs, scale.most * scale.unitMs)
  return { ...draft, resourceData, select: resourceData ? draft.select : null, lifeMs }
}

/** What a life is measured in, so that the whole of it can be chosen with few steps. */
export interface LifeScale {
  readonly unit: 'days' | 'hours' | 'minutes'
  readonly unitMs: number
  readonly least: number
  readonly most: number
}

/** The scale for a row's lives. */
export function lifeScale({ life }: CatalogueRow, resourceData: boolean): LifeScale {
  const mostMs = resourceData ? life.mostWithDataMs : life.mostMs
  const [unit, unitMs] =
    mostMs >= 3 * dayMs
      ? (['days', dayMs] as const)
      : mostMs >= 3 * hourMs
        ? (['hours', hourMs] as const)
        : (['minutes', minuteMs] as const)
  return { unit, unitMs, least: Math.ceil(life.leastMs / unitMs), most: Math.floor(mostMs / unitMs) }
}

/** The longest life in whole units. */
function longest(row: CatalogueRow, resourceData: boolean): number {
  const { most, unitMs } = lifeScale(row, resourceData)
  return most * unitMs
}

/** The fields in which two drafts differ: what someone has touched. */
export function differing(one: WebhookDraft, other: WebhookDraft): readonly DraftField[] {
  const fields: [DraftField, boolean][] = [
    ['form', one.form !== other.form],
    ['changeTypes', differs(one.changeTypes, other.changeTypes)],
    ['life', one.lifeMs !== other.lifeMs],
    ['resourceData', one.resourceData !== other.resourceData],
    ['select', one.select !== other.select],
    ['filter', one.filter !== other.filter],
    ['model', one.model !== other.model],
    ['extras', differs(one.extras, other.extras)],
    ['leastTls', one.leastTls !== other.leastTls],
  ]
  const names = new Set([...Object.keys(one.filled), ...Object.keys(other.filled)])
  const filled = [...names].filter((name) => differs(one.filled[name], other.filled[name]))
  return [
    ...fields.flatMap(([field, is]) => (is ? [field] : [])),
    ...filled.map((name): DraftField => `filled.${name}`),
  ]
}

const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other)
