import type { Message } from '../../preload/words/phrase.ts'
import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { ClientIdField } from '../ui/client-id-field.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'
import { AppIcon } from './split.tsx'
import { useWelcomeStyles } from './welcome-styles.ts'

const said = words.clientId

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
  code: { fontFamily: tokens.fontFamilyMonospace },
})

/** This copy has no application id: where to put one in. */
export function ClientId({ refused }: { readonly refused: Message | null }) {
  const shared = useWelcomeStyles()
  return (
    <>
      <AppIcon />
      <h1 className={shared.title}>{said.title}</h1>
      <p className={shared.lead}>{said.lead}</p>
      <ClientIdField value="" size="large" refused={refused} />
    </>
  )
}

/** How to make an application id, in five steps. */
export function ClientIdSteps() {
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const run = useRun()
  return (
    <div className={styles.box}>
      <h2 className={styles.title}>{said.make}</h2>
      <ol className={styles.steps}>
        {said.steps.map((pieces, index) => (
          <li key={pieces.join('')} className={styles.step}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <span>
              {index === 0 && (
                <>
                  {said.open}
                  <Link inline onClick={() => void run(bridge.openHelp({ page: 'entra' }))}>
                    {said.portal}
                  </Link>
                </>
              )}
              {pieces.map((piece, place) => (
                <Piece key={piece} text={piece} strong={place % 2 === 1} />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Piece({ text, strong }: { readonly text: string; readonly strong: boolean }) {
  const styles = useStyles()
  if (text === said.redirect) return <code className={styles.code}>{text}</code>
  return strong ? <strong>{text}</strong> : text
}
