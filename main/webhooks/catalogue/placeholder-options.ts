import type { Message } from '../../../preload/words/phrase.ts'
import type { PlaceholderKind } from '../../../preload/contract/webhook-catalogue.ts'
import type { PlaceholderOptions } from '../../../preload/contract/webhook-form.ts'
import { fold } from '../../../preload/words/fold.ts'
import { getAll } from '../../discovery/places.ts'
import { fields, idIn } from '../../graph/untyped.ts'
import type { Graph } from '../../graph/graph.ts'
import { permissionAsked } from '../../discovery/place-permissions.ts'
import { refusalOf } from '../../discovery/refusals.ts'
import { wellKnownMailFolders } from './resource-text.ts'
import type { Asker } from './row-permission.ts'
import { isListed, type Source, sourceOf } from './placeholder-sources.ts'
import type { Filled } from './resource-path.ts'

/** Something to choose from. */
type Option = Extract<PlaceholderOptions, { kind: 'options' }>['options'][number]

/** What is asked: which placeholder, with what is in the others, and what was typed to narrow it. */
export interface Wanted {
  readonly kind: PlaceholderKind
  readonly filled: Filled
  readonly search: string
}

export interface OptionDeps {
  readonly account: Asker
  readonly graph: Graph
  /** The drives this account follows: they are known without asking. */
  readonly drives: readonly { readonly id: string; readonly name: string; readonly place: string }[]
  /** The page for an administrator, where these scopes are waited for. */
  readonly adminConsentUrl: (scopes: readonly string[]) => string | null
  readonly signal: AbortSignal
}

/** What a placeholder can be, as far as the account may know it. */
export async function placeholderOptions(deps: OptionDeps, wanted: Wanted): Promise<PlaceholderOptions> {
  const { kind, filled, search } = wanted
  if (kind === 'drive') return choices(followedDrives(deps), search, { key: 'catalogue.options.drives' })
  if (!isListed(kind)) return { kind: 'typed', wanted: { key: `catalogue.typed.${kind}` } }
  const source = sourceOf(kind)
  const path = source.path(filled, search)
  if (path === null) return choices([], '', { key: 'catalogue.options.above-first' })
  const lacking = consentFor(source, deps)
  if (lacking)
    return kind === 'mail-folder'
      ? choices(mailFolders, search, { key: 'catalogue.options.mail-folders' })
      : lacking
  const found = await getAll({ graph: deps.graph, signal: deps.signal }, path)
  if (!found.ok) {
    const why = refusalOf(found.error)
    return kind === 'mail-folder' ? choices(mailFolders, search, why) : { kind: 'refused', why }
  }
  const options = found.value.flatMap((one) => optionOf(one, source))
  return choices(
    options,
    source.searches ? '' : search,
    options.length === 0 ? { key: 'catalogue.options.none' } : null,
  )
}

const mailFolders: readonly Option[] = wellKnownMailFolders.map((value) => ({
  value,
  label: { key: `catalogue.mail-folder.${value}` },
  caption: null,
}))

function followedDrives({ drives }: OptionDeps): readonly Option[] {
  return drives.map(({ id, name, place }) => ({ value: id, label: name, caption: place || null }))
}

function consentFor(source: Source, { account, adminConsentUrl }: OptionDeps): PlaceholderOptions | null {
  const granted = new Set(account.scopes.map((scope) => scope.toLowerCase()))
  const [least] = source.scopes
  if (least === undefined || source.scopes.some((scope) => granted.has(scope.toLowerCase()))) return null
  const scopes = [least]
  return {
    kind: 'consent',
    scopes,
    why: permissionAsked(scopes, { purpose: { key: `catalogue.purpose.${source.purpose}` } }),
    adminConsentUrl: adminConsentUrl(scopes),
  }
}

function optionOf(one: unknown, { read }: Source): readonly Option[] {
  const value = idIn(fields(one)?.id)
  const said = value === null ? null : read(one)
  return value === null || said === null ? [] : [{ value, ...said }]
}

/** Names are narrowed by what was typed; what has none is few enough. */
function choices(options: readonly Option[], search: string, note: Message | null): PlaceholderOptions {
  const words = fold(search).split(/\s+/).filter(Boolean)
  const fitting = options.filter(({ label, caption }) => {
    if (typeof label !== 'string') return true
    const all = fold(`${label} ${caption ?? ''}`)
    return words.every((word) => all.includes(word))
  })
  return { kind: 'options', options: fitting, note }
}
