import { describe, expect, test } from 'vitest'
import { inDesktopApp, opener } from '../../../../main/desktop/open-url.ts'
import { press } from '../../../../main/desktop/notifications/notice-actions.ts'
import type { NoticeAct } from '../../../../main/notices/notice.ts'

const url = 'https://contoso.sharepoint.com/Plans/budget.xlsx'
const file = { kind: 'file', subscriptionId: 's', itemId: 'i', name: 'budget.xlsx' } as const

describe('what a press does', () => {
  async function done(act: NoticeAct, { isKept = true, mayOpen = true, isSignedIn = true } = {}) {
    const calls: unknown[] = []
    const note =
      (name: string) =>
      async (input: unknown): Promise<never> => {
        calls.push([name, input])
        return { ok: isKept } as never
      }
    await press(act, {
      commands: {
        openChange: note('openChange'),
        mute: note('mute'),
        markSeen: note('markSeen'),
        signIn: note('signIn'),
      },
      open: (address) => (calls.push(['open', address]), mayOpen),
      markDigestSeen: (id) => calls.push(['markDigestSeen', id]),
      showPage: (page) => calls.push(['showPage', page]),
      accountOf: () => (isSignedIn ? { username: 'grace@lindenhof.example', cloud: 'global' } : null),
    })
    return calls
  }
  const open: NoticeAct = { kind: 'open', changeId: '1', url }

  test.each<[string, NoticeAct, Parameters<typeof done>[1], unknown[]]>([
    ['open', open, {}, [['openChange', { changeId: '1', what: 'item' }]]],
    [
      'open folder',
      { kind: 'open-folder', changeId: '1', url },
      {},
      [['openChange', { changeId: '1', what: 'folder' }]],
    ],
    [
      'open what is not kept any more',
      open,
      { isKept: false },
      [
        ['openChange', { changeId: '1', what: 'item' }],
        ['open', url],
      ],
    ],
    [
      'open what may not be opened',
      open,
      { isKept: false, mayOpen: false },
      [
        ['openChange', { changeId: '1', what: 'item' }],
        ['open', url],
        ['showPage', { page: 'activity', entry: { kind: 'change', changeId: '1', burstId: null } }],
      ],
    ],
    ['mute', { kind: 'mute', what: file }, {}, [['mute', { what: file, length: 'an-hour' }]]],
    ['mark seen', { kind: 'mark-seen', changeId: '1' }, {}, [['markSeen', { changeId: '1' }]]],
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

describe('opening', () => {
  test.each([
    [url, `ms-excel:ofe|u|${url}`],
    [
      'https://contoso.sharepoint.com/a/Offer.DOCX?web=1',
      'ms-word:ofe|u|https://contoso.sharepoint.com/a/Offer.DOCX?web=1',
    ],
    [
      'https://contoso.sharepoint.com/a/Talk%20one.pptx',
      'ms-powerpoint:ofe|u|https://contoso.sharepoint.com/a/Talk%20one.pptx',
    ],
    [
      'https://contoso.sharepoint.com/_layouts/15/Doc.aspx?sourcedoc=%7B1%7D&file=Budget.xlsx',
      'ms-excel:ofe|u|https://contoso.sharepoint.com/_layouts/15/Doc.aspx?sourcedoc=%7B1%7D&file=Budget.xlsx',
    ],
    ['https://contoso.sharepoint.com/a/photo.jpg', null],
    ['https://contoso.sharepoint.com/xlsx', null],
    ['https://contoso.sharepoint.com/a|b/c.xlsx', null],
    ['http://127.0.0.1:1/a.xlsx', null],
  ])('%s in a desktop app', (address, expected) => expect(inDesktopApp(address)).toBe(expected))

  async function opened(
    opens: 'browser' | 'desktop-app',
    { isThere = true, checked = url }: { isThere?: boolean; checked?: string | null } = {},
  ) {
    const calls: string[] = []
    const open = opener({
      checked: () => checked,
      opens: () => opens,
      openExternal: async (address) => {
        calls.push(address)
        if (!isThere && !address.startsWith('https:')) throw new Error('no application')
      },
      failed() {},
    })
    const may = open(url)
    await new Promise((resolve) => setImmediate(resolve))
    return [may, ...calls]
  }

  test.each<[string, ReturnType<typeof opened>, unknown[]]>([
    ['in the browser', opened('browser'), [true, url]],
    ['in a desktop app', opened('desktop-app'), [true, `ms-excel:ofe|u|${url}`]],
    [
      'in the browser when no app takes it',
      opened('desktop-app', { isThere: false }),
      [true, `ms-excel:ofe|u|${url}`, url],
    ],
    ['not at all when it may not', opened('desktop-app', { checked: null }), [false]],
  ])('%s', async (_, result, expected) => expect(await result).toEqual(expected))
})
