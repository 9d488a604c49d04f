import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type RuleKind, ruleKinds } from '../../preload/contract/kinds.ts'
import type { Rules } from '../../preload/contract/rules.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Phrase } from '../ui/phrase.tsx'
import { Question } from '../ui/question.tsx'
import { useDone } from '../ui/use-done.tsx'
import { narrow, useNarrow } from '../ui/use-media.ts'
import { useRun } from '../ui/use-run.tsx'
import { usualHours } from '../ui/usual-hours.ts'
import { useWords } from '../ui/words-context.ts'
import { FileRules } from './file-rules.tsx'
import { Hours } from './hours.tsx'
import { Who } from './people-rules.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { differs as differ, rulesOf, tellsNothing, withTyped } from './rules-draft.ts'
import { useDraft } from './use-draft.ts'
import { useLeaving } from './use-leaving.ts'
import { usePreview } from './use-preview.ts'
import { What } from './what.tsx'

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

/** What the editor gives the page around it. */
interface Edited {
  /** Asks first where a draft would be lost. */
  readonly leaveWith: (go: () => void) => void
  /** Stays below the body. */
  readonly foot: ReactNode
  readonly body: ReactNode
}

/** The rules of a drive or a webhook, and what they would have made of the latest changes. */
export function useRulesEditor(props: {
  /** Of the drive or webhook. */
  readonly id: string
  readonly name: string
  readonly rules: Rules
  /** Kinds of change that there can be. */
  readonly kinds?: readonly RuleKind[]
  /** It is about files: they have types and sizes. */
  readonly isOfFiles: boolean
  /** Stands before the rules. */
  readonly before?: ReactNode
}): Edited {
  const words = useWords()
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const small = useNarrow()
  const run = useRun()
  const done = useDone()
  const [round, setRound] = useState(0)
  const { editing, change, discard } = useDraft(props.rules, state.settings.quietHours ?? usualHours)
  const { draft } = editing
  const rules = rulesOf(draft)
  const differs = differ(editing)
  const preview = usePreview(props.id, rules)
  const bad = preview === null || preview === 'failed' ? [] : preview.badPatterns
  const leaving = useLeaving(differs)
  const save = async () => {
    if (!differs) return
    change(withTyped)
    if (await run(bridge.setRules({ subscriptionId: props.id, rules }))) done(words.phrase('rules.saved'))
  }
  useSaveKey(() => void save())
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
      {props.before}
      <What {...parts} kinds={props.kinds ?? ruleKinds} />
      <Who {...parts} />
      <FileRules key={round} {...parts} bad={bad} isOfFiles={props.isOfFiles} />
      <Hours {...parts} />
    </div>,
    <div key="preview" className={styles.aside}>
      <PreviewPanel preview={preview} differs={differs} tellsNothing={tellsNothing(rules)} />
      {!small && saveButtons}
    </div>,
  ]
  const body = (
    <>
      <div className={styles.columns}>{small ? columns.toReversed() : columns}</div>
      <Question
        open={leaving.asks}
        title={words.phrase('rules.discard-title')}
        text={<Phrase pieces={words.pieces('rules.discard-text', { name: props.name })} />}
        first={{ label: words.phrase('button.keep-editing'), act: leaving.stay }}
        second={{ label: words.phrase('button.discard'), act: leaving.leave }}
        close={leaving.stay}
      />
    </>
  )
  return { leaveWith: leaving.leaveWith, foot: small && saveButtons, body }
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
