import { useWords } from '../ui/words-context.ts'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { AccountView } from '../../preload/contract/state.ts'
import type { Found, Place } from '../../preload/contract/discovery.ts'
import { Waiting } from '../ui/waiting.tsx'
import { AskConsent } from './ask-consent.tsx'
import { Results } from './results.tsx'
import { useFollowStyles } from './follow-styles.ts'
import type { Look } from './use-look.ts'
import { Bones, Line } from '../ui/bone.tsx'

/** What a look shows: gray rows, results, what has to be agreed to, or why there is nothing. */
export function SeenList(props: {
  readonly account: AccountView
  readonly place: Place['kind']
  readonly look: Look
  readonly label: string
  /** Stands above what was found. */
  readonly title?: ReactNode
  readonly nothing: ReactNode
  readonly chosen: ReadonlySet<string>
  readonly choose: (found: Found, into: boolean) => void
  readonly isGrouped?: boolean
  readonly takesFocus?: boolean
}) {
  const { account, place, look, nothing, title, ...results } = props
  const { seen, isOlder } = look
  const styles = useFollowStyles()
  const words = useWords()
  if (seen.kind === 'loading') return <GreyRows />
  if (seen.kind === 'consent')
    return <AskConsent account={account} place={place} needed={seen} again={look.again} />
  if (seen.kind === 'refused')
    return (
      <>
        <p role="alert" className={styles.sentence}>
          {words.say(seen.why)}
        </p>
        <Button className={styles.start} onClick={look.again}>
          {words.phrase('drive.action.try-again')}
        </Button>
      </>
    )
  return (
    <>
      {seen.rows.length > 0 && title}
      {seen.rows.length > 0 && <Results {...results} rows={seen.rows} />}
      {seen.rows.length === 0 && seen.next === null && <p className={styles.sentence}>{nothing}</p>}
      {isOlder || seen.isReading ? (
        <Waiting text={isOlder ? words.phrase('follow.loading') : words.phrase('follow.loading-more')} />
      ) : (
        seen.next !== null && (
          <Button className={styles.start} onClick={look.more}>
            {words.phrase('follow.show-more')}
          </Button>
        )
      )}
      {seen.note !== null && <p className={styles.sentence}>{words.say(seen.note)}</p>}
    </>
  )
}

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '36px minmax(0, 1fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    height: '52px',
    paddingInlineStart: tokens.spacingHorizontalS,
  },
  lines: { display: 'grid', gap: tokens.spacingVerticalXS },
})

const widths = ['42%', '58%', '36%', '50%']

/** Gray rows while something is looked for. */
function GreyRows() {
  const words = useWords()
  const styles = useStyles()
  return (
    <Bones label={words.phrase('follow.loading')}>
      {widths.map((width) => (
        <div key={width} className={styles.row}>
          <Line height={36} />
          <div className={styles.lines}>
            <Line height={12} width={width} />
            <Line height={8} width={`calc(${width} / 2)`} />
          </div>
        </div>
      ))}
    </Bones>
  )
}
