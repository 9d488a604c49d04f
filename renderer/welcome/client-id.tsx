import type { Message } from '../../preload/words/phrase.ts'
import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { ClientIdField } from '../ui/client-id-field.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { AppIcon } from './split.tsx'
import { useWelcomeStyles } from './welcome-styles.ts'
import { useWords } from '../ui/words-context.ts'
import { Phrase } from '../ui/phrase.tsx'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  steps: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  step: { display: 'flex', gap: tokens.spacingHorizontalM },
  number: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
})

/** This copy has no application id: where to put one in. */
export function ClientId({ refused }: { readonly refused: Message | null }) {
  const words = useWords()
  const shared = useWelcomeStyles()
  return (
    <>
      <AppIcon />
      <h1 className={shared.title}>{words.phrase('client-id.title')}</h1>
      <p className={shared.lead}>{words.phrase('client-id.lead')}</p>
      <ClientIdField value="" size="large" refused={refused} />
    </>
  )
}

const steps = ([1, 2, 3, 4, 5] as const).map((step) => `client-id.step-${step}` as const)

/** How to make an application id, in five steps. */
export function ClientIdSteps() {
  const words = useWords()
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const run = useRun()
  return (
    <div className={styles.box}>
      <h2 className={styles.title}>{words.phrase('client-id.register')}</h2>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step} className={styles.step}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <span>
              <Phrase
                pieces={words.pieces(step, { address: 'http://localhost' })}
                renderLink={(portal) => (
                  <Link inline onClick={() => void run(bridge.openHelp({ page: 'entra' }))}>
                    {portal}
                  </Link>
                )}
              />
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
