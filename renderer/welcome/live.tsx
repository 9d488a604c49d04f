import { Button, makeStyles, Switch, tokens, useAnnounce } from '@fluentui/react-components'
import { Cloud20Regular } from '@fluentui/react-icons/svg/cloud'
import { useEffect } from 'react'
import { Tile } from '../ui/tile.tsx'
import type { AccountView, SubscriptionView } from '../../preload/contract/state.ts'
import { ActionLink } from '../ui/action-link.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { StatusIcon } from '../ui/status-icon.tsx'
import { Progress } from '../ui/progress.tsx'
import { useFocusAtFirst } from '../ui/use-focus.ts'
import { useNow } from '../ui/use-now.ts'
import { useWords } from '../ui/words-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { statusTickMs, statusWords } from '../words/drive-status.ts'
import { useWelcomeStyles } from './welcome-styles.ts'
import { Phrase } from '../ui/phrase.tsx'
import type { Words } from '../../preload/words/words.ts'

const useStyles = makeStyles({
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  name: { fontWeight: tokens.fontWeightSemibold },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  state: { display: 'flex', gap: tokens.spacingHorizontalS, marginBlock: tokens.spacingVerticalM },
  learning: { display: 'grid', gap: tokens.spacingVerticalS },
})

/** Signed in: says so, shows what a notice looks like, and leads on. */
export function Live({ account }: { readonly account: AccountView }) {
  const words = useWords()
  const styles = useStyles()
  const shared = useWelcomeStyles()
  const { bridge, state, showPage, pickTeams } = useDrivebell()
  const { announce } = useAnnounce()
  const primary = useFocusAtFirst()
  const run = useRun()
  const drive = state.subscriptions[0]
  useEffect(
    () => announce(words.phrase('welcome.signed-in-as', { username: account.username })),
    [announce, words, account.username],
  )
  return (
    <>
      <div className={shared.line}>
        <StatusIcon kind="live" />
        <span>
          <Phrase pieces={words.pieces('welcome.signed-in-as', { username: account.username })} />
        </span>
      </div>
      <h1 className={shared.title}>{titleFor(drive, words)}</h1>
      <p className={shared.lead}>
        {drive ? (
          <Phrase pieces={words.pieces('welcome.connected-lead', { name: drive.name })} />
        ) : (
          words.phrase('welcome.signed-in-lead')
        )}
      </p>
      <div className={shared.buttons}>
        <Button
          ref={primary}
          size="large"
          appearance="primary"
          onClick={() => void run(bridge.showSampleNotice(undefined))}
        >
          {words.phrase('settings.notifications.test')}
        </Button>
        {account.type === 'work' && (
          <Button size="large" onClick={pickTeams}>
            {words.phrase('welcome.follow-team-files')}
          </Button>
        )}
      </div>
      <Switch
        className={styles.switch}
        label={words.phrase('welcome.launch')}
        checked={state.launchAtLogin}
        onChange={(_event, { checked }) => void run(bridge.launchAtLogin({ on: checked }))}
      />
      <p>
        <ActionLink onClick={() => showPage('activity')}>{words.phrase('welcome.to-activity')}</ActionLink>
      </p>
    </>
  )
}

/** The first drive and how well it is heard. */
export function LiveCard() {
  const { subscriptions } = useDrivebell().state
  const drive = subscriptions[0]
  return drive ? <DriveCard drive={drive} /> : null
}

function DriveCard({ drive }: { readonly drive: SubscriptionView }) {
  const styles = useStyles()
  const shared = useWelcomeStyles()
  const words = useWords()
  const now = useNow((at) => statusTickMs(drive.status, at))
  const { first, second } = statusWords({ status: drive.status, learning: null }, now, words)
  const live = drive.status.kind === 'live'
  return (
    <div className={shared.card}>
      <div className={styles.head}>
        <Tile look="brand">
          <Cloud20Regular />
        </Tile>
        <div>
          <div className={styles.name}>
            <bdi>{drive.name}</bdi>
          </div>
          <div className={styles.second}>
            <bdi>{drive.place}</bdi>
          </div>
        </div>
      </div>
      <div className={styles.state}>
        <StatusIcon kind={drive.status.kind} />
        <div>
          <div className={styles.name}>{first}</div>
          <div className={styles.second}>{live ? words.phrase('welcome.from-now-on') : second}</div>
        </div>
      </div>
      {drive.learning && (
        <div className={`${styles.learning} ${styles.second}`}>
          <span>{words.phrase('welcome.learning')}</span>
          <Progress
            label={words.phrase('welcome.learning')}
            value={drive.learning.about ? Math.min(1, drive.learning.done / drive.learning.about) : 'unknown'}
          />
          <span>{learned(drive.learning, words)}</span>
        </div>
      )}
    </div>
  )
}

function titleFor(drive: SubscriptionView | undefined, words: Words): string {
  if (!drive) return words.phrase('welcome.signed-in-title')
  return words.phrase(drive.status.kind === 'live' ? 'welcome.connected-title' : 'welcome.connecting-title')
}

const learned = ({ done, about }: NonNullable<SubscriptionView['learning']>, words: Words): string =>
  about === null
    ? words.phrase('welcome.learning-so-far', { done })
    : words.phrase('welcome.learning-of', { done, about })
