import { describe, expect, test } from 'vitest'
import { pictureDueAt } from '../../../main/desktop/tray/tray-view.ts'

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
