import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inputs } from '../../preload/contract/commands.ts'
import { builtRenderer } from './built-renderer.ts'
import { now } from './samples.ts'
import { serve } from './serve.ts'
import { installStub, type Sample } from './stub.ts'

/** How a sample is looked at. */
export interface Look extends BrowserContextOptions {
  readonly direction?: 'rtl'
}

/** One sample in a window of its own. */
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

/** The built window over loopback HTTP, in one Chromium. */
export class Gallery implements AsyncDisposable {
  readonly #parts: AsyncDisposableStack
  readonly #browser: Browser
  readonly #origin: string

  private constructor(parts: AsyncDisposableStack, browser: Browser, origin: string) {
    this.#parts = parts
    this.#browser = browser
    this.#origin = origin
  }

  static async open(): Promise<Gallery> {
    const parts = new AsyncDisposableStack()
    const { folder } = parts.use(await builtRenderer())
    const { origin } = parts.use(await serve(folder))
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    })
    parts.defer(() => browser.close())
    return new Gallery(parts, browser, origin)
  }

  /** Shows a sample at a fixed time; the page is drawn when this answers. */
  async show(sample: Sample, { direction, ...look }: Look = {}): Promise<Shown> {
    const context = await this.#browser.newContext({
      viewport: { width: 1000, height: 700 },
      timezoneId: 'UTC',
      locale: 'en-GB',
      ...look,
    })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await page.clock.setFixedTime(now)
    await page.addInitScript(installStub, { sample, commands: Object.keys(inputs) })
    if (direction)
      await page.addInitScript(() => {
        new MutationObserver((_records, observer) => {
          if (!document.documentElement) return
          document.documentElement.dir = 'rtl'
          observer.disconnect()
        }).observe(document, { childList: true })
      })
    await page.goto(this.#origin)
    await page.locator('h1').waitFor()
    return {
      page,
      faults: async () => [...errors, ...(await page.evaluate(() => window.stub.violations))],
      calls: () => page.evaluate(() => window.stub.calls),
      heard: () => page.evaluate(() => window.stub.heard),
      copied: () => page.evaluate(() => window.stub.copied),
      [Symbol.asyncDispose]: () => context.close(),
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#parts.disposeAsync()
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
