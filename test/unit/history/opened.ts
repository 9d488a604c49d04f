import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import type { Clock } from '../../../main/kit/clock.ts'
import { quiet } from '../../wire/quiet.ts'
import { english } from '../../words.ts'

/** A history in memory, with nothing in it. */
export function openHistory(clock: Clock): { database: Database; history: History } {
  const { database } = openDatabase(':memory:', { clock, log: quiet })
  return { database, history: new History({ database, clock, words: () => english }) }
}
