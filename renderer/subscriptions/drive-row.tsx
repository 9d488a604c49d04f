import { Badge, Button, MenuItem, Tooltip } from '@fluentui/react-components'
import { PauseRegular } from '@fluentui/react-icons/svg/pause'
import { PlayRegular } from '@fluentui/react-icons/svg/play'
import { Fragment, type KeyboardEvent, useId } from 'react'
import { OpeningName } from '../ui/opening-name.tsx'
import { Tile } from '../ui/tile.tsx'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import { FoundIcon } from '../ui/found-icon.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useNarrow } from '../ui/use-media.ts'
import { mutedDrive } from '../ui/use-muting.tsx'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'
import { needsSomeone } from '../words/drive-status.ts'
import { DriveMenu } from './drive-menu.tsx'
import { StatusCell } from './status-cell.tsx'
import { whereabouts } from './drive-list.ts'
import { useRowStyles } from './subscription-styles.ts'
import { useRemedy } from './use-remedy.ts'
import { useUnfollow } from './use-unfollow.tsx'

/** One followed drive: what it is, how well it is heard, what can be done. */
export function DriveRow(props: { readonly drive: SubscriptionView; readonly chooseFolders: () => void }) {
  const { drive } = props
  const styles = useRowStyles()
  const { bridge, state, showSubscription } = useDrivebell()
  const ids = { name: useId(), muted: useId(), unseen: useId(), place: useId(), status: useId() }
  const nameId = ids.name
  const small = useNarrow()
  const words = useWords()
  const run = useRun()
  const remedy = useRemedy(drive)
  const unfollow = useUnfollow(drive)
  const muted = mutedDrive(state, drive.id) !== undefined
  const paused = drive.status.kind === 'paused'
  const mayPause = !needsSomeone(drive.status)
  const pauseOrResume = () => {
    const what = { subscriptionId: drive.id }
    void run(paused ? bridge.resume({ what }) : bridge.pause({ what, until: null }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') showSubscription(drive.id)
    if (event.key === 'p' && mayPause) pauseOrResume()
    if (event.key === 'Delete') unfollow()
  }
  return (
    // A list of rows that take the focus in turn; each key has its button in the row as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles.row}
      data-row={drive.id}
      tabIndex={-1}
      // What can be seen of it, too, for those who hear it: what, where, how it is heard, what is new.
      aria-labelledby={`${nameId} ${ids.place} ${ids.status} ${ids.muted} ${ids.unseen}`}
      onKeyDown={onKeyDown}
    >
      <Tile className={styles.tile}>
        <FoundIcon icon={drive.icon} />
      </Tile>
      <div className={styles.drive}>
        <div className={styles.names}>
          <OpeningName open={() => showSubscription(drive.id)}>
            <bdi id={nameId} title={drive.name}>
              {drive.name}
            </bdi>
          </OpeningName>
          {muted && (
            <Badge id={ids.muted} className={styles.badge} appearance="outline" size="small">
              {words.phrase('mute.drive')}
            </Badge>
          )}
          {drive.unseen > 0 && (
            <Badge id={ids.unseen} className={styles.badge} appearance="tint" size="small">
              {words.phrase('drive.new', { n: drive.unseen })}
            </Badge>
          )}
        </div>
        <div id={ids.place} className={styles.second}>
          {whereabouts(drive, state.accounts, words).map((piece, index) => (
            <Fragment key={piece}>
              {index > 0 && ' · '}
              <bdi>{piece}</bdi>
            </Fragment>
          ))}
        </div>
      </div>
      <StatusCell id={ids.status} drive={drive} />
      <div className={styles.actions}>
        {remedy && !small && (
          <Button size="small" data-needs-you="" aria-describedby={nameId} onClick={remedy.act}>
            {remedy.label}
          </Button>
        )}
        {mayPause && !small && (
          <Tooltip
            content={words.phrase(paused ? 'drive.action.resume' : 'drive.action.pause')}
            relationship="label"
          >
            <Button
              appearance="subtle"
              icon={paused ? <PlayRegular /> : <PauseRegular />}
              aria-describedby={nameId}
              onClick={pauseOrResume}
            />
          </Tooltip>
        )}
        <DriveMenu
          drive={drive}
          nameId={nameId}
          folded={
            small && (
              <>
                {remedy && <MenuItem onClick={remedy.act}>{remedy.label}</MenuItem>}
                {mayPause && (
                  <MenuItem onClick={pauseOrResume}>
                    {words.phrase(paused ? 'drive.action.resume' : 'drive.action.pause')}
                  </MenuItem>
                )}
              </>
            )
          }
          showRules={() => showSubscription(drive.id)}
          chooseFolders={props.chooseFolders}
          unfollow={unfollow}
        />
      </div>
    </li>
  )
}
