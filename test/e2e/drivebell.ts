import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../main/kit/clock.ts'
import { type Desktop, type DesktopOptions, openDesktop } from '../desktop/desktop.ts'
import { serveSimulator } from '../simulator/server.ts'
import { Simulator } from '../simulator/simulator.ts'
import type { Page } from 'playwright-core'
import { type App, startApp } from './app.ts'

interface Served extends AsyncDisposable {
  readonly origin: string
}

/** A person's computer: a desktop, a simulated Microsoft to talk to, and a folder for the app's data. */
export class Computer implements AsyncDisposable {
  readonly desktop: Desktop
  readonly simulator: Simulator
  readonly userData: string
  readonly #server: Served
  readonly #apps = new Set<App>()

  private constructor(parts: { desktop: Desktop; simulator: Simulator; server: Served; userData: string }) {
    this.desktop = parts.desktop
    this.simulator = parts.simulator
    this.userData = parts.userData
    this.#server = parts.server
  }

  static async open(options: DesktopOptions = {}): Promise<Computer> {
    const simulator = new Simulator({ clock: systemClock })
    const [desktop, server, userData] = await Promise.all([
      openDesktop(options),
      serveSimulator(simulator),
      mkdtemp(join(tmpdir(), 'drivebell-e2e-')),
    ])
    return new Computer({ desktop, simulator, server, userData })
  }

  get origin(): string {
    return this.#server.origin
  }

  /** Starts the built app, or another: a packed archive. */
  async start(
    switches: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
    options: { readonly app?: string; readonly obeysModes?: boolean } = {},
  ): Promise<App> {
    const app = await startApp({
      userData: this.userData,
      env: { ...this.desktop.env, DRIVEBELL_SIMULATOR: this.origin, ...env },
      switches,
      ...options,
    })
    this.#apps.add(app)
    return app
  }

  /** The person signs in as soon as Microsoft's page opens. */
  signsInAs(name: string): void {
    this.desktop.browser.onOpen = async (url) => {
      if (url.includes('/oauth2/v2.0/authorize')) await this.simulator.identity.signInPage(url, name)
    }
  }

  /** Starts the app and signs in: the own drive is live, Activity is shown. */
  async startSignedIn(
    name: string,
    env: NodeJS.ProcessEnv = {},
    options: { readonly app?: string } = {},
  ): Promise<{ app: App; page: Page }> {
    this.signsInAs(name)
    const app = await this.start([], env, options)
    const page = await app.window()
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).click()
    await this.desktop.tray.tooltip(/1 drive connected/)
    await page.getByRole('button', { name: 'Go to Activity' }).click()
    return { app, page }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const app of this.#apps) await app.kill('SIGKILL')
    await this.#server[Symbol.asyncDispose]()
    await this.desktop[Symbol.asyncDispose]()
    await rm(this.userData, { recursive: true, force: true, maxRetries: 5 })
  }
}
