import { minuteMs, secondMs } from '../kit/time.ts'
import type { GraphError } from './graph-error.ts'

/** How long an answer may take, unless it took longer before. */
export const firstLimitMs = 30 * secondMs
/** As long as the service's own gateway allows (protocol.md 6.6). */
const mostLimitMs = 2 * minuteMs
/** What is answered within this needs no more than the usual time. */
const promptMs = 15 * secondMs

/** How long the next answer may take: longer after one that took too long, and as long again while they come slowly. */
export function nextLimitMs(
  before: number,
  read: { readonly tookMs: number; readonly error: GraphError | null },
): number {
  if (read.error?.kind === 'timeout') return Math.min(mostLimitMs, before * 2)
  return read.error === null && read.tookMs < promptMs ? firstLimitMs : before
}

/** So many are remembered. */
const mostPaths = 200

/** How long calls may take, by what they ask for: a limit below the service's own would make a slow answer a failure for good. */
export class CallLimits {
  readonly #slow = new Map<string, number>()

  of(path: string): number {
    return this.#slow.get(path) ?? firstLimitMs
  }

  answered(path: string, read: { readonly tookMs: number; readonly error: GraphError | null }): void {
    const limitMs = nextLimitMs(this.of(path), read)
    this.#slow.delete(path)
    if (limitMs > firstLimitMs) this.#slow.set(path, limitMs)
    const [oldest] = this.#slow.keys()
    if (this.#slow.size > mostPaths && oldest !== undefined) this.#slow.delete(oldest)
  }
}
