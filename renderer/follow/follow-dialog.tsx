import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { type KeyboardEvent, useState } from 'react'
import { isSignedIn, type AccountView } from '../../preload/contract/state.ts'
import type { Found } from '../../preload/contract/discovery.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { AccountMenu } from './account-choice.tsx'
import { ChosenWords } from './chosen-words.tsx'
import { FolderPicker, WishWords } from './folder-picker.tsx'
import { useFollowStyles } from './follow-styles.ts'
import { Refusal, Surface } from './surface.tsx'
import { type TabName, tabs, Tabs } from './tabs.tsx'
import { useFollow, type Wanted } from './use-follow.ts'
import { drivedBy, everything, scopeOf } from './wish.ts'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

interface Props {
  readonly close: () => void
  readonly followed: (subscriptionId: string, name: string) => void
  readonly showSubscription: (id: string) => void
  /** Where it opens: where it was left. */
  readonly tab: TabName
  readonly opened: (tab: TabName) => void
}

const useStyles = makeStyles({
  places: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  away: { display: 'none' },
})

/** Follows a drive: with which account, where, and how much of it (interface.md 3). */
export function FollowDialog(props: Props) {
  const words = useWords()
  const { accounts } = useDrivebell().state
  const shared = useFollowStyles()
  const [wanted, setWanted] = useState<string | null>(null)
  const able = accounts.filter(isSignedIn)
  const account = able.find(({ id }) => id === wanted) ?? able[0]
  // Accounts that come, or change their order, do not take the place of the one that was begun with.
  if (account && account.id !== wanted) setWanted(account.id)
  if (account)
    return <Picking key={account.id} {...props} accounts={accounts} account={account} switchTo={setWanted} />
  return (
    <Surface
      title={words.phrase('subscriptions.follow')}
      said={null}
      buttons={<Button onClick={props.close}>{words.phrase('button.cancel')}</Button>}
      close={props.close}
      onKeyDown={() => {}}
    >
      <div className={shared.pane}>
        <p className={shared.sentence}>{words.phrase('follow.no-account')}</p>
      </div>
    </Surface>
  )
}

function Picking(
  props: Props & {
    readonly accounts: readonly AccountView[]
    readonly account: AccountView
    readonly switchTo: (accountId: string) => void
  },
) {
  const words = useWords()
  const { accounts, account, close } = props
  const styles = useStyles()
  const [tab, setTab] = useState<TabName>(props.tab)
  const [chosen, setChosen] = useState<readonly Found[]>([])
  const [known, setKnown] = useState<Found | null>(null)
  const [view, setView] = useState<'places' | 'folders'>('places')
  const [wish, setWish] = useState(everything)
  const [isLeaving, setLeaving] = useState(false)
  const { refusal, isBusy, forget, follow } = useFollow((followed, isAll) => {
    const last = followed.at(-1)
    setChosen((before) => before.filter((each) => !followed.some(({ found }) => found.key === each.key)))
    if (!last || !isAll) return
    const names = followed.map(({ found }) => found.name)
    props.followed(last.subscriptionId, words.list(names, 'and'))
    close()
  })
  const change = (
    found: Found,
    to: (now: readonly Found[], others: readonly Found[]) => readonly Found[],
  ) => {
    setKnown(found.followed === null ? null : found)
    if (found.choice.kind !== 'target' || found.followed !== null) return
    setChosen((now) =>
      to(
        now,
        now.filter(({ key }) => key !== found.key),
      ),
    )
    setWish(everything)
    forget()
  }
  const choose = (found: Found) =>
    change(found, (now, others) => (others.length < now.length ? others : [...now, found]))
  const add = (found: Found) => change(found, (_now, others) => [...others, found])
  const drop = (found: Found) => setChosen((now) => now.filter(({ key }) => key !== found.key))
  const [first, second] = chosen
  const only = first && !second ? first : null
  const driveId = only?.choice.kind === 'target' ? drivedBy(only.choice.target) : null
  const scope = scopeOf(wish)
  const may = chosen.length > 0 && scope !== null && !isBusy
  const inFolders = view === 'folders' && only !== null && driveId !== null
  const submit = () => {
    if (!may) return
    const all = chosen.flatMap((found): readonly Wanted[] =>
      found.choice.kind === 'target'
        ? [{ found, input: { accountId: account.id, target: found.choice.target, scope } }]
        : [],
    )
    void follow(all)
  }
  const leave = () => (wish.items.length > 0 || chosen.length > 1 ? setLeaving(true) : close())
  const openTab = (name: TabName) => {
    setTab(name)
    props.opened(name)
    setKnown(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    }
    if (event.key === 'Tab' && event.ctrlKey && !inFolders) {
      event.preventDefault()
      const step = event.shiftKey ? tabs.length - 1 : 1
      const next = (tabs.indexOf(tab) + step) % tabs.length
      // A focus on the tabs goes along.
      const all = event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')
      if (event.target instanceof Element && event.target.role === 'tab') all[next]?.focus()
      openTab(tabs[next] ?? 'mine')
    }
  }
  const keys = new Set(chosen.map(({ key }) => key))
  return (
    <Surface
      title={
        inFolders ? (
          <>
            <Phrase pieces={words.pieces('follow.folders.title', { name: only.name })} />
          </>
        ) : (
          words.phrase('subscriptions.follow')
        )
      }
      back={inFolders ? () => setView('places') : undefined}
      beside={!inFolders && <AccountMenu accounts={accounts} account={account} choose={props.switchTo} />}
      close={leave}
      leaving={isLeaving ? { leave: close, stay: () => setLeaving(false) } : null}
      onKeyDown={onKeyDown}
      said={
        refusal !== null ? (
          <Refusal why={refusal} />
        ) : only !== null && known === null && (inFolders || wish.kind === 'only') ? (
          <WishWords wish={wish} name={only.name} />
        ) : (
          <ChosenWords
            chosen={chosen}
            known={known}
            show={(id) => {
              close()
              props.showSubscription(id)
            }}
          />
        )
      }
      buttons={
        <>
          <Button onClick={leave}>{words.phrase('button.cancel')}</Button>
          {!inFolders && (
            <Button disabledFocusable={!driveId} onClick={() => setView('folders')}>
              {words.phrase('drive.action.choose-folders')}
            </Button>
          )}
          <Button appearance="primary" disabledFocusable={!may} onClick={submit}>
            {second
              ? words.phrase('follow.follow-several', { n: chosen.length })
              : words.phrase('follow.follow')}
          </Button>
        </>
      }
    >
      <div className={mergeClasses(styles.places, inFolders && styles.away)}>
        <Tabs {...{ account, choose, add, drop, tab }} chosen={keys} open={openTab} />
      </div>
      {inFolders && (
        <FolderPicker
          accountId={account.id}
          driveId={driveId}
          name={only.name}
          wish={wish}
          change={setWish}
        />
      )}
    </Surface>
  )
}
