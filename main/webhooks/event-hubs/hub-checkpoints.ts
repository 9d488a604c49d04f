import type { Database } from '../../history/database.ts'

/** How far the partitions of a hub were read, as one consumer group. */
export class HubCheckpoints {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** The last event of each partition that was read. `hub`: the hub's address and the group. */
  of(hub: string): ReadonlyMap<string, number> {
    const query = 'SELECT partition, sequence_number FROM hub_checkpoints WHERE hub = ?'
    return new Map(
      this.#database.rows(
        query,
        [hub],
        (row) => [String(row.partition), Number(row.sequence_number)] as const,
      ),
    )
  }

  /** To be called within the transaction that keeps what was read. */
  put(hub: string, partition: string, sequenceNumber: number, now: number): void {
    this.#database
      .prepare(
        'INSERT OR REPLACE INTO hub_checkpoints (hub, partition, sequence_number, at) VALUES (?, ?, ?, ?)',
      )
      .run(hub, partition, sequenceNumber, now)
  }
}
