import { useWords } from '../ui/words-context.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useCopy } from '../ui/use-copy.tsx'
import { refusalWords } from './refusal-words.ts'

/** What Microsoft refused, with what a support case needs: its code and the request's id. */
export function RefusalBar(props: {
  readonly why: Message
  readonly code: string | null
  readonly requestId: string | null
  /** Microsoft's own text. */
  readonly message: string | null
  readonly children?: ReactNode
}) {
  const { why, code, requestId, message } = props
  const words = useWords()
  const sentence = words.say(why)
  const copy = useCopy()
  const pieces = [
    code !== null && words.phrase('webhook.refusal.code', { code }),
    requestId !== null && words.phrase('webhook.refusal.request-id', { id: requestId }),
  ].filter(Boolean)
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {refusalWords(props, words)} {props.children}
        {pieces.length > 0 && (
          <>
            {pieces.join(', ')}.{' '}
            <Link
              inline
              onClick={() =>
                void copy(
                  [sentence, ...(message === null ? [] : [message]), ...pieces].join('\n'),
                  words.phrase('webhook.did.details-copied'),
                )
              }
            >
              {words.phrase('webhook.refusal.copy')}
            </Link>
          </>
        )}
      </MessageBarBody>
    </MessageBar>
  )
}
