import type { Browser, OpenedPage, Opening } from './browser.ts'
import type { CdpSession } from './cdp.ts'
import type { CustomProtocol } from './custom-protocol.ts'
import { Told, type Heard } from './told.ts'
import { isolatedWorld, type DocumentScripts } from './preload-script.ts'
import { answerRequests, type NavigationCheck } from './requests.ts'

/** A line that the page or the engine wrote to its console. */
export type ConsoleLine = { level: string; message: string; sourceId: string; lineNumber: number }

/** Who hears what happens in the page. Addresses are in the app's spelling. */
export type PageOwner = {
  mayNavigate: NavigationCheck
  navigated(url: string): void
  loaded(): void
  told(told: Told): void
  wantsWindow(url: string, frameName: string, features: string): void
  wantsDownload(url: string): void
  wrote(line: ConsoleLine): void
  crashed(): void
  /** The target is gone; `killed` when all of Chromium went, unasked. */
  gone(killed: boolean): void
}

/** One Chromium page in a window of its own, with the preload's world in it. */
export class Page {
  readonly session: CdpSession
  readonly targetId: string
  readonly #opened: OpenedPage
  readonly #browser: Browser
  readonly #protocol: CustomProtocol
  readonly #owner: PageOwner
  #isolatedContext: number | null = null
  #hasDocument = false
  #gone = false

  private constructor(opened: OpenedPage, browser: Browser, protocol: CustomProtocol, owner: PageOwner) {
    this.session = opened.session
    this.targetId = opened.targetId
    this.#opened = opened
    this.#browser = browser
    this.#protocol = protocol
    this.#owner = owner
  }

  static async open(
    browser: Browser,
    opening: Opening,
    scripts: DocumentScripts,
    protocol: CustomProtocol,
    owner: PageOwner,
  ): Promise<Page> {
    const opened = await browser.openPage(opening)
    const page = new Page(opened, browser, protocol, owner)
    page.#listenToBrowser()
    page.#listenToPage()
    const { session } = page
    const { name, binding } = isolatedWorld
    await Promise.all([
      session.send('Page.enable'),
      session.send('Log.enable'),
      opened.chromium.cdp.browser.send('Browser.setDownloadBehavior', {
        behavior: 'deny',
        eventsEnabled: true,
      }),
      session.send('Runtime.addBinding', { name: binding, executionContextName: name }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: name }),
      page.#guard(session),
      session.send('Runtime.enable'),
    ])
    return page
  }

  /** Tells the preload's world; lost when no document is there to hear it, as in Electron. */
  deliver(heard: Heard): void {
    if (this.#isolatedContext === null) return
    const expression = `${isolatedWorld.deliver}(${JSON.stringify(JSON.stringify(heard))})`
    this.session
      .send('Runtime.evaluate', { expression, contextId: this.#isolatedContext })
      .catch(() => undefined) // the document has gone meanwhile
  }

  /** Starts a navigation; answers the net error that stopped it, if one did. */
  async navigate(url: string): Promise<string | undefined> {
    const { errorText } = await this.session.send('Page.navigate', {
      url: this.#protocol.origins.toPage(url),
    })
    return errorText
  }

  async close(): Promise<void> {
    if (!this.#gone)
      await this.#opened.chromium.cdp.browser
        .send('Target.closeTarget', { targetId: this.targetId })
        .catch(() => undefined)
  }

  /** Requests of frames and workers in other processes are answered like those of the page itself. */
  async #guard(session: CdpSession): Promise<void> {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const child = this.#opened.chromium.cdp.session(sessionId)
      if (targetInfo.type === 'page') return void this.#refuse(child, targetInfo.targetId)
      const ready = this.#guard(child).then(() => child.send('Runtime.runIfWaitingForDebugger'))
      ready.catch(() => undefined) // the frame has gone meanwhile
    })
    const everything = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
    await Promise.all([
      answerRequests(session, this.targetId, this.#protocol, this.#owner.mayNavigate),
      session.send('Target.setAutoAttach', everything),
    ])
  }

  /** A window that the page wants is closed as soon as it runs: closed while it is held back, it would hold the page as well. */
  async #refuse(child: CdpSession, targetId: string): Promise<void> {
    await child.send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
    const { browser } = this.#opened.chromium.cdp
    await browser.send('Target.closeTarget', { targetId }).catch(() => undefined)
  }

  #listenToBrowser(): void {
    const { chromium } = this.#opened
    const { browser } = chromium.cdp
    browser.on('Browser.downloadWillBegin', ({ frameId, url }) => {
      if (frameId === this.targetId) this.#owner.wantsDownload(this.#protocol.origins.toApp(url))
    })
    browser.on('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === this.targetId) this.#end(false)
    })
    void chromium.exited.then(() => this.#end(true))
  }

  #end(killed: boolean): void {
    if (this.#gone) return
    this.#gone = true
    this.#owner.gone(killed)
    this.#browser.release(this.#opened.chromium)
  }

  #listenToPage(): void {
    const { session } = this
    const { toApp } = { toApp: (url: string): string => this.#protocol.origins.toApp(url) }
    const owner = this.#owner
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined || frame.url.startsWith('data:')) return
      this.#hasDocument = true // not the blank page that the window opened with
      owner.navigated(toApp(frame.url + (frame.urlFragment ?? '')))
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) owner.navigated(toApp(url))
    })
    session.on('Page.loadEventFired', () => {
      if (this.#hasDocument) owner.loaded()
    })
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
      owner.wantsWindow(toApp(url), windowName, windowFeatures.join(',')),
    )
    session.on('Inspector.targetCrashed', () => owner.crashed())
    session.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      const frameId: unknown = Reflect.get(auxData ?? {}, 'frameId')
      if (name === isolatedWorld.name && frameId === this.targetId) this.#isolatedContext = id
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#isolatedContext) this.#isolatedContext = null
    })
    session.on('Runtime.executionContextsCleared', () => (this.#isolatedContext = null))
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === isolatedWorld.binding && executionContextId === this.#isolatedContext)
        owner.told(Told.parse(JSON.parse(payload)))
    })
    session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      const [top] = stackTrace?.callFrames ?? []
      const message = args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(' ')
      owner.wrote({ level: type, message, sourceId: toApp(top?.url ?? ''), lineNumber: top?.lineNumber ?? 0 })
    })
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, url, lineNumber } }) =>
      owner.wrote({
        level: 'error',
        message: exception?.description ?? text,
        sourceId: toApp(url ?? ''),
        lineNumber,
      }),
    )
    session.on('Log.entryAdded', ({ entry: { level, text, url, lineNumber } }) =>
      owner.wrote({ level, message: text, sourceId: toApp(url ?? ''), lineNumber: lineNumber ?? 0 }),
    )
  }
}
