import type { Mutable } from '../../preload/contract/rules.ts'
import type { AppState } from '../../preload/contract/state.ts'
import type { Words } from '../../preload/words/words.ts'

/** What is muted, by its name; a drive is called as it is followed, a webhook as on its page. */
export function mutedName(
  what: Mutable,
  { subscriptions, webhooks }: Pick<AppState, 'subscriptions' | 'webhooks'>,
  words: Words,
  guests = words.phrase('rule.guests'),
): string {
  switch (what.kind) {
    case 'someone':
      return what.someone.kind === 'guests' ? guests : what.someone.name
    case 'subscription': {
      const drive = subscriptions.find(({ id }) => id === what.subscriptionId)
      const webhook = webhooks.rows.find(({ id }) => id === what.subscriptionId)
      return drive?.name ?? (webhook ? words.say(webhook.title) : '')
    }
    case 'file':
    case 'folder':
      return what.name || words.phrase('item.unnamed')
  }
}
