import type { Database } from './database.ts'

/**
 * Under which numbers a notification service shows our notices, so that another run of the app can rewrite them. Numbers
 * mean something to the service that gave them alone: `service` names it for as long as it lives.
 */
export class ShownNotices {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** What a service shows, oldest first; what another one showed is forgotten. */
  of(service: string): ReadonlyMap<string, number> {
    const others = 'DELETE FROM shown_notices WHERE daemon <> ?'
    this.#database.transact(() => this.#database.prepare(others).run(service))
    const query = 'SELECT notice, id FROM shown_notices ORDER BY id'
    const rows = this.#database.read(() => this.#database.prepare(query).all(), [])
    return new Map(rows.map(({ notice, id }) => [String(notice), Number(id)]))
  }

  put(service: string, notice: string, id: number): void {
    const put = 'INSERT OR REPLACE INTO shown_notices (notice, daemon, id) VALUES (?, ?, ?)'
    this.#database.transact(() => this.#database.prepare(put).run(notice, service, id))
  }

  remove(notice: string): void {
    const remove = 'DELETE FROM shown_notices WHERE notice = ?'
    this.#database.transact(() => this.#database.prepare(remove).run(notice))
  }
}
