import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ReactNode, lazy, Suspense, useCallback, useEffect, useId, useState } from 'react'
import { isSignedIn, type SubscriptionView } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Empty } from '../ui/empty.tsx'
import { Page } from '../ui/page.tsx'
import { useHeld } from '../ui/use-held.ts'
import { useVisit } from '../ui/visit.ts'
import { useWords } from '../ui/words-context.ts'
import { AccountFaultRow } from './account-fault-row.tsx'
import { Dialogs, type Opened } from './dialogs.tsx'
import { DriveRow } from './drive-row.tsx'
import { groups } from './groups.ts'
import { FollowButton, SubscriptionsHeader } from './subscriptions-header.tsx'
import { manyDrives, named } from './drive-list.ts'
import { useRowStyles } from './subscription-styles.ts'
import { useRovingRows } from '../ui/use-roving-rows.ts'
import { useWantedRow } from '../ui/use-wanted-row.ts'

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
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  count: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
})

const SubscriptionDetails = lazy(async () => ({
  default: (await import('./details/subscription-details.tsx')).SubscriptionDetails,
}))

/** What is followed: all of it, or the details of one; who comes back from those is where they were. */
export function Subscriptions() {
  const { state, shownSubscription } = useDrivebell()
  const visit = useVisit()
  const [left, setLeft] = useState<string | null>(null)
  const drive = state.subscriptions.find(({ id }) => id === shownSubscription)
  if (drive && left !== drive.id) setLeft(drive.id)
  // Who chose the tab stays there; who went back is where they were.
  if (!drive) return <SubscriptionList left={visit === 0 ? null : left} />
  return (
    <Suspense>
      <SubscriptionDetails key={drive.id} drive={drive} />
    </Suspense>
  )
}

/** All that is followed, and how well it is heard. */
function SubscriptionList({ left }: { readonly left: string | null }) {
  const styles = useStyles()
  const { state, picksTeams } = useDrivebell()
  const words = useWords()
  const { list, onKeyDown, onFocus } = useRovingRows()
  const wantRow = useWantedRow(list, left)
  const [dialog, setDialog] = useState<Opened>(picksTeams ? { kind: 'follow' } : null)
  const [typed, setTyped] = useState('')
  const follow = useCallback(() => setDialog({ kind: 'follow' }), [])
  useFollowKey(follow)
  useSawGone()
  const many = state.subscriptions.length > manyDrives
  const shown = named(state.subscriptions, many ? typed : '')
  const [{ faults, following }, press] = useHeld(groups(shown, state.accounts))
  const chooseFolders = ({ id }: SubscriptionView) => setDialog({ kind: 'folders', subscriptionId: id })
  const dialogs = (
    <Dialogs
      opened={dialog}
      close={() => setDialog(null)}
      show={(subscriptionId) => {
        setTyped('') // what is to be shown may have another name
        setDialog(null)
        wantRow(subscriptionId)
      }}
    />
  )
  if (state.subscriptions.length === 0)
    return (
      <Page title={words.phrase('page.subscriptions')}>
        <NothingFollowed follow={follow} />
        {dialogs}
      </Page>
    )
  const accounts = new Set(state.subscriptions.map(({ accountId }) => accountId)).size
  return (
    <Page
      title={words.phrase('page.subscriptions')}
      caption={words.phrase('subscriptions.caption', { n: state.subscriptions.length, accounts })}
      actions={<SubscriptionsHeader typed={typed} type={setTyped} follow={follow} />}
    >
      {shown.length === 0 && <p className={styles.none}>{words.phrase('subscriptions.found-none')}</p>}
      {/* Keys and focus of the rows inside. */}
      <div
        role="presentation"
        ref={list}
        className={styles.groups}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        {...press}
      >
        {faults.length > 0 && (
          <Group title={words.phrase('subscriptions.needs-attention')} count={faults.length} warning>
            {faults.map((fault) =>
              fault.kind === 'drive' ? (
                <DriveRow
                  key={fault.drive.id}
                  drive={fault.drive}
                  chooseFolders={() => chooseFolders(fault.drive)}
                />
              ) : (
                <AccountFaultRow key={fault.account.id} {...fault} />
              ),
            )}
          </Group>
        )}
        {following.length > 0 && (
          <Group title={words.phrase('subscriptions.following')} count={following.length}>
            {following.map((drive) => (
              <DriveRow key={drive.id} drive={drive} chooseFolders={() => chooseFolders(drive)} />
            ))}
          </Group>
        )}
      </div>
      {dialogs}
    </Page>
  )
}

function NothingFollowed({ follow }: { readonly follow: () => void }) {
  const { state, showPage } = useDrivebell()
  const words = useWords()
  const canFollow = state.accounts.some(isSignedIn)
  return (
    <Empty
      title={words.phrase('subscriptions.empty-title')}
      text={words.phrase(canFollow ? 'subscriptions.empty' : 'subscriptions.empty-signed-out')}
      action={
        canFollow ? (
          <FollowButton follow={follow} />
        ) : (
          <Button appearance="primary" onClick={() => showPage('accounts')}>
            {words.phrase('subscriptions.to-accounts')}
          </Button>
        )
      }
    />
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
  const words = useWords()
  return (
    <section>
      <h2 className={styles.heading}>
        <span id={titleId}>{props.title}</span>
        <span className={styles.count}>{words.number(props.count)}</span>
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

/** Ctrl/⌘+N follows, from anywhere on the page; not from inside a dialog. */
function useFollowKey(follow: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!plain || event.key.toLowerCase() !== 'n' || document.querySelector('[aria-modal="true"]')) return
      event.preventDefault()
      follow()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [follow])
}

/** Says that the user has seen which drives are gone: their rows are on screen. */
function useSawGone(): void {
  const { bridge, state } = useDrivebell()
  const gone = state.subscriptions.filter(({ status }) => status.kind === 'gone').map(({ id }) => id)
  const ids = gone.join(' ')
  useEffect(() => {
    for (const subscriptionId of ids.split(' ').filter(Boolean)) void bridge.sawGone({ subscriptionId })
  }, [bridge, ids])
}
