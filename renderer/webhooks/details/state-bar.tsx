import { Button, Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { SlowMeter, WebhookView } from '../../../preload/contract/webhooks.ts'
import { useSignInAgain } from '../../ui/use-sign-in-again.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { soon, useNow } from '../../ui/use-now.ts'
import { webhooksWords } from '../../words/webhooks.ts'
import { AskPermission } from '../ask-permission.tsx'
import { RefusalBar } from '../refusal-bar.tsx'
import type { WebhookCommands } from '../use-webhook-commands.tsx'
import { useWords } from '../../ui/words-context.ts'

const said = webhooksWords.details

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
      return <RefusalBar {...it} why={{ key: 'as-is.text', values: { text: it.sentence } }} />
    case 'unreachable':
      return (
        <Bar sentence={it.sentence}>
          <Link inline onClick={test}>
            {webhooksWords.testTheListener}
          </Link>
        </Bar>
      )
    case 'needs-permission':
      return (
        <Bar sentence={it.sentence}>
          <AskPermission
            accountId={webhook.accountId}
            scopes={it.scopes}
            adminConsentUrl={it.adminConsentUrl}
          />
        </Bar>
      )
    case 'signed-out':
      return (
        <Bar sentence={said.signedOut}>
          <Button size="small" data-needs-you="" onClick={signInAgain}>
            {webhooksWords.signInAgain}
          </Button>
        </Bar>
      )
    case 'elsewhere':
      return (
        <Bar sentence={said.elsewhere} calm>
          <Link inline onClick={commands.takeOver}>
            {webhooksWords.more.takeOver}
          </Link>
        </Bar>
      )
    case 'gone-being-made-anew':
      return <Bar sentence={said.gone} calm />
    case 'deleting':
      return it.undoUntil !== null && it.undoUntil > now ? (
        <Bar sentence={said.deletingSoon} calm>
          <Link inline onClick={commands.undoDelete}>
            {words.phrase('button.undo')}
          </Link>
        </Bar>
      ) : (
        <Bar sentence={said.deleting} calm />
      )
    case 'creating':
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
  const what = { fast: said.slowFast, late: said.slowLate, dropped: said.slowDropped }[slow.state]
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{said.slowBar(slow.over3s, slow.answers)}</MessageBarTitle>
        {what} {said.slowHint[0]}
        <Link inline onClick={test}>
          {said.slowHint[1]}
        </Link>
        {said.slowHint[2]}
      </MessageBarBody>
    </MessageBar>
  )
}
