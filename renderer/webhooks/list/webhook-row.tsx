import { dayMs } from '../../../preload/kit/time.ts'
import { OpeningName } from '../../ui/opening-name.tsx'
import { Tile } from '../../ui/tile.tsx'
import { useWords } from '../../ui/words-context.ts'
import { mergeClasses } from '@fluentui/react-components'
import { type KeyboardEvent, useId } from 'react'
import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useNow } from '../../ui/use-now.ts'
import { expiryTickMs, expiryWords } from '../../words/webhook-times.ts'
import { StateIcon } from '../state-icon.tsx'
import { useWebhookCommands } from '../use-webhook-commands.tsx'
import { WebhookIcon } from '../webhook-icon.tsx'
import { useTableStyles } from './webhook-list-styles.ts'
import { WebhookMenu } from './webhook-menu.tsx'

/** One webhook: what it is about, how it is doing, when it ends, what came. */
export function WebhookRow({ webhook }: { readonly webhook: WebhookView }) {
  const words = useWords()
  const styles = useTableStyles()
  const { state, showWebhooks } = useDrivebell()
  const [nameId, accountId, stateId, expiryId] = [useId(), useId(), useId(), useId()]
  const title = words.say(webhook.title)
  const commands = useWebhookCommands(webhook)
  const account = state.accounts.find(({ id }) => id === webhook.accountId)
  const open = () => showWebhooks({ kind: 'details', webhookId: webhook.id })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') open()
    if (event.key === 'Delete' && webhook.state.kind !== 'deleting') commands.delete()
  }
  return (
    // Rows that take the focus in turn; each key has its place in the row as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <tr
      className={styles.row}
      data-row={webhook.id}
      tabIndex={-1}
      // What can be seen of it, too, for those who hear it: what, whose, how it is doing, when it ends.
      aria-labelledby={`${nameId} ${accountId} ${stateId} ${expiryId}`}
      onKeyDown={onKeyDown}
    >
      <th scope="row" className={mergeClasses(styles.cell, styles.resource)}>
        <Tile>
          <WebhookIcon icon={webhook.icon} />
        </Tile>
        <div className={styles.names}>
          <OpeningName className={styles.opens} open={open}>
            <bdi id={nameId} title={title}>
              {title}
            </bdi>
          </OpeningName>
          <div className={mergeClasses(styles.second, styles.place)} title={webhook.resource}>
            {state.accounts.length > 1 && account && (
              <>
                <bdi id={accountId} className={styles.account} title={account.username}>
                  {account.username}
                </bdi>
                <span className={styles.between}> · </span>
              </>
            )}
            <bdi className={styles.path} dir="ltr">
              {webhook.resource}
            </bdi>
          </div>
        </div>
      </th>
      <td className={mergeClasses(styles.cell, styles.state)}>
        <StateIcon kind={webhook.state.kind} />
        <span id={stateId}>{words.phrase(`webhook.state.${webhook.state.kind}`)}</span>
      </td>
      <Expiry id={expiryId} webhook={webhook} />
      <Counts webhook={webhook} />
      <td className={mergeClasses(styles.cell, styles.more)}>
        <WebhookMenu webhook={webhook} commands={commands} nameId={nameId} inDetails={false} />
      </td>
    </tr>
  )
}

function Expiry({ id, webhook }: { readonly id: string; readonly webhook: WebhookView }) {
  const words = useWords()
  const styles = useTableStyles()
  const now = useNow((at) => expiryTickMs(webhook, at))
  const { first, second, share, isLow } = expiryWords(webhook, now, words)
  return (
    <td className={mergeClasses(styles.cell, styles.expiry)}>
      <div id={id} className={styles.strong}>
        {first}
      </div>
      <div className={styles.second}>{second}</div>
      {share !== null && (
        <div className={styles.bar} aria-hidden="true">
          <div
            className={mergeClasses(styles.left, isLow && styles.low)}
            style={{ width: `${Math.round(share * 100)}%` }}
          />
        </div>
      )}
    </td>
  )
}

function Counts({ webhook }: { readonly webhook: WebhookView }) {
  const words = useWords()
  const styles = useTableStyles()
  const now = useNow((at) => expiryTickMs(webhook, at))
  const { state, lastDeliveryAt, delivered, failed } = webhook
  const none =
    state.kind === 'elsewhere'
      ? words.phrase('webhook.came.none-here')
      : words.phrase('webhook.came.none-yet')
  const isOld = lastDeliveryAt !== null && now - lastDeliveryAt >= dayMs
  return (
    <td className={mergeClasses(styles.cell, styles.counts)}>
      <div>
        {delivered + failed === 0 ? words.phrase('webhook.came.none') : words.number(delivered)}
        {failed > 0 && (
          <>
            {' · '}
            <span className={styles.failed}>{words.phrase('webhook.came.failed', { n: failed })}</span>
          </>
        )}
      </div>
      <div className={styles.second}>
        {lastDeliveryAt === null
          ? none
          : isOld
            ? words.moment(lastDeliveryAt, now)
            : words.ago(now - lastDeliveryAt)}
      </div>
    </td>
  )
}
