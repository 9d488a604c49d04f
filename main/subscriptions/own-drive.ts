import type { DriveStatus } from '../../preload/contract/state.ts'
import type { GraphError } from '../graph/graph-error.ts'
import { backoffMs } from '../kit/backoff.ts'
import { type Clock, wallTime } from '../kit/clock.ts'
import type { Result } from '../kit/result.ts'
import { noConnection } from './connection.ts'
import { whyFailed } from './drive-status.ts'
import type { Run } from './runner.ts'
import { hourMs, minuteMs } from '../kit/time.ts'

const retry = { firstMs: 2_000, maxMs: 10 * minuteMs } as const
/** "Not found" passes at times while a drive is being made (protocol.md 4.1). */
const patience = 3
/** Whoever has no OneDrive seldom gets one. */
const noneAgainMs = hourMs

/** An account's own OneDrive, as Microsoft names it. */
export interface OwnDrive {
  readonly id: string
  readonly webUrl: string | null
}

interface OwnDriveLookupDeps {
  readonly find: () => Promise<Result<OwnDrive, GraphError>>
  readonly found: (drive: OwnDrive) => void
  readonly clock: Clock
  readonly random: () => number
  readonly changed: () => void
}

/** A subscription whose drive is not known yet: asks Graph for it until it answers. */
export class OwnDriveLookup implements Run {
  readonly #deps: OwnDriveLookupDeps
  readonly #since: number
  readonly learning = null
  readonly isCatchingUp = false
  readonly connection = noConnection
  #error: GraphError | null = null
  #failures = 0
  /** On the even hand of the clock. */
  #nextAt: number | null = null
  #timer: Disposable | null = null
  #closed = false

  constructor(deps: OwnDriveLookupDeps) {
    this.#deps = deps
    this.#since = deps.clock.elapsed()
  }

  start(): void {
    void this.#ask()
  }

  wake(): void {
    this.askNow()
  }

  askNow(): void {
    if (this.#nextAt !== null) void this.#ask()
  }

  get isInDoubt(): boolean {
    return this.#error?.kind === 'offline' || this.#error?.kind === 'timeout'
  }

  hinted(): void {
    this.askNow()
  }

  get status(): DriveStatus {
    const error = this.#error
    const { clock } = this.#deps
    if (!error) return { kind: 'catching-up', since: null }
    if (error.kind === 'signed-out') return { kind: 'signed-out' }
    if (error.kind === 'not-found' && this.#failures >= patience) {
      return {
        kind: 'no-access',
        since: wallTime(clock, this.#since),
        cause: { key: 'cause.no-onedrive' },
      }
    }
    return {
      kind: 'reconnecting',
      at: this.#nextAt && wallTime(clock, this.#nextAt),
      cause: whyFailed(error),
    }
  }

  [Symbol.dispose](): void {
    this.#closed = true
    this.#timer?.[Symbol.dispose]()
  }

  async #ask(): Promise<void> {
    this.#timer?.[Symbol.dispose]()
    this.#nextAt = null
    const answer = await this.#deps.find()
    if (this.#closed) return
    if (answer.ok) return this.#deps.found(answer.value)
    const { clock, random, changed } = this.#deps
    this.#failures = answer.error.kind === this.#error?.kind ? this.#failures + 1 : 1
    const isNone = answer.error.kind === 'not-found' && this.#failures >= patience
    this.#error = answer.error
    const afterMs = isNone ? noneAgainMs : backoffMs(retry, this.#failures - 1, random())
    this.#nextAt = clock.elapsed() + afterMs
    this.#timer = clock.after(afterMs, () => void this.#ask())
    changed()
  }
}
