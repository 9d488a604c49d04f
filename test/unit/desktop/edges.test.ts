import { describe, expect, test } from 'vitest'
import { openable } from '../../../main/desktop/open-url.ts'
import { pictureDueAt } from '../../../main/desktop/tray/tray-view.ts'

describe('what the operating system is asked to open', () => {
  test.each([
    { url: 'https://contoso-my.sharepoint.com/personal/a/b.xlsx', opens: true },
    { url: 'https://onedrive.live.com/?id=1', opens: true },
    { url: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize', opens: true },
    { url: 'http://contoso.sharepoint.com/x', opens: false },
    { url: 'https://sharepoint.com.evil.example/x', opens: false },
    { url: 'https://evilsharepoint.com/x', opens: false },
    { url: 'https://user:pass@contoso.sharepoint.com/x', opens: false },
    { url: 'file:///etc/passwd', opens: false },
    { url: 'ms-word:ofe|u|https://contoso.sharepoint.com/x', opens: false },
    { url: 'not a url', opens: false },
    { url: 'http://127.0.0.1:4000/authorize', opens: false },
  ])('$url: $opens', ({ url, opens }) => {
    expect(openable(url, null) !== null).toBe(opens)
  })

  test.each([
    { url: 'http://127.0.0.1:4000/authorize', opens: true },
    { url: 'http://127.0.0.1:4001/authorize', opens: false },
    { url: 'https://contoso.example/x', opens: true },
    { url: 'file:///etc/passwd', opens: false },
  ])('in simulation $url: $opens', ({ url, opens }) => {
    expect(openable(url, 'http://127.0.0.1:4000') !== null).toBe(opens)
  })
})

describe('when the tray picture changes', () => {
  const from = (
    state: 'live' | 'polling' | 'attention' | 'catching-up',
    wantedSince: number,
    shownAt: number,
  ) => pictureDueAt({ state, unseen: false }, wantedSince, shownAt)
  test.each([
    { case: 'trouble that needs someone shows at once', due: from('attention', 10_000, 0), expected: 10_000 },
    {
      case: 'but two changes are two seconds apart',
      due: from('attention', 10_000, 9_500),
      expected: 11_500,
    },
    { case: 'catching up shows after two seconds', due: from('catching-up', 10_000, 0), expected: 12_000 },
    { case: 'a reconnect shows after ten', due: from('polling', 10_000, 0), expected: 20_000 },
    { case: 'good news shows at once', due: from('live', 10_000, 0), expected: 10_000 },
  ])('$case', ({ due, expected }) => {
    expect(due).toBe(expected)
  })
})
