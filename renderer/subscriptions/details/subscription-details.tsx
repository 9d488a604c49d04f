import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { Tile } from '../../ui/tile.tsx'
import type { SubscriptionView } from '../../../preload/contract/state.ts'
import { FoundIcon } from '../../ui/found-icon.tsx'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Page } from '../../ui/page.tsx'
import { Question } from '../../ui/question.tsx'
import { narrow, useNarrow } from '../../ui/use-media.ts'
import { usualHours } from '../../ui/usual-hours.ts'
import { useBackKey } from '../../ui/use-back-key.ts'
import { useDone } from '../../ui/use-done.tsx'
import { useRun } from '../../ui/use-run.tsx'
import { differs as differ, rulesOf, tellsNothing, withTyped } from './rules-draft.ts'
import { FileRules } from './file-rules.tsx'
import { DetailsActions, DriveStatus } from './header.tsx'
import { Hours } from './hours.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { useDraft } from './use-draft.ts'
import { useLeaving } from './use-leaving.ts'
import { usePreview } from './use-preview.ts'
import { What } from './what.tsx'
import { Where } from './where.tsx'
import { Who } from './people-rules.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 272px',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXL,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  save: { flexGrow: 1 },
  aside: {
    position: 'sticky',
    top: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    [narrow]: { position: 'static' },
  },
})

/** What is told from one drive, with proof: the rules, and what they would have made of the latest changes. */
export function SubscriptionDetails({ drive }: { readonly drive: SubscriptionView }) {
  const words = useWords()
  const styles = useStyles()
  const { bridge, state, showSubscription } = useDrivebell()
  const small = useNarrow()
  const run = useRun()
  const done = useDone()
  const [round, setRound] = useState(0)
  const { editing, change, discard } = useDraft(drive.rules, state.settings.quietHours ?? usualHours)
  const { draft } = editing
  const rules = rulesOf(draft)
  const differs = differ(editing)
  const preview = usePreview(drive.id, rules)
  const bad = preview === null || preview === 'failed' ? [] : preview.badPatterns
  const leaving = useLeaving(differs)
  const save = async () => {
    if (!differs) return
    change(withTyped)
    if (await run(bridge.setRules({ subscriptionId: drive.id, rules }))) done(words.phrase('rules.saved'))
  }
  useSaveKey(() => void save())
  const back = () => showSubscription(null)
  useBackKey(back)
  const saveButtons = differs && (
    <SaveButtons
      save={() => void save()}
      discard={() => {
        discard()
        setRound(round + 1)
      }}
    />
  )
  const parts = { draft, change }
  const columns = [
    <div key="rules">
      <Where drive={drive} />
      <What {...parts} />
      <Who {...parts} />
      <FileRules key={round} {...parts} bad={bad} />
      <Hours {...parts} />
    </div>,
    <div key="preview" className={styles.aside}>
      <PreviewPanel preview={preview} differs={differs} tellsNothing={tellsNothing(rules)} />
      {!small && saveButtons}
    </div>,
  ]
  return (
    <Page
      title={<bdi title={drive.name}>{drive.name}</bdi>}
      crumbs={<Crumbs parent={words.phrase('page.subscriptions')} name={drive.name} back={back} />}
      tile={
        <Tile look="brand">
          <FoundIcon icon={drive.icon} />
        </Tile>
      }
      caption={<DriveStatus drive={drive} />}
      actions={<DetailsActions drive={drive} leaveWith={leaving.leaveWith} />}
      foot={small && saveButtons}
    >
      <div className={styles.columns}>{small ? columns.toReversed() : columns}</div>
      <Question
        open={leaving.asks}
        title={words.phrase('rules.discard-title')}
        text={
          <>
            <Phrase pieces={words.pieces('rules.discard-text', { name: drive.name })} />
          </>
        }
        first={{ label: words.phrase('button.keep-editing'), act: leaving.stay }}
        second={{ label: words.phrase('button.discard'), act: leaving.leave }}
        close={leaving.stay}
      />
    </Page>
  )
}

/** Ctrl/⌘+S saves, from anywhere on the page; not from inside a dialog. */
function useSaveKey(save: () => void): void {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!plain || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      if (!document.querySelector('[aria-modal="true"]')) latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Puts the draft into force, or forgets it. */
function SaveButtons(props: { readonly save: () => void; readonly discard: () => void }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <div className={styles.buttons}>
      <Button appearance="primary" className={styles.save} onClick={props.save}>
        {words.phrase('rules.save')}
      </Button>
      <Button onClick={props.discard}>{words.phrase('button.discard')}</Button>
    </div>
  )
}
