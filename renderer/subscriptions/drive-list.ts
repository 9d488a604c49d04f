import type { AccountView, SubscriptionView } from '../../preload/contract/state.ts'
import type { Scope } from '../../preload/contract/discovery.ts'
import { holds } from '../../preload/words/fold.ts'
import type { Words } from '../../preload/words/words.ts'

/** How many followed drives make a filter worth its place. */
export const manyDrives = 6

/** The drives whose name holds what was typed, however it is written. */
export function named(
  subscriptions: readonly SubscriptionView[],
  typed: string,
): readonly SubscriptionView[] {
  return subscriptions.filter(({ name }) => holds(name, typed))
}

/** The pieces of a row's second line: where, whose account when there are several, how much, which rules. */
export function whereabouts(
  drive: Pick<SubscriptionView, 'place' | 'accountId' | 'scope' | 'rulesInWords'>,
  accounts: readonly AccountView[],
  words: Words,
): readonly string[] {
  const pieces = [...placesOf(drive, accounts), howMuch(drive.scope, words), drive.rulesInWords ?? '']
  return pieces.filter((piece) => piece !== '')
}

/** Where a drive is, and whose account it is when there are several. */
export function placesOf(
  { place, accountId }: Pick<SubscriptionView, 'place' | 'accountId'>,
  accounts: readonly AccountView[],
): readonly string[] {
  const account = accounts.length > 1 ? accounts.find(({ id }) => id === accountId)?.username : undefined
  return [place, account ?? ''].filter((piece) => piece !== '')
}

function howMuch(scope: Scope, words: Words): string {
  if (scope.kind === 'everything') return ''
  const folders = scope.items.filter(({ isFolder }) => isFolder).length
  const files = scope.items.length - folders
  const counted = [
    ...(folders > 0 ? [words.phrase('drive.scope.folders', { n: folders })] : []),
    ...(files > 0 ? [words.phrase('drive.scope.files', { n: files })] : []),
  ]
  return words.list(counted, 'and')
}
