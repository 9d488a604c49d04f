import { useWords } from '../../ui/words-context.ts'
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { AskPermission } from '../ask-permission.tsx'
import { RefusalBar } from '../refusal-bar.tsx'
import { refusalWords } from '../refusal-words.ts'
import type { NotCreated } from './use-create.ts'

/** Why a webhook was not made, and the one thing to do about it. */
export function OutcomeBar(props: {
  readonly outcome: NotCreated
  readonly accountId: string
  readonly again: () => void
  readonly takeOver: (graphId: string) => void
}) {
  const words = useWords()
  const { outcome } = props
  const { showWebhooks } = useDrivebell()
  if (outcome.kind === 'refused') return <RefusalBar {...outcome} />
  if (outcome.kind === 'draft-refused')
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{words.phrase('webhook.form.mend')}</MessageBarBody>
      </MessageBar>
    )
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {outcome.kind === 'unreachable' ? refusalWords(outcome, words) : words.say(outcome.why)}{' '}
        {outcome.kind === 'exists' && outcome.webhookId !== null && (
          <Link inline onClick={() => showWebhooks({ kind: 'details', webhookId: outcome.webhookId ?? '' })}>
            {words.phrase('webhook.show-it')}
          </Link>
        )}
        {outcome.kind === 'exists' && outcome.webhookId === null && (
          <Link inline onClick={() => props.takeOver(outcome.graphId)}>
            {words.phrase('webhook.do.take-over')}
          </Link>
        )}
        {outcome.kind === 'unreachable' && (
          <Link inline onClick={() => showWebhooks({ kind: 'listener' })}>
            {words.phrase('webhooks.test-listener')}
          </Link>
        )}
        {outcome.kind === 'needs-permission' && (
          <AskPermission
            accountId={props.accountId}
            scopes={outcome.scopes}
            adminConsentUrl={outcome.adminConsentUrl}
            given={props.again}
          />
        )}
      </MessageBarBody>
    </MessageBar>
  )
}
