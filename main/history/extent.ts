import type { ActivityFacts } from '../../preload/contract/activity.ts'
import type { Database } from './database.ts'

/** How many changes are kept, since when, and how large the file is that holds them. */
export function extentOf(database: Database): Pick<ActivityFacts, 'kept' | 'since' | 'bytes'> {
  const number = (query: string) =>
    database.read(() => {
      const n = database.prepare(query).get()?.n
      return typeof n === 'number' ? n : null
    }, null)
  const kept = number(`SELECT count(*) AS n FROM changes WHERE state <> 'open'`) ?? 0
  const oldest = number(`SELECT min(at) AS n FROM changes WHERE state <> 'open'`)
  const times = [oldest, ...[...database.unkept.values()].map(({ at }) => at)].filter((at) => at !== null)
  return {
    kept: kept + database.unkept.size,
    since: times.reduce<number | null>((least, at) => Math.min(least ?? at, at), null),
    bytes: number('SELECT page_count * page_size AS n FROM pragma_page_count, pragma_page_size') ?? 0,
  }
}
