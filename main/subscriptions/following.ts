import type { Hearing } from '../../preload/contract.ts'
import type { DriveSync, SyncState } from '../drive/drive-sync.ts'
import type { GraphError } from '../graph/graph-error.ts'
import { backoffMs } from '../kit/backoff.ts'
import type { Clock } from '../kit/clock.ts'
import type { Result } from '../kit/result.ts'
import type { Link } from '../link/link-state.ts'
import type { LiveLink } from '../link/live-link.ts'
import { hearingOf } from './hearing.ts'

/** A slow look even while the link is live, for a hint may be lost (graph.md 1.12); a quicker one while it is not. */
const safetyMs = { live: 15 * 60_000, notLive: 2 * 60_000 } as const
const retry = { firstMs: 5_000, maxMs: 2 * 60_000 } as const
/** After a start the link's first word is waited for, so that one read catches up; but not for long. */
const joinLimitMs = 5_000

interface LinkEvents {
  readonly heard: (why: 'hint' | 'joined') => void
  readonly changed: (link: Link) => void
}

interface Parts {
  readonly link: (events: LinkEvents) => LiveLink
  readonly sync: (changed: (state: SyncState) => void) => DriveSync
  readonly signedOut: () => boolean
  readonly hasNetwork: () => boolean
  readonly clock: Clock
  readonly random: () => number
  /** Something that is shown has changed. */
  readonly changed: () => void
}

/** One drive being followed: its link says "look", its sync looks, and a slow clock looks when nobody said so. */
export class Following implements Disposable {
  readonly #parts: Parts
  readonly #link: LiveLink
  readonly #sync: DriveSync
  #since: number
  #lastHeardAt: number | null = null
  /** Nobody listened for a while: what is read next was missed. */
  #gap = true
  #failures = 0
  #timer: Disposable | null = null
  #closed = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#since = parts.clock.now()
    this.#sync = parts.sync(() => parts.changed())
    this.#link = parts.link({
      heard: (why) => this.#heard(why),
      changed: (link) => this.#linkChanged(link),
    })
  }

  /** Opens the link. A drive followed for the first time is read at once, so that it is told from now on. */
  start({ isNew }: { isNew: boolean }): void {
    this.#link.start()
    if (isNew) void this.#read('catch-up')
    else this.#lookAfter(joinLimitMs)
  }

  /** After sleep or a lost network: whatever looks alive is suspect. */
  wake(): void {
    this.#gap = true
    this.#failures = 0
    this.#link.wake()
    void this.#read('catch-up')
  }

  /** The user wants to know now. */
  askNow(): void {
    this.#link.start()
    this.#failures = 0
    void this.#read('safety')
  }

  get hearing(): Hearing {
    return hearingOf({
      signedOut: this.#parts.signedOut(),
      link: this.#link.state,
      sync: this.#sync.state,
      hasNetwork: this.#parts.hasNetwork(),
      lastHeardAt: this.#lastHeardAt,
      catchingUp: this.#gap,
      failures: this.#failures,
      since: this.#since,
      pollMs: safetyMs.notLive,
    })
  }

  get learning(): SyncState['learning'] {
    return this.#sync.state.learning
  }

  [Symbol.dispose](): void {
    this.#closed = true
    this.#timer?.[Symbol.dispose]()
    this.#link[Symbol.dispose]()
    this.#sync[Symbol.dispose]()
  }

  #heard(why: 'hint' | 'joined'): void {
    if (why === 'hint') this.#lastHeardAt = this.#parts.clock.now()
    void this.#read(this.#gap ? 'catch-up' : why)
  }

  #linkChanged(link: Link): void {
    if (!isLive(link)) {
      if (!this.#gap) this.#since = this.#parts.clock.now()
      this.#gap = true
    }
    if (link.kind === 'waiting' && link.trouble.attempt === 0) void this.#read('safety') // no push: do not wait for it
    this.#parts.changed()
  }

  async #read(why: 'hint' | 'joined' | 'catch-up' | 'safety'): Promise<void> {
    const outcome = await this.#sync.sync(why)
    if (this.#closed) return
    this.#settle(outcome)
    this.#parts.changed()
  }

  #settle(outcome: Result<void, GraphError>): void {
    const live = isLive(this.#link.state)
    if (!outcome.ok) {
      this.#lookAfter(backoffMs(retry, this.#failures++, this.#parts.random()))
      return
    }
    this.#failures = 0
    if (live && this.#gap) {
      this.#gap = false
      this.#since = this.#parts.clock.now()
    }
    this.#sync.learn()
    this.#lookAfter(live ? safetyMs.live : safetyMs.notLive)
  }

  #lookAfter(ms: number): void {
    this.#timer?.[Symbol.dispose]()
    this.#timer = this.#parts.clock.after(ms, () => void this.#read(this.#gap ? 'catch-up' : 'safety'))
  }
}

const isLive = (link: Link) => link.kind === 'live' || link.kind === 'renewing'
