import { describe, expect, test } from 'vitest'
import { localeOf } from '../../preload/words/locale.ts'
import { language, pseudoLanguage } from '../words.ts'
import { driveRow, open, visit } from './controls.ts'
import { samples } from './samples.ts'
import { showWindow } from './show-window.ts'

/** English as if it were read from right to left, with numbers as in Egypt. */
const turned = { ...language, locale: localeOf('ar', ['ar-EG']) }

describe('a window read from right to left', () => {
  test('its arrows point along the line of reading, other signs stay', async () => {
    const viewport = { width: 1000, height: 1600 } // all rows are drawn
    await using shown = await showWindow(samples.busy, { language: turned, viewport })
    const isTurned = (name: RegExp) =>
      shown.page
        .getByRole('listitem', { name })
        .locator('svg')
        .evaluateAll((drawings) =>
          drawings.some((each) => getComputedStyle(each).transform === 'matrix(-1, 0, 0, 1, 0, 0)'),
        )
    expect(await isTurned(/moved Handover/)).toBe(true)
    expect(await isTurned(/restored/)).toBe(true)
    expect(await isTurned(/appeared in/)).toBe(true)
    expect(await isTurned(/deleted Offer/)).toBe(false)
  })

  test('counts are written in its own digits', async () => {
    await using shown = await showWindow(samples.busy, { language: turned })
    const { page } = shown
    await page.locator('.fui-CounterBadge', { hasText: '٥' }).waitFor()
    await open(page, 'Subscriptions')
    await page.getByRole('heading', { level: 2, name: 'Needs attention ٢' }).waitFor()
  })
})

test.each(['ltr', 'rtl'] as const)(
  'narrow, %s: a long name gives way to the button beside it',
  async (direction) => {
    const locale = { ...pseudoLanguage.locale, direction }
    const look = { language: { ...pseudoLanguage, locale }, viewport: { width: 480, height: 700 } }
    await using shown = await showWindow(samples.busy, look)
    await visit(shown.page, 'subscriptions')
    const row = driveRow(shown.page, 'g.kimani@seabright.example')
    const [name, button] = await Promise.all([
      row.locator('bdi').first().boundingBox(),
      row.getByRole('button').first().boundingBox(),
    ])
    if (!name || !button) throw new Error('not drawn')
    const apart = Math.max(button.x - (name.x + name.width), name.x - (button.x + button.width))
    expect(apart).toBeGreaterThanOrEqual(0)
  },
)
