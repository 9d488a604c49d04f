import { expect, test } from 'vitest'
import { readableName } from '../../../preload/words/readable-name.ts'

test.each([
  ['Caf%C3%A9%20menu.txt', 'Café menu.txt'],
  ['100% of it.txt', '100% of it.txt'],
  ['100% of%20it.txt', '100% of%20it.txt'],
  ['a%2Fb.txt', 'a%2Fb.txt'],
  ['a%00b.txt', 'a%00b.txt'],
  ['half %C3.txt', 'half %C3.txt'],
  ['plain.txt', 'plain.txt'],
])('%s', (name, expected) => {
  expect(readableName(name)).toBe(expected)
})
