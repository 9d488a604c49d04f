import { app, Menu, nativeImage, nativeTheme, Tray } from 'electron'
import type { Handlers } from '../../preload/contract/commands.ts'
import type { AppState, Platform } from '../../preload/contract/state.ts'
import type { Clock } from '../kit/clock.ts'
import { Coalesced } from '../kit/run-again.ts'
import { Lifetime } from '../kit/lifetime.ts'
import type { Log } from '../kit/log.ts'
import { appState, type Sources } from './window/app-state.ts'
import { serveWindow } from './window/ipc.ts'
import type { SpokenLanguage } from './language.ts'
import type { changeOpener } from './open-change.ts'
import type { Probe } from './probe.ts'
import type { TrayHosts } from './tray/tray-hosts.ts'
import { TrayIcon } from './tray/tray-icon.ts'
import { TrayPlace } from './tray/tray-place.ts'
import { type TrayAction, trayView, type TrayView } from './tray/tray-view.ts'
import type { AppWindow } from './window/window.ts'

interface DesktopUiDeps {
  readonly sources: Sources
  readonly commands: Handlers
  readonly openChange: ReturnType<typeof changeOpener>
  readonly language: SpokenLanguage
  readonly window: AppWindow
  readonly platform: Platform
  readonly trayHosts: TrayHosts
  readonly icons: string
  readonly probe: Probe
  readonly clock: Clock
  readonly log: Log
}

const drawRestMs = 100

/** What a person sees of Drivebell: tray and window, both drawn from one state. */
export class DesktopUi implements AsyncDisposable {
  readonly #deps: DesktopUiDeps
  readonly #life: Lifetime
  /** Grows with each change of the history, so that the window knows when to read it again. */
  #revision = 0
  /** What tray and window show: made once for both. */
  #state: AppState

  constructor(deps: DesktopUiDeps) {
    this.#deps = deps
    const { sources, window, commands, language, clock, log, icons, probe, platform, trayHosts } = deps
    this.#life = new Lifetime((error) => log.error('closing failed', { why: String(error) }))
    this.#state = appState(sources, this.#revision)
    const icon = {
      electron: { Menu, nativeImage, Tray },
      icons,
      platform,
      ground: () => ({
        platform,
        isTaskbarDark: nativeTheme.shouldUseDarkColorsForSystemIntegratedUI,
        trayIcon: sources.settings.value.settings.trayIcon,
      }),
      clock,
      act: (action: TrayAction) => this.#act(action),
      shown: (view: TrayView) => probe({ kind: 'tray', ...view }),
    }
    const make = (view: TrayView) => new TrayIcon(icon, view)
    const tray = this.#life.use(new TrayPlace({ hosts: trayHosts, clock, make }, this.#trayView()))
    const repaint = () => tray.repaint()
    nativeTheme.on('updated', repaint)
    this.#life.use({ [Symbol.dispose]: () => void nativeTheme.off('updated', repaint) })
    const draw = () => {
      this.#state = appState(sources, this.#revision)
      tray.show(this.#trayView())
      window.send(this.#state)
    }
    const drawing = this.#life.use(new Coalesced({ clock, restMs: drawRestMs, run: draw }))
    const soon = () => drawing.request()
    const { accounts, cache, subscriptions, settings, launchAtLogin, proxy, alerts, webhooks, history } =
      sources
    for (const part of [accounts, cache, subscriptions, settings, launchAtLogin, proxy, alerts, webhooks])
      this.#life.use(part.onChange(soon))
    this.#life.use(history.onChange(() => (this.#revision++, soon())))
    const owns = (contents: Parameters<AppWindow['owns']>[0]) => window.owns(contents)
    this.#life.use(
      language.onChange(() => {
        window.speak(language.value)
        this.#revision++ // the rows of the history are worded here
        soon()
      }),
    )
    const onReady = () => {
      window.speak(language.value)
      window.ready(this.#state)
    }
    this.#life.use(serveWindow({ handlers: commands, owns, onReady, log }))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#life[Symbol.asyncDispose]()
  }

  #trayView() {
    const { sources, clock } = this.#deps
    return trayView(this.#state, { words: sources.words(), now: clock.now() })
  }

  #act(action: TrayAction): void {
    const { window, commands, sources } = this.#deps
    const { history, subscriptions } = sources
    switch (action.kind) {
      case 'open':
        return window.open(action.page && { page: action.page, entry: null })
      case 'open-change':
        return this.#openChange(action.changeId)
      case 'mark-all-seen':
        return history.markAllSeen()
      case 'pause':
        return void subscriptions.pause('everything', action.until)
      case 'resume':
        return void subscriptions.resume('everything')
      case 'sign-in':
        window.open()
        return void commands.signIn({ method: 'browser' })
      case 'quit':
        return app.quit()
    }
  }

  #openChange(changeId: string): void {
    const { openChange, sources } = this.#deps
    const change = sources.history.find(changeId)
    void openChange({ changeId, what: 'item', url: change?.webUrl ?? change?.folderUrl ?? null })
  }
}
