import { expect, test } from 'vitest'
import { keyOf, type Place, sampleOf } from '../../../build/mutant-sample.ts'

const place = (line: number, replacement = 'true'): Place => ({
  fileName: 'main/rules/judge.ts',
  location: { start: { line, column: 2 }, end: { line, column: 9 } },
  replacement,
})
const all = Array.from({ length: 400 }, (_, line) => place(line))

test('a seed draws the same sample, in whatever order the places come', () => {
  const sample = sampleOf(all, 'seed', 20)
  expect(sample).toHaveLength(20)
  expect(new Set(sample).size).toBe(20)
  expect(sampleOf(all.toReversed(), 'seed', 20)).toEqual(sample)
  expect(sampleOf(all, 'another seed', 20)).not.toEqual(sample)
})

test('of few places all are drawn', () => {
  expect(sampleOf(all.slice(0, 3), 'seed', 20)).toHaveLength(3)
})

test('two changes of one place are two', () => {
  expect(keyOf(place(1, 'true'))).not.toBe(keyOf(place(1, 'false')))
})
