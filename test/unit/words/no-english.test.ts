import { expect, test } from 'vitest'
import { finishedPage, stoppedPage } from '../../../main/accounts/sign-in/result-pages.ts'
import { type TrayItem, trayView } from '../../../main/desktop/tray/tray-view.ts'
import { macMenu } from '../../../main/desktop/window/mac-menu.ts'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { buttonWords } from '../../../main/notices/actions.ts'
import { noticeOf } from '../../../main/notices/compose.ts'
import { needsYou, type Notice, sampleNotice } from '../../../main/notices/notice.ts'
import type { Overview } from '../../../preload/contract/state.ts'
import { plainText } from '../../../preload/words/pseudo.ts'
import { wordsOf } from '../../../preload/words/words.ts'
import { busy, settled } from '../../window/sample-states.ts'
import { now } from '../../window/sample-time.ts'
import { pseudoLanguage } from '../../words.ts'
import { bo, gathered, times } from '../notices/gather.ts'

const words = wordsOf(pseudoLanguage, 'UTC')
const names = [
  'Drivebell',
  'budget.xlsx',
  'Plans',
  'My files',
  'Ada Okafor',
  'Bo Lindqvist',
  'grace@lindenhof.example',
]

/** What of a text is not of the made-up language. */
const english = (text: string): readonly string[] => plainText(text, names)

const labels = (items: readonly TrayItem[]): readonly string[] =>
  items.flatMap((item) => {
    if (item.kind === 'line') return []
    return item.kind === 'submenu' ? [item.label, ...labels(item.items)] : [item.label]
  })

const overviews: readonly Partial<Overview>[] = [
  {},
  { kind: 'no-account' },
  { kind: 'nothing-followed', total: 0, live: 0 },
  { kind: 'offline', offlineSince: now },
  { kind: 'paused' },
  { kind: 'paused', pausedUntil: now },
  { kind: 'reconnecting', live: 3 },
  { kind: 'catching-up' },
  { kind: 'polling', polling: 2, live: 8 },
  {
    kind: 'attention',
    needsYou: [
      { what: { key: 'needs.sign-in', values: { username: 'grace@lindenhof.example' } }, page: 'accounts' },
    ],
  },
]

test.each(overviews)('the tray says nothing in English: %o', (overview) => {
  const state = { ...busy, overview: { ...settled.overview, ...overview }, latest: [] }
  const { tooltip, menu } = trayView(state, { words, now })
  expect([tooltip, ...labels(menu)].filter((text) => english(text).length > 0)).toEqual([])
})

const changes: readonly (readonly Partial<StoredChange>[])[] = [
  ...(['added', 'edited', 'deleted', 'restored', 'malware', 'appeared', 'shared', 'unshared'] as const).map(
    (kind) => [{ kind }],
  ),
  [{ kind: 'moved', itemKind: 'folder', name: 'Plans', alongside: 214 }],
  [{ kind: 'deleted', name: null }],
  [{ who: null }],
  [{ times: 20, since: now }],
  times(12),
  [...times(6), ...times(6, { who: bo })],
  times(3, { missed: { cause: 'away', from: now } }),
]

test.each(changes.map((facts) => [facts]))('a notification says nothing in English: %o', (facts) => {
  const notices = gathered(facts).map((pending) => noticeOf(pending, () => 'Ada Okafor', words))
  expect(notices.length).toBeGreaterThan(0)
  expect(notices.flatMap(textOf)).toEqual([])
})

test('a notification about an account, and the one to try, say nothing in English', () => {
  const account = { id: 'grace', username: 'grace@lindenhof.example' }
  const asked = needsYou(account, { key: 'account.signed-out.ran-out', values: { drives: 2 } }, words)
  expect([asked, sampleNotice(words)].flatMap(textOf)).toEqual([])
})

test('the menu bar of macOS says nothing in English', () => {
  const labelsOf = (menu: ReturnType<typeof macMenu>): readonly string[] =>
    menu.flatMap(({ label = '', submenu }) => [label, ...(Array.isArray(submenu) ? labelsOf(submenu) : [])])
  expect(labelsOf(macMenu(words)).flatMap(english)).toEqual([])
})

test('the page after signing in says nothing in English', () => {
  const pages = [finishedPage(words), stoppedPage(words)].map((page) =>
    page.replace(/<style>[^]*<\/style>/u, '').replaceAll(/<[^>]*>/gu, ' '),
  )
  expect(pages.flatMap(english)).toEqual([])
})

function textOf({ title, body, buttons }: Notice): readonly string[] {
  return [title, body, ...buttons.map((act) => buttonWords(act, words))].filter(
    (text) => english(text).length > 0,
  )
}
