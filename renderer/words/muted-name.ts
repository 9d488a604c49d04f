import type { Mutable } from '../../preload/contract/rules.ts'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import type { Words } from '../../preload/words/words.ts'

/** What is muted, by its name; a drive is called as it is followed. */
export function mutedName(
  what: Mutable,
  drives: readonly SubscriptionView[],
  words: Words,
  guests = words.phrase('rule.guests'),
): string {
  switch (what.kind) {
    case 'someone':
      return what.someone.kind === 'guests' ? guests : what.someone.name
    case 'subscription':
      return drives.find(({ id }) => id === what.subscriptionId)?.name ?? ''
    case 'file':
    case 'folder':
      return what.name || words.phrase('item.unnamed')
  }
}
