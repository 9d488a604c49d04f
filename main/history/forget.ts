import { setImmediate } from 'node:timers/promises'
import { chooseHeads } from './burst-parts.ts'
import type { Database } from './database.ts'

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
    database
      .prepare(`UPDATE drives SET subscription_id = 'forgotten:' || no WHERE subscription_id = ?`)
      .run(subscriptionId)
  })
  database.changed.emit()
  while (forgetSome(database)) await setImmediate()
}

/** Also finishes what a quit interrupted. True while there is more. */
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
