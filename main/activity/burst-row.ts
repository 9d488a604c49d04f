import type { Part } from '../../preload/words/phrase.ts'
import type { Words } from '../../preload/words/words.ts'
import { type Called, calledText } from '../../preload/contract/called.ts'
import type { BurstPart } from '../history/burst-parts.ts'
import { burstTitles } from '../notices/compose.ts'
import { shown, whoDid } from '../../preload/words/names.ts'
import { countedAs, kindsLine, peopleLine, sharedStart } from '../notices/change-counts.ts'

/** What a row says that stands for a burst. */
export interface BurstWords {
  readonly sentence: readonly Part[]
  readonly tail: string | null
  /** The folders around all of it, from the top of the drive down. */
  readonly place: readonly string[]
  readonly drives: number
  readonly people: readonly BurstPart[]
  readonly items: number
  readonly span: { readonly count: number; readonly since: number; readonly until: number }
}

/** Puts a burst into words; `isOwn` tells which parts are one's own doing. */
export function burstWords(
  parts: readonly BurstPart[],
  driveName: Called,
  isOwn: (part: BurstPart) => boolean,
  words: Words,
): BurstWords {
  const n = parts.reduce((sum, { items }) => sum + items, 0)
  const kinds = counted(parts, ({ kind }) => countedAs[kind])
  const people = peopleIn(parts, isOwn, words)
  const drives = new Set(parts.map(({ subscriptionId }) => subscriptionId)).size
  const place = parts.flatMap(({ places }) => places).reduce(sharedStart)
  const [onlyKind, another] = [...kinds].filter(([, count]) => count > 0).map(([kind]) => kind)
  const isOne = people.length === 1
  const did = another === undefined && onlyKind ? burstTitles.get(onlyKind) : undefined
  const who = shown(people[0]?.name ?? '')
  const [first, second, ...more] = namesIn(parts)
  const isPair = n === 2 && first !== undefined && second !== undefined && more.length === 0
  const thing = parts.every(({ itemKind }) => itemKind === 'file') ? 'file' : 'other'
  const where =
    drives > 1
      ? words.phrase('place.several-drives', { n: drives })
      : shown(place.at(-1) ?? calledText(driveName, words))
  const isBrought = drives === 1 && parts.every(({ itemKind }) => itemKind === 'resource')
  const brought = () => words.parts('webhook-notice.several', { n, place: where })
  const sentence = isBrought
    ? brought()
    : isPair
      ? words.parts(isOne ? `notice.pair.${did ?? 'changed'}` : 'notice.pair.many', {
          who,
          people: people.length,
          first: shown(first),
          second: shown(second),
        })
      : words.parts(isOne ? `notice.burst.${did ?? 'changed'}` : 'notice.burst.many', {
          who,
          n,
          thing,
          people: people.length,
          place: where,
        })
  // What the sentence says already is not said again.
  const tail =
    isOne && !isBrought ? (did ? null : kindsLine(kinds, words)) : peopleLine(people, 1, Infinity, words)
  return {
    sentence: tail === null ? sentence : [...sentence, { text: isBrought ? ' ·' : ':', strong: false }],
    tail,
    place,
    drives,
    people: people.map(({ part }) => part),
    items: n,
    span: {
      count: parts.reduce((sum, { count }) => sum + count, 0),
      since: Math.min(...parts.map(({ since }) => since)),
      until: Math.max(...parts.map(({ until }) => until)),
    },
  }
}

function peopleIn(parts: readonly BurstPart[], isOwn: (part: BurstPart) => boolean, words: Words) {
  const people = [...Map.groupBy(parts, ({ whoKey }) => whoKey).values()].flatMap((those) => {
    const [part] = those
    if (!part) return []
    const name = isOwn(part) ? words.phrase('person.you') : whoDid(part.who, words)
    return {
      part,
      name,
      count: Math.max(
        1,
        those.reduce((sum, { items }) => sum + items, 0),
      ),
    }
  })
  return people.sort((a, b) => b.count - a.count)
}

/** The names of the items, as far as the parts tell them: at most two of each. */
const namesIn = (parts: readonly BurstPart[]): readonly string[] => [
  ...new Set(
    parts.filter(({ items }) => items > 0).flatMap(({ names }) => names.flatMap((name) => name ?? [])),
  ),
]

function counted<K extends string>(
  parts: readonly BurstPart[],
  keyOf: (part: BurstPart) => K,
): ReadonlyMap<K, number> {
  const counts = new Map<K, number>()
  for (const part of parts) counts.set(keyOf(part), (counts.get(keyOf(part)) ?? 0) + part.items)
  return counts
}
