import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type ConsoleMessage, type Page } from 'playwright-core'
import { inputs } from '../../preload/contract/commands.ts'
import { patienceMs } from '../patience.ts'
import { builtRenderer } from './built-renderer.ts'
import { now } from './samples.ts'
import { serve } from './serve.ts'
import type { Language } from '../../preload/words/words.ts'
import { language as english } from '../words.ts'
import { installStub, type Sample } from './stub.ts'

/** How a sample is looked at. */
export interface Look {
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active'
  readonly reducedMotion?: 'reduce'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** English as if it were read from right to left. */
  readonly direction?: 'rtl'
  /** English, unless another one is spoken. */
  readonly language?: Language
}

/** One sample in a window. */
export interface Shown extends AsyncDisposable {
  readonly page: Page
  /** Console errors, page errors and policy violations so far. */
  faults(): Promise<readonly string[]>
  /** The commands called so far. */
  calls(): Promise<readonly (readonly [command: string, input: unknown])[]>
  /** What was announced so far. */
  heard(): Promise<readonly string[]>
  /** What was put on the clipboard so far. */
  copied(): Promise<readonly string[]>
}

/** Where the built window is served, and the browser to look at it with. */
export interface Stage {
  readonly origin: string
  readonly browser: string
}

/** Builds the window, serves it on loopback and starts one Chromium, for whoever joins. */
export async function openStage(): Promise<Stage & AsyncDisposable> {
  await using parts = new AsyncDisposableStack()
  const { folder } = parts.use(await builtRenderer())
  const { origin } = parts.use(await serve(folder))
  const server = await chromium.launchServer({
    executablePath: chromiumPath(),
    host: '127.0.0.1',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
  parts.defer(() => server.close())
  const held = parts.move()
  return { origin, browser: server.wsEndpoint(), [Symbol.asyncDispose]: () => held.disposeAsync() }
}

/** Samples shown one after the other in the same few pages: a page that is used again loads in a quarter of the time. */
export class Gallery implements AsyncDisposable {
  readonly #browser: Browser
  readonly #origin: string
  readonly #free: Page[] = []

  private constructor(browser: Browser, origin: string) {
    this.#browser = browser
    this.#origin = origin
  }

  static async join(stage: Stage): Promise<Gallery> {
    return new Gallery(await chromium.connect(stage.browser), stage.origin)
  }

  /** Shows a sample at a fixed time; the page is drawn when this answers. */
  async show(
    sample: Sample,
    { viewport, direction, language = english, ...media }: Look = {},
  ): Promise<Shown> {
    const page = this.#free.pop() ?? (await this.#newPage())
    const errors: string[] = []
    const failed = (error: Error) => void errors.push(String(error))
    const logged = (message: ConsoleMessage) => {
      if (message.type() === 'error') errors.push(message.text())
    }
    page.on('pageerror', failed).on('console', logged)
    await page.setViewportSize(viewport ?? { width: 1000, height: 700 })
    await page.emulateMedia({
      colorScheme: 'light',
      forcedColors: 'none',
      reducedMotion: 'no-preference',
      ...media,
    })
    const spoken = direction ? { ...language, locale: { ...language.locale, direction } } : language
    const script = await page.addInitScript(installStub, {
      sample,
      commands: Object.keys(inputs),
      language: spoken,
    })
    await page.goto(this.#origin)
    await page.locator('h1').waitFor()
    return {
      page,
      faults: async () => [...errors, ...(await page.evaluate(() => window.stub.violations))],
      calls: () => page.evaluate(() => window.stub.calls),
      heard: () => page.evaluate(() => window.stub.heard),
      copied: () => page.evaluate(() => window.stub.copied),
      [Symbol.asyncDispose]: async () => {
        await script.dispose()
        await page.mouse.move(0, 0)
        await page.goto('about:blank')
        page.off('pageerror', failed).off('console', logged)
        this.#free.push(page)
      },
    }
  }

  /** Each in a context of its own: of two pages in one, only the one in front is drawn. */
  async #newPage(): Promise<Page> {
    const context = await this.#browser.newContext({ timezoneId: 'UTC', locale: 'en-GB' })
    context.setDefaultTimeout(patienceMs)
    await context.clock.setFixedTime(now)
    return context.newPage()
  }

  /** Its contexts go with the connection. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.#browser.close()
  }
}

/** The machine's own Chromium. */
function chromiumPath(): string {
  const given = process.env['DRIVEBELL_CHROMIUM']
  if (given) return given
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const found = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))
  if (!found) throw new Error('no Chromium on the PATH: install one, or name it in DRIVEBELL_CHROMIUM')
  return found
}
