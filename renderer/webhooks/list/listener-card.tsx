import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ListenerView } from '../../../preload/contract/webhooks.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { narrow } from '../../ui/use-media.ts'
import { minutely, useNow } from '../../ui/use-now.ts'
import { useRun } from '../../ui/use-run.tsx'
import { span } from '../../words/time.ts'
import { webhooksWords } from '../../words/webhooks.ts'
import { useTestAnnounced } from '../listener/use-test-announced.ts'
import { StateIcon, StepIcon } from '../state-icon.tsx'

const said = webhooksWords.listener

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalM,
    marginBlockEnd: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  words: { flexGrow: 1, flexBasis: '240px', minWidth: 0, overflowWrap: 'anywhere' },
  icon: { display: 'inline-flex', [narrow]: { alignSelf: 'start', paddingBlockStart: '2px' } },
  first: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  second: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** Where Microsoft's calls arrive, whether they do, and how many were refused. */
export function ListenerCard() {
  const styles = useStyles()
  const { bridge, state, showWebhooks } = useDrivebell()
  const run = useRun()
  const { listener } = state.webhooks
  const now = useNow(minutely)
  useTestAnnounced(listener.test)
  const { icon, first, second } = cardWords(listener, now)
  const canTest = listener.state.kind === 'listening' && listener.publicUrl !== null
  const isRunning = listener.test?.verdict.kind === 'running'
  return (
    <section className={styles.card} aria-label={said.title}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.words}>
        <p className={styles.first}>{first}</p>
        <p className={styles.second}>{second}</p>
      </div>
      <div className={styles.actions}>
        {canTest && (
          <Button
            size="small"
            disabledFocusable={isRunning}
            onClick={() => void run(bridge.testListener(undefined))}
          >
            {isRunning ? webhooksWords.testing : webhooksWords.testNow}
          </Button>
        )}
        <Button
          size="small"
          appearance={canTest ? 'subtle' : 'secondary'}
          onClick={() => showWebhooks({ kind: 'listener' })}
        >
          {canTest ? said.open : webhooksWords.setUp}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => showWebhooks({ kind: 'deliveries', webhookId: null })}
        >
          {webhooksWords.deliveries}
        </Button>
      </div>
    </section>
  )
}

interface CardWords {
  readonly icon: ReactNode
  readonly first: ReactNode
  readonly second: string
}

function cardWords(listener: ListenerView, now: number): CardWords {
  const { state, test, publicUrl } = listener
  const refused = said.refused(listener.refused.thisWeek)
  const quiet = <StateIcon kind="elsewhere" />
  const warning = <StateIcon kind="unreachable" />
  if (state.kind === 'off') return { icon: quiet, first: said.off, second: said.offNext }
  if (state.kind === 'starting')
    return { icon: <StateIcon kind="creating" />, first: said.starting, second: refused }
  if (state.kind === 'failed') return { icon: warning, first: said.failed, second: state.sentence }
  if (publicUrl === null) return { icon: warning, first: said.noAddress, second: said.noAddressNext }
  const about = ([before, after]: readonly [string, string], url: string) => (
    <>
      {before}
      <bdi>{url}</bdi>
      {after}
    </>
  )
  if (test === null || test.publicUrl !== publicUrl)
    return { icon: quiet, first: about(said.untested, publicUrl), second: refused }
  const { verdict } = test
  const ago = span(now - test.startedAt)
  if (verdict.kind === 'running')
    return { icon: <StepIcon kind="running" />, first: about(said.testing, publicUrl), second: refused }
  if (verdict.kind === 'unreachable')
    return { icon: warning, first: said.unreachable, second: `${verdict.sentence} ${said.testedAgo(ago)}` }
  return {
    icon: <StateIcon kind="delivering" />,
    first: about(said.reachable, publicUrl),
    second: `${said.tested(ago, Math.round(verdict.answeredInMs))} ${refused}`,
  }
}
