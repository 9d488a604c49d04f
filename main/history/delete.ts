import { setImmediate } from 'node:timers/promises'
import type { SQLInputValue } from 'node:sqlite'
import { type Filter, noFilter } from '../../preload/contract/activity.ts'
import { chooseHeads } from './burst-parts.ts'
import type { Database } from './database.ts'
import type { Words } from '../../preload/words/words.ts'
import { drivesCalled } from './drives-called.ts'
import { asksForATime, deleteDigests } from './digests.ts'
import { conditionsOf, isWanted } from './filter.ts'
import { purgeSearchIndex, searchFor } from './search-index.ts'

const rowsAtOnce = 500
const pagesAtOnce = 500

/**
 * Deletes what a filter asks for and is there at this call, some at a time so that the app stays responsive. False: the
 * disk refused some of it.
 */
export async function deleteMatching(database: Database, filter: Filter, words: Words): Promise<boolean> {
  const { from: place, sql, values } = searchFor(database, filter, drivesCalled(database, words))
  const newest = database.count('SELECT max(seq) AS n FROM changes')
  const which = `SELECT seq FROM ${place} WHERE state <> 'open' AND seq <= ?${sql} LIMIT ?`
  const isDeleted = await deleteRows(database, which, [newest, ...values])
  const from = filter.from ?? Number.MIN_SAFE_INTEGER
  const until = filter.until ?? Number.MAX_SAFE_INTEGER
  if (asksForATime(filter)) database.transact(() => deleteDigests(database, from, until))
  await finish(database)
  database.changed.emit()
  return isDeleted && ![...database.unkept.values()].some((change) => isWanted(change, filter, words))
}

/** Deletes what happened before a time. What is still to be told stays until it is. */
export async function deleteBefore(database: Database, time: number): Promise<void> {
  const { sql, values } = conditionsOf({ ...noFilter, until: time }, () => [])
  const which = `SELECT seq FROM changes WHERE state <> 'open' AND state = 'settled' AND due_at IS NULL${sql} ORDER BY at LIMIT ?`
  await deleteRows(database, which, values)
  database.transact(() => deleteDigests(database, Number.MIN_SAFE_INTEGER, time))
  await finish(database)
  database.changed.emit()
}

async function deleteRows(
  database: Database,
  which: string,
  values: readonly SQLInputValue[],
): Promise<boolean> {
  const remove = `DELETE FROM changes WHERE seq IN (${which}) RETURNING burst, head`
  for (;;) {
    let deleted = 0
    const done = database.transact(() => {
      const rows = database.prepare(remove).all(...values, rowsAtOnce)
      deleted = rows.length
      const headless = rows.filter(({ burst, head }) => burst !== null && head !== 0)
      chooseHeads(database, new Set(headless.map(({ burst }) => String(burst))))
    })
    if (!done.ok) return false
    if (deleted < rowsAtOnce) return true
    await setImmediate()
  }
}

/** Gives free pages back to the disk, some at a time; a file of the first version keeps and reuses them, emptied. */
async function shrink(database: Database): Promise<void> {
  const free = () => database.count('SELECT freelist_count AS n FROM pragma_freelist_count')
  for (let before = free(); before > 0;) {
    const done = database.transact(() => {
      database.prepare(`PRAGMA incremental_vacuum(${pagesAtOnce})`).all()
    })
    const left = free()
    if (!done.ok || left >= before) return
    before = left
    await setImmediate()
  }
}

async function finish(database: Database): Promise<void> {
  await purgeSearchIndex(database)
  await shrink(database)
  database.emptyJournal()
}

const itemsAtOnce = 2_000

/**
 * Forgets a subscription. Its drive loses its name in the same transaction as its changes, so that following it again
 * begins anew at once; the index, which may be large, goes bit by bit so that the app stays responsive.
 */
export async function forgetSubscription(
  database: Database,
  subscriptionId: string,
  keepChanges: boolean,
): Promise<void> {
  database.transact(() => {
    const which = keepChanges ? `AND state = 'open'` : ''
    const bursts = 'SELECT DISTINCT burst FROM changes WHERE subscription_id = ? AND burst IS NOT NULL'
    const touched = database.prepare(bursts).all(subscriptionId)
    database.prepare(`DELETE FROM changes WHERE subscription_id = ? ${which}`).run(subscriptionId)
    chooseHeads(database, new Set(touched.map(({ burst }) => String(burst)))) // some span other drives
    database.prepare(`${unname} WHERE subscription_id = ?`).run(subscriptionId)
  })
  database.changed.emit()
  await forgetUnnamed(database)
}

/** Its links are credentials, together with a token: they go at once. */
const unname = `UPDATE drives SET subscription_id = 'forgotten:' || no,
  delta_link = NULL, learn_link = NULL, resync_link = NULL`

/**
 * Goes on with what a quit interrupted, and forgets the drives that are none of these; what changed in them stays. Null:
 * nobody knows which are followed.
 */
export async function forgetOthers(database: Database, followed: readonly string[] | null): Promise<void> {
  if (followed !== null) {
    const others = `subscription_id NOT LIKE 'forgotten:%' AND subscription_id NOT IN (SELECT value FROM json_each(?))`
    const ids = JSON.stringify(followed)
    database.transact(() => {
      database.prepare(`DELETE FROM changes WHERE state = 'open' AND ${others}`).run(ids)
      database.prepare(`${unname} WHERE ${others}`).run(ids)
    })
  }
  await forgetUnnamed(database)
}

async function forgetUnnamed(database: Database): Promise<void> {
  const unnamed = "SELECT count(*) AS n FROM drives WHERE subscription_id LIKE 'forgotten:%'"
  if (database.count(unnamed) === 0) return
  while (forgetSome(database)) await setImmediate()
  await finish(database)
}

/** True while there is more. */
function forgetSome(database: Database): boolean {
  let forgotten = 0
  const some = `
    DELETE FROM items WHERE (drive, id) IN (
      SELECT drive, id FROM items JOIN drives ON no = drive WHERE subscription_id LIKE 'forgotten:%' LIMIT ?)`
  const done = database.transact(() => {
    forgotten = Number(database.prepare(some).run(itemsAtOnce).changes)
    if (forgotten === 0) database.prepare(`DELETE FROM drives WHERE subscription_id LIKE 'forgotten:%'`).run()
  })
  return done.ok && forgotten > 0
}
