import type { ChangeKind } from '../../preload/contract/activity.ts'
import { phrase, type MessageId } from './catalogue.ts'
import { isolated, shortened, shown } from './names.ts'

/** Which count a kind of change goes into. */
export const countedAs: Readonly<Record<ChangeKind, MessageId>> = {
  added: 'count-added',
  edited: 'count-edited',
  renamed: 'count-renamed',
  moved: 'count-moved',
  'moved-and-renamed': 'count-moved',
  deleted: 'count-deleted',
  restored: 'count-restored',
  shared: 'count-sharing',
  unshared: 'count-sharing',
  'sharing-changed': 'count-sharing',
  malware: 'count-malware',
  appeared: 'count-appeared',
}

const countOrder = [...new Set(Object.values(countedAs))]

/** Like "4 added, 6 edited". */
export function kindsLine(kinds: ReadonlyMap<MessageId, number>): string {
  return countOrder
    .flatMap((kind) => {
      const n = kinds.get(kind)
      return n ? [phrase(kind, { n })] : []
    })
    .join(', ')
}

/** Like "Bo Lindqvist 9, Yusuf Demir 5, 3 others"; those who did most come first. */
export function peopleLine(
  people: readonly { readonly name: string; readonly count: number }[],
  named: number,
  longest: number,
): string {
  const others = people.length - named
  const names = people.slice(0, named).map(({ name, count }) => {
    return phrase('person', { who: isolated(shortened(shown(name), longest)), n: count })
  })
  return [...names, ...(others > 0 ? [phrase('others', { n: others })] : [])].join(', ')
}

/** What two places have in common, from the top of the drive down. */
export function sharedStart(a: readonly string[], b: readonly string[]): readonly string[] {
  const differs = a.findIndex((name, index) => name !== b[index])
  return differs === -1 ? a : a.slice(0, differs)
}
