import type { Notification } from 'electron'
import type { Words } from '../../../preload/words/words.ts'
import { Listeners } from '../../kit/listeners.ts'
import type { Log } from '../../kit/log.ts'
import { buttonWords, type Acts } from '../../notices/actions.ts'
import type { Notice, NoticeAct, Notifier, Press, Shown } from '../../notices/notice.ts'
import type { Activations } from './activations.ts'
import { pageOfNotice } from './place-of.ts'
import { activationOf, systemId, toastXml } from './toast-xml.ts'

const remembered = 200

interface ElectronNotifierDeps {
  readonly Notification: typeof Notification
  readonly platform: 'win32' | 'darwin'
  /** What was pressed on toasts that no object of this run hears. */
  readonly activations: Activations
  /** What can be done from a notice of an earlier run; null: nothing of it is kept. */
  readonly actsAgain: (noticeId: string) => Acts | null
  readonly words: () => Words
  readonly log: Log
}

interface Kept {
  readonly shown: Notification
  notice: Notice
  /** Shown again, macOS says of the notice on screen that it closed. */
  isBeingShown: boolean
  /** It is where a showing replaces it: on the screen, or in the system's list. */
  isThere: boolean
  answer: (shown: Shown) => void
}

/** Notices on Windows and macOS, through Electron's own class: one object a notice, shown again when it changes. */
export class ElectronNotifier implements Notifier {
  readonly rewritesInPlace = false
  readonly #deps: ElectronNotifierDeps
  readonly #pressed = new Listeners<Press>()
  /** Held on purpose: an object that is collected hears nothing more (platform.md 1.13). */
  readonly #kept = new Map<string, Kept>()
  #restored: readonly Notification[] = []
  #hearing: Disposable | null = null

  constructor(deps: ElectronNotifierDeps) {
    this.#deps = deps
  }

  /** Asks macOS for leave, now that there is something to tell, and hears again what an earlier run showed there. */
  async begin(): Promise<void> {
    const { Notification, log } = this.#deps
    if (!Notification.isSupported() || this.#deps.platform !== 'darwin') return
    try {
      this.#restored = await Notification.getHistory()
    } catch (error) {
      log.warn('earlier notices not found again', { why: String(error) })
    }
    for (const restored of this.#restored) {
      const { id } = restored
      restored.on('click', () => this.#press(id, (acts) => acts.click))
      restored.on('action', ({ actionIndex }) => this.#press(id, (acts) => acts.buttons[actionIndex]))
    }
  }

  async show(notice: Notice): Promise<Shown> {
    if (!this.#deps.Notification.isSupported()) return 'refused'
    const id = systemId(notice.id)
    const kept = this.#kept.get(id) ?? this.#made(id, notice)
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > remembered && oldest !== undefined) this.#kept.delete(oldest)
    kept.answer('shown') // whoever waits for what it said before waits no longer
    kept.notice = notice
    this.#write(kept)
    const { promise, resolve } = Promise.withResolvers<Shown>()
    kept.answer = resolve
    kept.isBeingShown = true
    kept.isThere = true
    kept.shown.show()
    kept.isBeingShown = false
    return await promise
  }

  canRewrite(id: string): boolean {
    return this.#kept.get(systemId(id))?.isThere ?? false
  }

  /** What was pressed before anybody listened is heard now. */
  onPress(listener: (press: Press) => void): Disposable {
    const pressed = this.#pressed.add(listener)
    this.#hearing ??= this.#deps.activations.listen(({ arguments: args }) => {
      const { id, kind } = activationOf(args)
      this.#press(id, (acts) => (kind === null ? acts.click : buttonOf(acts, kind)))
    })
    return pressed
  }

  /** Whoever shows notices is the system itself: always there. */
  onReady(): Disposable {
    return { [Symbol.dispose]() {} }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#hearing?.[Symbol.dispose]()
    for (const kept of this.#kept.values()) kept.answer('nobody')
    this.#kept.clear()
    this.#restored = []
  }

  #made(id: string, notice: Notice): Kept {
    const { Notification, platform } = this.#deps
    // of an id and a group Windows makes one notice: the group stays what it was at first
    const groupId = systemId(notice.group?.id ?? '')
    const shown = new Notification({ id, ...(groupId !== '' && { groupId }) })
    const kept: Kept = { shown, notice, isBeingShown: false, isThere: false, answer: () => {} }
    shown.on('show', () => kept.answer('shown'))
    shown.on('failed', (_event, why) => {
      this.#deps.log.warn('notice refused', { why })
      kept.answer('refused')
    })
    shown.on('click', () => this.#press(id, (acts) => acts.click))
    if (platform === 'darwin')
      shown.on('action', ({ actionIndex }) => this.#press(id, (acts) => acts.buttons[actionIndex]))
    shown.on('close', ({ reason }) => {
      // out of time it is still in the system's list
      if (!kept.isBeingShown && reason !== 'timedOut' && this.#kept.get(id) === kept) this.#kept.delete(id)
    })
    return kept
  }

  #write({ shown, notice }: Kept): void {
    shown.title = notice.title
    shown.body = notice.body
    shown.urgency = notice.urgency
    shown.silent = notice.urgency === 'low' || notice.isSilent === true
    shown.timeoutType = notice.stays ? 'never' : 'default'
    shown.actions = notice.buttons.map((act) => ({
      type: 'button',
      text: buttonWords(act, this.#deps.words()),
    }))
    if (this.#deps.platform === 'win32') shown.toastXml = toastXml(notice, this.#deps.words())
  }

  #press(id: string, choose: (acts: Acts) => NoticeAct | undefined): void {
    const kept = this.#kept.get(id)
    if (kept) kept.isThere = false
    const acts = kept?.notice ?? this.#deps.actsAgain(id)
    const act = acts === null ? pageOfNotice(id) : choose(acts)
    if (act) this.#pressed.emit({ act, token: null })
  }
}

const buttonOf = ({ buttons }: Acts, kind: NoticeAct['kind']) => buttons.find((act) => act.kind === kind)
