import { useWords } from '../../ui/words-context.ts'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { EventHubView } from '../../../preload/contract/event-hub.ts'
import type { ListenerView } from '../../../preload/contract/webhooks.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { narrow } from '../../ui/use-media.ts'
import { minutely, useNow } from '../../ui/use-now.ts'
import { useDone } from '../../ui/use-done.tsx'
import { useRun } from '../../ui/use-run.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import type { Words } from '../../../preload/words/words.ts'
import { useTestAnnounced } from '../listener/use-test-announced.ts'
import { StateIcon, StepIcon } from '../state-icon.tsx'

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
  const words = useWords()
  const styles = useStyles()
  const { bridge, state, showWebhooks } = useDrivebell()
  const run = useRun()
  const done = useDone()
  const { listener } = state.webhooks
  const now = useNow(minutely)
  useTestAnnounced(listener.test)
  const { icon, first, second } = cardWords(listener, now, words)
  const isByHub = listener.eventHub.isOn
  const canTest = !isByHub && listener.state.kind === 'listening' && listener.publicUrl !== null
  const isRunning = listener.test?.verdict.kind === 'running'
  const move = async () => {
    if (await run(bridge.moveWebhooks(undefined))) done(words.phrase('webhook.did.moved'))
  }
  return (
    <section className={styles.card} aria-label={words.phrase('listener.title')}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.words}>
        <p className={styles.first}>{first}</p>
        <p className={styles.second}>{second}</p>
      </div>
      <div className={styles.actions}>
        {listener.leftBehind > 0 && (
          <Button size="small" appearance="primary" onClick={() => void move()}>
            {words.phrase('webhooks.move', { n: listener.leftBehind })}
          </Button>
        )}
        {canTest && (
          <Button
            size="small"
            disabledFocusable={isRunning}
            onClick={() => void run(bridge.testListener(undefined))}
          >
            {isRunning ? words.phrase('webhooks.testing') : words.phrase('webhooks.test-now')}
          </Button>
        )}
        <Button
          size="small"
          appearance={canTest || isByHub ? 'subtle' : 'secondary'}
          onClick={() => showWebhooks({ kind: 'listener' })}
        >
          {canTest || isByHub ? words.phrase('listener.title') : words.phrase('webhooks.set-up')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => showWebhooks({ kind: 'deliveries', webhookId: null })}
        >
          {words.phrase('webhooks.deliveries')}
        </Button>
      </div>
    </section>
  )
}

/** Of an Event Hub in place of the listener. */
function hubWords({ state, hub }: EventHubView, words: Words): CardWords {
  const name = hub?.name ?? ''
  const next = words.phrase('event-hub.next')
  switch (state.kind) {
    case 'off':
    case 'connecting':
      return {
        icon: <StateIcon kind="creating" />,
        first: words.phrase('event-hub.state.connecting', { name }),
        second: next,
      }
    case 'reading':
      return {
        icon: <StateIcon kind="delivering" />,
        first: <Phrase pieces={words.pieces('event-hub.state.reading', { name })} />,
        second: next,
      }
    case 'failed':
      return {
        icon: <StateIcon kind="unreachable" />,
        first: words.phrase('event-hub.state.failed'),
        second: words.say(state.why),
      }
  }
}

interface CardWords {
  readonly icon: ReactNode
  readonly first: ReactNode
  readonly second: string
}

function cardWords(listener: ListenerView, now: number, words: Words): CardWords {
  const { state, test, publicUrl } = listener
  const refused = words.phrase('listener.refused', { n: listener.refused.thisWeek })
  const quiet = <StateIcon kind="elsewhere" />
  const warning = <StateIcon kind="unreachable" />
  if (listener.eventHub.isOn) return hubWords(listener.eventHub, words)
  if (state.kind === 'off')
    return { icon: quiet, first: words.phrase('listener.off'), second: words.phrase('listener.off-next') }
  if (state.kind === 'starting')
    return { icon: <StateIcon kind="creating" />, first: words.phrase('listener.starting'), second: refused }
  if (state.kind === 'failed')
    return { icon: warning, first: words.phrase('listener.failed'), second: words.say(state.why) }
  if (publicUrl === null)
    return {
      icon: warning,
      first: words.phrase('listener.no-address'),
      second: words.phrase('listener.no-address-next'),
    }
  const about = (key: 'listener.untested' | 'listener.testing' | 'listener.reachable') => (
    <Phrase pieces={words.pieces(key, { url: publicUrl })} />
  )
  if (test === null || test.publicUrl !== publicUrl)
    return { icon: quiet, first: about('listener.untested'), second: refused }
  const { verdict } = test
  const ago = words.ago(now - test.startedAt)
  if (verdict.kind === 'running')
    return { icon: <StepIcon kind="running" />, first: about('listener.testing'), second: refused }
  const isHeard = listener.arrivedAt !== null && listener.arrivedAt > test.startedAt
  if (verdict.kind === 'unreachable' && isHeard)
    return {
      icon: <StateIcon kind="delivering" />,
      first: about('listener.reachable'),
      second: words.phrase('listener.arrived', {
        ago: words.ago(now - (listener.arrivedAt ?? now)),
        refused,
      }),
    }
  if (verdict.kind === 'unreachable') {
    const why = words.say(verdict.why)
    return {
      icon: warning,
      first: words.phrase('listener.unreachable'),
      second: words.phrase('listener.tested-failed', { why, ago }),
    }
  }
  const answer = words.answerTime(verdict.answeredInMs)
  return {
    icon: <StateIcon kind="delivering" />,
    first: about('listener.reachable'),
    second: words.phrase('listener.tested', { ago, answer, refused }),
  }
}
