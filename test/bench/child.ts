import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { Changes } from '../desktop/changes.ts'
import { patienceMs } from '../patience.ts'

const Facts = z.record(z.string(), z.union([z.string(), z.number()]))
const Told = z.object({ what: z.string(), facts: Facts })

/** Plain values that go between two processes. */
export type Facts = z.infer<typeof Facts>

/** A script of this folder in a process of its own; both sides talk in named messages. */
export class Child implements AsyncDisposable {
  readonly #process: ChildProcess
  readonly #changes = new Changes()
  readonly #told: z.infer<typeof Told>[] = []

  private constructor(process: ChildProcess) {
    this.#process = process
    process.on('message', (message) => {
      this.#told.push(Told.parse(message))
      this.#changes.tell()
    })
    process.on('exit', () => this.#changes.tell())
  }

  /** `script` is a file URL; `facts` are what it begins with. */
  static start(script: string, facts: Facts): Child {
    return new Child(fork(fileURLToPath(script), [JSON.stringify(facts)], { execArgv: [] }))
  }

  say(what: string, facts: Facts = {}): void {
    this.#process.send({ what, facts })
  }

  /** The next message of that name. */
  told(what: string, limitMs = patienceMs): Promise<Facts> {
    return this.#changes.until(
      `a process to say "${what}"`,
      () => {
        const index = this.#told.findIndex((each) => each.what === what)
        if (index !== -1) return this.#told.splice(index, 1)[0]?.facts
        if (this.#process.exitCode !== null) throw new Error(`a process ended before it said "${what}"`)
        return undefined
      },
      limitMs,
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await ended
  }
}

/** In the child: what it was started with. */
export const given = (): Facts => Facts.parse(JSON.parse(process.argv[2] ?? '{}'))

/** In the child: says something to whoever started it. */
export const tell = (what: string, facts: Facts = {}): void => void process.send?.({ what, facts })

/** In the child: hears what is said to it. */
export function hear(listener: (what: string, facts: Facts) => void): void {
  process.on('message', (message) => {
    const { what, facts } = Told.parse(message)
    listener(what, facts)
  })
}
