import { Fragment } from 'react'
import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useNow } from '../../ui/use-now.ts'
import type { Times } from '../../../preload/words/times.ts'
import { span } from '../../words/time.ts'
import { answerTime, expiryTickMs } from '../../words/webhook-times.ts'
import { webhooksWords } from '../../words/webhooks.ts'
import { useCardStyles } from '../card-styles.ts'
import { SlowMeter } from './slow-meter.tsx'

const said = webhooksWords.details

/** What came: the last one, the week, what was refused, and how fast the answers are. */
export function Received({ webhook }: { readonly webhook: WebhookView }) {
  const card = useCardStyles()
  const { state, time, showWebhooks } = useDrivebell()
  const now = useNow((at) => expiryTickMs(webhook, at))
  return (
    <section className={card.card}>
      <div className={card.head}>
        <h2 className={card.title}>{webhooksWords.deliveries}</h2>
        <ActionLink onClick={() => showWebhooks({ kind: 'deliveries', webhookId: webhook.id })}>
          {said.inspect}
        </ActionLink>
      </div>
      <dl className={card.facts}>
        {facts(webhook, now, time).map(([label, value]) => (
          <Fragment key={label}>
            <dt className={card.label}>{label}</dt>
            <dd className={card.value}>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <SlowMeter slow={state.webhooks.listener.slow} />
    </section>
  )
}

function facts(webhook: WebhookView, now: number, time: Times): readonly (readonly [string, string])[] {
  const { lastDeliveryAt, lastAnswerMs, week, lastLifecycle } = webhook
  const last =
    lastDeliveryAt === null
      ? said.noneYet
      : lastAnswerMs === null
        ? said.lastAgo(span(now - lastDeliveryAt))
        : said.lastWords(span(now - lastDeliveryAt), answerTime(lastAnswerMs))
  const refused = week.refused.map(({ words, count }) => said.refusedWords(count, words)).join(', ')
  return [
    [said.last, last],
    [said.week, said.weekWords(week.delivered, week.failed)],
    [said.refused, refused || said.noneRefused],
    ...(lastLifecycle === null
      ? []
      : [
          [
            said.lifecycle,
            `${said.lifecycleKinds[lastLifecycle.kind]} ${time.moment(lastLifecycle.at, now)}`,
          ] as const,
        ]),
  ]
}
