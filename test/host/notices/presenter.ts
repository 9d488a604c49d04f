import { randomUUID } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { ActivationArguments } from 'electron'
import { played } from '../platform.ts'
import { type Delivered, type Done, NoticeCenter } from './center.ts'
import { CocoaNotice } from './cocoa.ts'
import { LibnotifyNotice } from './libnotify.ts'
import type { NativeNotice } from './native.ts'
import { WindowsToast } from './toast.ts'

type Activation = (details: ActivationArguments) => void

/**
 * Keeps the native objects of one run of the app: notification_presenter.cc, win/windows_toast_activator.cc and
 * mac/notification_presenter_mac.mm. What is looked for by id is the first in the set; older ones stay in it.
 */
export class Presenter {
  readonly notices = new Set<NativeNotice>()
  readonly #host: NoticeHost

  constructor(host: NoticeHost) {
    this.#host = host
    if (played.platform === 'darwin') host.center.ask()
    if (played.platform !== 'linux') host.center.unheard = (notice, done) => this.#unheard(notice, done)
  }

  get center(): NoticeCenter {
    return this.#host.center
  }

  get clsid(): string {
    return this.#host.clsid
  }

  create(delegate: EventEmitter, id: string): NativeNotice {
    const notice = this.#native(delegate, id)
    this.notices.add(notice)
    return notice
  }

  remove(notice: NativeNotice): void {
    this.notices.delete(notice)
  }

  /** HandleToastActivation: the handler first, then the first object whose id is the tag, if the app still holds it. */
  activate(args: string): void {
    const part = (name: string): string | undefined =>
      args
        .split('&')
        .map((token) => token.split('='))
        .find((pair) => pair.length === 2 && pair[0] === name)?.[1]
    const type = part('type')
    const actionIndex = Number(part('action') ?? -1)
    const isAction = type === 'action'
    this.#host.activated({
      type: isAction ? 'action' : 'click',
      arguments: args,
      ...(isAction && { actionIndex }),
    })
    const target = [...this.notices].find(({ id }) => id === part('tag'))
    if (!target?.delegate) return
    if (isAction && actionIndex >= 0) target.acted(actionIndex)
    else if (type === 'click') target.clicked()
  }

  #native(delegate: EventEmitter, id: string): NativeNotice {
    if (played.platform === 'win32') return new WindowsToast(this, delegate, id)
    return played.platform === 'darwin'
      ? new CocoaNotice(this, delegate, id)
      : new LibnotifyNotice(this, delegate, id)
  }

  #unheard(delivered: Delivered, done: Done): void {
    if (played.platform === 'darwin') {
      const found = [...this.notices].find(
        (notice) => notice instanceof CocoaNotice && notice.hasRequest && notice.id === delivered.id,
      )
      if (found instanceof CocoaNotice) setImmediate(() => found.respond(done))
      return
    }
    // Windows starts the class that the toast's shortcut named; a random one is another at each run
    if (delivered.clsid !== this.clsid) return
    if (done.kind === 'clicked') setImmediate(() => this.activate(delivered.launch))
    if (done.kind === 'pressed')
      setImmediate(() => this.activate(delivered.buttons[done.index]?.arguments ?? ''))
  }
}

/** The notices of one computer and of the app's run on it. */
export class NoticeHost {
  center = new NoticeCenter()
  #presenter: Presenter | null = null
  #clsid: string | null = null
  #handler: Activation | null = null
  #stored: ActivationArguments | null = null

  /** Made when first needed, which on macOS asks the person (GetNotificationPresenter). */
  get presenter(): Presenter {
    return (this.#presenter ??= new Presenter(this))
  }

  /** Random unless the app set one (shell/common/application_info_win.cc). */
  get clsid(): string {
    return (this.#clsid ??= `{${randomUUID().toUpperCase()}}`)
  }

  set clsid(id: string) {
    this.#clsid = id.startsWith('{') ? id : `{${id}}`
  }

  /** Heard at once when something was activated before, then each time. */
  set handler(handler: Activation) {
    this.#handler = handler
    if (this.#stored) handler(this.#stored)
    this.#stored = null
  }

  activated(details: ActivationArguments): void {
    if (this.#handler) this.#handler(details)
    else this.#stored = details
  }

  /** The app ends and is started again on the same computer; with `center`, on another one. */
  restart(center = this.center): void {
    this.center = center
    center.forgetAll()
    this.#presenter = null
    this.#clsid = null
    this.#handler = null
    this.#stored = null
  }
}

/** Those of this process. */
export const notices = new NoticeHost()
