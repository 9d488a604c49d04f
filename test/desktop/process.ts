import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A process we started, to be ended by its id. */
export type StartedProcess = {
  pid: number
  /** The first line on stdout that matches; rejects when the process ends before. */
  line(match: RegExp): Promise<string>
  /** Rejects when the process ends, with how it did. */
  ended: Promise<never>
} & AsyncDisposable

const patienceMs = 3_000

/** Starts a program; it ends with `dispose`, or with this process. `input` is all it gets to read. */
export function startProcess(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  input = '',
): StartedProcess {
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => {}).end(input) // it may be gone already
  const gone = Promise.withResolvers<string>()
  const errors: string[] = []
  const kill = (): void => void child.kill('SIGKILL')
  child.stderr.on('data', (text: Buffer) =>
    errors.splice(0, Math.max(0, errors.length - 20), text.toString()),
  )
  child.once('error', (error) => gone.resolve(`${command}: ${error.message}`))
  child.once('exit', (code, signal) =>
    gone.resolve(`${command} ended (${code ?? signal}): ${errors.join('').trim()}`),
  )
  process.once('exit', kill)
  const lines = createInterface(child.stdout)
  const ended = gone.promise.then((how) => Promise.reject(new Error(how)))
  ended.catch(() => {}) // whoever waits hears it
  return {
    pid: child.pid ?? -1,
    ended,
    line(match) {
      const found = Promise.withResolvers<string>()
      lines.on('line', (line) => {
        if (match.test(line)) found.resolve(line)
      })
      return Promise.race([found.promise, ended])
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', kill)
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      const timer = setTimeout(kill, patienceMs)
      child.kill('SIGTERM')
      await ended
      clearTimeout(timer)
    },
  }
}
