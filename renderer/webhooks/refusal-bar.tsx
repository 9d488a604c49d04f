import { useWords } from '../ui/words-context.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useCopy } from '../ui/use-copy.tsx'
import { webhooksWords } from '../words/webhooks.ts'

const said = webhooksWords.refusal

/** What Microsoft refused, with what a support case needs: its code and the request's id. */
export function RefusalBar(props: {
  readonly why: Message
  readonly code: string | null
  readonly requestId: string | null
  readonly children?: ReactNode
}) {
  const { why, code, requestId } = props
  const sentence = useWords().say(why)
  const copy = useCopy()
  const pieces = [code !== null && said.code(code), requestId !== null && said.requestId(requestId)].filter(
    Boolean,
  )
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {sentence} {props.children}
        {pieces.length > 0 && (
          <>
            {pieces.join(', ')}.{' '}
            <Link
              inline
              onClick={() => void copy([sentence, ...pieces].join('\n'), webhooksWords.did.detailsCopied)}
            >
              {said.copy}
            </Link>
          </>
        )}
      </MessageBarBody>
    </MessageBar>
  )
}
