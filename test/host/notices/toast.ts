import type { EventEmitter } from 'node:events'
import type { Done, NoticeCenter } from './center.ts'
import { NativeNotice, type Keeper, type NoticeContent } from './native.ts'
import { generatedToast, readToast } from './toast-xml.ts'

/** What a toast needs of the process it was made in. */
export type ToastHost = Keeper & {
  readonly center: NoticeCenter
  readonly clsid: string
  /** A press on a button with arguments that Electron understands: told to the handler and to the first match. */
  activate(args: string): void
}

const usualGroup = 'Notifications'

/** Windows: shell/browser/notifications/win/windows_toast_notification.cc. */
export class WindowsToast extends NativeNotice {
  readonly #host: ToastHost
  readonly #heard = (done: Done): void => this.#done(done)
  #key = ''
  #buttons: readonly { arguments: string }[] = []

  constructor(host: ToastHost, delegate: EventEmitter, id: string) {
    super(host, delegate, id)
    this.#host = host
  }

  /** On another thread first: nothing is on the screen when `show()` returns. */
  show(content: NoticeContent): void {
    setImmediate(() => {
      if (this.isDestroyed) return
      const toast = content.toastXml === '' ? generatedToast(this.id, content) : readToast(content.toastXml)
      if (toast === null) return this.failed('XML: Invalid XML, ERROR Notification failed - Unknown')
      const group = content.groupId === '' ? usualGroup : content.groupId
      this.#key = `${group}\n${this.id}`
      this.#buttons = toast.buttons
      const [title = '', ...rest] = toast.texts
      const { launch, isSilent, buttons } = toast
      const { id } = this
      const { clsid } = this.#host
      const body = rest.join('\n')
      const shown = { id, key: this.#key, group, title, body, isSilent, buttons, launch, clsid }
      this.#host.center.deliver(shown, this.#heard)
      this.displayed()
    })
  }

  dismiss(): void {
    this.#host.center.take(this.#key)
  }

  override remove(): void {
    this.#host.center.take(this.#key)
  }

  protected override ended(): void {
    this.#host.center.forget(this.#heard)
  }

  /** Told on the thread of the screen's own, so never before the app's call has returned. */
  #done(done: Done): void {
    setImmediate(() => {
      if (this.isDestroyed) return
      if (done.kind === 'timed-out') this.dismissed(false, 'timedOut')
      if (done.kind === 'dismissed') this.dismissed(false, 'userCanceled')
      if (done.kind === 'hidden') this.dismissed(false, 'applicationHidden')
      if (done.kind === 'clicked') this.clicked()
      if (done.kind !== 'pressed') return
      const args = this.#buttons[done.index]?.arguments ?? ''
      // whatever Electron does not understand counts as a click on the body
      if (/type=(action|reply)/.test(args)) this.#host.activate(args)
      else this.clicked()
    })
  }
}
