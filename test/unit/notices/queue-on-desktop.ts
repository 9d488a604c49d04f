import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Database } from '../../../main/history/database.ts'
import { History } from '../../../main/history/history.ts'
import { openDatabase } from '../../../main/history/open-database.ts'
import type { StoredChange } from '../../../main/history/stored-change.ts'
import { logTo } from '../../../main/kit/log.ts'
import { NoticeQueue } from '../../../main/notices/notice-queue.ts'
import type { RuleContext } from '../../../main/rules/judge.ts'
import { noFilter } from '../../../preload/contract/activity.ts'
import { defaultRules } from '../../../preload/contract/rules.ts'
import { VirtualClock } from '../../story/virtual-clock.ts'
import { english } from '../../words.ts'
import { aChange as anEdit } from '../history/a-change.ts'
import { Recorder } from './recorder.ts'

const log = logTo(() => {})

/** Somebody added a file. */
export const aChange = (facts: Partial<StoredChange> = {}) => anEdit({ kind: 'added', ...facts })

/** A queue with its history and a desktop that records; `crash` is what `kill -9` leaves, and a new start. */
export class QueueOnDesktop {
  readonly clock = new VirtualClock()
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'drivebell-notices-'))
  /** Of every run: what is on screen outlives the app. */
  readonly desktops: Recorder[] = []
  readonly onDesktop = new Set<string>()
  /** How the system took each. */
  readonly taken: string[] = []
  context: Omit<RuleContext, 'at'> = {
    showNotices: true,
    own: 'hide-all-accounts',
    quietHours: null,
    mutes: [],
    rulesOf: () => defaultRules,
    words: english,
    ownNames: () => new Set(['ME']),
    ownDomains: () => new Set(),
  }
  database!: Database
  history!: History
  desktop!: Recorder
  noticeQueue!: NoticeQueue

  constructor() {
    this.#start()
  }

  crash(): void {
    this.noticeQueue[Symbol.dispose]()
    this.database[Symbol.dispose]()
    this.#start()
  }

  verdicts(): readonly string[] {
    return [...this.history.rows(noFilter)].map(({ id, verdict }) => `${id} ${verdict}`)
  }

  [Symbol.dispose](): void {
    this.database[Symbol.dispose]()
    rmSync(this.#folder, { recursive: true })
  }

  #start(): void {
    const { clock } = this
    this.database = openDatabase(path.join(this.#folder, 'history.db'), { clock, log }).database
    this.history = new History({ database: this.database, clock, words: () => english })
    this.desktop = new Recorder(this.onDesktop)
    this.desktops.push(this.desktop)
    this.noticeQueue = new NoticeQueue({
      history: this.history,
      notifier: this.desktop,
      rules: () => ({ ...this.context, at: clock.now() }),
      accounts: () => [{ id: 'a', username: 'me@contoso.example' }],
      words: () => english,
      took: (how) => this.taken.push(how),
      clock,
      log,
    })
  }
}

/** A new one for each test of the file that calls this. */
export function queueOnDesktop(): { readonly at: QueueOnDesktop } {
  const current: { at: QueueOnDesktop | null } = { at: null }
  beforeEach(() => void (current.at = new QueueOnDesktop()))
  afterEach(() => current.at?.[Symbol.dispose]())
  return {
    get at() {
      if (!current.at) throw new Error('asked outside of a test')
      return current.at
    },
  }
}
