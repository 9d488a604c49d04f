import { useWords } from '../ui/words-context.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
  useAnnounce,
} from '@fluentui/react-components'
import { useEffect } from 'react'
import type { SignInState } from '../../preload/contract/state.ts'
import { useFocusAtFirst } from '../ui/use-focus.ts'
import { useCopy } from '../ui/use-copy.tsx'
import { useSignIn } from '../ui/use-sign-in.ts'
import { AppIcon } from './split.tsx'
import { useWelcomeStyles } from './welcome-styles.ts'

const useStyles = makeStyles({ bar: { marginBlockEnd: tokens.spacingVerticalM, maxWidth: '420px' } })

/** The first run: what it is, and two ways in. What went wrong stands above the same two buttons. */
export function FirstSignIn({ signIn }: { readonly signIn: SignInState }) {
  const words = useWords()
  const shared = useWelcomeStyles()
  const primary = useFocusAtFirst()
  const start = useSignIn()
  return (
    <>
      <AppIcon />
      <h1 className={shared.title}>{words.phrase('welcome.title')}</h1>
      <p className={shared.lead}>{words.phrase('welcome.lead')}</p>
      {signIn.kind === 'failed' && <Failed {...signIn} />}
      <div className={shared.buttons}>
        <Button ref={primary} size="large" appearance="primary" onClick={() => start({ method: 'browser' })}>
          {words.phrase('accounts.sign-in')}
        </Button>
        <Button size="large" appearance="subtle" onClick={() => start({ method: 'device-code' })}>
          {words.phrase('accounts.device-code')}
        </Button>
      </div>
      <p className={shared.small}>{words.phrase('welcome.opens-browser')}</p>
    </>
  )
}

function Failed({ why, adminConsentUrl }: Extract<SignInState, { kind: 'failed' }>) {
  const words = useWords()
  const sentence = words.say(why)
  const { announce } = useAnnounce()
  const copy = useCopy()
  useEffect(() => announce(sentence, { alert: true }), [announce, sentence])
  return (
    <MessageBar intent="warning" layout="multiline" className={useStyles().bar} politeness="polite">
      <MessageBarBody>{sentence}</MessageBarBody>
      {adminConsentUrl !== null && (
        <MessageBarActions>
          <Button onClick={() => void copy(adminConsentUrl, words.phrase('copy.link'))}>
            {words.phrase('button.copy-link')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
