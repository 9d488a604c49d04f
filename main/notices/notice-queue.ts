import type { Words } from '../../preload/words/words.ts'
import type { History } from '../history/history.ts'
import { isAlarming } from '../history/stored-change.ts'
import { backoffMs } from '../kit/backoff.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { RunAgain } from '../kit/run-again.ts'
import { awayCause, type Burst, digestName, stillOpen } from './bursts.ts'
import { isDigest, noticeId, noticeOf } from './compose.ts'
import type { PendingNotice } from './grouping.ts'
import { recentNotices, rewritten, rewrittenNotices } from './recent-notices.ts'
import type { Notifier, Shown } from './notice.ts'
import type { RuleContext } from '../rules/judge.ts'
import { pendingNotices } from './pending-notices.ts'
import { minuteMs } from '../kit/time.ts'

/** How the system took the latest notice; `unanswered`: it has not said yet. */
export type Taken = Exclude<Shown, 'busy'> | 'unanswered'

export interface NoticeQueueDeps {
  readonly history: History
  readonly notifier: Notifier
  readonly words: () => Words
  /** What decides now. */
  readonly rules: () => RuleContext
  /** Who is signed in: with more than one, a notice says whose drive it is. */
  readonly accounts: () => readonly { readonly id: string; readonly username: string }[]
  readonly took: (taken: Taken) => void
  readonly clock: Clock
  readonly log: Log
}

/** Nobody was there to show a notice: tried again this often, and when somebody comes. */
const againMs = minuteMs
const leastMs = 1_000
/** Too much at a time: tried again soon, then ever less often. */
const busy = { firstMs: 5_000, maxMs: minuteMs } as const
/** An answer that takes longer is worth a word, and no more: it is still waited for. */
const unansweredMs = minuteMs
/**
 * So often something new catches the eye at most; meanwhile what is on screen is rewritten. Where nothing is rewritten in
 * place, that goes for showing a notice again, too, and not while a burst goes on.
 */
const bannerMs = 10_000
const burstChanges = bannerMs / 1_000

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
  /** When each open notice was last shown or looked at, and how much waited for it then. */
  readonly #looked = new Map<string, { readonly at: number; readonly count: number }>()
  #busyInARow = 0
  /** Says that an answer takes long. */
  #unanswered: Disposable | null = null
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
    this.#unanswered?.[Symbol.dispose]()
  }

  async #run(): Promise<void> {
    const { history, clock } = this.#deps
    if (this.#isEnded) return
    this.#timer?.[Symbol.dispose]()
    this.#timer = null
    const waitMs = this.#pace.restMs(clock.elapsed())
    if (waitMs > 0) return this.#again(clock.after(waitMs, this.#look))
    const bursts = this.#open(clock.now())
    this.#bursts = bursts
    const { rewritesInPlace } = this.#deps.notifier
    // where that is one more banner, what is unrelated waits for one of its own
    const mayRaise = !rewritesInPlace || this.#pace.untilBannerMs(clock.elapsed()) === 0
    const pending = pendingNotices(history, bursts, { ...this.#deps, mayRaise })
    const others = bursts.filter(
      ({ id }) => this.#outdated.has(id) && !pending.some((each) => each.id === id),
    )
    // better words alone are worth no second banner
    const better = rewritesInPlace ? others.map(rewritten) : []
    const afterMs = await this.#tellAll([...pending, ...better])
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
    let laterMs: number | null = null
    for (const each of pending) {
      const isBanner = !isAlarming(each.summary.latest) && (each.burst === null || !notifier.rewritesInPlace)
      const bannerMs = isBanner ? this.#pace.untilBannerMs(clock.elapsed()) : 0
      const waitMs = Math.max(bannerMs, this.#restMs(each))
      if (waitMs > 0) {
        laterMs = Math.min(laterMs ?? waitMs, waitMs)
        continue
      }
      const restMs = this.#pace.restMs(clock.elapsed())
      if (restMs > 0) return restMs
      this.#unanswered = clock.after(unansweredMs, () => took('unanswered'))
      const shown = await notifier.show(noticeOf(each, this.#label(), words()))
      this.#unanswered[Symbol.dispose]()
      if (this.#isEnded && shown !== 'shown') return null
      this.#pace.asked(clock.elapsed(), isBanner && shown === 'shown')
      if (shown === 'busy') return backoffMs(busy, this.#busyInARow++, 0.5)
      this.#busyInARow = 0
      took(shown)
      if (shown === 'nobody') return againMs
      this.#settle(each, shown)
      if (this.#isEnded) return null
    }
    return laterMs
  }

  /**
   * How long a rewriting waits where it would be one more banner: some seconds after the last one, and on, while more than
   * one change a second comes. Zero: it may be shown.
   */
  #restMs({ id, burst, ids }: PendingNotice): number {
    const { notifier, clock } = this.#deps
    if (notifier.rewritesInPlace || burst === null) return 0
    const now = clock.elapsed()
    const last = this.#looked.get(id) ?? { at: now, count: 0 }
    const leftMs = last.at + bannerMs - now
    const isBurst = ids.length - last.count > burstChanges
    const looked = leftMs <= 0 && isBurst ? { at: now, count: ids.length } : last
    this.#looked.set(id, looked)
    if (leftMs <= 0 && !isBurst) return 0
    const at = clock.now() // it goes on: what comes belongs to it
    this.#bursts = (this.#bursts ?? []).map((each) => (each.id === id ? { ...each, at } : each))
    return looked.at + bannerMs - now
  }

  /** Only now may a crash no longer repeat it. */
  #settle(pending: PendingNotice, shown: 'shown' | 'refused'): void {
    const { history, clock, log } = this.#deps
    const { ids, rowOf, burst: _, ...burst } = pending
    const { id, summary } = pending
    this.#outdated.delete(id)
    this.#looked.set(id, { at: clock.elapsed(), count: 0 })
    for (const known of this.#looked.keys())
      if (known !== id && !this.#bursts?.some((each) => each.id === known)) this.#looked.delete(known)
    if (shown === 'refused') {
      log.warn('the system refused a notice', { changes: ids.length })
      return history.settle(ids, 'refused')
    }
    const others = (this.#bursts ?? []).filter((each) => each !== pending.burst)
    if (ids.length === 0 && pending.burst) {
      this.#bursts = [...others, pending.burst]
      return
    }
    const now = clock.now()
    this.#bursts = [...others, { ...burst, raisedAt: pending.burst?.raisedAt ?? now, at: now }]
    if (!isDigest(pending)) {
      const verdict = pending.burst ? 'told-updated' : 'told'
      return history.settle(ids, verdict, { burst: id, rows: rowOf })
    }
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

/** The system is asked at most once a second, whoever it is about (interface.md 7). */
const askMs = 1_000

/** Spaces what the system is asked to show, by the even hand of the clock. */
class Pace {
  #askedAt = -Infinity
  #raisedAt = -Infinity

  /** The system was asked to show a notice; `raised`: a new one, and it did. */
  asked(now: number, raised: boolean): void {
    this.#askedAt = now
    if (raised) this.#raisedAt = now
  }

  /** How long to wait before asking again. */
  restMs(now: number): number {
    return Math.max(0, this.#askedAt + askMs - now)
  }

  /** How long to wait before a new notice. */
  untilBannerMs(now: number): number {
    return Math.max(0, this.#raisedAt + bannerMs - now)
  }
}
