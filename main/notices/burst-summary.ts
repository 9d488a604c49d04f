import type { Called } from '../../preload/contract/called.ts'
import type { StoredChange } from '../history/stored-change.ts'
import type { Words } from '../../preload/words/words.ts'
import { type Count, countedAs, kindsLine, peopleLine, sharedStart } from './change-counts.ts'

/** So many items are told apart; those beyond are only counted. */
const mostToldApart = 10_000
/** So many of the latest items are named (words.md). */
export const mostNamed = 5

/** Counts what a notice says of many changes, without keeping them: there may be very many. */
export class BurstSummary {
  readonly #drives = new Map<string, Called>()
  readonly #items = new Map<string, Count>()
  readonly #people = new Map<string, { readonly name: string | null; count: number }>()
  readonly #kinds = new Map<Count, number>()
  /** The latest change of each of the latest items, the newest last. */
  readonly #named = new Map<string, StoredChange>()
  #beyond = 0
  #latest: StoredChange
  #place: readonly string[]
  #folders: readonly string[]
  #hasOnlyFiles = true
  #isBrought = true
  #since: number

  constructor(first: StoredChange) {
    this.#latest = first
    this.#place = first.place
    this.#folders = foldersOf(first)
    this.#since = sinceOf(first)
    this.add(first)
  }

  /** The same item changed again is still one item. */
  add(change: StoredChange): void {
    const item = `${change.subscriptionId} ${change.itemId}`
    const known = this.#items.has(item)
    this.#note(change)
    this.#name(item, change)
    this.#countPerson(personKey(change), change.who?.name ?? null, known)
    if (known) return
    const kind = countedAs[change.kind]
    if (this.#items.size < mostToldApart) this.#items.set(item, kind)
    else this.#beyond += 1
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
  }

  /** Counts all of another summary as well; its changes came later. */
  absorb(other: BurstSummary): void {
    for (const [kind, n] of other.#kinds) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + n)
    for (const [item, kind] of other.#items) {
      if (this.#items.has(item)) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) - 1)
      else if (this.#items.size < mostToldApart) this.#items.set(item, kind)
      else this.#beyond += 1
    }
    for (const [key, { name, count }] of other.#people) {
      const person = this.#people.get(key) ?? { name, count: 0 }
      this.#people.set(key, { name, count: person.count + count })
    }
    for (const [key, called] of other.#drives) this.#drives.set(key, called)
    const named = [...this.#named, ...other.#named].sort(([, a], [, b]) => Number(a.id) - Number(b.id))
    for (const [item, change] of named) this.#name(item, change)
    this.#beyond += other.#beyond
    this.#latest = other.#latest
    this.#place = sharedStart(this.#place, other.#place)
    this.#folders = this.#folders.filter((id) => other.#folders.includes(id))
    this.#hasOnlyFiles &&= other.#hasOnlyFiles
    this.#isBrought &&= other.#isBrought
    this.#since = Math.min(this.#since, other.#since)
  }

  copy(): BurstSummary {
    const copy = new BurstSummary(this.#latest)
    copy.#items.clear()
    copy.#people.clear()
    copy.#kinds.clear()
    copy.#named.clear()
    copy.#place = this.#place
    copy.#folders = this.#folders
    copy.absorb(this)
    return copy
  }

  /** How many items changed. */
  get count(): number {
    return this.#items.size + this.#beyond
  }

  /** The latest change of its latest items, at most {@link mostNamed}, the newest last. */
  get named(): readonly StoredChange[] {
    return [...this.#named.values()]
  }

  get latest(): StoredChange {
    return this.#latest
  }

  /** What its drives are called. */
  get drives(): readonly Called[] {
    return [...this.#drives.values()]
  }

  /** Since when nobody was told: the last look before what was missed, or the earliest change. */
  get since(): number {
    return this.#since
  }

  /** The folder around all of them, from the top of the drive down. */
  get place(): readonly string[] {
    return this.#place
  }

  /** Its id; null: they share none but the drive. */
  get folderId(): string | null {
    return this.#place.length > 0 ? (this.#folders[0] ?? null) : null
  }

  get thing(): 'file' | 'other' {
    return this.#hasOnlyFiles ? 'file' : 'other'
  }

  /** All of it was brought by webhooks. */
  get isBrought(): boolean {
    return this.#isBrought
  }

  /** The only kind there is, or null. */
  get onlyKind(): Count | null {
    const [kind, another] = [...this.#kinds].filter(([, n]) => n > 0).map(([id]) => id)
    return another === undefined ? (kind ?? null) : null
  }

  get people(): readonly { readonly name: string | null; readonly count: number }[] {
    return [...this.#people.values()].sort((a, b) => b.count - a.count)
  }

  /** Did this person, app or unknown have a part in it? */
  includes(person: string): boolean {
    return this.#people.has(person)
  }

  /** Is it about this item alone? */
  isOnly({ subscriptionId, itemId }: StoredChange): boolean {
    return this.count === 1 && this.#items.has(`${subscriptionId} ${itemId}`)
  }

  /** Like "4 added, 6 edited". */
  kindsLine(words: Words): string {
    return kindsLine(this.#kinds, words)
  }

  /** Like "Bo Lindqvist 9, Yusuf Demir 5, 3 others". */
  peopleLine(named: number, longest: number, words: Words): string {
    return peopleLine(this.people, named, longest, words)
  }

  #note(change: StoredChange): void {
    this.#latest = change
    this.#drives.set(JSON.stringify(change.driveName), change.driveName)
    this.#place = sharedStart(this.#place, change.place)
    this.#folders = this.#folders.filter((id) => foldersOf(change).includes(id))
    this.#hasOnlyFiles &&= change.itemKind === 'file'
    this.#isBrought &&= change.itemKind === 'resource'
    this.#since = Math.min(this.#since, sinceOf(change))
  }

  #name(item: string, change: StoredChange): void {
    this.#named.delete(item)
    this.#named.set(item, change)
    const [oldest] = this.#named.keys()
    if (this.#named.size > mostNamed && oldest !== undefined) this.#named.delete(oldest)
  }

  #countPerson(key: string, name: string | null, itemIsKnown: boolean): void {
    const person = this.#people.get(key)
    if (!person) this.#people.set(key, { name, count: 1 })
    else if (!itemIsKnown) person.count += 1
  }
}

/** Tells people and apps apart. */
export function personKey({ who }: StoredChange): string {
  return who?.id ?? who?.name ?? ''
}

/** Nearest first. */
function foldersOf({ folders, parentId }: StoredChange): readonly string[] {
  return folders.length > 0 || parentId === null ? folders : [parentId]
}

const sinceOf = ({ missed, at }: StoredChange): number => Math.min(at, missed?.from ?? at)
