import { DriveStores } from '../../../main/drive/drive-store.ts'
import { DriveSync } from '../../../main/drive/drive-sync.ts'
import type { SyncState } from '../../../main/drive/sync-state.ts'
import { driveFeed } from '../../../main/graph/delta.ts'
import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import { plain, sentence } from '../../../main/notices/change-sentence.ts'
import { MortalSql } from '../../mortal-sql.ts'
import { settled, VirtualClock } from '../../story/virtual-clock.ts'
import { everything, Feed, file, folder, gone, quiet, root, type Raw } from './feed.ts'
import { english } from '../../words.ts'

export const oldDay: number = Date.parse('2025-01-01T00:00:00Z')
export const budget: Raw = file('f1', 'budget.xlsx', 'plans', oldDay)
export const plans: Raw = folder('plans', 'Plans', 'root', oldDay)

/** One drive that is kept in step with a scripted feed. */
export class Syncing implements Disposable {
  readonly clock = new VirtualClock()
  readonly feed = new Feed()
  readonly history: History
  readonly states: SyncState[] = []
  /** The account is one of work. */
  beginsAtTimes = false
  readonly #sql = new MortalSql(':memory:')
  readonly #database: Database
  sync: DriveSync

  constructor() {
    const { clock } = this
    this.feed.echoes = [root]
    this.#database = openDatabase(':memory:', { clock, log: quiet, connect: () => this.#sql }).database
    this.history = new History({ database: this.#database, clock, words: () => english })
    this.sync = this.#open()
  }

  /** As after a crash: nothing but the database is left. */
  reopen(): void {
    this.sync[Symbol.dispose]()
    this.#sql.state = 'well'
    this.sync = this.#open()
  }

  /** The app is killed before the transaction after so many more; `reopen` starts it again. */
  diesAfter(transactions: number): void {
    let left = transactions
    this.#sql.onStep = (step) => {
      if (step === 'BEGIN' && left-- === 0) this.#sql.state = 'dead'
    }
  }

  /** What waits to be told. */
  told(): readonly string[] {
    return this.history
      .pending()
      .changes.map((change) =>
        [
          plain(sentence(change, english), english),
          'in',
          change.place.join('/') || '/',
          change.missed ? '(missed)' : '',
        ]
          .join(' ')
          .trim(),
      )
  }

  /** The next sync finds its deltaLink dead. */
  kill(location: string | null): void {
    let isDead = true
    this.feed.fault = (query) => {
      if (!isDead || query.get('token') === 'all' || query.get('token') === null) return null
      isDead = false
      return gone(location)
    }
  }

  /** A drive with an old file in a folder, all of it known. */
  async follow(): Promise<void> {
    this.feed.write(root, plans, budget)
    await this.sync.sync('joined')
    this.sync.learn()
    await settled()
    if (this.sync.state.learning !== null) throw new Error('not all is learned')
    await this.clock.advance({ minutes: 10 })
  }

  [Symbol.dispose](): void {
    this.sync[Symbol.dispose]()
    if (this.clock.waiting > 0) throw new Error('timers were left behind')
    this.#database[Symbol.dispose]()
  }

  #open(): DriveSync {
    return new DriveSync({
      subscriptionId: 's',
      accountId: 'a',
      feed: driveFeed('d'),
      scope: () => everything,
      driveName: 'My files',
      graph: this.feed.graph(this.clock),
      stores: new DriveStores(this.#database),
      clock: this.clock,
      log: quiet,
      beginsAtTimes: this.beginsAtTimes,
      askWho: null,
      stored() {},
      changed: (state) => void this.states.push(state),
    })
  }
}
