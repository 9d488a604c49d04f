import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Facts } from './child.ts'
import { peakBytes } from './processes.ts'

const lookEveryMs = 5

/** What a piece of work took of the process that did it. */
export class Effort {
  readonly #began = performance.now()
  readonly #cpu = process.cpuUsage()
  readonly #memory: number
  readonly #delay = monitorEventLoopDelay({ resolution: lookEveryMs })

  constructor() {
    globalThis.gc?.()
    writeFileSync('/proc/self/clear_refs', '5') // the peak counts from here
    this.#memory = process.memoryUsage.rss()
    this.#delay.enable()
  }

  end(): Facts {
    this.#delay.disable()
    const { user, system } = process.cpuUsage(this.#cpu)
    return {
      ms: performance.now() - this.#began,
      cpuMs: (user + system) / 1000,
      extraBytes: peakBytes() - this.#memory,
      longestBlockMs: Math.max(0, this.#delay.max / 1e6 - lookEveryMs),
      usualBlockMs: Math.max(0, this.#delay.percentile(99) / 1e6 - lookEveryMs),
    }
  }
}
