import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Argument, shapeOf } from '../../../build/messages.ts'
import { languageFor, SpokenLanguage } from '../../../main/desktop/language.ts'
import { logTo } from '../../../main/kit/log.ts'
import { allLanguages } from '../../../preload/words/languages.ts'
import type { MessageKey } from '../../../preload/words/keys.ts'

const speaker = { log: logTo(() => {}), preferred: ['en-GB'], isPackaged: true }
const written = readdirSync('preload/words/locales').flatMap(
  (file) => /^([\w-]+)\.json$/u.exec(file)?.[1] ?? [],
)

test('every language with messages is shipped, and no other', async () => {
  const { offered } = await SpokenLanguage.open('en', speaker)
  expect([...offered].sort()).toEqual(written.sort())
})

describe.each(allLanguages.filter((name) => written.includes(name)))('in %s', (name) => {
  test('a system in that language speaks it', () =>
    expect(languageFor('system', { ...speaker, preferred: [name, 'en'] })).toBe(name))

  test('every message can be said, whatever is counted in it', async () => {
    const { value, words } = await SpokenLanguage.open(name, speaker)
    const keys = Object.keys(value.texts) as MessageKey[]
    const unsaid = keys.filter((key) =>
      [0, 1, 2, 5, 11, 1_000_000].some((n) => {
        const values = sampleOf(shapeOf(value.texts[key]).args, n)
        return /[{}]|undefined|NaN/u.test(words.phrase(key, values as never))
      }),
    )
    expect(unsaid).toEqual([])
  })

  test('who did something comes first: a list of what one person did leaves the name out', async () => {
    const { words } = await SpokenLanguage.open(name, speaker)
    for (const key of ['notice.edited', 'notice.added', 'notice.deleted', 'notice.restored'] as const)
      expect(words.parts(key, { who: 'Ada', item: 'a.txt' })[0]).toEqual({ text: 'Ada', strong: true })
  })
})

const sampleOf = (args: Readonly<Record<string, Argument>>, n: number) =>
  Object.fromEntries(Object.entries(args).map(([name, argument]) => [name, sampleFor(argument, n)]))

function sampleFor(argument: Argument, n: number): string | number | undefined {
  if (argument.kind === 'one-of') return argument.words.at(-1)
  return argument.kind === 'text' ? 'x' : n
}
