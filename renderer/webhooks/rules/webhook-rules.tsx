import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import type { RuleKind } from '../../../preload/contract/kinds.ts'
import type { ChangeType } from '../../../preload/contract/webhook-catalogue.ts'
import { useRulesEditor } from '../../rules/use-rules-editor.tsx'
import { useWords } from '../../ui/words-context.ts'
import { SubPage } from '../sub-page.tsx'

/** As the history counts what a webhook brings. */
const kindsOf: Readonly<Record<ChangeType, RuleKind>> = {
  created: 'added',
  updated: 'edited',
  deleted: 'deleted',
}

/** What is told of what a webhook brings. */
export function WebhookRules({ webhook }: { readonly webhook: WebhookView }) {
  const words = useWords()
  const name = words.say(webhook.title)
  const { foot, body } = useRulesEditor({
    id: webhook.id,
    name,
    rules: webhook.rules,
    kinds: webhook.changeTypes.map((type) => kindsOf[type]),
    isOfFiles: false,
  })
  return (
    <SubPage name={name} caption={words.phrase('webhook.rules.caption')} foot={foot}>
      {body}
    </SubPage>
  )
}
