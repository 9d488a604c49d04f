import { placeholderKinds, type PlaceholderKind } from '../../../preload/contract/webhook-catalogue.ts'
import type { WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import { type Row, type Way, waysOf } from './catalogue-row.ts'
import {
  inPath,
  inQuery,
  inQuotes,
  linkInQuotes,
  quotedIn,
  readResource,
  type ResourceText,
  type Step,
} from './resource-text.ts'
import { catalogueRows } from './rows.ts'

/** Values by placeholder. */
export type Filled = WebhookDraft['filled']

/** What stands behind the `?` beside what the pattern itself puts there. */
export interface ResourceQuery {
  readonly select: string | null
  readonly filter: string | null
  readonly model: 'A' | 'B' | null
  readonly userProperties: boolean
}

/** A resource found in the catalogue. */
export interface KnownResource {
  readonly row: Row
  /** Null: the row is certain, the way it is written is not ours. */
  readonly way: Way | null
  readonly filled: Filled
  readonly query: ResourceQuery
}

const placeholder = /\{([\w-]+)\}/g

/** The placeholders of a pattern, in order. */
export function placeholdersOf({ pattern }: Way): readonly PlaceholderKind[] {
  const names = new Set([...pattern.matchAll(placeholder)].map(([, name]) => name))
  return placeholderKinds.filter((kind) => names.has(kind)).toSorted(byPlaceIn(pattern))
}

const byPlaceIn = (pattern: string) => (a: string, b: string) =>
  pattern.indexOf(`{${a}}`) - pattern.indexOf(`{${b}}`)

/** Takes a single value. */
export const isSingle = (kind: PlaceholderKind): boolean => kind !== 'users'

/** Writes a resource; what is not filled stays in braces. */
export function writeResource(way: Way, filled: Filled, query: ResourceQuery): string {
  const [path = '', own] = way.pattern.split('?')
  const written = path.replaceAll(
    /(['[]?)\{([\w-]+)\}/g,
    (braces, quote: string, name: string) => quote + valueIn(braces.slice(quote.length), quote, name, filled),
  )
  const parts = [
    own?.replaceAll(placeholder, (braces, name: string) => listIn(filled[name]) ?? braces),
    query.model && `model=${query.model}`,
    query.userProperties && 'notifyOnUserSpecificProperties=true',
    query.select && `$select=${inQuery(query.select)}`,
    query.filter && `$filter=${inQuery(query.filter)}`,
  ].filter(Boolean)
  return parts.length === 0 ? written : `${written}?${parts.join('&')}`
}

function valueIn(braces: string, quote: string, name: string, filled: Filled): string {
  const [value, ...others] = filled[name] ?? []
  if (!value) return braces
  if (quote === '[') return [value, ...others].map((one) => `'${inQuotes(one)}'`).join(',')
  if (quote === '') return inPath(value)
  return name === 'meeting-link' ? linkInQuotes(value) : inQuotes(value)
}

function listIn(values: readonly string[] | undefined): string | null {
  if (!values || values.length === 0) return null
  return values.map((value) => `'${inQuery(value).replaceAll("'", "''")}'`).join(',')
}

interface Known {
  readonly row: Row
  readonly way: Way
  readonly text: ResourceText
}

/** Those with the most words of their own first: `chats/getAllMessages` before `chats/{chat}`. */
const known: readonly Known[] = catalogueRows
  .flatMap((row) => waysOf(row).map((way) => ({ row, way, text: readResource(way.pattern) })))
  .filter((one): one is Known => one.text !== null)
  .toSorted((a, b) => fixedSteps(b.text) - fixedSteps(a.text))

/** Finds a resource's row; `ownIds` are those by which `users/{id}` means `me`. Null: the catalogue has none. */
export function parseResource(resource: string, ownIds: readonly string[]): KnownResource | null {
  const text = readResource(resource)
  if (!text) return null
  for (const steps of spellings(text.steps, ownIds)) {
    const exact = found(steps, text.query, matchQuery)
    const loose = exact ?? found(steps, text.query, () => ({ filled: {}, rest: text.query }))
    if (loose) return exact ?? { ...loose, way: null, filled: {} }
  }
  const drive = catalogueRows.find(({ key }) => key === 'drive')
  const isOfDrive = /^(?:me\/drive|drives\/[^/]+|users\/[^/]+\/drive)\//i.test(pathOf(text))
  return drive && isOfDrive ? { row: drive, way: null, filled: {}, query: queryOf(text.query) } : null
}

function found(
  steps: readonly Step[],
  query: ReadonlyMap<string, string>,
  match: typeof matchQuery,
): KnownResource | null {
  for (const { row, way, text } of known) {
    const filled = matchSteps(text.steps, steps)
    const behind = filled && match(text.query, query)
    if (behind) return { row, way, filled: { ...filled, ...behind.filled }, query: queryOf(behind.rest) }
  }
  return null
}

/** As `me` where it is oneself, then as it is; `me` also as `users/{id}` (protocol.md 3.5). */
function spellings(steps: readonly Step[], ownIds: readonly string[]): readonly (readonly Step[])[] {
  const own = new Set(ownIds.map((id) => id.toLowerCase()))
  const [first, second] = steps
  const word = first?.text.toLowerCase()
  if (word === 'users' && second && own.has(second.text.toLowerCase())) {
    return [[step('me'), ...steps.slice(2)], steps]
  }
  const [id] = ownIds
  if (word !== 'me' || id === undefined) return [steps]
  return [steps, [step('users'), step(id), ...steps.slice(1)]]
}

const step = (text: string): Step => ({ label: null, text, values: null })

function matchSteps(pattern: readonly Step[], steps: readonly Step[]): Filled | null {
  if (pattern.length !== steps.length) return null
  const filled: Filled = {}
  for (const [index, { label, text, values }] of pattern.entries()) {
    const at = steps[index]
    if (!at || at.label !== label || (values === null) !== (at.values === null)) return null
    const name = nameIn(text)
    if (name !== null) filled[name] = [...(at.values ?? [at.text])]
    else if (text.toLowerCase() !== at.text.toLowerCase()) return null
  }
  return filled
}

/** Whether the query holds what the pattern puts there; `rest` is what it holds besides. */
function matchQuery(
  pattern: ReadonlyMap<string, string>,
  query: ReadonlyMap<string, string>,
): { filled: Filled; rest: ReadonlyMap<string, string> } | null {
  const rest = new Map(query)
  const filled: Filled = {}
  for (const [key, template] of pattern) {
    const value = rest.get(key)?.trim()
    rest.delete(key)
    const [before = '', name, after = ''] = template.split(placeholder)
    if (value === undefined) return null
    if (name === undefined) {
      if (value.toLowerCase() !== template.toLowerCase()) return null
    } else {
      if (!value.startsWith(before) || !value.endsWith(after)) return null
      const list = value.slice(before.length, value.length - after.length)
      filled[name] = [...quotedIn(list)]
    }
  }
  return { filled, rest }
}

function queryOf(query: ReadonlyMap<string, string>): ResourceQuery {
  const model = query.get('model')?.toUpperCase()
  return {
    select: query.get('$select') ?? null,
    filter: query.get('$filter') ?? null,
    model: model === 'A' || model === 'B' ? model : null,
    userProperties: query.get('notifyonuserspecificproperties')?.toLowerCase() === 'true',
  }
}

function nameIn(text: string): string | null {
  return /^\{([\w-]+)\}$/.exec(text)?.[1] ?? null
}

function fixedSteps({ steps }: ResourceText): number {
  return steps.filter(({ text }) => nameIn(text) === null).length
}

const pathOf = ({ steps }: ResourceText) => `${steps.map(({ text }) => text).join('/')}/`
