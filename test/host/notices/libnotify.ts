import { showNotification, type ShownNotification } from '../dbus/notify.ts'
import { sessionBus } from '../dbus/session-bus.ts'
import { NativeNotice, type NoticeContent } from './native.ts'

/**
 * Linux: shell/browser/notifications/linux/libnotify_notification.cc. One action, "View", on the body; the app's buttons
 * are not drawn, and a `close` has no reason.
 */
export class LibnotifyNotice extends NativeNotice {
  #shown: Promise<ShownNotification | null> | null = null

  show(content: NoticeContent): void {
    this.#shown = this.#raise(content)
  }

  dismiss(): void {
    void this.#shown?.then((shown) => shown?.close())
  }

  async #raise(content: NoticeContent): Promise<ShownNotification | null> {
    try {
      const connection = await sessionBus.open()
      if (connection === null) throw new Error('there is no session bus')
      const shown = await showNotification(
        connection,
        sessionBus.identity,
        { ...content, actions: [] },
        {
          clicked: () => this.isDestroyed || this.clicked(),
          acted: () => undefined,
          closed: () => this.isDestroyed || this.dismissed(true),
        },
      )
      this.displayed()
      return shown
    } catch (error) {
      this.failed(error instanceof Error ? error.message : String(error))
      return null
    }
  }
}
