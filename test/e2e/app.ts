import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chooseHost, commandFor, launch, ownDisplay, root } from '../../build/host.ts'
import type { Question } from '../host/questions.ts'
import { patienceMs } from '../patience.ts'

interface Start {
  readonly userData: string
  readonly env: NodeJS.ProcessEnv
  readonly switches?: readonly string[]
  /** What to start when it is not the checkout: a packed archive, on the same host; or a program that is installed. */
  readonly app?: string
  readonly program?: string | null
  /** Modes of files count, though the tests may run as root. */
  readonly obeysModes?: boolean
}

/** Root without these is asked for modes like everybody else. */
const withoutRights = ['--bounding-set=-dac_override,-dac_read_search', '--']

/** Starts the built app with data of its own. */
export async function startApp(start: Start): Promise<App> {
  const { userData, env, switches = [], app, program = null, obeysModes = false } = start
  const port = await freePort()
  const own = [`--user-data-dir=${userData}`, `--remote-debugging-port=${port}`, ...switches]
  const host = chooseHost()
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe']
  const shown = { ...ownDisplay(), ...env }
  if (program !== null) return new App(spawn(program, own, { env: shown, stdio }), port)
  if (host.kind === 'stand-in') stdio.push('ipc') // for questions
  if (!obeysModes || process.getuid?.() !== 0)
    return new App(launch(host, own, { env, stdio, ...(app !== undefined && { app }) }), port)
  const command = commandFor(host, app)
  const args = [...withoutRights, command.program, ...command.args, ...own]
  return new App(spawn('setpriv', args, { cwd: root, env: shown, stdio }), port)
}

/** The running app, seen from outside: its process and its window. */
export class App {
  readonly process: ChildProcess
  readonly #port: number
  #browser: Browser | null = null
  #output = ''
  #questions = 0

  constructor(process: ChildProcess, port: number) {
    this.process = process
    this.#port = port
    for (const stream of [process.stdout, process.stderr])
      stream?.on('data', (text) => (this.#output += String(text)))
  }

  /** What the app wrote to its terminal. */
  get output(): string {
    return this.#output
  }

  /** The window's page, once there is one. */
  async window(): Promise<Page> {
    return await this.#until('a window', async () => {
      const targets = await this.targets()
      if (targets === 0) return undefined
      this.#browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${this.#port}`)
      this.#browser.once('disconnected', () => (this.#browser = null))
      const page = this.#browser.contexts().flatMap((context) => context.pages())[0]
      page?.setDefaultTimeout(patienceMs)
      return page
    })
  }

  /** Asks the stand-in what the app gave it, or what the app answers to what only Electron would ask. */
  async ask(question: Question): Promise<unknown> {
    const id = ++this.#questions
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const hear = (answer: { id: number; value?: unknown; error?: string }) => {
      if (answer.id !== id) return
      this.process.off('message', hear)
      if (answer.error === undefined) resolve(answer.value)
      else reject(new Error(answer.error))
    }
    this.process.on('message', hear)
    this.process.send?.({ id, question })
    return await promise
  }

  /** How many windows the app has. */
  async targets(): Promise<number> {
    try {
      const reply = await fetch(`http://127.0.0.1:${this.#port}/json/list`)
      const list = (await reply.json()) as { type: string }[]
      return list.filter(({ type }) => type === 'page').length
    } catch {
      return 0
    }
  }

  /** Waits until the window is gone. */
  async windowless(): Promise<void> {
    await this.#until('no window', async () => ((await this.targets()) === 0 ? true : undefined))
  }

  /** Ends the process and resolves to its exit code. */
  async kill(signal: NodeJS.Signals): Promise<number | null> {
    await this.#browser?.close().catch(() => undefined)
    this.process.kill(signal)
    return await this.exited()
  }

  /** Resolves to the exit code once the process has ended, which it is expected to do soon. */
  async exited(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const late = setTimeout(() => this.process.kill('SIGKILL'), patienceMs)
      await once(this.process, 'exit')
      clearTimeout(late)
    }
    return this.process.exitCode
  }

  async #until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    const end = Date.now() + patienceMs
    while (Date.now() < end) {
      const found = await look()
      if (found !== undefined) return found
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`waited in vain for ${what}; the app said:\n${this.#output}`)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
