import { useState } from 'react'
import type { QuietHours, Rules } from '../../preload/contract/rules.ts'
import { type Draft, type Editing, editingOf, followed } from './rules-draft.ts'

/** Changes a draft. */
export type ChangeDraft = (change: (draft: Draft) => Draft) => void

/** The rules of one subscription while they are edited. */
export function useDraft(
  rules: Rules,
  hours: QuietHours,
): { readonly editing: Editing; readonly change: ChangeDraft; readonly discard: () => void } {
  const [kept, setKept] = useState(() => editingOf(rules, hours))
  const editing = followed(kept, rules, hours)
  // While it is drawn: React draws again at once, before anything is seen.
  if (editing !== kept) setKept(editing)
  return {
    editing,
    change: (change) =>
      setKept((kept) => {
        const { base, draft } = followed(kept, rules, hours)
        return { base, draft: change(draft) }
      }),
    discard: () => setKept(editingOf(rules, hours)),
  }
}
