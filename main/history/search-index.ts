import { setImmediate } from 'node:timers/promises'
import type { SQLInputValue } from 'node:sqlite'
import type { Filter } from '../../preload/contract/activity.ts'
import type { Database } from './database.ts'
import { type Conditions, conditionsOf, type DrivesCalled, wanted } from './filter.ts'

/** The same question as {@link Conditions}, with where to look for its answer: for a FROM. */
interface Search extends Conditions {
  readonly from: string
}

/** What is in more changes than this is found sooner by reading them in their order. */
const mostCandidates = 5_000
/** Who pastes a page looks for its beginning first; what is found is compared with all of it. */
const mostTrigrams = 30

const candidates = 'SELECT rowid FROM changes_words WHERE changes_words MATCH ?'

/** Chooses the way to what a filter asks for: rare words are looked up, everything else is read in the order of time. */
export function searchFor(database: Database, filter: Filter, drivesCalled: DrivesCalled): Search {
  const conditions = conditionsOf(filter, drivesCalled)
  const inOrder = { ...conditions, from: 'changes INDEXED BY changes_search' }
  const trigrams = trigramsOf(wanted(filter.text).filter((word) => drivesCalled(word).length === 0))
  if (trigrams.length === 0) return inOrder
  const some = trigrams.filter((each) => !isCommon(database, matchOf([each])))
  const match = matchOf(some.length > 0 ? some : trigrams) // long lists are slow to compare
  if (isCommon(database, match)) return inOrder
  return {
    from: 'changes NOT INDEXED', // by number
    sql: ` AND seq IN (${candidates})${conditions.sql}`,
    values: [match, ...conditions.values] satisfies readonly SQLInputValue[],
  }
}

const matchOf = (trigrams: readonly string[]) =>
  trigrams.map((each) => `"${each.replaceAll('"', '""')}"`).join(' AND ')

function isCommon(database: Database, match: string): boolean {
  const some = `SELECT count(*) AS n FROM (${candidates} LIMIT ${mostCandidates + 1})`
  return database.count(some, [match]) > mostCandidates
}

/** Every three letters in a row; words of one or two letters have none. */
function trigramsOf(words: readonly string[]): readonly string[] {
  const all = words.flatMap((word) => {
    const letters = Array.from(word)
    return letters.slice(2).map((last, at) => `${letters[at]}${letters[at + 1]}${last}`)
  })
  return [...new Set(all)].slice(0, mostTrigrams)
}

const pagesAtOnce = 50

/**
 * Takes what was deleted out of the search index too, some at a time; a quit is made up for the next time. SQLite's own
 * `secure-delete` takes 50 times as long for each change, all of it at once.
 */
export async function purgeSearchIndex(database: Database): Promise<void> {
  if (database.count('SELECT has_deleted AS n FROM search_index') === 0) return
  database.transact(() => database.prepare('UPDATE search_index SET has_deleted = 0').run())
  const merge = database.prepare("INSERT INTO changes_words (changes_words, rank) VALUES ('merge', ?)")
  const total = () => database.count('SELECT total_changes() AS n')
  for (let pages = -pagesAtOnce; ; pages = pagesAtOnce) {
    const before = total()
    const done = database.transact(() => merge.run(pages))
    if (!done.ok || total() - before < 2) return
    await setImmediate()
  }
}
