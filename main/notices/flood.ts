import type { Tally } from './tally.ts'

/** So many notices within so short a time are no news any more but a flood. */
const most = 40
const withinMs = 2_000
/** In a flood each drive's notice is rewritten this often, and after so much quiet the flood is over (ui.md 7). */
const restMs = 1_000
const quietMs = 60_000

/** Knows when changes come faster than anybody reads, and counts what they say together until it is quiet again. */
export class Flood {
  #shownAt: number[] = []
  #tallies: Map<string, Tally> | null = null
  #lastAt = 0

  /** One count for each drive while the flood lasts; null on a calm day. */
  tallies(now: number): Map<string, Tally> | null {
    this.#shownAt = this.#shownAt.filter((at) => now - at < withinMs)
    if (this.#tallies && now - this.#lastAt >= quietMs) this.#tallies = null
    if (this.#shownAt.length >= most) this.#tallies ??= new Map()
    return this.#tallies
  }

  /** How long to wait before the next notice. */
  waitMs(now: number): number {
    return this.tallies(now) ? Math.max(0, Math.min(this.#lastAt + restMs - now, restMs)) : 0
  }

  /** A notice was shown. */
  shown(now: number): void {
    this.#shownAt.push(now)
    this.#lastAt = now
  }
}
