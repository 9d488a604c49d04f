import { expect, test } from 'vitest'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { buttonWords } from '../../../main/notices/actions.ts'
import type { DigestCause } from '../../../main/notices/bursts.ts'
import { noticeOf } from '../../../main/notices/compose.ts'
import { needsYou } from '../../../main/notices/notice.ts'
import { gathered, times } from './gather.ts'
import { english } from '../../words.ts'

type Facts = Partial<StoredChange>

const deep = { parentId: 'b', folders: ['b', 'a', 'root'], place: ['A', 'B'] } as const
const cousin = { parentId: 'c', folders: ['c', 'a', 'root'], place: ['A', 'C'] } as const

function buttons(changes: readonly Facts[], cause: DigestCause | null = null) {
  const [pending] = gathered(changes, { cause })
  if (!pending) throw new Error('nothing to tell')
  return noticeOf(pending, () => null, english)
}

test.each<[string, readonly Facts[], DigestCause | null, string[], string]>([
  ['a file', [{}], null, ['Open folder', 'Mute for 1 hour', 'Mark as read'], 'open'],
  [
    'a deleted file',
    [{ kind: 'deleted', webUrl: null }],
    null,
    ['Mute for 1 hour', 'Mark as read'],
    'open-folder',
  ],
  ['a file nowhere', [{ webUrl: null, folderUrl: null }], null, ['Mute for 1 hour', 'Mark as read'], 'show'],
  ['a burst', times(5), null, ['Open folder', 'Mute for 1 hour', 'Mark as read'], 'show'],
  ['one of several folders', [...times(5, deep), cousin], null, ['Mute for 1 hour', 'Mark as read'], 'show'],
  [
    'one of many drives',
    Array.from({ length: 14 }, (_, n) => ({ subscriptionId: `${n % 7}` })),
    null,
    ['Mark as read'],
    'show',
  ],
  ['a digest', times(5), 'away', ['Mark as read'], 'show'],
])('%s has its buttons', (_, changes, cause, words, click) => {
  const notice = buttons(changes, cause)
  expect(notice.buttons.map((act) => buttonWords(act, english))).toEqual(words)
  expect(notice.click.kind).toBe(click)
  expect(words).not.toContain(buttonWords(notice.click, english)) // no meaning twice, even where the click is drawn as a button
})

test.each<[string, readonly Facts[], unknown]>([
  ['a file', [{}], { kind: 'file', itemId: 'item 1', name: 'budget.xlsx' }],
  ['a folder', [{ itemKind: 'folder', name: 'Plans' }], { kind: 'folder', itemId: 'item 1', name: 'Plans' }],
  ['the folder of a burst', times(3, deep), { kind: 'folder', itemId: 'b', name: 'B' }],
  ['the folder around a burst', [...times(3, deep), cousin], { kind: 'folder', itemId: 'a', name: 'A' }],
  ['a drive, at its top', times(3, { place: [] }), { kind: 'subscription', subscriptionId: 's' }],
])('muted is %s', (_, changes, what) => {
  const mute = buttons(changes).buttons.find(({ kind }) => kind === 'mute')
  expect(mute).toMatchObject({ what: { subscriptionId: 's', ...(what as object) } })
})

test('a lost sign-in stays until somebody says what to do', () => {
  const notice = needsYou(
    { id: 'a', username: 'grace@lindenhof.example' },
    { key: 'account.signed-out.ran-out', values: { drives: 0 } },
    english,
  )
  expect(notice.stays).toBe(true)
  expect(notice.buttons.map((act) => buttonWords(act, english))).toEqual(['Sign in again', 'Later'])
})

test.each<[string, readonly Facts[], DigestCause | null, unknown]>([
  ['a burst', times(5), null, { kind: 'change', changeId: '5', burstId: expect.any(String) }],
  ['a file nowhere', [{ webUrl: null, folderUrl: null }], null, { kind: 'change', changeId: '1' }],
  ['a digest', times(5), 'away', { kind: 'digest', digestId: 'digest-1' }],
])('%s leads to itself in Activity', (_, changes, cause, entry) => {
  expect(buttons(changes, cause).click).toMatchObject({ page: 'activity', entry })
})
