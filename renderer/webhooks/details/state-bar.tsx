import { Button, Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Phrase } from '../../ui/phrase.tsx'
import type { SlowMeter, WebhookView } from '../../../preload/contract/webhooks.ts'
import { useSignInAgain } from '../../ui/use-sign-in-again.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { soon, useNow } from '../../ui/use-now.ts'
import { AskPermission } from '../ask-permission.tsx'
import { RefusalBar } from '../refusal-bar.tsx'
import { refusalWords } from '../refusal-words.ts'
import type { WebhookCommands } from '../use-webhook-commands.tsx'
import { useWords } from '../../ui/words-context.ts'

/** What is wrong with a webhook, and the one thing to do about it; nothing when it delivers. */
export function StateBar(props: { readonly webhook: WebhookView; readonly commands: WebhookCommands }) {
  const words = useWords()
  const { webhook, commands } = props
  const { state, showWebhooks } = useDrivebell()
  const now = useNow(soon)
  const account = state.accounts.find(({ id }) => id === webhook.accountId)
  const signInAgain = useSignInAgain(account?.username)
  const test = () => showWebhooks({ kind: 'listener' })
  const it = webhook.state
  switch (it.kind) {
    case 'slow':
      return <SlowBar slow={state.webhooks.listener.slow} test={test} />
    case 'refused':
      return <RefusalBar {...it} />
    case 'unreachable':
      return (
        <Bar sentence={refusalWords(it, words)}>
          <Link inline onClick={test}>
            {words.phrase('webhooks.test-listener')}
          </Link>
        </Bar>
      )
    case 'needs-permission':
      return (
        <Bar sentence={words.say(it.why)}>
          <AskPermission
            accountId={webhook.accountId}
            scopes={it.scopes}
            adminConsentUrl={it.adminConsentUrl}
          />
        </Bar>
      )
    case 'signed-out':
      return (
        <Bar sentence={words.phrase('webhook.details.signed-out')}>
          <Button size="small" data-needs-you="" onClick={signInAgain}>
            {words.phrase('webhook.sign-in-again')}
          </Button>
        </Bar>
      )
    case 'elsewhere':
      return (
        <Bar sentence={words.phrase('webhook.details.elsewhere')} calm>
          <Link inline onClick={commands.takeOver}>
            {words.phrase('webhook.do.take-over')}
          </Link>
        </Bar>
      )
    case 'gone-being-made-anew':
      return <Bar sentence={words.phrase('webhook.details.gone')} calm />
    case 'deleting':
      return it.undoUntil !== null && it.undoUntil > now ? (
        <Bar sentence={words.phrase('webhook.details.deleting-soon')} calm>
          <Link inline onClick={commands.undoDelete}>
            {words.phrase('button.undo')}
          </Link>
        </Bar>
      ) : (
        <Bar sentence={words.phrase('webhook.details.deleting')} calm />
      )
    case 'creating':
    case 'checking':
    case 'delivering':
    case 'delivering-encrypted':
      return null
  }
}

function Bar(props: { readonly sentence: string; readonly calm?: boolean; readonly children?: ReactNode }) {
  return (
    <MessageBar intent={props.calm ? 'info' : 'warning'} layout="multiline">
      <MessageBarBody>
        {props.sentence} {props.children}
      </MessageBarBody>
    </MessageBar>
  )
}

function SlowBar({ slow, test }: { readonly slow: SlowMeter; readonly test: () => void }) {
  const words = useWords()
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {words.phrase('webhook.details.slow-bar', { slow: slow.over3s, all: slow.answers })}
        </MessageBarTitle>
        <Phrase
          pieces={words.pieces(`webhook.details.slow.${slow.state}`)}
          renderLink={(text) => (
            <Link inline onClick={test}>
              {text}
            </Link>
          )}
        />
      </MessageBarBody>
    </MessageBar>
  )
}
