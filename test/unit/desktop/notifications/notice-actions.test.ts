import { describe, expect, test } from 'vitest'
import { runNoticeAction } from '../../../../main/desktop/notifications/notice-actions.ts'
import type { NoticeAct } from '../../../../main/notices/notice.ts'

const url = 'https://contoso.sharepoint.com/Plans/budget.xlsx'
const file = { kind: 'file', subscriptionId: 's', itemId: 'i', name: 'budget.xlsx' } as const

describe('what a press does', () => {
  async function done(act: NoticeAct, { isSignedIn = true, isGone = false } = {}) {
    const calls: unknown[] = []
    const note =
      (name: string) =>
      async (input: unknown): Promise<never> => {
        calls.push([name, input])
        return { ok: true } as never
      }
    await runNoticeAction(act, {
      commands: {
        mute: async (input) => {
          calls.push(['mute', input])
          return isGone ? { ok: false, why: { key: 'refusal.nothing-to-mute' } } : { ok: true, muteId: 'm' }
        },
        unmute: note('unmute'),
        markSeen: note('markSeen'),
        signIn: note('signIn'),
      },
      openChange: note('openChange'),
      sayMuted: (muted, muteId) => calls.push(['sayMuted', muted.kind, muteId]),
      markRowSeen: (row) => calls.push(['markRowSeen', row]),
      markDigestSeen: (id) => calls.push(['markDigestSeen', id]),
      showPage: (page) => calls.push(['showPage', page]),
      accountOf: () => (isSignedIn ? { username: 'grace@lindenhof.example', cloud: 'global' } : null),
    })
    return calls
  }
  const open = { kind: 'open', changeId: '1', url } as const

  type Case = [string, NoticeAct, Parameters<typeof done>[1], unknown[]]
  test.each<Case>([
    ['open', open, {}, [['openChange', { changeId: '1', what: 'item', url }]]],
    [
      'open folder',
      { ...open, kind: 'open-folder' },
      {},
      [['openChange', { changeId: '1', what: 'folder', url }]],
    ],
    ...(
      [
        ['mute', 'an-hour'],
        ['mute-until-tomorrow', 'tomorrow'],
        ['mute-for-good', 'until-unmuted'],
      ] as const
    ).map(([kind, length]): Case => [
      kind,
      { kind, what: file, changeId: '1' },
      {},
      [
        ['mute', { what: file, length }],
        ['sayMuted', kind, 'm'],
      ],
    ]),
    [
      'mute what is gone',
      { kind: 'mute', what: file, changeId: '1' },
      { isGone: true },
      [['mute', { what: file, length: 'an-hour' }]],
    ],
    ['unmute', { kind: 'unmute', muteId: 'm' }, {}, [['unmute', { muteId: 'm' }]]],
    ['mark seen', { kind: 'mark-seen', changeId: '1', rows: [] }, {}, [['markSeen', { changeId: '1' }]]],
    [
      'mark seen, in several rows',
      { kind: 'mark-seen', changeId: '1', rows: ['r'] },
      {},
      [
        ['markRowSeen', 'r'],
        ['markSeen', { changeId: '1' }],
      ],
    ],
    ['mark a digest seen', { kind: 'mark-digest-seen', digestId: 'd' }, {}, [['markDigestSeen', 'd']]],
    [
      'show',
      { kind: 'show', page: 'activity', entry: { kind: 'digest', digestId: 'd' } },
      {},
      [['showPage', { page: 'activity', entry: { kind: 'digest', digestId: 'd' } }]],
    ],
    [
      'sign in again',
      { kind: 'sign-in', accountId: 'a' },
      {},
      [['signIn', { method: 'browser', cloud: 'global', loginHint: 'grace@lindenhof.example' }]],
    ],
    [
      'sign in with an account that left',
      { kind: 'sign-in', accountId: 'a' },
      { isSignedIn: false },
      [['showPage', { page: 'accounts', entry: null }]],
    ],
    ['later', { kind: 'later' }, {}, []],
  ])('%s', async (_, act, facts, expected) => expect(await done(act, facts)).toEqual(expected))
})
