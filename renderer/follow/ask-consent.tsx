import { useWords } from '../ui/words-context.ts'
import type { Message } from '../../preload/words/phrase.ts'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useState } from 'react'
import type { AccountView } from '../../preload/contract/state.ts'
import type { Discovered, Place } from '../../preload/contract/discovery.ts'
import { SignInBar } from '../ui/sign-in-bar.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { adminConsentOf } from '../ui/admin-consent.ts'
import { useCopy } from '../ui/use-copy.tsx'
import { settled } from '../ui/use-run.tsx'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalXL,
    textAlign: 'center',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0, maxWidth: '400px' },
  scopes: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  refusal: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  admin: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '480px',
    marginBlockStart: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    textAlign: 'start',
  },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** What Microsoft has to agree to before there is something to show, and how to ask. */
export function AskConsent(props: {
  readonly account: AccountView
  readonly place: Place['kind']
  readonly needed: Extract<Discovered, { kind: 'consent' }>
  readonly again: () => void
}) {
  const { scopes, why } = props.needed
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const live = state.accounts.find(({ id }) => id === props.account.id)
  const adminConsentUrl = props.needed.adminConsentUrl ?? adminConsentOf(live)
  const copy = useCopy()
  const words = useWords()
  const [asked, setAsked] = useState<'not' | 'asking' | 'asked'>('not')
  const [refusal, setRefusal] = useState<Message | null>(null)
  const ask = async () => {
    if (asked === 'asking') return
    setAsked('asking')
    setRefusal(null)
    const outcome = await settled(bridge.askConsent({ accountId: props.account.id, scopes: [...scopes] }))
    setAsked('asked')
    if (outcome.ok) props.again()
    else setRefusal(outcome.why)
  }
  return (
    <div className={styles.panel}>
      <h3 className={styles.title}>{words.phrase(`follow.consent.title.${props.place}`)}</h3>
      <p className={styles.text}>{words.say(why)}</p>
      <code className={styles.scopes} dir="ltr">
        {scopes.join(' · ')}
      </code>
      <Button appearance="primary" disabledFocusable={asked === 'asking'} onClick={() => void ask()}>
        {asked === 'asking' ? words.phrase('follow.consent.asking') : words.phrase('follow.consent.ask')}
      </Button>
      {refusal !== null && (
        <p role="alert" className={styles.refusal}>
          {words.say(refusal)}
        </p>
      )}
      {asked !== 'not' && <SignInBar />}
      {adminConsentUrl !== null && (
        <section className={styles.admin} aria-label={words.phrase('follow.consent.admin-title')}>
          <strong>{words.phrase('follow.consent.admin-title')}</strong>
          <p className={styles.small}>{words.phrase('follow.consent.admin')}</p>
          <Button
            size="small"
            icon={<CopyRegular />}
            onClick={() => void copy(adminConsentUrl, words.phrase('copy.link'))}
          >
            {words.phrase('follow.consent.admin-copy')}
          </Button>
        </section>
      )}
    </div>
  )
}
