import { MenuItem } from '@fluentui/react-components'
import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { MoreMenu } from '../../ui/more-menu.tsx'
import { webhooksWords } from '../../words/webhooks.ts'
import type { WebhookCommands } from '../use-webhook-commands.tsx'
import { useWords } from '../../ui/words-context.ts'

const said = webhooksWords.more

/** What else can be done about a webhook, in a row or in its details. */
export function WebhookMenu(props: {
  readonly webhook: WebhookView
  readonly commands: WebhookCommands
  readonly nameId: string
  readonly inDetails: boolean
}) {
  const words = useWords()
  const { webhook, commands, inDetails } = props
  const { showWebhooks } = useDrivebell()
  const { kind } = webhook.state
  const isOurs = kind !== 'elsewhere' && kind !== 'deleting'
  const show = (where: 'details' | 'deliveries') => () => showWebhooks({ kind: where, webhookId: webhook.id })
  return (
    <MoreMenu nameId={props.nameId}>
      {!inDetails && <MenuItem onClick={show('details')}>{said.details}</MenuItem>}
      {kind !== 'elsewhere' && <MenuItem onClick={show('deliveries')}>{said.deliveries}</MenuItem>}
      {isOurs && !inDetails && <MenuItem onClick={commands.renew}>{said.renew}</MenuItem>}
      {isOurs && !inDetails && <MenuItem onClick={commands.reauthorise}>{said.reauthorise}</MenuItem>}
      {isOurs && !inDetails && <MenuItem onClick={commands.makeAnew}>{said.makeAnew}</MenuItem>}
      {kind === 'elsewhere' && <MenuItem onClick={commands.takeOver}>{said.takeOver}</MenuItem>}
      {kind === 'deleting' && webhook.state.undoUntil !== null && (
        <MenuItem onClick={commands.undoDelete}>{words.phrase('button.undo')}</MenuItem>
      )}
      {kind !== 'deleting' && !inDetails && <MenuItem onClick={commands.delete}>{said.delete}</MenuItem>}
    </MoreMenu>
  )
}
