import { showNotification, type ShownNotification } from '../dbus/notify.ts'
import { sessionBus } from '../dbus/session-bus.ts'
import type { Delivered, Done, Screen } from './center.ts'

/** Shows a center's banners on the desktop's own daemon, so that a whole app can be looked at and clicked. */
export class DaemonScreen implements Screen {
  readonly #shown = new Map<string, Promise<ShownNotification | null>>()

  show(notice: Delivered, done: (what: Done) => void): void {
    this.hide(notice.key)
    this.#shown.set(notice.key, this.#raise(notice, done))
  }

  hide(key: string): void {
    void this.#shown.get(key)?.then((shown) => shown?.close())
    this.#shown.delete(key)
  }

  async #raise(notice: Delivered, done: (what: Done) => void): Promise<ShownNotification | null> {
    const connection = await sessionBus.open()
    if (connection === null) return null
    const content = { ...notice, urgency: 'normal', timeoutType: 'default', actions: notice.buttons } as const
    return await showNotification(connection, sessionBus.identity, content, {
      clicked: () => done({ kind: 'clicked' }),
      acted: (index) => done({ kind: 'pressed', index }),
      closed: (reason) => {
        if (reason === 'timedOut') done({ kind: 'timed-out' })
        if (reason === 'userCanceled') done({ kind: 'dismissed' })
      },
    }).catch(() => null)
  }
}
