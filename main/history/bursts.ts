import type { Database } from './database.ts'

/** The newest change of a burst stands for it. To be called in the transaction that touches changes of bursts. */
export function chooseHeads(database: Database, bursts: ReadonlySet<string>): void {
  const newest = database.prepare(
    'SELECT seq FROM changes WHERE burst = ? ORDER BY head DESC, at DESC, seq DESC LIMIT 1',
  )
  const fold = database.prepare('UPDATE changes SET head = 0 WHERE burst = ? AND head = 1 AND seq <> ?')
  const raise = database.prepare('UPDATE changes SET head = 1 WHERE seq = ? AND head = 0')
  for (const burst of bursts) {
    const seq = Number(newest.get(burst)?.seq ?? 0)
    fold.run(burst, seq)
    raise.run(seq)
  }
}
