import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons/svg/open'
import { PauseRegular } from '@fluentui/react-icons/svg/pause'
import { PlayRegular } from '@fluentui/react-icons/svg/play'
import { Fragment } from 'react'
import type { SubscriptionView } from '../../../preload/contract/state.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { StatusIcon } from '../../ui/status-icon.tsx'
import { useNarrow } from '../../ui/use-media.ts'
import { useNow } from '../../ui/use-now.ts'
import { useWords } from '../../ui/words-context.ts'
import { useRun } from '../../ui/use-run.tsx'
import { statusTickMs, statusWords, needsSomeone } from '../../words/drive-status.ts'
import { DriveMenu } from '../drive-menu.tsx'
import { placesOf } from '../drive-list.ts'
import { useRemedy } from '../use-remedy.ts'
import { useUnfollow } from '../use-unfollow.tsx'

const useStyles = makeStyles({
  status: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  icon: { alignSelf: 'center', display: 'inline-flex' },
  words: { minWidth: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
})

/** How well the drive is heard, and where it is, in one line. */
export function DriveStatus({ drive }: { readonly drive: SubscriptionView }) {
  const styles = useStyles()
  const { state } = useDrivebell()
  const words = useWords()
  const now = useNow((at) => statusTickMs(drive.status, at))
  const small = useNarrow()
  const { first, second } = statusWords(drive, now, words)
  const places = small ? [] : placesOf(drive, state.accounts)
  return (
    <div className={styles.status}>
      <span className={styles.icon}>
        <StatusIcon kind={drive.status.kind} />
      </span>
      <span className={styles.words}>
        {first} · {second}
        {places.map((place) => (
          <Fragment key={place}>
            {' · '}
            <bdi>{place}</bdi>
          </Fragment>
        ))}
      </span>
    </div>
  )
}

/** What can be done about the drive itself. */
export function DetailsActions(props: {
  readonly drive: SubscriptionView
  /** Asks first where a draft would be lost. */
  readonly leaveWith: (go: () => void) => void
}) {
  const { drive, leaveWith } = props
  const { bridge } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const small = useNarrow()
  const remedy = useRemedy(drive)
  const unfollow = useUnfollow(drive)
  const paused = drive.status.kind === 'paused'
  const what = { subscriptionId: drive.id }
  const pauseOrResume = () => void run(paused ? bridge.resume({ what }) : bridge.pause({ what, until: null }))
  const pauseIcon = paused ? <PlayRegular /> : <PauseRegular />
  const pauseName = words.phrase(paused ? 'drive.action.resume' : 'drive.action.pause')
  return (
    <>
      {remedy && (
        <Button data-needs-you="" onClick={remedy.act}>
          {remedy.label}
        </Button>
      )}
      {!needsSomeone(drive.status) &&
        (small ? (
          <Tooltip content={pauseName} relationship="label">
            <Button icon={pauseIcon} onClick={pauseOrResume} />
          </Tooltip>
        ) : (
          <Button icon={pauseIcon} onClick={pauseOrResume}>
            {pauseName}
          </Button>
        ))}
      <Tooltip content={words.phrase('drive.action.open-in-browser')} relationship="label">
        <Button
          icon={<OpenRegular />}
          onClick={() => void run(bridge.openDrive({ subscriptionId: drive.id }))}
        />
      </Tooltip>
      <DriveMenu drive={drive} unfollow={() => leaveWith(unfollow)} />
    </>
  )
}
