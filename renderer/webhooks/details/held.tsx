import { useWords } from '../../ui/words-context.ts'
import { mergeClasses } from '@fluentui/react-components'
import { Fragment, useEffect, useState } from 'react'
import type { WebhookProperty, WebhookView } from '../../../preload/contract/webhooks.ts'
import type { Outputs } from '../../../preload/contract/commands.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { RefusalBar } from '../refusal-bar.tsx'
import { useCardStyles } from '../card-styles.ts'

/** What Microsoft answers when asked for the webhook now: the facts in words, or every property. */
export function Held({ webhook }: { readonly webhook: WebhookView }) {
  const words = useWords()
  const card = useCardStyles()
  const answer = useHeld(webhook)
  const [isAll, setIsAll] = useState(false)
  return (
    <section className={card.card}>
      <div className={card.head}>
        <h2 className={card.title}>{words.phrase('webhook.details.holds')}</h2>
      </div>
      {answer === null && <Waiting text={words.phrase('webhook.details.holds-loading')} />}
      {answer?.ok === false && <RefusalBar {...answer} />}
      {answer?.ok && (
        <>
          <dl className={mergeClasses(card.facts, isAll && card.stacked)}>
            {isAll
              ? answer.details.properties.map((property) => (
                  <Property key={property.name} property={property} />
                ))
              : answer.details.facts.map(({ name, value }) => (
                  <Fragment key={name}>
                    <dt className={card.label}>{words.phrase(`webhook.fact.${name}`)}</dt>
                    {typeof value === 'string' ? (
                      <dd className={mergeClasses(card.value, card.code, card.short)} title={value}>
                        <bdi>{value}</bdi>
                      </dd>
                    ) : (
                      <dd className={card.value}>{words.say(value)}</dd>
                    )}
                  </Fragment>
                ))}
          </dl>
          <ActionLink aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
            {isAll
              ? words.phrase('webhook.details.show-few')
              : words.phrase('webhook.details.show-all', { n: answer.details.properties.length })}
          </ActionLink>
        </>
      )}
    </section>
  )
}

function Property({ property: { name, value, hidden } }: { readonly property: WebhookProperty }) {
  const words = useWords()
  const card = useCardStyles()
  return (
    <div>
      <dt className={mergeClasses(card.label, card.code)}>{name}</dt>
      {hidden || value === null ? (
        <dd className={mergeClasses(card.value, card.quiet)}>
          {hidden ? words.phrase('webhook.details.hidden') : words.phrase('webhook.details.nothing')}
        </dd>
      ) : (
        <dd className={mergeClasses(card.value, card.code)}>
          <bdi>{value}</bdi>
        </dd>
      )}
    </div>
  )
}

/** Asked at first, and again when it was renewed, made anew or changed. */
function useHeld({ id, graphId, renewedAt, expiresAt }: WebhookView): Outputs['webhook'] | null {
  const { bridge } = useDrivebell()
  const [answer, setAnswer] = useState<Outputs['webhook'] | null>(null)
  useEffect(() => {
    let isLate = false
    const keep = (answer: Outputs['webhook']) => !isLate && setAnswer(answer)
    bridge
      .webhook({ webhookId: id })
      .then(keep, () =>
        keep({ ok: false, why: { key: 'command.unexpected' }, code: null, requestId: null, message: null }),
      )
    return () => void (isLate = true)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [bridge, id, graphId, renewedAt, expiresAt])
  return answer
}
