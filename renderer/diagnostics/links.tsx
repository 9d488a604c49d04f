import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up'
import { useState } from 'react'
import type { LinkFacts } from '../../preload/contract/diagnostics.ts'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { StatusIcon } from '../ui/status-icon.tsx'
import { narrow, useNarrow } from '../ui/use-media.ts'
import { soon, useNow } from '../ui/use-now.ts'
import { useWords } from '../ui/words-context.ts'
import { statusWords } from '../words/drive-status.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    [narrow]: { '&[data-wide]': { display: 'none' } },
  },
  first: { width: '42%', [narrow]: { width: '55%' } },
  last: { width: '40px' },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { '&[data-wide]': { display: 'none' } },
  },
  drive: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  icon: { display: 'inline-flex', flexShrink: 0, marginBlockStart: '2px' },
  second: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  events: { margin: 0, padding: 0, listStyleType: 'none' },
})

/** Each drive with its state, its cause and what happened lately. */
export function Links({ links }: { readonly links: readonly LinkFacts[] }) {
  const styles = useStyles()
  const words = useWords()
  const { subscriptions } = useDrivebell().state
  return (
    <section aria-labelledby="links">
      <h2 id="links" className={styles.title}>
        {words.phrase('diagnostics.links')}
      </h2>
      {subscriptions.length === 0 ? (
        words.phrase('diagnostics.links-none')
      ) : (
        <table className={styles.table} aria-labelledby="links">
          <thead>
            <tr>
              <th className={`${styles.head} ${styles.first}`}>{words.phrase('diagnostics.link.drive')}</th>
              <th className={styles.head} data-wide>
                {words.phrase('diagnostics.link.live-since')}
              </th>
              <th className={styles.head} data-wide>
                {words.phrase('diagnostics.link.ends')}
              </th>
              <th className={styles.head}>{words.phrase('diagnostics.link.trouble')}</th>
              <td aria-hidden="true" className={`${styles.head} ${styles.last}`} />
            </tr>
          </thead>
          <tbody>
            {subscriptions.map((drive) => (
              <Row
                key={drive.id}
                drive={drive}
                link={links.find(({ subscriptionId }) => subscriptionId === drive.id) ?? null}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ drive, link }: { readonly drive: SubscriptionView; readonly link: LinkFacts | null }) {
  const styles = useStyles()
  const words = useWords()
  const now = useNow(soon)
  const small = useNarrow()
  const [isOpen, setOpen] = useState(false)
  const { first, second } = statusWords(drive, now, words)
  const events = link?.events ?? []
  return (
    <>
      <tr>
        <th scope="row" aria-label={drive.name} className={styles.cell}>
          <span className={styles.drive}>
            <span className={styles.icon} aria-hidden="true">
              <StatusIcon kind={drive.status.kind} />
            </span>
            <span>
              <bdi>{drive.name}</bdi>
              <span className={styles.second}>{[first, second].filter(Boolean).join(' · ')}</span>
            </span>
          </span>
        </th>
        <td className={styles.cell} data-wide>
          {link?.liveSince ? words.moment(link.liveSince, now) : '–'}
        </td>
        <td className={styles.cell} data-wide>
          {link?.endsAt && link.endsAt > now ? words.span(link.endsAt - now) : '–'}
        </td>
        <td className={styles.cell}>
          {link?.trouble ? (
            <bdi className={styles.mono} lang="en">
              {link.trouble}
            </bdi>
          ) : (
            words.phrase('diagnostics.link.none')
          )}
        </td>
        <td className={styles.cell}>
          {events.length > 0 && (
            <Button
              size="small"
              appearance="subtle"
              icon={isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
              aria-expanded={isOpen}
              aria-label={words.phrase(isOpen ? 'diagnostics.link.hide-events' : 'diagnostics.link.events', {
                name: drive.name,
              })}
              onClick={() => setOpen(!isOpen)}
            />
          )}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={small ? 3 : 5} className={styles.cell}>
            <ul className={styles.events} lang="en" dir="ltr">
              {events.map(({ at, what }) => (
                <li key={`${at} ${what}`} className={styles.mono}>
                  {`${words.moment(at, now)}  ${what}`}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  )
}
