import { describe, expect, test } from 'vitest'
import { placeOn, type WindowPlace } from '../../../../main/desktop/window/window-place.ts'

const left = { x: 0, y: 0, width: 1280, height: 800 }
const right = { x: 1280, y: 0, width: 1920, height: 1080 }
const at = (x: number, y: number, width = 900, height = 600): WindowPlace => ({
  x,
  y,
  width,
  height,
  isMaximized: false,
})

describe('where the window is put', () => {
  test.each([
    ['never opened before', null, [left], { width: 1000, height: 700 }],
    [
      'never opened before, on a small screen',
      null,
      [{ ...left, width: 800, height: 600 }],
      { width: 800, height: 600 },
    ],
    ['where it was', at(100, 50), [left], { x: 100, y: 50, width: 900, height: 600 }],
    [
      'where it was, on the second screen',
      at(1400, 50),
      [left, right],
      { x: 1400, y: 50, width: 900, height: 600 },
    ],
    ['partly outside, and in reach', at(-700, 50), [left], { x: -700, y: 50, width: 900, height: 600 }],
    ['the second screen is gone', at(1400, 50), [left], { width: 900, height: 600 }],
    ['no title bar left on a screen: to the left', at(-800, 50), [left], { width: 900, height: 600 }],
    ['no title bar left on a screen: below', at(100, 790), [left], { width: 900, height: 600 }],
    ['no title bar left on a screen: above', at(100, -40), [left], { width: 900, height: 600 }],
    [
      'larger than the screen has become',
      at(100, 50, 3000, 2000),
      [left],
      { x: 100, y: 50, width: 1280, height: 800 },
    ],
    ['smaller than it is of use', at(100, 50, 200, 10), [left], { x: 100, y: 50, width: 480, height: 520 }],
    ['no screen is known', at(100, 50), [], { width: 900, height: 600 }],
  ])('%s', (_what, kept, areas, place) => {
    expect(placeOn(kept, areas)).toEqual(place)
  })
})
