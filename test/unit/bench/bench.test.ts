import { describe, expect, test } from 'vitest'
import type { Figure } from '../../bench/figure.ts'
import { mostWithin, quantile } from '../../bench/numbers.ts'
import { resultsPage } from '../../bench/table.ts'

const plain: Figure = { figure: 'f', measured: 'm', floor: null, ratio: null, budget: null, met: null }

describe('the table of results', () => {
  test.each([
    { figure: plain, row: '| f | m |  |  |  |  |' },
    {
      figure: { ...plain, floor: '1', ratio: '2×', budget: '≤ 3×', met: true },
      row: '| f | m | 1 | 2× | ≤ 3× | yes |',
    },
    { figure: { ...plain, budget: '0', met: false }, row: '| f | m |  |  | 0 | **no** |' },
    { figure: { ...plain, measured: 'a | b' }, row: '| f | a \\| b |  |  |  |  |' },
  ])('$row', ({ figure, row }) => {
    expect(resultsPage([figure], [], 'c').split('\n')).toContain(row)
  })

  test('notes stand below, by number', () => {
    const figures = [{ ...plain, notes: ['one', 'two'] }, plain, { ...plain, figure: 'g', notes: ['three'] }]
    const lines = resultsPage(figures, ['a machine'], 'npm run bench').split('\n')
    expect(lines.filter((line) => /^\| [fg] /.test(line)).map((line) => line.split(' | ')[0])).toEqual([
      '| f (1) (2)',
      '| f',
      '| g (3)',
    ])
    expect(lines.slice(-4)).toEqual(['1. one', '2. two', '3. three', ''])
    expect(lines).toContain('- a machine')
  })
})

describe('numbers', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  test.each([
    { values: hundred, share: 0.5, is: 50 },
    { values: hundred, share: 0.95, is: 95 },
    { values: [7], share: 0.95, is: 7 },
    { values: [3, 1, 2], share: 0, is: 1 },
  ])('quantile $share of $values.length values', ({ values, share, is }) => {
    expect(quantile(values, share)).toBe(is)
  })

  test.each([
    { at: [], is: 0 },
    { at: [0, 999], is: 2 },
    { at: [0, 1_000], is: 1 },
    { at: [2_500, 0, 1_900, 2_000, 2_899], is: 4 },
  ])('the fullest second of $at has $is', ({ at, is }) => {
    expect(mostWithin(at, 1_000)).toBe(is)
  })
})
