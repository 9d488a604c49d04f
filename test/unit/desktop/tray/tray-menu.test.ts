import { describe, expect, test } from 'vitest'
import { closed, step, type TrayMenu, type TrayMenuEvent } from '../../../../main/desktop/tray/tray-menu.ts'

const fresh: TrayMenu = { kind: 'open', isStale: false }
const stale: TrayMenu = { kind: 'open', isStale: true }
const closing: TrayMenu = { kind: 'closing', isStale: false }
const closingStale: TrayMenu = { kind: 'closing', isStale: true }

describe('the menu of the tray', () => {
  test.each<[string, TrayMenu, TrayMenuEvent, TrayMenu, 'replace' | 'rest' | null]>([
    ['closed, it is replaced at once', closed, 'differs', closed, 'replace'],
    ['opened, it stays as it is', closed, 'opens', fresh, null],
    ['open, another one waits', fresh, 'differs', stale, null],
    ['open, only the latest waits', stale, 'differs', stale, null],
    ['what was chosen in it is heard after it closed', fresh, 'closes', closing, 'rest'],
    ['so another one waits a little more', stale, 'closes', closingStale, 'rest'],
    ['even one that comes just then', closing, 'differs', closingStale, null],
    ['then it is closed', closing, 'rested', closed, null],
    ['and replaced, where another one waits', closingStale, 'rested', closed, 'replace'],
    ['opened again at once, it is open', closing, 'opens', fresh, null],
    ['and another one waits on', closingStale, 'opens', stale, null],
    ['opened twice, it is open', stale, 'opens', stale, null],
    ['closed twice, it closes', closingStale, 'closes', closingStale, null],
    ['closed, it does not close', closed, 'closes', closed, null],
    ['a rest that is over is over', closed, 'rested', closed, null],
    ['open, no rest is over', stale, 'rested', stale, null],
  ])('%s', (_what, menu, event, next, act) => {
    expect(step(menu, event)).toEqual([next, act])
  })
})
