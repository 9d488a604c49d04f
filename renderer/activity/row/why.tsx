import { Button, makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { HistoryRow } from '../../../preload/contract/activity.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useDone } from '../../ui/use-done.tsx'
import { useRun } from '../../ui/use-run.tsx'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  why: { width: '288px', maxWidth: 'calc(100vw - 48px)', cursor: 'default' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  sentence: { margin: `${tokens.spacingVerticalXS} 0 0` },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalM,
  },
})

/** Why in two sentences, with the one change that helps. */
export function Why(props: {
  readonly row: HistoryRow
  readonly target: HTMLElement
  readonly close: () => void
}) {
  const { row, target, close } = props
  const { title, sentence, remedy, canAllowSimilar } = row.reason
  const styles = useStyles()
  const titleId = useId()
  return (
    <Popover
      open
      withArrow
      trapFocus
      positioning={{ target, position: 'below', align: 'end', overflowBoundaryPadding: 8 }}
      onOpenChange={(_event, { open }) => !open && close()}
    >
      <PopoverSurface
        className={styles.why}
        aria-labelledby={titleId}
        tabIndex={-1}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <h3 id={titleId} className={styles.title}>
          {title}
        </h3>
        <p className={styles.sentence}>{sentence}</p>
        {(remedy || canAllowSimilar) && (
          <div className={styles.actions}>
            <Remedy row={row} close={close} />
          </div>
        )}
      </PopoverSurface>
    </Popover>
  )
}

function Remedy({ row, close }: { readonly row: HistoryRow; readonly close: () => void }) {
  const words = useWords()
  const { bridge, state, showPage, showSubscription, showWebhooks } = useDrivebell()
  const run = useRun()
  const sayDone = useDone()
  const { remedy, canAllowSimilar } = row.reason
  const showRules = (id: string) => {
    if (state.webhooks.rows.some((webhook) => webhook.id === id))
      showWebhooks({ kind: 'rules', webhookId: id })
    else showSubscription(id)
  }
  const allowSimilar = () => {
    close()
    void run(bridge.allowSimilar({ changeId: row.id })).then(
      (told) => told && sayDone(words.phrase('activity.allow-similar-done')),
    )
  }
  return (
    <>
      {remedy?.kind === 'change-rule' && (
        <Button size="small" onClick={() => showRules(remedy.subscriptionId)}>
          {words.phrase('activity.change-rule')}
        </Button>
      )}
      {remedy?.kind === 'open-settings' && (
        <Button size="small" onClick={() => showPage('settings')}>
          {words.phrase('activity.to-settings')}
        </Button>
      )}
      {remedy?.kind === 'unmute' && (
        <Button
          size="small"
          onClick={() => {
            close()
            void run(bridge.unmute({ muteId: remedy.muteId }))
          }}
        >
          {words.phrase('mute.unmute')}
        </Button>
      )}
      {canAllowSimilar && (
        <Button size="small" appearance="subtle" onClick={allowSimilar}>
          {words.phrase('activity.allow-similar')}
        </Button>
      )}
    </>
  )
}
