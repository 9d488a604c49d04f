import { useWords } from '../ui/words-context.ts'
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  useAnnounce,
  Spinner,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect } from 'react'
import type { SignInState } from '../../preload/contract/state.ts'
import { useDrivebell } from './drivebell-context.ts'
import { useCopy } from './use-copy.tsx'
import { useReducedMotion } from './use-media.ts'
import { soon, useNow } from './use-now.ts'
import { useRun } from './use-run.tsx'
import { minutesUntil } from '../words/time.ts'
import { Clock20Regular } from '@fluentui/react-icons/svg/clock'

/** A sign-in under way in the browser, or what became of it. */
export function SignInBar() {
  const { signIn } = useDrivebell().state
  if (signIn.kind === 'waiting') return <WaitingBar until={signIn.until} />
  if (signIn.kind === 'failed') return <FailedBar {...signIn} />
  return null
}

function WaitingBar({ until }: { readonly until: number }) {
  const words = useWords()
  const { bridge } = useDrivebell()
  const { announce } = useAnnounce()
  const run = useRun()
  const now = useNow(soon)
  const still = useReducedMotion()
  useEffect(() => announce(words.phrase('welcome.waiting-for-browser')), [announce, words])
  return (
    <MessageBar
      intent="info"
      layout="multiline"
      icon={still ? <Clock20Regular aria-hidden="true" /> : <Spinner size="tiny" role="presentation" />}
    >
      <MessageBarBody>
        <MessageBarTitle>{words.phrase('welcome.waiting-title')}</MessageBarTitle>
        {words.phrase('welcome.waiting', { minutes: minutesUntil(until, now) })}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void run(bridge.openSignInPage(undefined))}>
          {words.phrase('sign-in.open-again')}
        </Button>
        <Button onClick={() => void run(bridge.cancelSignIn(undefined))}>
          {words.phrase('button.cancel')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function FailedBar({ why, adminConsentUrl }: Extract<SignInState, { kind: 'failed' }>) {
  const words = useWords()
  const sentence = words.say(why)
  const { bridge } = useDrivebell()
  const { announce } = useAnnounce()
  const run = useRun()
  const copy = useCopy()
  useEffect(() => announce(sentence, { alert: true }), [announce, sentence])
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{sentence}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={words.phrase('button.dismiss')}
            onClick={() => void run(bridge.cancelSignIn(undefined))}
          />
        }
      >
        {adminConsentUrl !== null && (
          <Button onClick={() => void copy(adminConsentUrl, words.phrase('copy.link'))}>
            {words.phrase('button.copy-link')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}
