import { Tile } from '../../ui/tile.tsx'
import { useWords } from '../../ui/words-context.ts'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { ArrowRepeatAllRegular } from '@fluentui/react-icons/svg/arrow-repeat-all'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { KeyResetRegular } from '@fluentui/react-icons/svg/key-reset'
import { useId, useState } from 'react'
import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { narrow } from '../../ui/use-media.ts'
import { WebhookMenu } from '../list/webhook-menu.tsx'
import { StateIcon } from '../state-icon.tsx'
import { SubPage } from '../sub-page.tsx'
import { useWebhookCommands } from '../use-webhook-commands.tsx'
import { WebhookIcon } from '../webhook-icon.tsx'
import { ChangeAddressDialog } from './change-address-dialog.tsx'
import { Held } from './held.tsx'
import { LifeLine } from './life-line.tsx'
import { Received } from './received.tsx'
import { StateBar } from './state-bar.tsx'

const useStyles = makeStyles({
  caption: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  details: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  last: { marginInlineStart: 'auto', [narrow]: { marginInlineStart: 0 } },
})

/** One webhook: its life, what Microsoft holds, what came, and all that can be done about it. */
export function WebhookDetails({ webhook }: { readonly webhook: WebhookView }) {
  const words = useWords()
  const styles = useStyles()
  const nameId = useId()
  const { state } = useDrivebell()
  const commands = useWebhookCommands(webhook)
  const [isChanging, setIsChanging] = useState(false)
  const { kind } = webhook.state
  const account = state.accounts.find(({ id }) => id === webhook.accountId)
  const isOurs = kind !== 'elsewhere' && kind !== 'deleting'
  return (
    <SubPage
      name={words.say(webhook.title)}
      tile={
        <Tile look="brand">
          <WebhookIcon icon={webhook.icon} />
        </Tile>
      }
      caption={
        <span id={nameId} className={styles.caption}>
          <StateIcon kind={kind} />
          <span>
            {words.phrase(`webhook.state.${kind}`)}
            {account && (
              <>
                {' · '}
                <bdi>{account.username}</bdi>
              </>
            )}
          </span>
        </span>
      }
      actions={
        <>
          {isOurs && (
            <Button icon={<ArrowRepeatAllRegular />} onClick={commands.renew}>
              {words.phrase('webhook.do.renew')}
            </Button>
          )}
          {kind === 'elsewhere' && (
            <Button onClick={commands.takeOver}>{words.phrase('webhook.do.take-over')}</Button>
          )}
          <WebhookMenu webhook={webhook} commands={commands} nameId={nameId} inDetails />
        </>
      }
      bars={<StateBar webhook={webhook} commands={commands} />}
    >
      <div className={styles.details}>
        <LifeLine webhook={webhook} />
        <div className={styles.cards}>
          <Held webhook={webhook} />
          <Received webhook={webhook} />
        </div>
        <div className={styles.buttons}>
          {isOurs && (
            <>
              <Button icon={<EditRegular />} onClick={() => setIsChanging(true)}>
                {words.phrase('webhook.do.change-address')}
              </Button>
              <Button icon={<KeyResetRegular />} onClick={commands.reauthorize}>
                {words.phrase('webhook.do.reauthorize')}
              </Button>
              <Button icon={<AddRegular />} onClick={commands.makeAnew}>
                {words.phrase('webhook.do.recreate')}
              </Button>
            </>
          )}
          {kind !== 'deleting' && (
            <Button className={styles.last} icon={<DeleteRegular />} onClick={commands.delete}>
              {words.phrase('webhook.do.delete')}
            </Button>
          )}
        </div>
      </div>
      {isChanging && <ChangeAddressDialog webhook={webhook} close={() => setIsChanging(false)} />}
    </SubPage>
  )
}
