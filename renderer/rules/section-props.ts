import type { Draft } from './rules-draft.ts'
import type { ChangeDraft } from './use-draft.ts'

/** What each section edits. */
export interface SectionProps {
  readonly draft: Draft
  readonly change: ChangeDraft
}
