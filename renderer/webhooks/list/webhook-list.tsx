import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
} from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { PlugConnected32Regular } from '@fluentui/react-icons/svg/plug-connected'
import { useState } from 'react'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { useRun } from '../../ui/use-run.tsx'
import { useRovingRows } from '../../ui/use-roving-rows.ts'
import { useWantedRow } from '../../ui/use-wanted-row.ts'
import { useHeld } from '../../ui/use-held.ts'
import { Unseen } from '../unseen.tsx'
import { AddByIdDialog } from './add-by-id-dialog.tsx'
import { ListenerCard } from './listener-card.tsx'
import { useTableStyles } from './webhook-list-styles.ts'
import { WebhookRow } from './webhook-row.tsx'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  both: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px' },
})

/** All webhooks of all accounts, ours and those Microsoft returns beside them; `left` is the one looked at last. */
export function WebhookList({ left }: { readonly left: string | null }) {
  const words = useWords()
  const styles = useTableStyles()
  const { state } = useDrivebell()
  const { listener } = state.webhooks
  const [rows, press] = useHeld(state.webhooks.rows)
  const { list, onKeyDown, onFocus } = useRovingRows()
  useWantedRow(list, left)
  if (rows.length === 0)
    return (
      <Page title={words.phrase('page.webhooks')} actions={<Actions />}>
        {(listener.state.kind !== 'off' || listener.eventHub.isOn) && <ListenerCard />}
        <NoneYet />
      </Page>
    )
  const accounts = new Set(rows.map(({ accountId }) => accountId)).size
  return (
    <Page
      title={words.phrase('page.webhooks')}
      caption={words.phrase('webhooks.caption', { n: rows.length, accounts })}
      actions={<Actions />}
    >
      <ListenerCard />
      {/* Keys and focus of the rows inside. */}
      <div role="presentation" ref={list} onKeyDown={onKeyDown} onFocus={onFocus} {...press}>
        <table className={styles.table} aria-label={words.phrase('page.webhooks')}>
          <thead className={styles.part}>
            <tr className={styles.head}>
              <th scope="col" className={mergeClasses(styles.caption, styles.first)}>
                {words.phrase('webhooks.column.resource')}
              </th>
              <th scope="col" className={styles.caption}>
                {words.phrase('webhooks.column.state')}
              </th>
              <th scope="col" className={styles.caption}>
                {words.phrase('webhooks.column.expires')}
              </th>
              <th scope="col" className={styles.caption}>
                {words.phrase('webhooks.column.deliveries')}
              </th>
              <th scope="col" className={styles.caption}>
                <Unseen>{words.phrase('webhooks.column.more')}</Unseen>
              </th>
            </tr>
          </thead>
          <tbody className={styles.part}>
            {rows.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} />
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  )
}

function Actions() {
  const words = useWords()
  const { bridge, state, showWebhooks } = useDrivebell()
  const run = useRun()
  const [isAdding, setIsAdding] = useState(false)
  const { checking, rows } = state.webhooks
  return (
    <>
      <Button
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={checking}
        onClick={() => void run(bridge.checkWebhooks(undefined))}
      >
        {checking ? words.phrase('webhooks.checking') : words.phrase('webhooks.check')}
      </Button>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={words.phrase('button.more')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => setIsAdding(true)}>{words.phrase('webhooks.add-by-id')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {rows.length > 0 && (
        <Button appearance="primary" icon={<AddRegular />} onClick={() => showWebhooks({ kind: 'new' })}>
          {words.phrase('webhooks.new')}
        </Button>
      )}
      {isAdding && <AddByIdDialog close={() => setIsAdding(false)} />}
    </>
  )
}

/** Says that nothing is missing, what webhooks are for, and how to begin. */
function NoneYet() {
  const words = useWords()
  const styles = useStyles()
  const { bridge, state, showWebhooks } = useDrivebell()
  const run = useRun()
  const { listener } = state.webhooks
  const { publicUrl } = listener
  const isReady = listener.eventHub.isOn || (listener.state.kind === 'listening' && publicUrl !== null)
  // a tunnel's command needs the port, and a port is the listener's once that is on
  const begin = async () => {
    if (await run(bridge.setListener({ on: true, publicUrl }))) showWebhooks({ kind: 'guide' })
  }
  return (
    <Empty
      drawn={<PlugConnected32Regular />}
      title={words.phrase('webhooks.empty-title')}
      text={words.phrase('webhooks.empty')}
      action={
        <div className={styles.both}>
          {isReady ? (
            <Button appearance="primary" icon={<AddRegular />} onClick={() => showWebhooks({ kind: 'new' })}>
              {words.phrase('webhooks.new')}
            </Button>
          ) : (
            <>
              <Button appearance="primary" onClick={() => void begin()}>
                {words.phrase('webhooks.get-started')}
              </Button>
              <Button onClick={() => showWebhooks({ kind: 'listener' })}>
                {words.phrase('webhooks.set-up')}
              </Button>
              <Button onClick={() => showWebhooks({ kind: 'new' })}>{words.phrase('webhooks.browse')}</Button>
            </>
          )}
        </div>
      }
    />
  )
}
