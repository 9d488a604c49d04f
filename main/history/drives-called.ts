import { type Called, calledText } from '../../preload/contract/called.ts'
import { fold } from '../../preload/words/fold.ts'
import type { Words } from '../../preload/words/words.ts'
import { jsonIn } from '../kit/json.ts'
import type { Database } from './database.ts'
import type { DrivesCalled } from './filter.ts'

/** Each drive with kept changes, by steps from one to the next, and what it was called last. */
const query = `
  WITH RECURSIVE drive(id) AS (
    SELECT min(subscription_id) FROM changes
    UNION ALL SELECT (SELECT min(subscription_id) FROM changes WHERE subscription_id > drive.id) FROM drive
      WHERE drive.id IS NOT NULL)
  SELECT id, (SELECT drive_name FROM changes WHERE subscription_id = drive.id ORDER BY at DESC LIMIT 1) AS name
  FROM drive WHERE id IS NOT NULL`

/** Looks drives up by what they are called; what somebody named is found in the rows themselves. */
export function drivesCalled(database: Database, words: Words): DrivesCalled {
  let known: readonly { readonly id: string; readonly text: string }[] | null = null
  return (word) => {
    known ??= database
      .rows(query, [], ({ id, name }) => ({
        id: String(id),
        called: (jsonIn(name) ?? String(name)) as Called,
      }))
      .filter(({ called }) => typeof called !== 'string')
      .map(({ id, called }) => ({ id, text: fold(calledText(called, words)) }))
    return known.filter(({ text }) => text.includes(word)).map(({ id }) => id)
  }
}
