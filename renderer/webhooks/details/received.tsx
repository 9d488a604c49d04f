import { useWords } from '../../ui/words-context.ts'
import { Fragment } from 'react'
import type { WebhookView } from '../../../preload/contract/webhooks.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useNow } from '../../ui/use-now.ts'
import type { Words } from '../../../preload/words/words.ts'
import { expiryTickMs } from '../../words/webhook-times.ts'
import { AskPermission } from '../ask-permission.tsx'
import { useCardStyles } from '../card-styles.ts'
import { SlowMeter } from './slow-meter.tsx'

/** What came: the last one, the week, what was refused, and how fast the answers are. */
export function Received({ webhook }: { readonly webhook: WebhookView }) {
  const words = useWords()
  const card = useCardStyles()
  const { state, showWebhooks } = useDrivebell()
  const { catchUp } = webhook
  const now = useNow((at) => expiryTickMs(webhook, at))
  return (
    <section className={card.card}>
      <div className={card.head}>
        <h2 className={card.title}>{words.phrase('webhooks.deliveries')}</h2>
        <ActionLink onClick={() => showWebhooks({ kind: 'deliveries', webhookId: webhook.id })}>
          {words.phrase('webhook.details.inspect')}
        </ActionLink>
      </div>
      <dl className={card.facts}>
        {facts(webhook, now, words).map(([label, value]) => (
          <Fragment key={label}>
            <dt className={card.label}>{label}</dt>
            <dd className={card.value}>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {webhook.state.kind !== 'elsewhere' && (
        <p className={card.note}>{words.phrase(`webhook.catch-up.${catchUp.kind}`)}</p>
      )}
      {catchUp.kind === 'needs-permission' && (
        <>
          <p className={card.note}>{words.say(catchUp.why)}</p>
          <AskPermission
            accountId={webhook.accountId}
            scopes={catchUp.scopes}
            adminConsentUrl={catchUp.adminConsentUrl}
          />
        </>
      )}
      <SlowMeter slow={state.webhooks.listener.slow} />
    </section>
  )
}

function facts(webhook: WebhookView, now: number, words: Words): readonly (readonly [string, string])[] {
  const { lastDeliveryAt, lastAnswerMs, week, lastLifecycle } = webhook
  const last =
    lastDeliveryAt === null
      ? words.phrase('webhook.details.none-yet')
      : lastAnswerMs === null
        ? words.ago(now - lastDeliveryAt)
        : words.phrase('webhook.details.last-answered', {
            ago: words.ago(now - lastDeliveryAt),
            answer: words.answerTime(lastAnswerMs),
          })
  const refused = week.refused.map(({ kind, count: n }) =>
    words.phrase('webhook.details.refused-count', { why: words.phrase(`delivery.why.${kind}`), n }),
  )
  return [
    [words.phrase('webhook.details.last'), last],
    [
      words.phrase('webhook.details.week'),
      words.phrase('webhook.details.week-counts', { delivered: week.delivered, failed: week.failed }),
    ],
    [
      words.phrase('webhook.details.refused'),
      refused.length > 0 ? words.list(refused, 'and') : words.phrase('webhook.details.none-refused'),
    ],
    ...(lastLifecycle === null
      ? []
      : [
          [
            words.phrase('webhook.details.lifecycle'),
            words.phrase(`webhook.details.lifecycle.${lastLifecycle.kind}`, {
              time: words.moment(lastLifecycle.at, now),
            }),
          ] as const,
        ]),
  ]
}
