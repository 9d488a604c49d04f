import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { corpus } from './accounts.ts'
import type { Entry } from './entry.ts'
import { expectedOf, judged } from './judge.ts'

interface Result {
  readonly entry: Entry
  readonly isRight: boolean
}

const all: Record<string, readonly Result[]> = {}

test.each(Object.keys(corpus))('%s: every transition is told as the protocol page says', async (kind) => {
  const results: Result[] = []
  const wrong: object[] = []
  for (const entry of corpus[kind] ?? []) {
    const told = await judged(kind, entry)
    const isRight = isDeepStrictEqual(told, expectedOf(entry))
    if (!isRight) wrong.push({ title: entry.title, told, expected: expectedOf(entry) })
    results.push({ entry, isRight })
  }
  all[kind] = results
  expect(wrong).toEqual([])
})

test('the results are written down', async () => {
  await expect(written()).toMatchFileSnapshot('./results.md')
})

function written(): string {
  const results = Object.values(all).flat()
  const lines = (rows: readonly (readonly string[])[]) => rows.map((row) => `| ${row.join(' | ')} |`)
  const score = (some: readonly Result[]) => [
    String(some.filter(({ isRight }) => isRight).length),
    String(some.length),
  ]
  const sources = [...new Set(results.map(({ entry }) => entry.source))].toSorted()
  return [
    '# Verdicts on labelled transitions',
    '',
    'Written by `corpus.test.ts`. Each transition goes from Graph’s JSON through the real reader, index and history; its',
    'verdicts (kind, who, name, old name, place, what went along, for whom it was shared, or silence) must all be right.',
    '',
    ...lines([
      ['account', 'right', 'of'],
      ['---', '---:', '---:'],
    ]),
    ...lines(Object.entries(all).map(([kind, some]) => [kind, ...score(some)])),
    ...lines([['all', ...score(results)]]),
    '',
    ...lines([
      ['what the protocol says', 'right', 'of'],
      ['---', '---:', '---:'],
    ]),
    ...lines(
      sources.map((source) => [source, ...score(results.filter(({ entry }) => entry.source === source))]),
    ),
    '',
  ].join('\n')
}
