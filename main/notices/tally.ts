import type { ChangeKind } from '../../preload/activity.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { phrase, type MessageId } from './catalogue.ts'
import { isolated, shortened, shown } from './names.ts'
import { whoDid } from './wording.ts'

/** Up to so many changes of one set are told one by one. */
const mostOneByOne = 3

/** Counts what a notice says of many changes, without keeping them: there may be very many. */
export class Tally {
  /** The first few, to be told one by one if no more come. */
  readonly first: StoredChange[] = []
  readonly ids: string[] = []
  readonly drives = new Set<string>()
  readonly #people = new Map<string, { readonly name: string; count: number }>()
  readonly #kinds = new Map<MessageId, number>()
  #place: readonly string[] | null = null
  #hasOnlyFiles = true

  add(change: StoredChange): void {
    if (this.first.length < mostOneByOne) this.first.push(change)
    this.ids.push(change.id)
    this.drives.add(change.driveName)
    const name = whoDid(change.who)
    const person = this.#people.get(change.who?.id ?? name) ?? { name, count: 0 }
    person.count += 1
    this.#people.set(change.who?.id ?? name, person)
    const kind = countedAs[change.kind]
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
    this.#place = this.#place === null ? change.place : shared(this.#place, change.place)
    this.#hasOnlyFiles &&= change.itemKind === 'file'
  }

  get count(): number {
    return this.ids.length
  }

  get isFew(): boolean {
    return this.count <= mostOneByOne
  }

  /** The folder around all of them, from the top of the drive down. */
  get place(): readonly string[] {
    return this.#place ?? []
  }

  get thing(): 'file' | 'item' {
    return this.#hasOnlyFiles ? 'file' : 'item'
  }

  /** The only kind there is, or null. */
  get onlyKind(): MessageId | null {
    const [kind, another] = this.#kinds.keys()
    return another === undefined ? (kind ?? null) : null
  }

  get people(): readonly { readonly name: string; readonly count: number }[] {
    return [...this.#people.values()].sort((a, b) => b.count - a.count)
  }

  /** Like "4 added, 6 edited". */
  kindsLine(): string {
    return countOrder
      .flatMap((kind) => {
        const n = this.#kinds.get(kind)
        return n ? [phrase(kind, { n })] : []
      })
      .join(', ')
  }

  /** Like "Bo Lindqvist 9, Yusuf Demir 5, 3 others". */
  peopleLine(named: number, longest: number): string {
    const others = this.people.length - named
    const names = this.people.slice(0, named).map(({ name, count }) => {
      return phrase('person', { who: isolated(shortened(shown(name), longest)), n: count })
    })
    return [...names, ...(others > 0 ? [phrase('others', { n: others })] : [])].join(', ')
  }
}

const countedAs: Readonly<Record<ChangeKind, MessageId>> = {
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

function shared(a: readonly string[], b: readonly string[]): readonly string[] {
  const differs = a.findIndex((name, index) => name !== b[index])
  return differs === -1 ? a : a.slice(0, differs)
}
