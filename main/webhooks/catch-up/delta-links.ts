import type { Database } from '../../history/database.ts'

/** Where to read on in a part of what a webhook is about, and since when. */
export interface DeltaLink {
  readonly link: string
  readonly readAt: number
}

/** What is kept for catching up: links of delta, and until when each webhook was heard. */
export class DeltaLinks {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** By part: a mailbox has one for each folder. */
  of(webhookId: string): ReadonlyMap<string, DeltaLink> {
    const query = 'SELECT part, link, read_at FROM webhook_links WHERE webhook_id = ?'
    const rows = this.#database.rows(query, [webhookId], ({ part, link, read_at }) => {
      return [String(part), { link: String(link), readAt: Number(read_at) }] as const
    })
    return new Map(rows)
  }

  /** Puts new links in the place of all there were. */
  put(webhookId: string, links: ReadonlyMap<string, DeltaLink>): void {
    this.#database.transact(() => {
      this.#database.prepare('DELETE FROM webhook_links WHERE webhook_id = ?').run(webhookId)
      const insert = this.#database.prepare(
        'INSERT INTO webhook_links (webhook_id, part, link, read_at) VALUES (?, ?, ?, ?)',
      )
      for (const [part, { link, readAt }] of links) insert.run(webhookId, part, link, readAt)
    })
  }

  /** Until when its calls arrived; null: nobody knows. */
  heardUntil(webhookId: string): number | null {
    const query = 'SELECT until_at FROM webhook_heard WHERE webhook_id = ?'
    return this.#database.rows(query, [webhookId], ({ until_at }) => Number(until_at))[0] ?? null
  }

  heard(webhookId: string, until: number): void {
    this.#database.transact(() => {
      this.#database
        .prepare('INSERT OR REPLACE INTO webhook_heard (webhook_id, until_at) VALUES (?, ?)')
        .run(webhookId, until)
    })
  }

  /** Nothing of a deleted webhook stays. */
  forget(webhookId: string): void {
    this.#database.transact(() => {
      this.#database.prepare('DELETE FROM webhook_links WHERE webhook_id = ?').run(webhookId)
      this.#database.prepare('DELETE FROM webhook_heard WHERE webhook_id = ?').run(webhookId)
    })
    this.#database.emptyJournal()
  }
}
