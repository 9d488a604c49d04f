/** At most one notice a second, whoever it is about (ui.md 7). */
const restMs = 1_000
/** Something unrelated waits only as long as it takes to see whether a storm begins. */
const lookMs = 200

/** Spaces what the system is asked to show. */
export class Pace {
  #askedAt: number | null = null

  /** The system was asked to show a notice. */
  asked(now: number): void {
    this.#askedAt = now
  }

  /** How long to wait before the next; less for a few unrelated changes, each of which is told at once. */
  waitMs(now: number, isCalm: boolean): number {
    const pauseMs = isCalm ? lookMs : restMs
    if (this.#askedAt === null) return 0
    return Math.max(0, Math.min(this.#askedAt + pauseMs - now, pauseMs)) // a clock set back must not silence it
  }
}
