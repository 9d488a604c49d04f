import { DatabaseSync } from 'node:sqlite'

/** What SQLite says when the disk fails (IOERR) or has no room (FULL). */
const failures = { dead: 10, full: 13 } as const

/**
 * A true database of SQLite whose process can be killed, or whose disk be full, at any transaction: from that moment nothing
 * is written any more, and an open transaction is rolled back.
 */
export class MortalSql extends DatabaseSync {
  /** What becomes of whatever is to be written. */
  state: 'well' | keyof typeof failures = 'well'
  /** Runs before each statement that begins or ends a transaction; it may end all. */
  onStep: (step: 'BEGIN' | 'COMMIT') => void = () => {}
  /** Runs after a transaction was written. */
  onWritten: () => void = () => {}

  override exec(text: string): void {
    const step = /^(BEGIN|COMMIT)/.exec(text)?.[1] as 'BEGIN' | 'COMMIT' | undefined
    if (step) this.onStep(step)
    if (step && this.state !== 'well')
      throw Object.assign(new Error(`disk is ${this.state}`), { errcode: failures[this.state] })
    super.exec(text)
    if (step === 'COMMIT') this.onWritten()
  }
}
