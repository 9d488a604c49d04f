import type { PersonChoice } from '../../preload/contract/activity.ts'
import type { Actor } from '../graph/schemas.ts'
import type { Database, SqlRow } from './database.ts'
import { whoKey, whoKind } from './stored-change.ts'
import { wanted, searchText } from './filter.ts'

const mostPeople = 100

/** By each their number of changes, and their latest name. */
const query = `
  SELECT counted.n, changes.who_kind, changes.who_id, changes.who_name, changes.who_key FROM
    (SELECT who_key, count(*) AS n, max(at) AS latest FROM changes INDEXED BY changes_of_person
      WHERE state <> 'open' GROUP BY who_key) AS counted
    JOIN changes ON changes.who_key = counted.who_key AND changes.at = counted.latest AND changes.state <> 'open'
  GROUP BY changes.who_key ORDER BY counted.n DESC, changes.who_name`

/** Who did something that is kept, most changes first; all words of the text occur in the name. */
export function readPeople(database: Database, text: string): readonly PersonChoice[] {
  const kept = database.rows(query, [], readChoice)
  const people = new Map(kept.map((choice) => [choice.key, choice]))
  for (const { who } of database.unkept.values()) {
    const key = whoKey(who)
    const known = people.get(key) ?? {
      key,
      id: who?.id ?? null,
      name: who?.name ?? '',
      kind: whoKind(who),
      changes: 0,
    }
    people.set(key, { ...known, changes: known.changes + 1 })
  }
  const words = wanted(text)
  return [...people.values()]
    .filter(({ name }) => words.every((word) => searchText([name]).includes(word)))
    .sort((a, b) => b.changes - a.changes)
    .slice(0, mostPeople)
}

function readChoice(row: SqlRow): PersonChoice {
  const id = row.who_id === null ? null : String(row.who_id)
  const name = row.who_name === null ? '' : String(row.who_name)
  const kind =
    row.who_kind === null ? null : { kind: String(row.who_kind) as Actor['kind'], id, name: name || null }
  return { key: String(row.who_key), id, name, kind: whoKind(kind), changes: Number(row.n) }
}
