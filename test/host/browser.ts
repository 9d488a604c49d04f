import { randomUUID } from 'node:crypto'
import { Chromium } from './chromium.ts'
import type { CdpSession } from './cdp.ts'
import { farAway } from './window-place.ts'

/** What the browser must know about a window before it opens. */
export type Opening = { width: number; height: number; show: boolean }
/** A page that was opened: the Chromium it lives in, its target and the conversation with it. */
export type OpenedPage = { chromium: Chromium; targetId: string; session: CdpSession }

type State =
  | { kind: 'stopped' }
  | { kind: 'running'; chromium: Chromium; users: number }
  | { kind: 'stopping'; ended: Promise<void> }

/** Keeps one Chromium while anybody needs it: each window does, and each client of the debugging port. */
export class Browser {
  readonly #profiles: () => string
  readonly #withPort: boolean
  readonly #dark: boolean
  readonly #headed = (process.env['DISPLAY'] ?? '') !== ''
  #state: State = { kind: 'stopped' }

  constructor(profiles: () => string, withPort: boolean, dark: boolean) {
    this.#profiles = profiles
    this.#withPort = withPort
    this.#dark = dark
  }

  get headed(): boolean {
    return this.#headed
  }

  /** The Chromium that runs now, if any. */
  get running(): Chromium | null {
    return this.#state.kind === 'running' ? this.#state.chromium : null
  }

  /** Opens a page in a window of its own; `release` when it is gone. */
  async openPage(opening: Opening): Promise<OpenedPage> {
    await this.#settled()
    if (!this.#headed) {
      const chromium = this.#use([])
      const { width, height } = opening
      const created = { url: 'about:blank', newWindow: true, width, height }
      const { targetId } = await chromium.cdp.browser.send('Target.createTarget', created)
      return attach(chromium, targetId)
    }
    const marker = `data:text/html,${randomUUID()}`
    const place = opening.show ? '' : `--window-position=${farAway},${farAway}`
    const args = [`--app=${marker}`, `--window-size=${opening.width},${opening.height}`, place].filter(
      Boolean,
    )
    const already = this.running
    const chromium = this.#use(args)
    const found = targetOf(chromium, marker)
    found.catch(() => undefined) // when Chromium ends, the next line says so first
    if (already !== null) chromium.openAppWindow(args)
    await chromium.cdp.browser.send('Target.setDiscoverTargets', { discover: true })
    return attach(chromium, await found)
  }

  /** Keeps a Chromium without opening a window; `release` when done. */
  async hold(): Promise<Chromium> {
    await this.#settled()
    return this.#use(this.#headed ? ['--no-startup-window'] : [])
  }

  release(chromium: Chromium): void {
    if (this.#state.kind !== 'running' || this.#state.chromium !== chromium) return
    this.#state.users -= 1
    if (this.#state.users === 0) void this.stop()
  }

  async stop(): Promise<void> {
    if (this.#state.kind === 'running') {
      const ended = this.#state.chromium.stop()
      this.#state = { kind: 'stopping', ended }
      void ended.then(() => {
        if (this.#state.kind === 'stopping') this.#state = { kind: 'stopped' }
      })
    }
    await this.#settled()
  }

  async #settled(): Promise<void> {
    while (this.#state.kind === 'stopping') await this.#state.ended
  }

  #use(args: readonly string[]): Chromium {
    if (this.#state.kind === 'running') {
      this.#state.users += 1
      return this.#state.chromium
    }
    const root = process.getuid?.() === 0
    const needs = { headed: this.#headed, root, port: this.#withPort, dark: this.#dark }
    const chromium = new Chromium(this.#profiles(), needs, args)
    this.#state = { kind: 'running', chromium, users: 1 }
    void chromium.exited.then(() => {
      if (this.#state.kind === 'running' && this.#state.chromium === chromium)
        this.#state = { kind: 'stopped' }
    })
    return chromium
  }
}

async function attach(chromium: Chromium, targetId: string): Promise<OpenedPage> {
  const { browser } = chromium.cdp
  await browser.send('Target.setDiscoverTargets', { discover: true })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  return { chromium, targetId, session: chromium.cdp.session(sessionId) }
}

function targetOf(chromium: Chromium, url: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const look = ({ targetInfo }: { targetInfo: { url: string; targetId: string } }): void => {
    if (targetInfo.url === url) resolve(targetInfo.targetId)
  }
  chromium.cdp.browser.on('Target.targetCreated', look)
  chromium.cdp.browser.on('Target.targetInfoChanged', look)
  void chromium.exited.then(() => reject(new Error('Chromium ended before its window opened')))
  return promise
}
