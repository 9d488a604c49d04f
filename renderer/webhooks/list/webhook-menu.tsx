import { MenuItem } from '@fluentui/react-components'
import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { MoreMenu } from '../../ui/more-menu.tsx'
import type { WebhookCommands } from '../use-webhook-commands.tsx'
import { useWords } from '../../ui/words-context.ts'

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
  const show = (where: 'details' | 'deliveries' | 'rules') => () =>
    showWebhooks({ kind: where, webhookId: webhook.id })
  return (
    <MoreMenu nameId={props.nameId}>
      {!inDetails && <MenuItem onClick={show('details')}>{words.phrase('webhook.do.details')}</MenuItem>}
      {kind !== 'elsewhere' && (
        <MenuItem onClick={show('deliveries')}>{words.phrase('webhook.do.deliveries')}</MenuItem>
      )}
      {isOurs && <MenuItem onClick={show('rules')}>{words.phrase('drive.action.rules')}</MenuItem>}
      {isOurs && !inDetails && (
        <MenuItem onClick={commands.renew}>{words.phrase('webhook.do.renew')}</MenuItem>
      )}
      {isOurs && !inDetails && (
        <MenuItem onClick={commands.reauthorize}>{words.phrase('webhook.do.reauthorize')}</MenuItem>
      )}
      {isOurs && !inDetails && (
        <MenuItem onClick={commands.makeAnew}>{words.phrase('webhook.do.recreate')}</MenuItem>
      )}
      {kind === 'elsewhere' && (
        <MenuItem onClick={commands.takeOver}>{words.phrase('webhook.do.take-over')}</MenuItem>
      )}
      {kind === 'deleting' && webhook.state.undoUntil !== null && (
        <MenuItem onClick={commands.undoDelete}>{words.phrase('button.undo')}</MenuItem>
      )}
      {kind !== 'deleting' && !inDetails && (
        <MenuItem onClick={commands.delete}>{words.phrase('webhook.do.delete')}</MenuItem>
      )}
    </MoreMenu>
  )
}
