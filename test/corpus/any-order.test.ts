import fc from 'fast-check'
import { expect, test } from 'vitest'
import { corpus } from './accounts.ts'
import type { Entry, Raw } from './entry.ts'
import { expectedOf, judged } from './judge.ts'

const all = Object.entries(corpus).flatMap(([kind, entries]) => entries.map((entry) => ({ kind, entry })))

/** The last state of each item, in the order that the dice say, each perhaps after a repetition of all, in pages of any size. */
function rearranged(entry: Entry, dice: readonly number[], size: number, twice: boolean): Entry {
  const finals = [...new Map(entry.pages.flat().map((item) => [item['id'], item])).values()]
  const shuffled = finals
    .map((item, index) => [dice[index % dice.length] ?? 0, item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)
  const items = twice ? [...finals, ...shuffled] : shuffled
  const pages: Raw[][] = []
  for (let start = 0; start < items.length; start += size) pages.push(items.slice(start, start + size))
  return { ...entry, pages: pages.length > 0 ? pages : [[]] }
}

test('any order, repetition and paging of the same final states is told the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...all),
      fc.array(fc.nat(99), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      async ({ kind, entry }, dice, size, twice) => {
        expect(await judged(kind, rearranged(entry, dice, size, twice))).toEqual(expectedOf(entry))
      },
    ),
    { numRuns: 300 },
  )
})

test('told once, a set that comes again is silent', async () => {
  for (const { kind, entry } of all) {
    const again = { ...entry, earlier: [...(entry.earlier ?? []), entry.pages.flat()] }
    expect([entry.title, await judged(kind, again)]).toEqual([entry.title, []])
  }
})
