import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../main/kit/clock.ts'
import { type Desktop, openDesktop } from '../desktop/desktop.ts'
import { serveSimulator } from '../simulator/server.ts'
import { Simulator } from '../simulator/simulator.ts'
import { type App, startApp } from './app.ts'
import { Record } from './record.ts'

/** What was shown and opened, as far as it can be compared. */
interface Seen {
  readonly notices: readonly string[]
  readonly opened: readonly string[]
  readonly tooltip: string
}

/**
 * A person's computer of any system, where the app's own record tells what the desktop was asked for. On Linux the
 * desktop is ours, and what reached it over the session bus decides: the record has to agree.
 */
export class AnyComputer implements AsyncDisposable {
  readonly simulator = new Simulator({ clock: systemClock })
  readonly record: Record
  readonly #folder: string
  readonly #program: string | null
  readonly #env: NodeJS.ProcessEnv
  readonly #desktop: Desktop | null
  readonly #opened: AsyncDisposableStack

  private constructor(parts: {
    folder: string
    program: string | null
    desktop: Desktop | null
    opened: AsyncDisposableStack
  }) {
    const { folder, program, desktop, opened } = parts
    this.#folder = folder
    this.#program = program
    this.#desktop = desktop
    this.#opened = opened
    this.record = opened.use(new Record(join(folder, 'record.ndjson')))
    this.#env = { ...(desktop?.env ?? process.env), DRIVEBELL_PROBE: this.record.file }
  }

  /** `program`: an installed app, in place of the checkout's. */
  static async open(program: string | null = null): Promise<AnyComputer> {
    await using opened = new AsyncDisposableStack()
    const folder = await mkdtemp(join(tmpdir(), 'drivebell-any-'))
    opened.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    const desktop = process.platform === 'linux' ? opened.use(await openDesktop()) : null
    const computer = new AnyComputer({ folder, program, desktop, opened: opened.move() })
    const { origin } = computer.#opened.use(await serveSimulator(computer.simulator))
    computer.#env['DRIVEBELL_SIMULATOR'] = origin
    return computer
  }

  /** Starts the app, always with the same data. */
  async start(switches: readonly string[] = []): Promise<App> {
    const userData = join(this.#folder, 'data')
    const app = await startApp({ userData, env: this.#env, switches, program: this.#program })
    this.#opened.defer(async () => void (await app.kill('SIGKILL')))
    return app
  }

  /** The person signs in on the page that the app opened in the browser. */
  async signsIn(): Promise<void> {
    const { url } = await this.record.next('open', (asked) => asked.url.includes('/oauth2/v2.0/authorize'))
    await this.simulator.identity.signInPage(url)
  }

  /** What the app says that it asked for. */
  asked(): Seen {
    return {
      notices: this.record.all('notice').map(({ title }) => title),
      opened: this.record.all('open').map(({ url }) => url),
      tooltip: this.record.all('tray').at(-1)?.tooltip ?? '',
    }
  }

  /** What reached the desktop; where it cannot be asked, the app's word has to do. */
  seen(): Seen {
    const desktop = this.#desktop
    if (!desktop) return this.asked()
    return {
      notices: desktop.notifications.list().map(({ summary }) => summary),
      opened: desktop.browser.opened(),
      tooltip: desktop.tray.items().at(-1)?.toolTip ?? '',
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#opened[Symbol.asyncDispose]()
  }
}
