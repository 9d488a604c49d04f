import { describe, expect, test } from 'vitest'
import { brokenCitations, brokenLinks } from '../../../build/citations.ts'

const page = 'made-up.md'
const unheard = 'unheard.md'
const documents = new Map([
  [
    page,
    [
      '# Made up',
      '## 1. One',
      '### 1.2 One, two',
      '| # | where |',
      '| - | ----- |',
      '| 7 | here  |',
      '## 3. Three',
      '### 3.10 Ten',
    ].join('\n'),
  ],
])

function whyBroken(text: string): readonly string[] {
  return brokenCitations([{ path: 'main/some.ts', text }], documents).map(({ why }) => why)
}

describe('what is cited is there', () => {
  test.each([
    [`/** Of a section (${page} 1). */`],
    [`// a subsection: ${page} 3.10. Then a sentence.`],
    [`/** Both of ${page} 1.2, 3 hold. */`],
    [`/** ${page} 1 and 3.10; ${page} 1.2 to 3 */`],
    [`const source = '${page} 1.2: whatever it says'`],
    [`/** A row (${page} 1.2: 7). */`],
    [`/** Over the end\n * of a line (${page}\n * 1.2). */`],
    [`See [the page](docs/${page}).`],
    [`read('notes.md'), then 12 more`],
  ])('%s', (text) => {
    expect(whyBroken(text)).toEqual([])
  })
})

describe('what is cited is missing', () => {
  const noHeading = (number: string) => [`docs/${page} has no heading ${number}`]
  test.each([
    [`/** ${page} 2 */`, noHeading('2')],
    [`/** ${page} 1.20 */`, noHeading('1.20')],
    [`/** ${page} 3.1 */`, noHeading('3.1')],
    [`/** ${page} 1.2, 1.3 */`, noHeading('1.3')],
    [`/** ${page} 1 and 4 */`, noHeading('4')],
    [`/** ${page} 1 to 1.9 */`, noHeading('1.9')],
    [`/** over the end of a line, ${page}\n * 4 */`, noHeading('4')],
    [`\`${page} 9 in a template\``, noHeading('9')],
    [`/** ${page} 1.2: 7 and 8 */`, [`docs/${page} has no row 8 under 1.2`]],
    [`/** ${page} 3: 6-7 */`, [`docs/${page} has no row 6 under 3`]],
    [`/** ${page} 2 and more: ${page} 4 */`, [...noHeading('2'), ...noHeading('4')]],
    [`/** ${unheard} 1 */`, [`docs/ has no ${unheard}, only ${page}`]],
    [`[docs](docs/${unheard})`, [`docs/ has no ${unheard}, only ${page}`]],
  ])('%s', (text, why) => {
    expect(whyBroken(text)).toEqual(why)
  })
})

test('it is said where: file, line and words', () => {
  const text = `first\n/**\n * second (${page}\n * 8).\n */`
  expect(brokenCitations([{ path: 'main/some.ts', text }], documents)).toEqual([
    { path: 'main/some.ts', line: 3, cited: `${page} 8`, why: `docs/${page} has no heading 8` },
  ])
})

describe('a link', () => {
  const files = new Set(['README.md', 'pages/made-up.md', 'test/unit'])
  test.each([
    ['README.md', '[a page](pages/made-up.md)', true],
    ['README.md', '[a heading of it](pages/made-up.md#one)', true],
    ['pages/made-up.md', '[back](../README.md), [a folder](../test/unit)', true],
    ['pages/made-up.md', '[elsewhere](https://example.com/gone.md), [here](#one)', true],
    ['README.md', '[gone](pages/lost.md)', false],
    ['pages/made-up.md', '[from the wrong place](README.md)', false],
  ])('in %s: %s leads somewhere: %s', (path, text, leads) => {
    const broken = brokenLinks([{ path, text: `first\n${text}` }], (file) => files.has(file))
    expect(broken.map(({ line }) => line)).toEqual(leads ? [] : [2])
  })
})
