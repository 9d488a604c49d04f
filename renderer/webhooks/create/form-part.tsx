import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { CatalogueRow } from '../../../preload/contract/webhook-catalogue.ts'
import type { DraftField, DraftRefusal, WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import { useWords } from '../../ui/words-context.ts'
import { Problem } from '../problem.tsx'

/** What every part of the form gets. */
export interface FormPart {
  readonly row: CatalogueRow
  readonly draft: WebhookDraft
  readonly change: (draft: WebhookDraft) => void
  /** What is wrong with what has been touched. */
  readonly refusals: readonly DraftRefusal[]
}

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  title: { padding: 0, marginBlockEnd: tokens.spacingVerticalXS },
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
})

/** Several controls under one name. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <fieldset className={styles.part}>
      <legend className={styles.title}>{title}</legend>
      {children}
    </fieldset>
  )
}

/** A line below a control. */
export function Hint({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} className={useStyles().hint}>
      {children}
    </p>
  )
}

/** What is wrong with these fields, if something is. */
export function Refusals(props: {
  readonly refusals: readonly DraftRefusal[]
  readonly of: readonly DraftField[]
}) {
  const words = useWords()
  const wrong = props.refusals.filter(({ field }) => props.of.includes(field))
  return wrong.map(({ field, why }) => <Problem key={field + why.key} sentence={words.say(why)} />)
}

/** Whether something is wrong with a field. */
export const isWrong = (refusals: readonly DraftRefusal[], field: DraftField): boolean =>
  refusals.some((refusal) => refusal.field === field)
