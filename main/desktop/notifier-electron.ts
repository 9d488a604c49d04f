import { Notification } from 'electron'
import { Listeners } from '../kit/listeners.ts'
import type { Notice, Notifier, Shown } from '../notices/notice.ts'

const remembered = 50
const answerLimitMs = 2_000

/** Notices through Electron's own class: Windows, macOS, and Linux without a session bus. */
export class ElectronNotifier implements Notifier {
  readonly #clicked = new Listeners<Notice>()
  /** Kept alive on purpose: a collected Notification loses its events (platform.md 1.13). */
  readonly #onScreen = new Map<string, Notification>()

  async show(notice: Notice): Promise<Shown> {
    if (!Notification.isSupported()) return 'refused'
    const { title, body, urgency, id } = notice
    const replaced = this.#onScreen.get(id)
    const shown = new Notification({ id: id.slice(0, 64), title, body, urgency, silent: urgency === 'low' })
    if (process.platform === 'linux') replaced?.close() // no update in place there: close, then show
    this.#remember(id, shown)
    shown.on('click', () => this.#clicked.emit(notice))
    shown.on('close', () => this.#forget(id, shown))
    const answer = new Promise<Shown>((resolve) => {
      shown.once('show', () => resolve('shown'))
      shown.once('failed', () => resolve('refused'))
      setTimeout(() => resolve('shown'), answerLimitMs).unref() // not every system says that it showed one
    })
    shown.show()
    return await answer
  }

  onClick(listener: (notice: Notice) => void): Disposable {
    return this.#clicked.add(listener)
  }

  /** Whoever shows Electron's notices comes and goes unheard. */
  onReady(): Disposable {
    return { [Symbol.dispose]() {} }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#onScreen.clear()
  }

  #remember(id: string, shown: Notification): void {
    this.#onScreen.delete(id)
    this.#onScreen.set(id, shown)
    const oldest = this.#onScreen.keys().next().value
    if (this.#onScreen.size > remembered && oldest !== undefined) this.#onScreen.delete(oldest)
  }

  #forget(id: string, shown: Notification): void {
    if (this.#onScreen.get(id) === shown) this.#onScreen.delete(id)
  }
}
