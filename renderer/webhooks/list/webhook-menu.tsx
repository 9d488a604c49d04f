import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import type { WebhookView } from '../../../preload/webhooks.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { words } from '../../words/english.ts'
import { webhooksWords } from '../../words/webhooks.ts'
import type { WebhookCommands } from '../use-webhook-commands.tsx'

const said = webhooksWords.more

/** What else can be done about a webhook, in a row or in its details. */
export function WebhookMenu(props: {
  readonly webhook: WebhookView
  readonly commands: WebhookCommands
  readonly nameId: string
  readonly inDetails: boolean
}) {
  const { webhook, commands, inDetails } = props
  const { showWebhooks } = useDrivebell()
  const { kind } = webhook.state
  const isOurs = kind !== 'elsewhere' && kind !== 'deleting'
  const show = (where: 'details' | 'deliveries') => () => showWebhooks({ kind: where, webhookId: webhook.id })
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={words.common.more}
          aria-describedby={props.nameId}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {!inDetails && <MenuItem onClick={show('details')}>{said.details}</MenuItem>}
          {kind !== 'elsewhere' && <MenuItem onClick={show('deliveries')}>{said.deliveries}</MenuItem>}
          {isOurs && !inDetails && <MenuItem onClick={commands.renew}>{said.renew}</MenuItem>}
          {isOurs && !inDetails && <MenuItem onClick={commands.reauthorise}>{said.reauthorise}</MenuItem>}
          {isOurs && !inDetails && <MenuItem onClick={commands.makeAnew}>{said.makeAnew}</MenuItem>}
          {kind === 'elsewhere' && <MenuItem onClick={commands.takeOver}>{said.takeOver}</MenuItem>}
          {kind === 'deleting' && webhook.state.undoUntil !== null && (
            <MenuItem onClick={commands.undoDelete}>{words.common.undo}</MenuItem>
          )}
          {kind !== 'deleting' && !inDetails && <MenuItem onClick={commands.delete}>{said.delete}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
