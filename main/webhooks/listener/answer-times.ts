import type { SlowMeter } from '../../../preload/contract/webhooks.ts'
import { minuteMs } from '../../kit/time.ts'

interface Answer {
  readonly at: number
  readonly tookMs: number
}

const windowMs = 10 * minuteMs
const most = 100
const lateMs = 3_000
const dropMs = 10_000

/**
 * How quickly the listener answers, as Microsoft judges it: the last 10 minutes, at most 100 answers (protocol.md
 * 3.9).
 */
export class AnswerTimes {
  #answers: readonly Answer[] = []

  answered(at: number, tookMs: number): void {
    this.#answers = [...this.#answers, { at, tookMs }].slice(-most)
  }

  meter(now: number): SlowMeter {
    const recent = this.#answers.filter(({ at }) => now - at < windowMs)
    const over = (ms: number) => recent.filter(({ tookMs }) => tookMs > ms).length
    const [answers, over3s, over10s] = [recent.length, over(lateMs), over(dropMs)]
    const state = over10s > answers * 0.15 ? 'dropped' : over3s > answers * 0.1 ? 'late' : 'fast'
    return { answers, over3s, over10s, state }
  }
}
