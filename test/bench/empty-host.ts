import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseHost, commandFor, root } from '../../build/host.ts'
import type { Desktop } from '../desktop/desktop.ts'
import { App } from '../e2e/app.ts'

const folder = join(import.meta.dirname, 'empty')

/** The host with an app that does nothing: what everything is compared with. */
export class EmptyHost implements AsyncDisposable {
  readonly app: App
  readonly #userData: string

  private constructor(app: App, userData: string) {
    this.app = app
    this.#userData = userData
  }

  static async start({ env }: Desktop): Promise<EmptyHost> {
    const userData = await mkdtemp(join(tmpdir(), 'drivebell-empty-'))
    const port = await freePort()
    const { program, args } = commandFor(chooseHost())
    const own = args.map((each) => (each === root ? folder : each))
    const switches = [`--user-data-dir=${userData}`, `--remote-debugging-port=${port}`]
    const child = spawn(program, [...own, ...switches], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    return new EmptyHost(new App(child, port), userData)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.kill('SIGKILL')
    await rm(this.#userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
