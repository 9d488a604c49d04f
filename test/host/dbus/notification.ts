import { EventEmitter } from 'node:events'
import type { NotificationAction, NotificationConstructorOptions } from 'electron'
import { absent, electronEvent } from './absent.ts'
import { sessionBus } from './session-bus.ts'
import { showNotification, type ShownNotification } from './shown-notification.ts'

/** Electron's Notification on Linux: a call to org.freedesktop.Notifications, the body passed as it is. */
export class Notification extends EventEmitter implements Electron.Notification {
  title: string
  body: string
  silent: boolean
  urgency: 'normal' | 'critical' | 'low'
  timeoutType: 'default' | 'never'
  actions: NotificationAction[]
  // Data that has no effect on Linux, in Electron as here.
  readonly id: string
  readonly groupId: string
  readonly groupTitle: string
  subtitle: string
  hasReply: boolean
  replyPlaceholder: string
  sound: string
  closeButtonText: string
  toastXml: string
  #shown: Promise<ShownNotification | null> | null = null

  constructor(options: NotificationConstructorOptions = {}) {
    super()
    if (options.icon !== undefined) absent('the icon of a Notification')
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.silent = options.silent ?? false
    this.urgency = options.urgency ?? 'normal'
    this.timeoutType = options.timeoutType ?? 'default'
    this.actions = options.actions ?? []
    this.id = options.id ?? ''
    this.groupId = options.groupId ?? ''
    this.groupTitle = options.groupTitle ?? ''
    this.subtitle = options.subtitle ?? ''
    this.hasReply = options.hasReply ?? false
    this.replyPlaceholder = options.replyPlaceholder ?? ''
    this.sound = options.sound ?? ''
    this.closeButtonText = options.closeButtonText ?? ''
    this.toastXml = options.toastXml ?? ''
  }

  static isSupported(): boolean {
    return sessionBus.expected
  }

  static getHistory(): never {
    return absent('Notification.getHistory')
  }

  static handleActivation(): never {
    return absent('Notification.handleActivation')
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

  /** Shows it; shown already, it is closed and shown anew. */
  show(): void {
    this.close()
    this.#shown = this.#raise()
  }

  close(): void {
    void this.#shown?.then((shown) => shown?.close())
    this.#shown = null
  }

  async #raise(): Promise<ShownNotification | null> {
    try {
      const connection = await sessionBus.open()
      if (connection === null) throw new Error('there is no session bus')
      const shown = await showNotification(connection, sessionBus.identity, this, {
        clicked: () => this.emit('click', electronEvent({})),
        acted: (actionIndex) =>
          this.emit('action', electronEvent({ actionIndex, selectionIndex: -1 }), actionIndex, -1),
        closed: (reason) => this.emit('close', electronEvent({ reason })),
      })
      this.emit('show', electronEvent({}))
      return shown
    } catch (error) {
      this.emit('failed', electronEvent({}), error instanceof Error ? error.message : String(error))
      return null
    }
  }
}
