import type { Notification } from 'electron'
import type { Words } from '../../../preload/words/words.ts'
import { Listeners } from '../../kit/listeners.ts'
import { buttonWords } from '../../notices/actions.ts'
import type { Notice, NoticeAct, Notifier, Shown } from '../../notices/notice.ts'

const remembered = 50
const answerLimitMs = 2_000
/** Longer ids are refused (platform.md 1.13). */
const longestId = 64
/** Windows and macOS have room for all, or fold them under Options. */
const mostButtonsOnLinux = 3

/** Notices through Electron's own class: Windows, macOS, and Linux without a session bus. */
export class ElectronNotifier implements Notifier {
  readonly #Notification: typeof Notification
  readonly #words: () => Words
  readonly #pressed = new Listeners<NoticeAct>()
  /** Kept alive on purpose: a collected Notification loses its events (platform.md 1.13). */
  readonly #onScreen = new Map<string, Notification>()

  constructor(ofElectron: typeof Notification, words: () => Words) {
    this.#Notification = ofElectron
    this.#words = words
  }

  async show(notice: Notice): Promise<Shown> {
    if (!this.#Notification.isSupported()) return 'refused'
    const { id, click } = notice
    const isLinux = process.platform === 'linux'
    const buttons = isLinux ? notice.buttons.slice(0, mostButtonsOnLinux) : notice.buttons
    const replaced = this.#onScreen.get(id)
    const shown = new this.#Notification(optionsOf(notice, buttons, this.#words()))
    if (isLinux) replaced?.close() // no update in place there: close, then show
    this.#remember(id, shown)
    shown.on('click', () => this.#pressed.emit(click))
    shown.on('action', ({ actionIndex }) => {
      const act = buttons[actionIndex]
      if (act) this.#pressed.emit(act)
    })
    shown.on('close', () => this.#forget(id, shown))
    const answer = new Promise<Shown>((resolve) => {
      shown.once('show', () => resolve('shown'))
      shown.once('failed', () => resolve('refused'))
      setTimeout(() => resolve('shown'), answerLimitMs).unref() // not every system says that it showed one
    })
    shown.show()
    return await answer
  }

  canRewrite(id: string): boolean {
    return this.#onScreen.has(id)
  }

  onPress(listener: (act: NoticeAct) => void): Disposable {
    return this.#pressed.add(listener)
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

function optionsOf(
  notice: Notice,
  buttons: readonly NoticeAct[],
  words: Words,
): Electron.NotificationConstructorOptions {
  const { id, title, body, urgency, stays, group } = notice
  return {
    id: id.slice(0, longestId),
    title,
    body,
    urgency,
    silent: urgency === 'low',
    timeoutType: stays ? 'never' : 'default',
    actions: buttons.map((act) => ({ type: 'button', text: buttonWords(act, words) })),
    ...(group && { groupId: group.id.slice(0, longestId), groupTitle: group.title }),
  }
}
