import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { ActivationArguments, NotificationAction, NotificationConstructorOptions } from 'electron'
import { absent } from '../dbus/absent.ts'
import { sessionBus } from '../dbus/session-bus.ts'
import { played } from '../platform.ts'
import type { NativeNotice } from './native.ts'
import { notices } from './presenter.ts'

const longestTag = 64

/** Electron's Notification: shell/browser/api/electron_api_notification.cc. */
export class Notification extends EventEmitter implements Electron.Notification {
  title: string
  body: string
  silent: boolean
  urgency: 'normal' | 'critical' | 'low'
  timeoutType: 'default' | 'never'
  actions: NotificationAction[]
  readonly id: string
  readonly groupId: string
  readonly groupTitle: string
  subtitle: string
  hasReply: boolean
  replyPlaceholder: string
  sound: string
  closeButtonText: string
  toastXml: string
  #native: NativeNotice | null = null
  #isRestored = false

  constructor(options: NotificationConstructorOptions = {}) {
    super()
    if (options.icon !== undefined) absent('the icon of a Notification')
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.silent = options.silent ?? false
    this.urgency = options.urgency ?? 'normal'
    this.timeoutType = options.timeoutType ?? 'default'
    this.actions = options.actions ?? []
    this.id = options.id || randomUUID()
    this.groupId = options.groupId ?? ''
    this.groupTitle = options.groupTitle ?? ''
    this.subtitle = options.subtitle ?? ''
    this.hasReply = options.hasReply ?? false
    this.replyPlaceholder = options.replyPlaceholder ?? ''
    this.sound = options.sound ?? ''
    this.closeButtonText = options.closeButtonText ?? ''
    this.toastXml = options.toastXml ?? ''
    if (played.platform === 'win32') this.#checkForWindows()
  }

  /** Whether there is a presenter, which is made by asking: macOS asks the person then. */
  static isSupported(): boolean {
    if (played.platform === 'linux') return sessionBus.expected
    return notices.presenter.center !== null
  }

  /** macOS: what is in Notification Center, as objects that hear of it. Elsewhere nothing. */
  static async getHistory(): Promise<Notification[]> {
    if (played.platform !== 'darwin') return []
    return notices.presenter.center.list().map(({ id, title, body, group }) => {
      const restored = new Notification({ id, title, body, groupId: group })
      restored.#isRestored = true
      restored.#native = notices.presenter.create(restored, id)
      restored.#native.restore()
      return restored
    })
  }

  static handleActivation(callback: (details: ActivationArguments) => void): void {
    if (played.platform !== 'win32') throw new TypeError('Notification.handleActivation is not a function')
    notices.handler = callback
  }

  static remove(): never {
    return absent('Notification.remove')
  }

  static removeAll(): never {
    return absent('Notification.removeAll')
  }

  static removeGroup(): never {
    return absent('Notification.removeGroup')
  }

  /** Closes what it showed, and shows a new native object of the same id. */
  show(): void {
    if (this.#isRestored) return
    this.close()
    this.#native = notices.presenter.create(this, this.id)
    this.#native.show(this)
  }

  close(): void {
    const native = this.#native
    this.#native = null
    if (native === null || native.isDestroyed) return
    if (native.isDismissed) native.remove()
    else native.dismiss()
    native.forget()
  }

  #checkForWindows(): void {
    if (this.id.length > longestTag)
      throw new Error('Notification id exceeds Windows limit of 64 UTF-16 characters')
    if (this.groupId.length > longestTag)
      throw new Error('Notification groupId exceeds Windows limit of 64 UTF-16 characters')
    if (this.groupTitle !== '' && this.groupId === '')
      throw new Error('Notification groupTitle requires groupId to be set')
  }
}
