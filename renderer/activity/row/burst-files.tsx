import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { BurstLine, HistoryRow } from '../../../preload/contract/activity.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { KindIcon } from './kind-icon.tsx'
import { RowMenu } from './row-actions.tsx'
import { Sentence } from './sentence.tsx'
import { type Spot, spotOf } from './spot.ts'
import type { RowDeeds } from './use-row-actions.tsx'
import type { Unfolded } from './use-unfolded.ts'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  files: {
    marginBlock: `${tokens.spacingVerticalXS} 0`,
    // Under the middle of the avatar.
    marginInlineStart: '32px',
    padding: 0,
    paddingInlineStart: '17px',
    listStyleType: 'none',
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
  },
  file: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '26px',
    padding: 0,
    paddingInlineEnd: tokens.spacingHorizontalXS,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorNeutralForeground3,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  sentence: { flexGrow: 1, minWidth: 0, '& bdi': { fontWeight: 'inherit' } },
  place: {
    flexShrink: 1,
    maxWidth: '35%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
  },
  time: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  more: { minHeight: '26px', fontSize: 'inherit' },
})

// What one more page may hold, for the words on its button.
const pageSize = 100

/** The files of an unfolded burst: five, then as many as there are. */
export function BurstFiles(props: {
  readonly burst: NonNullable<HistoryRow['burst']>
  readonly unfolded: Unfolded
  readonly active: boolean
  readonly deeds: RowDeeds
}) {
  const words = useWords()
  const { burst, unfolded } = props
  const styles = useStyles()
  const { time } = useDrivebell()
  const files = unfolded.files(burst.id)
  const [menu, setMenu] = useState<{ readonly line: BurstLine; readonly at: Spot } | null>(null)
  const grown = files !== undefined && files.total !== burst.count
  useEffect(() => {
    if (grown) unfolded.readAgain(burst.id)
    // Once for each time it grew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [burst.count])
  if (!files) return null
  const tabIndex = props.active ? 0 : -1
  const left = Math.min(files.total - files.shown, pageSize)
  return (
    <ul className={styles.files} aria-label={words.phrase('activity.files')}>
      {files.lines.slice(0, files.shown).map((line) => (
        <li key={line.id}>
          <button
            type="button"
            className={styles.file}
            tabIndex={tabIndex}
            onClick={(event) => {
              event.stopPropagation() // the burst would open as well
              if (event.detail < 2) props.deeds.open(line.id, line.canOpen ? 'item' : 'folder')
            }}
            onContextMenu={(event) => {
              event.preventDefault()
              event.stopPropagation() // the burst has a menu of its own
              setMenu({ line, at: spotOf(event) })
            }}
          >
            <KindIcon kind={line.kind} />
            <span className={styles.sentence}>
              <Sentence parts={line.sentence} told />
            </span>
            <bdi className={styles.place} title={line.place}>
              {line.place}
            </bdi>
            <time className={styles.time} dateTime={new Date(line.at).toISOString()}>
              {time.clock(line.at)}
            </time>
          </button>
        </li>
      ))}
      {left > 0 && (
        <li>
          <ActionLink
            className={styles.more}
            tabIndex={tabIndex}
            onClick={(event) => {
              event.stopPropagation()
              unfolded.showMore(burst.id)
            }}
          >
            {words.phrase('activity.show-more', { n: left })}
          </ActionLink>
        </li>
      )}
      {menu && (
        <li>
          <RowMenu
            row={{ ...menu.line, unseen: false, isAlarm: false }}
            deeds={props.deeds}
            at={menu.at}
            close={() => setMenu(null)}
          />
        </li>
      )}
    </ul>
  )
}
