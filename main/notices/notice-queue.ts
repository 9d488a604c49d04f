import type { Words } from '../../preload/words/words.ts'
import type { History } from '../history/history.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { RunAgain } from '../kit/run-again.ts'
import { awayCause, type Burst, digestName, stillOpen } from './bursts.ts'
import { isDigest, noticeId, noticeOf } from './compose.ts'
import { isCalm, type PendingNotice } from './grouping.ts'
import { recentNotices, rewritten, rewrittenNotices } from './recent-notices.ts'
import type { Notifier, Shown } from './notice.ts'
import type { RuleContext } from '../rules/judge.ts'
import { pendingNotices } from './pending-notices.ts'
import { minuteMs } from '../kit/time.ts'

export interface NoticeQueueDeps {
  readonly history: History
  readonly notifier: Notifier
  readonly words: () => Words
  /** What decides now. */
  readonly rules: () => RuleContext
  /** Who is signed in: with more than one, a notice says whose drive it is. */
  readonly accounts: () => readonly { readonly id: string; readonly username: string }[]
  /** How the system took the latest notice. */
  readonly took: (shown: Shown) => void
  readonly clock: Clock
  readonly log: Log
}

/** Nobody was there to show a notice: tried again this often, and when somebody comes. */
const againMs = minuteMs
const leastMs = 1_000

/**
 * Tells the changes that wait, and only then marks them as told: a crash between the two repeats a notice, which replaces
 * itself by its id, and never loses one. What is told within a minute rewrites its notice instead of adding one.
 */
export class NoticeQueue implements Disposable {
  readonly #deps: NoticeQueueDeps
  readonly #once = new RunAgain(() => this.#run())
  readonly #ready: Disposable
  readonly #pace = new Pace()
  readonly #look = () => void this.tell()
  #bursts: readonly Burst[] | null = null
  /** Changes of which more is known than when they were told, and notices that do not say it yet. */
  readonly #learned = new Set<string>()
  readonly #outdated = new Set<string>()
  /** Nothing waits but a few unrelated changes. */
  #isCalm = true
  #timer: Disposable | null = null
  #isEnded = false

  constructor(deps: NoticeQueueDeps) {
    this.#deps = deps
    this.#ready = deps.notifier.onReady(() => void this.tell())
  }

  /** Resolves when everything that may be told at once was told or kept; the rest follows by itself. */
  tell(): Promise<void> {
    return this.#once.request()
  }

  /** More is known of changes: notices that are still young say it. */
  learned(ids: readonly string[]): void {
    for (const id of ids) this.#learned.add(id)
    void this.tell()
  }

  [Symbol.dispose](): void {
    this.#isEnded = true
    this.#ready[Symbol.dispose]()
    this.#timer?.[Symbol.dispose]()
  }

  async #run(): Promise<void> {
    const { history, clock } = this.#deps
    if (this.#isEnded) return
    this.#timer?.[Symbol.dispose]()
    this.#timer = null
    const waitMs = this.#pace.waitMs(clock.elapsed(), this.#isCalm)
    if (waitMs > 0) return this.#again(clock.after(waitMs, this.#look))
    this.#isCalm = true
    const bursts = this.#open(clock.now())
    this.#bursts = bursts
    const pending = pendingNotices(history, bursts, this.#deps)
    const others = bursts.filter(
      ({ id }) => this.#outdated.has(id) && !pending.some((each) => each.id === id),
    )
    const afterMs = await this.#tellAll([...pending, ...others.map(rewritten)])
    if (afterMs !== null) return this.#again(clock.after(afterMs, this.#look))
    const dueAt = history.nextDue()
    if (dueAt === null) return
    if (dueAt - clock.now() < leastMs) this.#again(clock.after(leastMs, this.#look))
    else this.#again(clock.at(dueAt, this.#look))
  }

  /** The notices that may still be rewritten, as they would be told now. */
  #open(now: number): readonly Burst[] {
    const { history, notifier } = this.#deps
    const recent = stillOpen(this.#bursts ?? recentNotices(history, now), now)
    // one that would be added beside the first, or after it was closed, counts nothing that is marked as told
    const open = recent.filter((burst) => notifier.canRewrite(noticeId(burst)))
    const anew = rewrittenNotices(history, open, this.#learned, now)
    this.#learned.clear()
    for (const { id } of anew) this.#outdated.add(id)
    return open.map((burst) => anew.find(({ id }) => id === burst.id) ?? burst)
  }

  /** Tells one after the other. Answers after how long to go on; null: all is told. */
  async #tellAll(pending: readonly PendingNotice[]): Promise<number | null> {
    const { notifier, words, took, clock } = this.#deps
    const isCalmNow = isCalm(pending.filter(({ burst }) => burst === null))
    for (const each of pending) {
      const waitMs = this.#pace.waitMs(clock.elapsed(), isCalmNow && each.burst === null)
      if (waitMs > 0) {
        this.#isCalm = isCalmNow && each.burst === null
        return waitMs
      }
      const shown = await notifier.show(noticeOf(each, this.#label(), words()))
      if (this.#isEnded && shown !== 'shown') return null
      this.#pace.asked(clock.elapsed())
      took(shown)
      if (shown === 'nobody') return againMs
      this.#settle(each, shown)
      if (this.#isEnded) return null
    }
    return null
  }

  /** Only now may a crash no longer repeat it. */
  #settle(pending: PendingNotice, shown: 'shown' | 'refused'): void {
    const { history, clock, log } = this.#deps
    const { ids, burst: _, ...burst } = pending
    const { id, summary } = pending
    this.#outdated.delete(id)
    if (shown === 'refused') {
      log.warn('the system refused a notice', { changes: ids.length })
      return history.settle(ids, 'refused')
    }
    const others = (this.#bursts ?? []).filter((each) => each !== pending.burst)
    if (ids.length === 0 && pending.burst) {
      this.#bursts = [...others, pending.burst]
      return
    }
    this.#bursts = [...others, { ...burst, at: clock.now() }]
    if (!isDigest(pending)) return history.settle(ids, pending.burst ? 'told-updated' : 'told', { burst: id })
    const digest = digestName(id)
    const cause = awayCause(pending.causes)
    if (cause !== null) {
      const span = { from: summary.since, until: clock.now(), count: summary.count }
      history.recordDigest({ id: digest, cause, ...span })
    }
    history.settle(ids, 'digest', { digest })
  }

  #label(): (accountId: string) => string | null {
    const all = this.#deps.accounts()
    return (id) => (all.length > 1 ? (all.find((account) => account.id === id)?.username ?? null) : null)
  }

  #again(timer: Disposable): void {
    if (this.#isEnded) timer[Symbol.dispose]()
    else this.#timer = timer
  }
}

/** At most one notice a second, whoever it is about (interface.md 7). */
const restMs = 1_000
/** Something unrelated waits only as long as it takes to see whether a storm begins. */
const lookMs = 200

/** Spaces what the system is asked to show, by the even hand of the clock. */
class Pace {
  #askedAt: number | null = null

  /** The system was asked to show a notice. */
  asked(now: number): void {
    this.#askedAt = now
  }

  /** How long to wait before the next; less for a few unrelated changes, each of which is told at once. */
  waitMs(now: number, isCalm: boolean): number {
    const pauseMs = isCalm ? lookMs : restMs
    if (this.#askedAt === null) return 0
    return Math.max(0, this.#askedAt + pauseMs - now)
  }
}
