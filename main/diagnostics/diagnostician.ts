import { join } from 'node:path'
import type { CheckUp, Diagnostics } from '../../preload/contract/diagnostics.ts'
import type { AppState } from '../../preload/contract/state.ts'
import type { Clock } from '../kit/clock.ts'
import type { Files } from '../kit/files.ts'
import type { Asked } from './asked.ts'
import { type Findings, judge } from './doctor.ts'
import { found } from './found.ts'
import { logTail } from './log-tail.ts'
import { reportOf } from './report.ts'
import type { UsageWatch } from './usage-watch.ts'

interface DiagnosticianDeps {
  readonly clock: Clock
  readonly files: Files
  readonly usage: UsageWatch
  readonly asked: Asked
  readonly logs: string
  readonly around: () => Promise<Parameters<typeof found>[0]>
  readonly links: () => Diagnostics['links']
  readonly database: () => Diagnostics['database']
  readonly examine: () => Promise<Findings>
  readonly state: () => AppState
  /** Names that a report must not hold. */
  readonly names: () => readonly string[]
}

const shownLines = 60
const reportedLines = 200

/** Says how Drivebell is doing: for its page, for a report, and what to mend first. */
export class Diagnostician {
  readonly #deps: DiagnosticianDeps
  readonly #runningSince: number
  #checkUp: CheckUp | null = null

  constructor(deps: DiagnosticianDeps) {
    this.#deps = deps
    this.#runningSince = deps.clock.now()
  }

  look(): Promise<Diagnostics> {
    return this.#look(shownLines)
  }

  async checkUp(): Promise<CheckUp> {
    this.#checkUp = judge(await this.#deps.examine())
    return this.#checkUp
  }

  /** A text for those who help, with no secret and no name in it. */
  async report(): Promise<string> {
    const { state, names, clock } = this.#deps
    const checkUp = this.#checkUp ?? (await this.checkUp())
    const diagnostics = await this.#look(reportedLines)
    return reportOf({ state: state(), diagnostics, checkUp, names: names(), at: clock.now() })
  }

  async #look(lines: number): Promise<Diagnostics> {
    const { files, usage, asked, logs, around, links, database } = this.#deps
    return {
      runningSince: this.#runningSince,
      usage: usage.usage,
      asked: asked.lastHour,
      database: database(),
      found: found(await around()),
      links: links(),
      log: logTail(files, join(logs, 'drivebell.log'), lines),
    }
  }
}
