import { useWords } from '../../ui/words-context.ts'
import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { Fragment, useEffect, useState } from 'react'
import type { Outputs } from '../../../preload/contract/commands.ts'
import { copyForms, type DeliveredNotification, type Delivery } from '../../../preload/contract/deliveries.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useCopy } from '../../ui/use-copy.tsx'
import { minutely, useNow } from '../../ui/use-now.ts'
import { useDone } from '../../ui/use-done.tsx'
import { useRun } from '../../ui/use-run.tsx'
import { exactMoment } from '../../words/webhook-times.ts'
import { useCardStyles } from '../card-styles.ts'
import { Problem } from '../problem.tsx'
import { StepIcon } from '../state-icon.tsx'
import { Unseen } from '../unseen.tsx'
import { DeliveryData } from './delivery-data.tsx'
import { forwardedWords } from './forward-line.tsx'

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalL },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalM },
  titles: { flexGrow: 1, flexBasis: '200px', minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  second: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  checks: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  check: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
  },
  icon: { alignSelf: 'center' },
  section: { marginBlockEnd: tokens.spacingVerticalXS },
  summary: {
    minHeight: '24px',
    lineHeight: '24px',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
  },
  raw: {
    maxHeight: '320px',
    overflow: 'auto',
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
})

/** One delivery: its checks in the order they were made, what it says on demand, its headers. */
export function DeliveryPane(props: { readonly deliveryId: string; readonly replay: () => void }) {
  const answer = useDelivery(props.deliveryId)
  const { say } = useWords()
  if (answer === null) return null
  if (!answer.ok) return <Problem sentence={say(answer.why)} />
  return <Whole delivery={answer.delivery} replay={props.replay} />
}

function Whole({ delivery, replay }: { readonly delivery: Delivery; readonly replay: () => void }) {
  const words = useWords()
  const styles = useStyles()
  const card = useCardStyles()
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const copy = useCopy()
  const done = useDone()
  const canForward = state.webhooks.listener.forwarding.port !== null
  const now = useNow(minutely)
  const { line, checks, headers } = delivery
  const copyAs = async (as: (typeof copyForms)[number]) => {
    const copied = await run(bridge.copyDelivery({ deliveryId: line.id, as }))
    if (copied !== null) await copy(copied.text, words.phrase('webhook.did.copied'))
  }
  const forward = async () => {
    if (await run(bridge.forwardDelivery({ deliveryId: line.id }))) done(words.phrase('forwarding.did'))
  }
  const { forwarded, raw } = delivery
  const facts = [
    exactMoment(line.at, now, words, true),
    words.phrase('deliveries.bytes', { n: delivery.bytes }),
    ...(delivery.entries > 1 ? [words.phrase('deliveries.entries', { n: delivery.entries })] : []),
    words.phrase('deliveries.answered', { status: String(line.status) }),
  ]
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.title}>
            {words.phrase('deliveries.headline', {
              what: words.say(line.what),
              answer: words.answerTime(line.answeredInMs),
            })}
          </h2>
          <p className={styles.second}>
            <bdi>{words.say(line.title)}</bdi>
            {facts.map((fact) => ` · ${fact}`)}
          </p>
          {forwarded !== null && <p className={styles.second}>{forwardedWords(forwarded, words)}</p>}
        </div>
        <div className={styles.actions}>
          {delivery.canReplay && (
            <Button size="small" onClick={replay}>
              {words.phrase('deliveries.replay')}
            </Button>
          )}
          {raw !== null && canForward && (
            <Button size="small" onClick={() => void forward()}>
              {words.phrase(forwarded === null ? 'forwarding.do' : 'forwarding.do-again')}
            </Button>
          )}
          {raw !== null && <CopyMenu copyAs={(as) => void copyAs(as)} />}
        </div>
      </div>
      {checks.length > 0 && (
        <ol className={styles.checks} aria-label={words.phrase('deliveries.checks')}>
          {checks.map(({ key, kind, found }) => (
            <li key={key} className={styles.check}>
              <span className={styles.icon}>
                <StepIcon kind={kind} />
              </span>
              <span>
                {words.phrase(`delivery.check.${key}`)}
                <Unseen>, {words.phrase(`deliveries.check.${kind}`)}</Unseen>
              </span>
              <span className={styles.second}>{found !== null && words.say(found)}</span>
            </li>
          ))}
        </ol>
      )}
      {delivery.notifications.slice(0, mostShown).map((notification, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a delivery never changes
        <Notification key={index} notification={notification} />
      ))}
      {delivery.raw !== null && <Raw text={delivery.raw} />}
      {delivery.data !== 'none' && (
        <DeliveryData key={line.id} deliveryId={line.id} isEncrypted={delivery.data === 'encrypted'} />
      )}
      <section>
        <h3 className={mergeClasses(styles.title, styles.section)}>{words.phrase('deliveries.headers')}</h3>
        <dl className={card.facts}>
          {headers.map(({ name, value }) => (
            <Fragment key={name}>
              <dt className={mergeClasses(card.label, card.code)}>{name}</dt>
              <dd className={mergeClasses(card.value, card.code)}>
                <bdi>{value ?? words.phrase('deliveries.hidden')}</bdi>
              </dd>
            </Fragment>
          ))}
        </dl>
      </section>
    </div>
  )
}

function CopyMenu({ copyAs }: { readonly copyAs: (as: (typeof copyForms)[number]) => void }) {
  const words = useWords()
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<CopyRegular />}>
          {words.phrase('deliveries.copy')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {copyForms.map((as) => (
            <MenuItem key={as} onClick={() => copyAs(as)}>
              {words.phrase(`deliveries.copy.${as}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** Of a delivery with very many, what is in it is seen from the first. */
const mostShown = 20

/** What a notification says of itself, by Microsoft's own names. */
function Notification({ notification }: { readonly notification: DeliveredNotification }) {
  const styles = useStyles()
  const card = useCardStyles()
  const words = useWords()
  const facts = Object.entries(notification).filter(([, value]) => value !== null)
  return (
    <section>
      <h3 className={mergeClasses(styles.title, styles.section)}>
        {words.phrase('deliveries.notification')}
      </h3>
      <dl className={card.facts}>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt className={mergeClasses(card.label, card.code)}>{name}</dt>
            <dd className={mergeClasses(card.value, card.code)}>
              <bdi>{value}</bdi>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}

/** The whole of it as JSON, folded. */
function Raw({ text }: { readonly text: string }) {
  const styles = useStyles()
  const words = useWords()
  const copy = useCopy()
  return (
    <details>
      <summary className={styles.summary}>{words.phrase('deliveries.raw')}</summary>
      <pre className={styles.raw} dir="ltr">
        {text}
      </pre>
      <Button
        size="small"
        icon={<CopyRegular />}
        onClick={() => void copy(text, words.phrase('webhook.did.json-copied'))}
      >
        {words.phrase('deliveries.copy-raw')}
      </Button>
    </details>
  )
}

/** Asked when it is chosen; the one before stays until the answer is here. */
function useDelivery(deliveryId: string): Outputs['delivery'] | null {
  const { bridge, state } = useDrivebell()
  const { deliveriesRevision } = state.webhooks
  const [answer, setAnswer] = useState<Outputs['delivery'] | null>(null)
  useEffect(() => {
    let isLate = false
    const keep = (answer: Outputs['delivery']) => !isLate && setAnswer(answer)
    bridge.delivery({ deliveryId }).then(keep, () => keep({ ok: false, why: { key: 'command.unexpected' } }))
    return () => void (isLate = true)
    // The revision says that something became of it.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [bridge, deliveryId, deliveriesRevision])
  return answer
}
