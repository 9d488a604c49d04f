import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { ArrowReset20Regular } from '@fluentui/react-icons/svg/arrow-reset'
import { ArrowSwap20Regular } from '@fluentui/react-icons/svg/arrow-swap'
import { useRef, useState } from 'react'
import type { SettingsView } from '../../preload/contract/settings.ts'
import type { ImportPreview } from '../../preload/contract/travel.ts'
import type { PlainKey } from '../../preload/words/phrase.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Phrase } from '../ui/phrase.tsx'
import { Question } from '../ui/question.tsx'
import { useDone } from '../ui/use-done.tsx'
import { narrow } from '../ui/use-media.ts'
import { useRun } from '../ui/use-run.tsx'
import { useUndo } from '../ui/use-undo.tsx'
import { useWords } from '../ui/words-context.ts'
import { SettingsRow } from './setting-row.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, [narrow]: { flexDirection: 'column' } },
  hidden: { display: 'none' },
  preview: { display: 'grid', gap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalXL },
  line: { overflowWrap: 'anywhere' },
  account: { color: tokens.colorNeutralForeground3 },
})

/** What each setting is called in its row. */
const names: Readonly<Record<keyof SettingsView, PlainKey>> = {
  showNotices: 'settings.notifications.show',
  noticeNames: 'settings.notifications.names',
  noticeSound: 'settings.notifications.sound',
  openByKeys: 'settings.general.keys',
  ownChanges: 'settings.notifications.own',
  opens: 'settings.notifications.open',
  quietHours: 'settings.quiet',
  keepFor: 'settings.history.keep-for',
  theme: 'settings.general.theme',
  language: 'settings.general.language',
  trayIcon: 'settings.general.tray',
}

/** More than any such file holds; a larger one is read by nobody. */
const mostBytes = 4_000_000

/** Settings to a file and from one, and back to what they were at the start. */
export function TravelRows() {
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const done = useDone()
  const undo = useUndo()
  const restoreTarget = useRestoreFocusTarget()
  const file = useRef<HTMLInputElement>(null)
  const [coming, setComing] = useState<{ readonly text: string; readonly preview: ImportPreview } | null>(
    null,
  )
  const [asks, setAsks] = useState(false)
  const save = async () => {
    const saved = await run(bridge.exportSettings(undefined))
    if (saved && saved.written !== null)
      done(<Phrase pieces={words.pieces('settings.history.exported', { file: saved.written })} />)
  }
  const look = async (chosen: File | undefined) => {
    if (!chosen) return
    const text = chosen.size > mostBytes ? '' : await chosen.text()
    const found = await run(bridge.previewImport({ text }))
    if (found) setComing({ text, preview: found.preview })
  }
  const take = async () => {
    if (!coming) return
    setComing(null)
    if (await run(bridge.importSettings({ text: coming.text }))) done(words.phrase('travel.imported'))
  }
  const reset = async () => {
    const before = state.settings
    setAsks(false)
    if (!(await run(bridge.resetSettings(undefined)))) return
    const free = Object.entries(before).filter(
      ([name]) => !state.policy.managed.includes(name as keyof SettingsView),
    )
    undo('reset', words.phrase('travel.reset.done'), () => {
      void run(bridge.changeSettings(Object.fromEntries(free)))
    })
  }
  return (
    <>
      <SettingsRow
        id="travel"
        Icon={ArrowSwap20Regular}
        name={words.phrase('travel.title')}
        caption={words.phrase('travel.caption')}
      >
        <div className={styles.buttons}>
          <Button size="small" aria-describedby="travel-name" onClick={() => void save()}>
            {words.phrase('travel.export')}
          </Button>
          <Button
            {...restoreTarget}
            size="small"
            aria-describedby="travel-name"
            onClick={() => file.current?.click()}
          >
            {words.phrase('travel.import')}
          </Button>
          <input
            ref={file}
            type="file"
            className={styles.hidden}
            accept=".json,application/json"
            aria-label={words.phrase('travel.import')}
            onChange={({ target }) => {
              void look(target.files?.[0])
              target.value = '' // the same file can be chosen again
            }}
          />
        </div>
      </SettingsRow>
      <SettingsRow
        id="reset"
        Icon={ArrowReset20Regular}
        name={words.phrase('travel.reset')}
        caption={words.phrase('travel.reset-caption')}
      >
        <Button size="small" aria-describedby="reset-name" onClick={() => setAsks(true)}>
          {words.phrase('travel.reset-ask')}
        </Button>
      </SettingsRow>
      <Question
        open={asks}
        title={words.phrase('travel.reset-title')}
        text={words.phrase('travel.reset-text')}
        close={() => setAsks(false)}
        first={{ label: words.phrase('button.cancel'), act: () => setAsks(false) }}
        second={{ label: words.phrase('travel.reset-yes'), act: () => void reset() }}
      />
      {coming && (
        <ImportDialog preview={coming.preview} take={() => void take()} close={() => setComing(null)} />
      )}
    </>
  )
}

/** What would change, before anything does. */
function ImportDialog(props: {
  readonly preview: ImportPreview
  readonly take: () => void
  readonly close: () => void
}) {
  const styles = useStyles()
  const words = useWords()
  const { settings, applicationId, newDrives, changedDrives, skippedDrives, unread } = props.preview
  const choices = [
    ...settings.map((name) => words.phrase(names[name])),
    ...(applicationId ? [words.phrase('settings.application-id')] : []),
  ]
  const isNothing = choices.length + newDrives.length + changedDrives.length === 0
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && props.close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.phrase('travel.preview.title')}</DialogTitle>
          <DialogContent className={styles.preview}>
            {isNothing && <p className={styles.line}>{words.phrase('travel.preview.nothing')}</p>}
            <Lines title={words.phrase('travel.preview.settings', { n: choices.length })} lines={choices} />
            <Drives title={words.phrase('travel.preview.new', { n: newDrives.length })} drives={newDrives} />
            <Drives
              title={words.phrase('travel.preview.changed', { n: changedDrives.length })}
              drives={changedDrives}
            />
            <Lines
              title={words.phrase('travel.preview.skipped', { n: skippedDrives.length })}
              lines={skippedDrives.map(({ name, why }) =>
                words.phrase('travel.preview.skipped-line', { name, why: words.say(why) }),
              )}
            />
            {unread > 0 && (
              <p className={styles.account}>{words.phrase('travel.preview.unread', { n: unread })}</p>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={isNothing} onClick={props.take}>
              {words.phrase('travel.import')}
            </Button>
            <Button onClick={props.close}>{words.phrase('button.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const styles = useStyles()
  if (lines.length === 0) return null
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line} className={styles.line}>
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Drives({ title, drives }: { readonly title: string; readonly drives: ImportPreview['newDrives'] }) {
  const styles = useStyles()
  if (drives.length === 0) return null
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {drives.map(({ name, account }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- drawn once, and two may be called the same
          <li key={index} className={styles.line}>
            <bdi>{name}</bdi> <bdi className={styles.account}>{account}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
