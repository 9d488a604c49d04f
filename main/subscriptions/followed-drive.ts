import type { DriveStatus } from '../../preload/contract/state.ts'
import type { DriveSync } from '../drive/drive-sync.ts'
import type { Gap, SyncReason, SyncState } from '../drive/sync-state.ts'
import type { GraphError } from '../graph/graph-error.ts'
import { type Clock, wallTime } from '../kit/clock.ts'
import type { Link } from '../link/link-state.ts'
import type { LiveLink } from '../link/live-link.ts'
import { hearingOf } from './drive-status.ts'
import type { Run } from './runner.ts'
import { minuteMs } from '../kit/time.ts'

/** A slow look even while the link is live, for a hint may be lost (protocol.md 1.12). */
const safetyMs = 15 * minuteMs
/** After a start the link's first word is waited for, so that one read catches up; but not for long. */
const joinLimitMs = 5_000

interface LinkEvents {
  readonly heard: (why: 'hint' | 'joined') => void
  readonly changed: (link: Link) => void
}

interface FollowingDeps {
  readonly link: (events: LinkEvents) => LiveLink
  readonly sync: (changed: (state: SyncState) => void) => DriveSync
  readonly signedOut: () => boolean
  readonly hasNetwork: () => boolean
  /** Why nobody listened before. */
  readonly before: Gap
  readonly clock: Clock
  /** Something that is shown has changed. */
  readonly changed: () => void
}

/** One drive being followed: its link says "look", its sync looks, and a slow clock looks when nobody said so. */
export class Following implements Run {
  readonly #deps: FollowingDeps
  readonly #link: LiveLink
  readonly #sync: DriveSync
  #since: number
  #lastHeardAt: number | null = null
  /** Why nobody listened for a while: what is read next was missed. Null: somebody did. */
  #gap: Gap | null
  /** Not both live and caught up since the link was last lost. */
  #behind = true
  #failures = 0
  #lastError: SyncState['error'] = null
  #timer: Disposable | null = null

  constructor(deps: FollowingDeps) {
    this.#deps = deps
    this.#since = deps.clock.elapsed()
    this.#gap = deps.before
    this.#sync = deps.sync((state) => this.#syncChanged(state))
    this.#link = deps.link({
      heard: (why) => this.#heard(why),
      changed: (link) => this.#linkChanged(link),
    })
  }

  /** Opens the link. A drive followed for the first time is read at once, so that it is told from now on. */
  start(): void {
    this.#link.start()
    if (this.#sync.state.lastCheckedAt === null) this.#read(this.#gap ?? 'away')
    else this.#lookAfter(joinLimitMs)
  }

  /** After sleep or a lost network: whatever looks alive is suspect. */
  wake(): void {
    this.#gap ??= 'away'
    this.#behind = true
    this.#failures = 0
    this.#link.wake()
    // A link on its way reads when it is joined: one read catches up.
    if (this.#isJoining) this.#lookAfter(joinLimitMs)
    else this.#look()
  }

  /** The user wants to know now. */
  askNow(): void {
    this.#link.start()
    this.#failures = 0
    this.#look()
  }

  /** A webhook told it: as good as a hint on the link, and read once when both come. */
  hinted(): void {
    this.#heard('hint')
  }

  get status(): DriveStatus {
    return hearingOf({
      signedOut: this.#deps.signedOut(),
      link: this.#link.state,
      sync: this.#sync.state,
      hasNetwork: this.#deps.hasNetwork(),
      lastHeardAt: this.#lastHeardAt,
      catchingUp: this.#behind,
      failures: this.#failures,
      since: this.#since,
      pollMs: this.#pollMs,
      now: this.#deps.clock.elapsed(),
      wall: (moment) => wallTime(this.#deps.clock, moment),
    })
  }

  /** What was missed will be known in a moment. */
  get isCatchingUp(): boolean {
    return this.#gap !== null && (this.#isJoining || this.#sync.state.phase === 'reading')
  }

  get learning(): SyncState['learning'] {
    return this.#sync.state.learning
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]()
    this.#link[Symbol.dispose]()
    this.#sync[Symbol.dispose]()
  }

  #heard(why: 'hint' | 'joined'): void {
    if (why === 'hint') this.#lastHeardAt = this.#deps.clock.elapsed()
    this.#read(this.#gap ?? why)
  }

  #linkChanged(link: Link): void {
    if (!isLive(link)) {
      if (!this.#behind) this.#since = this.#deps.clock.elapsed()
      if (!this.#behind) this.#gap ??= 'away'
      this.#behind = true
    }
    if (link.kind === 'waiting' && link.trouble.attempt === 0) {
      // A link that will be back in a moment reads when it is joined; any other is not waited for.
      if (link.until - this.#deps.clock.elapsed() < joinLimitMs) this.#lookAfter(joinLimitMs)
      else this.#look()
    }
    this.#deps.changed()
  }

  /** Without a hint: what is found was missed if nobody listened. */
  #look(): void {
    this.#read(this.#gap ?? 'safety')
  }

  #read(why: SyncReason): void {
    void this.#sync.sync(why)
    this.#lookAfter(isLive(this.#link.state) ? safetyMs : this.#pollMs)
  }

  /** The sync tries again by itself; here only what it says about how well the drive is heard. */
  #syncChanged(state: SyncState): void {
    if (state.phase === 'idle') {
      if (state.error !== null) this.#failed(state.error)
      else this.#caughtUp()
      this.#lastError = state.error
    }
    this.#deps.changed()
  }

  /** Counted in a row and of one kind: only then do they mean what they say. */
  #failed(error: GraphError): void {
    if (error === this.#lastError) return
    this.#failures = error.kind === this.#lastError?.kind ? this.#failures + 1 : 1
  }

  #caughtUp(): void {
    this.#failures = 0
    this.#gap = null
    this.#sync.learn()
    if (!this.#behind || !isLive(this.#link.state)) return
    this.#behind = false
    this.#since = this.#deps.clock.elapsed()
  }

  get #isJoining(): boolean {
    return follow.has(this.#link.state.kind)
  }

  get #pollMs(): number {
    const quietSince = Math.max(this.#since, this.#sync.state.lastFoundAt ?? 0)
    return pollMs(this.#deps.clock.elapsed() - quietSince)
  }

  #lookAfter(ms: number): void {
    this.#timer?.[Symbol.dispose]()
    this.#timer = this.#deps.clock.after(ms, () => this.#look())
  }
}

const follow: ReadonlySet<Link['kind']> = new Set<Link['kind']>(['asking', 'connecting', 'renewing'])

const isLive = (link: Link) => link.kind === 'live' || link.kind === 'renewing'

/** How often a drive without a link is looked at, by how long nothing has changed in it: seldom where seldom is enough. */
function pollMs(quietMs: number): number {
  if (quietMs < 30 * minuteMs) return 2 * minuteMs
  return quietMs < 3 * 60 * minuteMs ? 5 * minuteMs : 10 * minuteMs
}
