import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { OpenRegular } from '@fluentui/react-icons/svg/open'
import type { SignInState } from '../../preload/contract/state.ts'
import { minutesUntil } from '../words/time.ts'
import { useDrivebell } from './drivebell-context.ts'
import { useCopy } from './use-copy.tsx'
import { useFocusAtFirst } from './use-focus.ts'
import { soon, useNow } from './use-now.ts'
import { useRun } from './use-run.tsx'
import { Waiting } from './waiting.tsx'
import { useWords } from './words-context.ts'
import { Phrase } from './phrase.tsx'

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '400px' },
  lead: { margin: 0 },
  code: {
    margin: 0,
    padding: tokens.spacingVerticalL,
    textAlign: 'center',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeHero900,
    lineHeight: tokens.lineHeightHero900,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '2px',
    position: 'relative',
    overflowWrap: 'anywhere',
    userSelect: 'all',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  // Read letter by letter; never part of what is selected.
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    userSelect: 'none',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
})

/** A device code under way. */
export type DeviceCodeState = Extract<SignInState, { kind: 'device-code' }>

/** The code, large and selectable, where to type it, and how long it is good for. */
export function CodePanel({
  code,
  size,
}: {
  readonly code: DeviceCodeState
  readonly size: 'medium' | 'large'
}) {
  const words = useWords()
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const run = useRun()
  const copy = useCopy()
  const first = useFocusAtFirst()
  const now = useNow(soon)
  const open = () => void run(bridge.openHelp({ page: 'device-code' }))
  return (
    <div className={styles.panel}>
      <p className={styles.lead}>
        <Phrase
          pieces={words.pieces('device-code.lead', { address: withoutScheme(code.verificationUri) })}
          renderLink={(address) => (
            <Link inline onClick={open}>
              <bdi>{address}</bdi>
            </Link>
          )}
        />
      </p>
      <p className={styles.code} dir="ltr">
        <span className={styles.spoken}>
          {words.phrase('device-code.code', { code: code.userCode.replaceAll(/(?!^)./gu, ' $&') })}
        </span>
        <span aria-hidden="true">{code.userCode}</span>
      </p>
      <div className={styles.buttons}>
        <Button
          ref={first}
          size={size}
          appearance="primary"
          icon={<CopyRegular />}
          onClick={() => void copy(code.userCode, words.phrase('device-code.copied'))}
        >
          {words.phrase('device-code.copy')}
        </Button>
        <Button size={size} icon={<OpenRegular />} onClick={open}>
          {words.phrase('device-code.open-here')}
        </Button>
      </div>
      <div className={styles.foot}>
        <Waiting text={words.phrase('device-code.good-for', { minutes: minutesUntil(code.until, now) })} />
        <Button size={size} onClick={() => void run(bridge.cancelSignIn(undefined))}>
          {words.phrase('button.cancel')}
        </Button>
      </div>
    </div>
  )
}

const withoutScheme = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
