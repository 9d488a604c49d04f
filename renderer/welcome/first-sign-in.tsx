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
import { words } from '../words/english.ts'
import { AppIcon } from './split.tsx'
import { useWelcomeStyles } from './welcome-styles.ts'

const said = words.welcome

const useStyles = makeStyles({ bar: { marginBlockEnd: tokens.spacingVerticalM, maxWidth: '420px' } })

/** The first run: what it is, and two ways in. What went wrong stands above the same two buttons. */
export function FirstSignIn({ signIn }: { readonly signIn: SignInState }) {
  const shared = useWelcomeStyles()
  const primary = useFocusAtFirst()
  const start = useSignIn()
  return (
    <>
      <AppIcon />
      <h1 className={shared.title}>{said.title}</h1>
      <p className={shared.lead}>{said.lead}</p>
      {signIn.kind === 'failed' && <Failed {...signIn} />}
      <div className={shared.buttons}>
        <Button ref={primary} size="large" appearance="primary" onClick={() => start({ method: 'browser' })}>
          {said.signIn}
        </Button>
        <Button size="large" appearance="subtle" onClick={() => start({ method: 'device-code' })}>
          {said.deviceCode}
        </Button>
      </div>
      <p className={shared.small}>{said.opensBrowser}</p>
    </>
  )
}

function Failed({ why, adminConsentUrl }: Extract<SignInState, { kind: 'failed' }>) {
  const sentence = useWords().say(why)
  const { announce } = useAnnounce()
  const copy = useCopy()
  useEffect(() => announce(sentence, { alert: true }), [announce, sentence])
  return (
    <MessageBar intent="warning" layout="multiline" className={useStyles().bar} politeness="polite">
      <MessageBarBody>{sentence}</MessageBarBody>
      {adminConsentUrl !== null && (
        <MessageBarActions>
          <Button onClick={() => void copy(adminConsentUrl, words.common.linkCopied)}>
            {words.common.copyLink}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
