import type { StoredChange } from './stored-change.ts'

/** Text as it is searched: the same for every way to write it. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** What a change is found by: names, places and people, each on a line of its own. */
export function wordsOf(texts: readonly (string | null)[]): string {
  return folded(texts.filter((text) => text !== null).join('\n'))
}

/** The same, of a change. */
export function wordsOfChange({ name, oldName, place, driveName, who }: StoredChange): string {
  return wordsOf([name, oldName, ...place, driveName, who?.name ?? null])
}

/** The words of a search; all of them must occur. */
export function wanted(text: string): readonly string[] {
  return folded(text).split(/\s+/).filter(Boolean)
}
