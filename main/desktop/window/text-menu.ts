import type { ContextMenuParams } from 'electron'

type Flags = ContextMenuParams['editFlags']

/** What the menu on a text offers. */
export interface TextAct {
  readonly act: 'cut' | 'copy' | 'paste' | 'selectAll'
  readonly enabled: boolean
}

/** A text field is cut, copied and pasted; other text that is selected is copied; elsewhere there is no menu. */
export function textActs(
  on: Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & {
    readonly editFlags: Pick<Flags, 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>
  },
): readonly TextAct[] {
  const { isEditable, selectionText, editFlags } = on
  if (isEditable)
    return [
      { act: 'cut', enabled: editFlags.canCut },
      { act: 'copy', enabled: editFlags.canCopy },
      { act: 'paste', enabled: editFlags.canPaste },
      { act: 'selectAll', enabled: editFlags.canSelectAll },
    ]
  return selectionText.trim() === '' ? [] : [{ act: 'copy', enabled: true }]
}
