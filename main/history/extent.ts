import type { ActivityFacts } from '../../preload/contract/activity.ts'
import type { Database } from './database.ts'

/** How many changes are kept, since when, and how large the file is that holds them. */
export function extentOf(database: Database): Pick<ActivityFacts, 'kept' | 'since' | 'bytes'> {
  const kept = database.count(`SELECT count(*) AS n FROM changes WHERE state <> 'open'`)
  const oldest = database.rows(
    `SELECT at FROM changes WHERE state <> 'open' ORDER BY at LIMIT 1`,
    [],
    ({ at }) => Number(at),
  )
  const times = [...oldest, ...[...database.unkept.values()].map(({ at }) => at)]
  return {
    kept: kept + database.unkept.size,
    since: times.reduce<number | null>((least, at) => Math.min(least ?? at, at), null),
    bytes: database.count('SELECT page_count * page_size AS n FROM pragma_page_count, pragma_page_size'),
  }
}

/** When the newest change that is kept happened; null when there is none. */
export function newestChange(database: Database): number | null {
  const { n } =
    database.read(() => database.prepare('SELECT max(at) AS n FROM changes').get(), undefined) ?? {}
  return typeof n === 'number' ? n : null
}
