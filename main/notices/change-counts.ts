import type { ChangeKind } from '../../preload/contract/kinds.ts'
import type { MessageKey } from '../../preload/words/keys.ts'
import { isolated, shortened, shown } from '../../preload/words/names.ts'
import type { Words } from '../../preload/words/words.ts'

/** Which count a kind of change goes into. */
export const countedAs = {
  added: 'notice.count.added',
  edited: 'notice.count.edited',
  replaced: 'notice.count.edited',
  changed: 'notice.count.changed',
  renamed: 'notice.count.renamed',
  moved: 'notice.count.moved',
  'moved-and-renamed': 'notice.count.moved',
  deleted: 'notice.count.deleted',
  restored: 'notice.count.restored',
  shared: 'notice.count.sharing',
  unshared: 'notice.count.sharing',
  'sharing-changed': 'notice.count.sharing',
  malware: 'notice.count.malware',
  appeared: 'notice.count.appeared',
} as const satisfies Readonly<Record<ChangeKind, MessageKey>>

/** What is counted, by its message. */
export type Count = (typeof countedAs)[ChangeKind]

const countOrder = [...new Set(Object.values(countedAs))]

/** Like "4 added, 6 edited". */
export function kindsLine(kinds: ReadonlyMap<Count, number>, words: Words): string {
  const counts = countOrder.flatMap((kind) => {
    const n = kinds.get(kind)
    return n ? [words.phrase(kind, { n })] : []
  })
  return words.list(counts, 'commas')
}

/** Like "Bo Lindqvist 9, Yusuf Demir 5, 3 others"; those who did most come first. */
export function peopleLine(
  people: readonly { readonly name: string | null; readonly count: number }[],
  named: number,
  longest: number,
  words: Words,
): string {
  const others = people.length - named
  const names = people.slice(0, named).map(({ name, count }) => {
    const who = name ?? words.phrase('person.someone')
    return words.phrase('person.count', { who: isolated(shortened(shown(who), longest), words), n: count })
  })
  return words.list(
    [...names, ...(others > 0 ? [words.phrase('person.others', { n: others })] : [])],
    'commas',
  )
}

/** What two places have in common, from the top of the drive down. */
export function sharedStart(a: readonly string[], b: readonly string[]): readonly string[] {
  const differs = a.findIndex((name, index) => name !== b[index])
  return differs === -1 ? a : a.slice(0, differs)
}
