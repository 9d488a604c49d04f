import { useWords } from '../ui/words-context.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useState } from 'react'
import { SignInBar } from '../ui/sign-in-bar.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { adminConsentOf } from '../ui/admin-consent.ts'
import { useCopy } from '../ui/use-copy.tsx'
import { settled } from '../ui/use-run.tsx'
import { Problem } from './problem.tsx'

const useStyles = makeStyles({
  ask: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  scopes: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})

/** The scopes that are missing, a button that has Microsoft ask for them, and the administrator's link. */
export function AskPermission(props: {
  readonly accountId: string
  readonly scopes: readonly string[]
  readonly adminConsentUrl: string | null
  /** What goes on once they are given. */
  readonly given?: () => void
}) {
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const copy = useCopy()
  const words = useWords()
  const [asked, setAsked] = useState<'not' | 'asking' | 'asked'>('not')
  const [refusal, setRefusal] = useState<Message | null>(null)
  const { accountId, scopes } = props
  const live = state.accounts.find(({ id }) => id === accountId)
  const adminConsentUrl = props.adminConsentUrl ?? adminConsentOf(live)
  const ask = async () => {
    if (asked === 'asking') return
    setAsked('asking')
    setRefusal(null)
    const outcome = await settled(bridge.askConsent({ accountId, scopes: [...scopes] }))
    setAsked('asked')
    if (outcome.ok) props.given?.()
    else setRefusal(outcome.why)
  }
  return (
    <div className={styles.ask}>
      <code className={styles.scopes} dir="ltr">
        {scopes.join(' · ')}
      </code>
      <div className={styles.buttons}>
        <Button
          size="small"
          data-needs-you=""
          disabledFocusable={asked === 'asking'}
          onClick={() => void ask()}
        >
          {asked === 'asking' ? words.phrase('webhook.asking') : words.phrase('webhook.ask')}
        </Button>
        {adminConsentUrl !== null && (
          <Button
            size="small"
            icon={<CopyRegular />}
            onClick={() => void copy(adminConsentUrl, words.phrase('copy.link'))}
          >
            {words.phrase('webhook.copy-admin-link')}
          </Button>
        )}
      </div>
      {refusal !== null && <Problem sentence={words.say(refusal)} />}
      {asked !== 'not' && <SignInBar />}
    </div>
  )
}
