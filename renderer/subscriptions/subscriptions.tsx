import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Empty } from '../ui/empty.tsx'
import { Page } from '../ui/page.tsx'
import { words } from '../words/english.ts'
import { AccountFaultRow } from './account-fault-row.tsx'
import { DriveRow } from './drive-row.tsx'
import { groups } from './groups.ts'
import { useRowStyles } from './styles.ts'
import { useRovingRows } from './use-roving-rows.ts'

const said = words.subscriptions

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  heading: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalS,
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
})

/** What is followed, and how well it is heard. */
export function Subscriptions() {
  const styles = useStyles()
  const { state, showPage } = useDrivebell()
  const { list, onKeyDown, onFocus } = useRovingRows()
  const { faults, following } = groups(state.subscriptions, state.accounts)
  if (state.subscriptions.length === 0)
    return (
      <Page title={words.pages.subscriptions}>
        <Empty
          title={said.emptyTitle}
          text={said.empty}
          action={
            <Button appearance="primary" onClick={() => showPage('accounts')}>
              {said.toAccounts}
            </Button>
          }
        />
      </Page>
    )
  const accounts = new Set(state.subscriptions.map(({ accountId }) => accountId)).size
  return (
    <Page title={words.pages.subscriptions} caption={said.caption(state.subscriptions.length, accounts)}>
      {/* Keys and focus of the rows inside. */}
      <div role="presentation" ref={list} className={styles.groups} onKeyDown={onKeyDown} onFocus={onFocus}>
        {faults.length > 0 && (
          <Group title={said.needsYou} count={faults.length} warning>
            {faults.map((fault) =>
              fault.kind === 'drive' ? (
                <DriveRow key={fault.drive.id} drive={fault.drive} />
              ) : (
                <AccountFaultRow key={fault.account.id} {...fault} />
              ),
            )}
          </Group>
        )}
        {following.length > 0 && (
          <Group title={said.following} count={following.length}>
            {following.map((drive) => (
              <DriveRow key={drive.id} drive={drive} />
            ))}
          </Group>
        )}
      </div>
    </Page>
  )
}

function Group(props: {
  readonly title: string
  readonly count: number
  readonly warning?: boolean
  readonly children: ReactNode
}) {
  const styles = useStyles()
  const rowStyles = useRowStyles()
  const titleId = useId()
  return (
    <section>
      <h2 className={styles.heading}>
        <span id={titleId}>{props.title}</span>
        <span className={styles.count}>{props.count}</span>
      </h2>
      <ul
        aria-labelledby={titleId}
        className={mergeClasses(rowStyles.rows, props.warning && rowStyles.warning)}
      >
        {props.children}
      </ul>
    </section>
  )
}
