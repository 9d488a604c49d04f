import type { DriveStatus } from '../../preload/contract/state.ts'
import type { DriveSync } from '../drive/drive-sync.ts'
import type { Gap, SyncState } from '../drive/sync-state.ts'
import { type Clock, wallTime } from '../kit/clock.ts'
import { assertNever } from '../kit/result.ts'
import { type Connection, ConnectionLog } from './connection.ts'
import { isInDoubt, type Link } from '../link/link-state.ts'
import type { LiveLink } from '../link/live-link.ts'
import {
  type Attention,
  type AttentionEffect,
  type AttentionEvent,
  isJoining,
  pollMs,
  step,
  unattended,
  type WakeCause,
} from './attention.ts'
import { driveStatusOf } from './drive-status.ts'
import type { Run } from './runner.ts'

interface LinkEvents {
  readonly heard: (why: 'hint' | 'joined') => void
  readonly changed: (link: Link) => void
}

interface FollowedDriveDeps {
  readonly link: (events: LinkEvents) => LiveLink
  readonly sync: (changed: (state: SyncState) => void) => DriveSync
  readonly signedOut: () => boolean
  /** All that is followed is this shared folder, which cannot be listened to. */
  readonly onlyFolder: string | null
  readonly hasNetwork: () => boolean
  /** Why nobody listened before. */
  readonly before: Gap
  /** When something changed in it last, before it was followed this time; null: never. */
  readonly lastChangeAt: number | null
  readonly clock: Clock
  /** Something that is shown has changed. */
  readonly changed: () => void
}

/** One drive being followed: its link says "look", its sync looks, and a slow clock looks when nobody said so. */
export class FollowedDrive implements Run {
  readonly #deps: FollowedDriveDeps
  readonly #link: LiveLink
  readonly #sync: DriveSync
  readonly #connection: ConnectionLog
  #attention: Attention
  #phase: SyncState['phase'] = 'idle'
  #timer: Disposable | null = null

  constructor(deps: FollowedDriveDeps) {
    this.#deps = deps
    this.#connection = new ConnectionLog(deps.clock)
    this.#attention = unattended(deps.before, deps.clock.elapsed())
    this.#sync = deps.sync((state) => this.#syncChanged(state))
    this.#link = deps.link({
      heard: (why) => this.#on({ kind: 'heard', why }),
      changed: (link) => {
        this.#connection.linked(link)
        this.#on({ kind: 'link' })
        deps.changed()
      },
    })
  }

  start(): void {
    this.#link.start()
    this.#on({ kind: 'started', isNew: this.#sync.state.lastCheckedAt === null })
  }

  /** After sleep or a lost network. */
  wake(why: WakeCause): void {
    this.#link.wake()
    this.#on({ kind: 'woken', why })
  }

  /** The user wants to know now. */
  askNow(): void {
    this.#link.start()
    this.#on({ kind: 'asked' })
  }

  /** A webhook told it: as good as a hint on the link, and read once when both come. */
  hinted(): void {
    this.#on({ kind: 'heard', why: 'hint' })
  }

  get status(): DriveStatus {
    const { signedOut, onlyFolder, hasNetwork, lastChangeAt, clock } = this.#deps
    const { kind, heardAt, since, trouble } = this.#attention
    const now = clock.elapsed()
    const status = driveStatusOf({
      signedOut: signedOut(),
      onlyFolder,
      link: this.#link.state,
      sync: this.#sync.state,
      hasNetwork: hasNetwork(),
      lastHeardAt: heardAt,
      catchingUp: kind !== 'attended',
      failures: trouble?.inRow ?? 0,
      since,
      pollMs: pollMs(this.#attention, now),
      now,
      wall: (moment) => wallTime(clock, moment),
    })
    // resumed, or after a restart: what was heard before still was the last
    return status.kind === 'live' ? { ...status, lastHeardAt: status.lastHeardAt ?? lastChangeAt } : status
  }

  /** What was missed will be known in a moment. */
  get isCatchingUp(): boolean {
    const isReading = this.#sync.state.phase === 'reading'
    return this.#attention.kind === 'missing' && (isReading || isJoining(this.#link.state))
  }

  get isInDoubt(): boolean {
    const { trouble } = this.#attention
    const isUnread = trouble?.error.kind === 'offline' || trouble?.error.kind === 'timeout'
    return isUnread || isInDoubt(this.#link.state, this.#deps.clock.elapsed())
  }

  get connection(): Connection {
    return this.#connection.of(this.#link.state)
  }

  get learning(): SyncState['learning'] {
    return this.#sync.state.learning
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]()
    this.#link[Symbol.dispose]()
    this.#sync[Symbol.dispose]()
  }

  /** The sync tries again by itself; here only what each read says about how well the drive is attended. */
  #syncChanged(state: SyncState): void {
    const hasEnded = this.#phase === 'reading' && state.phase === 'idle'
    this.#phase = state.phase
    if (hasEnded) this.#connection.read(state.error)
    if (hasEnded) this.#on({ kind: 'read', error: state.error, foundAt: state.lastFoundAt })
    this.#deps.changed()
  }

  #on(event: AttentionEvent): void {
    const { clock } = this.#deps
    const before = this.#attention
    const [attention, effects] = step(before, event, this.#link.state, clock.elapsed())
    this.#attention = attention
    if (attention.lookAt !== before.lookAt || this.#timer === null) {
      this.#timer?.[Symbol.dispose]()
      this.#timer = clock.after(attention.lookAt - clock.elapsed(), () => this.#on({ kind: 'due' }))
    }
    for (const effect of effects) this.#carryOut(effect)
  }

  #carryOut(effect: AttentionEffect): void {
    switch (effect.kind) {
      case 'read':
        void this.#sync.sync(effect.why)
        break
      case 'hold':
        this.#sync.hold()
        break
      case 'well':
        this.#sync.learn()
        this.#link.wasRead()
        break
      default:
        assertNever(effect)
    }
  }
}
