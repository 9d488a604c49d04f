import type { EventEmitter } from 'node:events'
import type { Done, NoticeCenter } from './center.ts'
import { NativeNotice, type Keeper, type NoticeContent } from './native.ts'

/** What a notice on macOS needs of the process it was made in. */
export type CocoaHost = Keeper & { readonly center: NoticeCenter }

/** macOS: shell/browser/notifications/mac/cocoa_notification.mm and notification_center_delegate.mm. */
export class CocoaNotice extends NativeNotice {
  readonly #host: CocoaHost
  #isRestored = false
  /** Whether it has a request: without one no response finds it. */
  hasRequest = false

  constructor(host: CocoaHost, delegate: EventEmitter, id: string) {
    super(host, delegate, id)
    this.#host = host
  }

  show(content: NoticeContent): void {
    this.hasRequest = true
    setImmediate(() => {
      if (this.isDestroyed || !this.hasRequest) return
      const { center } = this.#host
      if (center.permission !== 'granted')
        return this.failed('Notifications are not allowed for this application')
      const { id } = this
      const { title, body, groupId: group, silent: isSilent } = content
      const buttons = content.actions.map(({ text = '' }) => ({ text, arguments: '' }))
      center.deliver({ id, key: id, group, title, body, isSilent, buttons, launch: '', clsid: '' }, null)
      this.displayed()
    })
  }

  /** Says `close`, without a reason and at once, and lives on in the presenter's set. */
  dismiss(): void {
    if (this.hasRequest && !this.#isRestored) this.#host.center.take(this.id)
    this.closed('')
    this.hasRequest = false
  }

  override restore(): void {
    this.hasRequest = true
    this.#isRestored = true
  }

  respond(done: Done): void {
    if (done.kind === 'clicked') this.clicked()
    if (done.kind === 'pressed') this.acted(done.index)
    if (done.kind === 'dismissed') this.closed('')
  }

  protected override ended(): void {
    if (this.hasRequest && !this.#isRestored) this.#host.center.take(this.id)
  }
}
