import { useWords } from '../../ui/words-context.ts'
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { type DeliveryFilter, verdicts } from '../../../preload/contract/deliveries.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { NativeSelect } from '../../ui/native.tsx'
import { useDone } from '../../ui/use-done.tsx'
import { useNarrow } from '../../ui/use-media.ts'
import { useRun } from '../../ui/use-run.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Back } from '../back.tsx'
import { usePaneStyles } from '../pane-styles.ts'
import { SubPage } from '../sub-page.tsx'
import { DeliveriesMenu } from './deliveries-menu.tsx'
import { DeliveryList } from './delivery-list.tsx'
import { DeliveryPane } from './delivery-pane.tsx'
import { ForwardDialog } from './forward-dialog.tsx'
import { ForwardLine } from './forward-line.tsx'
import { useDeliveries } from './use-deliveries.ts'

const useStyles = makeStyles({
  list: { width: '300px', paddingBlock: tokens.spacingVerticalS },
  filter: { maxWidth: '180px' },
})

/** The last 200 calls to the listener, each with the verdict of every check. */
export function DeliveriesPage({ webhookId }: { readonly webhookId: string | null }) {
  const words = useWords()
  const panes = usePaneStyles()
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const run = useRun()
  const done = useDone()
  const small = useNarrow()
  const [filter, setFilter] = useState<DeliveryFilter>({ webhookId, verdict: null })
  const [chosen, choose] = useState<string | null>(null)
  const [isForwarding, setIsForwarding] = useState(false)
  const { deliveries, more } = useDeliveries(filter)
  const lines = deliveries.kind === 'lines' ? deliveries.lines : []
  const first = lines[0]?.id ?? null
  // Beside the list the newest one is looked at, and stays when newer ones come.
  if (!small && chosen === null && first !== null) choose(first)
  const narrow = (next: DeliveryFilter) => {
    setFilter(next)
    choose(null)
  }
  const replay = async (deliveryId: string) => {
    if (await run(bridge.replayDelivery({ deliveryId }))) done(words.phrase('webhook.did.replayed'))
  }
  const isFiltered = filter.webhookId !== null || filter.verdict !== null
  return (
    <SubPage
      name={words.phrase('deliveries.title')}
      flush
      actions={
        <>
          <Filters filter={filter} change={narrow} />
          <DeliveriesMenu filter={filter} forward={() => setIsForwarding(true)} />
        </>
      }
      foot={<ForwardLine change={() => setIsForwarding(true)} />}
    >
      <div className={panes.panes}>
        {(!small || chosen === null) && (
          <div className={mergeClasses(panes.first, styles.list)}>
            {deliveries.kind === 'loading' && (
              <div className={panes.alone}>
                <Waiting text={words.phrase('deliveries.loading')} />
              </div>
            )}
            {deliveries.kind === 'failed' && (
              <p className={panes.alone}>{words.phrase('deliveries.failed')}</p>
            )}
            {deliveries.kind === 'lines' && lines.length === 0 && (
              <p className={panes.alone}>
                {isFiltered ? words.phrase('deliveries.no-match') : words.phrase('deliveries.none')}
              </p>
            )}
            {lines.length > 0 && (
              <DeliveryList
                lines={lines}
                hasMore={deliveries.kind === 'lines' && deliveries.next !== null}
                more={more}
                chosen={chosen}
                follows={!small}
                choose={choose}
                replay={(id) => void replay(id)}
              />
            )}
          </div>
        )}
        {chosen !== null && (
          <div className={panes.second}>
            {small && (
              <p>
                <Back label={words.phrase('deliveries.back')} go={() => choose(null)} />
              </p>
            )}
            <DeliveryPane deliveryId={chosen} replay={() => void replay(chosen)} />
          </div>
        )}
      </div>
      {isForwarding && <ForwardDialog close={() => setIsForwarding(false)} />}
    </SubPage>
  )
}

function Filters(props: {
  readonly filter: DeliveryFilter
  readonly change: (filter: DeliveryFilter) => void
}) {
  const words = useWords()
  const { filter, change } = props
  const styles = useStyles()
  const { rows } = useDrivebell().state.webhooks
  return (
    <>
      <NativeSelect
        className={styles.filter}
        aria-label={words.phrase('deliveries.whose')}
        value={filter.webhookId ?? ''}
        onChange={({ target }) => change({ ...filter, webhookId: target.value || null })}
      >
        <option value="">{words.phrase('deliveries.all')}</option>
        {rows.map(({ id, title }) => (
          <option key={id} value={id}>
            {words.say(title)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        className={styles.filter}
        aria-label={words.phrase('deliveries.verdict')}
        value={filter.verdict ?? ''}
        onChange={({ target }) =>
          change({ ...filter, verdict: verdicts.find((verdict) => verdict === target.value) ?? null })
        }
      >
        <option value="">{words.phrase('deliveries.any')}</option>
        {verdicts.map((verdict) => (
          <option key={verdict} value={verdict}>
            {words.phrase(`deliveries.verdict.${verdict}`)}
          </option>
        ))}
      </NativeSelect>
    </>
  )
}
