import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import * as z from 'zod'
import { chromium, type Browser, type Page } from 'playwright-core'

const Told = z.object({
  event: z.string().optional(),
  told: z.unknown().optional(),
  id: z.number().optional(),
  value: z.unknown().optional(),
  error: z.string().optional(),
})
type Told = z.infer<typeof Told>
type Options = { home?: string; args?: string[]; env?: Record<string, string>; app?: string }

const node = join(import.meta.dirname, '../../node_modules/.bin/node')

/** What Electron asks of whoever starts it as root. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** A folder that goes away with the test. */
export function temporaryFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'stand-in-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** The fixture app, run by the stand-in in a process of its own; it executes code that the test sends. */
export class FixtureApp implements AsyncDisposable {
  readonly events: { event: string; told: unknown }[] = []
  stderr = ''
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>
  readonly #exited: Promise<unknown>
  readonly #waiting = new Map<number, (told: Told) => void>()
  readonly #wake = new Set<() => void>()
  readonly #browsers: Browser[] = []
  #lastId = 0
  #ended = false

  private constructor({ home = '', args = [], env = {}, app = 'fixture' }: Options) {
    const data = `--user-data-dir=${join(home, 'data')}`
    const switches = [...asRoot, data, '--remote-debugging-port=0', ...args]
    this.#child = spawn(
      node,
      [join(import.meta.dirname, 'run.ts'), resolve(import.meta.dirname, app), ...switches],
      {
        stdio: ['pipe', 'pipe', 'pipe'],
        env: { ...process.env, HOME: home, XDG_DATA_HOME: join(home, 'share'), DISPLAY: '', ...env },
      },
    )
    this.#exited = once(this.#child, 'close').then(() => {
      this.#ended = true
      this.#wakeAll()
    })
    createInterface({ input: this.#child.stdout }).on('line', (line) =>
      this.#hear(Told.parse(JSON.parse(line))),
    )
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
      this.#wakeAll()
    })
  }

  /** Starts it without waiting for anything. */
  static start(options: Options): FixtureApp {
    return new FixtureApp(options)
  }

  /** Starts it and waits until it is ready. */
  static async open(options: Options): Promise<FixtureApp> {
    const app = new FixtureApp(options)
    await app.heard('ready')
    return app
  }

  /** Runs an expression in the app's main process, where `electron` and `state` are known. */
  async main(code: string): Promise<unknown> {
    const id = ++this.#lastId
    const answer = new Promise<Told>((resolve) => void this.#waiting.set(id, resolve))
    this.#child.stdin.write(`${JSON.stringify({ id, code })}\n`)
    const { value, error } = await answer
    if (error !== undefined) throw new Error(error)
    return value
  }

  /** What an event told, as soon as it has been emitted. */
  async heard(name: string): Promise<unknown> {
    await this.until(() => this.events.some(({ event }) => event === name))
    return this.events.find(({ event }) => event === name)?.told
  }

  /** Waits until what the app has told so far makes it so. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.#ended) throw new Error(`The fixture has ended\n${this.stderr}`)
      await new Promise<void>((resolve) => void this.#wake.add(resolve))
    }
  }

  /** The names of the events so far, in order. */
  names(): string[] {
    return this.events.map(({ event }) => event)
  }

  /** Where its debugging port is. */
  async port(): Promise<string> {
    await this.until(() => /DevTools listening on \S+\n/.test(this.stderr))
    return `http://${new URL(/DevTools listening on (\S+)/.exec(this.stderr)?.[1] ?? '').host}`
  }

  /** Connects over the debugging port, as a test of the whole app would. */
  async connect(): Promise<Browser> {
    const browser = await chromium.connectOverCDP(await this.port())
    this.#browsers.push(browser)
    return browser
  }

  /** Opens the fixture's window and answers its page. */
  async page(): Promise<Page> {
    await this.main('state.open().then(() => undefined)')
    const [page] = (await this.connect()).contexts()[0]?.pages() ?? []
    if (page === undefined) throw new Error('no page')
    return page
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  /** Resolves to its exit code, null after a signal. */
  async exited(): Promise<number | null> {
    await this.#exited
    return this.#child.exitCode
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const browser of this.#browsers) await browser.close()
    if (!this.#ended) this.#child.kill('SIGKILL')
    await this.#exited
  }

  #hear(told: Told): void {
    if (told.id !== undefined) this.#waiting.get(told.id)?.(told)
    if (told.event !== undefined) this.events.push({ event: told.event, told: told.told })
    this.#wakeAll()
  }

  #wakeAll(): void {
    const waiting = [...this.#wake]
    this.#wake.clear()
    for (const wake of waiting) wake()
  }
}
