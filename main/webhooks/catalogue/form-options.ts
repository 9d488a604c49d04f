import type * as z from 'zod/mini'
import { calledText } from '../../../preload/contract/called.ts'
import type { Words } from '../../../preload/words/words.ts'
import type { fillSchema, PlaceholderOptions } from '../../../preload/contract/webhook-form.ts'
import type { Account } from '../../accounts/account.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Subscription } from '../../settings/schema.ts'
import { anyResource } from '../../../preload/contract/webhook-catalogue.ts'
import { anyWay } from './any-resource.ts'
import { findRow } from './catalogue.ts'
import { waysOf } from './catalogue-row.ts'
import { placeholderOptions } from './placeholder-options.ts'
import { placeholdersOf } from './resource-path.ts'

/** A placeholder of the form, with what is in the others. */
export type Fill = z.output<typeof fillSchema>

interface FillDeps {
  readonly account: (id: string) => Account | undefined
  readonly graph: (accountId: string) => Graph
  readonly followed: () => readonly Subscription[]
  readonly adminConsentUrl: (accountId: string, scopes: readonly string[]) => string | null
  readonly words: Words
  readonly signal: AbortSignal
}

/** What a placeholder of the form can be. */
export async function fill(deps: FillDeps, wanted: Fill): Promise<PlaceholderOptions> {
  const { accountId, filled, text } = wanted
  const account = deps.account(accountId)
  const row = findRow(wanted.row)
  const way = wanted.row === anyResource ? anyWay : row && waysOf(row).find(({ key }) => key === wanted.form)
  const kind = way && placeholdersOf(way).find((name) => name === wanted.placeholder)
  if (!account) return { kind: 'refused', why: { key: 'refusal.account-signed-out' } }
  if (!kind) return { kind: 'refused', why: { key: 'catalogue.options.nothing' } }
  const { graph, adminConsentUrl, signal } = deps
  const asking = {
    account,
    graph: graph(accountId),
    drives: deps.followed().flatMap((each) => driveOf(each, accountId, deps.words)),
    adminConsentUrl: (scopes: readonly string[]) => adminConsentUrl(accountId, scopes),
    signal,
  }
  return placeholderOptions(asking, { kind, filled, search: text })
}

/** A followed drive by its id; a list has none, and a folder is not all of its drive. */
export function driveOf(
  { target, accountId, name, place }: Subscription,
  ofAccount: string,
  words: Words,
): readonly { readonly id: string; readonly name: string; readonly place: string }[] {
  const isWhole = target.kind !== 'site-list' && target.kind !== 'shared-folder'
  if (accountId !== ofAccount || !isWhole || target.driveId === null) return []
  return [{ id: target.driveId, name: calledText(name, words), place: calledText(place, words) }]
}
