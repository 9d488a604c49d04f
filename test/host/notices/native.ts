import type { EventEmitter } from 'node:events'
import { electronEvent } from '../dbus/absent.ts'

/** What a notice showed, as `show()` found it on the app's object. */
export type NoticeContent = {
  title: string
  subtitle: string
  body: string
  silent: boolean
  urgency: 'normal' | 'critical' | 'low'
  timeoutType: 'default' | 'never'
  actions: readonly { text?: string }[]
  toastXml: string
  groupId: string
  groupTitle: string
}

/** Why a notice went; Windows alone says it. */
export type CloseReason = '' | 'timedOut' | 'userCanceled' | 'applicationHidden'

/** Where native objects are kept. */
export type Keeper = { remove(notice: NativeNotice): void }

/**
 * The platform's own object behind the app's: Electron's `electron::Notification`. It holds the app's object weakly, so
 * that nothing is told once the app has let go of it (shell/browser/notifications/notification.cc and
 * shell/browser/api/electron_api_notification.cc, ~Notification).
 */
export abstract class NativeNotice {
  readonly id: string
  isDismissed = false
  isDestroyed = false
  readonly #keeper: Keeper
  #delegate: WeakRef<EventEmitter> | null

  constructor(keeper: Keeper, delegate: EventEmitter, id: string) {
    this.#keeper = keeper
    this.#delegate = new WeakRef(delegate)
    this.id = id
  }

  /** The app's object, unless it was collected or has let go of this one. */
  get delegate(): EventEmitter | null {
    return this.#delegate?.deref() ?? null
  }

  abstract show(content: NoticeContent): void
  abstract dismiss(): void
  /** Called instead of `dismiss` for what has left the screen already. */
  remove(): void {}

  /** macOS: stands for one that an earlier run delivered. */
  restore(): void {}

  forget(): void {
    this.#delegate = null
  }

  displayed(): void {
    this.delegate?.emit('show', electronEvent({}))
  }

  clicked(): void {
    this.delegate?.emit('click', electronEvent({}))
    this.destroy()
  }

  acted(actionIndex: number): void {
    const details = electronEvent({ actionIndex, selectionIndex: -1 })
    this.delegate?.emit('action', details, actionIndex, -1)
  }

  /** A `close` without a reason has no `reason` at all. */
  closed(reason: CloseReason): void {
    this.delegate?.emit('close', electronEvent(reason === '' ? {} : { reason }))
  }

  dismissed(shouldDestroy: boolean, reason: CloseReason = ''): void {
    this.closed(reason)
    this.isDismissed = true
    if (shouldDestroy) this.destroy()
  }

  failed(error: string): void {
    this.delegate?.emit('failed', electronEvent({}), error)
    this.destroy()
  }

  destroy(): void {
    if (this.isDestroyed) return
    this.isDestroyed = true
    this.#keeper.remove(this)
    this.ended()
  }

  /** What the native object's destructor does. */
  protected ended(): void {}
}
