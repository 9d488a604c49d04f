import { expect, test } from 'vitest'
import { textActs } from '../../../../main/desktop/window/text-menu.ts'

const none = { canCut: false, canCopy: false, canPaste: false, canSelectAll: true }
const all = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }

test.each([
  [
    'an empty field',
    { isEditable: true, selectionText: '', editFlags: { ...none, canPaste: true } },
    '-cut -copy +paste +selectAll',
  ],
  [
    'selected text of a field',
    { isEditable: true, selectionText: 'a', editFlags: all },
    '+cut +copy +paste +selectAll',
  ],
  [
    'selected text',
    { isEditable: false, selectionText: 'a', editFlags: { ...none, canCopy: true } },
    '+copy',
  ],
  ['selected blanks', { isEditable: false, selectionText: ' \n', editFlags: none }, ''],
  ['nothing', { isEditable: false, selectionText: '', editFlags: none }, ''],
])('the menu on %s', (_what, on, offered) => {
  const words = textActs(on).map(({ act, enabled }) => `${enabled ? '+' : '-'}${act}`)
  expect(words.join(' ')).toBe(offered)
})
