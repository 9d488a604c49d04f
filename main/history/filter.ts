import type { SQLInputValue } from 'node:sqlite'
import type { Filter } from '../../preload/contract/activity.ts'
import { calledText, namesIn } from '../../preload/contract/called.ts'
import type { Words } from '../../preload/words/words.ts'
import { fold } from '../../preload/words/fold.ts'
import { isTold, type StoredChange, whoKey } from './stored-change.ts'

/** What a filter asks of a row, for a WHERE that already has a condition. */
export interface Conditions {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

/** The drives that are called something with a word in it, in the reader's language. */
export type DrivesCalled = (word: string) => readonly string[]

/** The same question as {@link isWanted}, asked of rows; all of it is answered from one index. */
export function conditionsOf(filter: Filter, drivesCalled: DrivesCalled): Conditions {
  const { person, kinds, subscriptionId, from, until, told } = filter
  const asked: (readonly [string, ...SQLInputValue[]])[] = [
    ...wanted(filter.text).map((word) => {
      const drives = drivesCalled(word)
      if (drives.length === 0) return ['instr(words, ?) > 0', word] as const
      const either = '(instr(words, ?) > 0 OR subscription_id IN (SELECT value FROM json_each(?)))'
      return [either, word, JSON.stringify(drives)] as const
    }),
    ...one('who_key = ?', person),
    ...one('kind IN (SELECT value FROM json_each(?))', kinds && JSON.stringify(kinds)),
    ...one('subscription_id = ?', subscriptionId),
    ...one('at >= ?', from),
    ...one('at < ?', until),
    ...one(
      `coalesce(verdict IN ('told', 'told-updated', 'digest'), 0) = ?`,
      told === null ? null : Number(told),
    ),
  ]
  return {
    sql: asked.map(([condition]) => ` AND ${condition}`).join(''),
    values: asked.flatMap(([, ...values]) => values),
  }
}

/** Is the change one that the filter asks for? The end of its time is not part of it. */
export function isWanted(change: StoredChange, filter: Filter, language: Words): boolean {
  const { person, kinds, subscriptionId, from, until, told } = filter
  const words = `${searchTextOf(change)}\n${fold(calledText(change.driveName, language))}`
  return (
    wanted(filter.text).every((word) => words.includes(word)) &&
    (person === null || whoKey(change.who) === person) &&
    (kinds === null || kinds.includes(change.kind)) &&
    (subscriptionId === null || change.subscriptionId === subscriptionId) &&
    (from === null || change.at >= from) &&
    (until === null || change.at < until) &&
    (told === null || isTold(change) === told)
  )
}

/** Who looks for something finds each file; who reads along sees a burst as one. */
export function foldsBursts({ text, person, kinds }: Filter): boolean {
  return wanted(text).length === 0 && person === null && kinds === null
}

function one(condition: string, value: SQLInputValue): readonly (readonly [string, SQLInputValue])[] {
  return value === null ? [] : [[condition, value]]
}

/** What a change is found by in any language: names, places and people, each on a line of its own. */
export function searchText(texts: readonly (string | null)[]): string {
  return asKept(fold(texts.filter((text) => text !== null).join('\n')))
}

/** Text as SQLite keeps it: without halves of letters, and without U+0000, behind which it indexes nothing. */
export const asKept = (text: string): string => text.toWellFormed().replaceAll('\0', ' ')

/** The same, of a change. */
export function searchTextOf({ name, oldName, place, driveName, who }: StoredChange): string {
  return searchText([name, oldName, ...place, ...namesIn(driveName), who?.name ?? null])
}

/** The words of a search; all of them must occur. */
export function wanted(text: string): readonly string[] {
  return asKept(fold(text)).split(/\s+/).filter(Boolean)
}
