import { DBusError } from '@jellybrick/dbus-next'
import type { Words } from '../../../preload/words/words.ts'
import { Listeners } from '../../kit/listeners.ts'
import type { Log } from '../../kit/log.ts'
import type { Acts } from '../../notices/actions.ts'
import type { Notice, Notifier, Press, Shown } from '../../notices/notice.ts'
import type { NoticePicture } from './notice-picture.ts'
import { actOf, notifyArguments } from './notify-arguments.ts'
import { pageOfNotice } from './place-of.ts'
import { ownerChangesOf, type SessionBus, type Signal } from './session-bus.ts'

interface NotifierDeps {
  readonly bus: SessionBus
  readonly picture: NoticePicture | null
  readonly words: () => Words
  readonly kept: KeptNotices
  /** What can be done from a notice of an earlier run; null: nothing of it is kept. */
  readonly actsAgain: (noticeId: string) => Acts | null
  readonly log: Log
}

/** What the service on the bus shows of ours, from run to run of the app. */
export interface KeptNotices {
  of(service: string): ReadonlyMap<string, number>
  put(service: string, notice: string, id: number): void
  remove(notice: string): void
}

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const

/** A notice may be pressed as long as it is remembered; the oldest go first. */
const remembered = 200
/** It has left the screen by itself: its actions may still be drawn in the desktop's list of notices. */
const expired = 1

/** What an error says: nobody is there, too much at a time, or no. */
function verdictOf(error: unknown): Exclude<Shown, 'shown'> {
  if (!(error instanceof DBusError)) return 'nobody' // the daemon or the bus is gone
  if (error.type.endsWith('.ExcessNotificationGeneration')) return 'busy'
  const isNobody = /\.(ServiceUnknown|NameHasNoOwner|NoReply|Disconnected|TimedOut|Timeout|Spawn\.\w+)$/.test(
    error.type,
  )
  return isNobody ? 'nobody' : 'refused'
}

/** Notices straight on the bus: updated in place, clickable (design.md 5). */
export class FreedesktopNotifier implements Notifier {
  readonly rewritesInPlace = true
  readonly #deps: NotifierDeps
  readonly #pressed = new Listeners<Press>()
  readonly #ready = new Listeners<void>()
  /** Of an earlier run only the id is known. */
  readonly #onScreen = new Map<string, { id: number; notice: Notice | null }>()
  /** What is being shown, by the notice's id: it is not raised again before there is an answer. */
  readonly #underWay = new Map<string, Promise<Shown>>()
  /** Presses that overtook the answer to their own Notify: only then is the id known. */
  readonly #early = new Map<number, unknown>()
  /** Notices that somebody closed before the service said which they are. */
  readonly #closedEarly = new Set<number>()
  /** Tokens that a daemon sends just ahead of the press they belong to. */
  readonly #tokens = new Map<number, string>()
  /** Rejects when the daemon of now leaves the bus: only this, and the end of the bus, ends the wait for its answer. */
  #left = Promise.withResolvers<never>()
  #capabilities: ReadonlySet<string> | null = null
  /** Whose ids those on the screen are; null: nobody is there. */
  #owner: string | null = null
  #hearing: readonly Disposable[] = []

  private constructor(deps: NotifierDeps) {
    this.#deps = deps
    this.#left.promise.catch(() => undefined) // heard by whoever waits for an answer
  }

  static async open(deps: NotifierDeps): Promise<FreedesktopNotifier> {
    const notifier = new FreedesktopNotifier(deps)
    const { bus } = deps
    const { destination: sender, path, interface: face } = service
    notifier.#hearing = [
      bus.hear({ sender, path, interface: face }, (signal) => notifier.#heard(signal)),
      bus.hear(ownerChangesOf(sender), ({ body: [, , owner] }) => {
        void notifier.#changedHands(owner !== '')
      }),
      bus.onBack(() => void notifier.#changedHands(true)),
    ]
    if (bus.isThere) await notifier.#recall()
    return notifier
  }

  /** However late the answer, it counts: until there is one, the same notice is not raised again. */
  async show(notice: Notice): Promise<Shown> {
    const before = this.#underWay.get(notice.id)
    const showing = before ? before.then(() => this.#raise(notice)) : this.#raise(notice)
    this.#underWay.set(notice.id, showing)
    try {
      return await showing
    } finally {
      if (this.#underWay.get(notice.id) === showing) this.#underWay.delete(notice.id)
      if (this.#underWay.size === 0) {
        this.#early.clear()
        this.#closedEarly.clear()
      }
    }
  }

  canRewrite(id: string): boolean {
    return this.#onScreen.has(id)
  }

  onPress(listener: (press: Press) => void): Disposable {
    return this.#pressed.add(listener)
  }

  onReady(listener: () => void): Disposable {
    return this.#ready.add(listener)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const hearing of this.#hearing) hearing[Symbol.dispose]()
    this.#left.reject(new Error('closing'))
  }

  async #raise(notice: Notice): Promise<Shown> {
    const { bus, picture, words, log } = this.#deps
    const left = this.#left.promise
    try {
      const capabilities = (this.#capabilities ??= await Promise.race([this.#ask(), left]))
      const replaces = this.#onScreen.get(notice.id)?.id ?? 0
      const body = [...notifyArguments(notice, replaces, capabilities, picture, words())]
      const call = bus.call({ ...service, member: 'Notify', signature: 'susssasa{sv}i', body })
      const [id] = await Promise.race([call, left])
      if (this.#owner === null) await this.#recall() // it came by being called
      this.#remember(Number(id), notice)
      return 'shown'
    } catch (error) {
      this.#capabilities = null // another daemon may answer next time
      log.warn('notice not shown', { why: error instanceof Error ? error.message : String(error) })
      return verdictOf(error)
    }
  }

  /** Another daemon counts its ids anew and may read other markup. */
  async #changedHands(isSomebody: boolean): Promise<void> {
    // whoever left and comes back by the same name on the bus counts anew, too
    if (!isSomebody) for (const notice of this.#onScreen.keys()) this.#deps.kept.remove(notice)
    this.#onScreen.clear()
    this.#tokens.clear()
    this.#capabilities = null
    this.#owner = null
    this.#left.reject(new Error('the notification service left'))
    this.#left = Promise.withResolvers()
    this.#left.promise.catch(() => undefined)
    if (!isSomebody) return
    await this.#recall()
    this.#ready.emit()
  }

  /** What an earlier run showed is there still, if the service is the same: by its name on this very bus. */
  async #recall(): Promise<void> {
    const { bus, kept } = this.#deps
    this.#owner = await bus.ownerOf(service.destination).catch(() => null)
    if (this.#owner === null) return
    for (const [notice, id] of kept.of(this.#owner)) {
      if (!this.#onScreen.has(notice)) this.#onScreen.set(notice, { id, notice: null })
    }
  }

  async #ask(): Promise<ReadonlySet<string>> {
    const [names] = await this.#deps.bus.call({ ...service, member: 'GetCapabilities' })
    return new Set(Array.isArray(names) ? names.map(String) : [])
  }

  #remember(id: number, notice: Notice): void {
    this.#onScreen.delete(notice.id)
    this.#onScreen.set(notice.id, { id, notice })
    if (this.#owner !== null) this.#deps.kept.put(this.#owner, notice.id, id)
    const oldest = this.#onScreen.keys().next().value
    if (this.#onScreen.size > remembered && oldest !== undefined) this.#forget(oldest)
    if (this.#early.has(id)) this.#press(id, notice.id, this.#early.get(id))
    this.#early.delete(id)
    if (this.#closedEarly.delete(id)) this.#forget(notice.id)
  }

  #forget(notice: string): void {
    this.#onScreen.delete(notice)
    this.#deps.kept.remove(notice)
  }

  #heard({ member, body: [id, detail] }: Signal): void {
    if (typeof id !== 'number') return
    const [name = null] = [...this.#onScreen].find(([, each]) => each.id === id) ?? []
    const isOurs = name !== null || this.#underWay.size > 0
    if (member === 'ActivationToken' && isOurs && typeof detail === 'string') this.#tokens.set(id, detail)
    if (member === 'ActionInvoked' && name !== null) this.#press(id, name, detail)
    if (member === 'ActionInvoked' && name === null && isOurs) this.#early.set(id, detail)
    if (member !== 'NotificationClosed') return
    if (!this.#early.has(id)) this.#tokens.delete(id)
    if (detail === expired) return
    if (name !== null) this.#forget(name)
    else if (isOurs) this.#closedEarly.add(id)
  }

  #press(id: number, name: string, key: unknown): void {
    const token = this.#tokens.get(id) ?? null
    this.#tokens.delete(id)
    const notice = this.#onScreen.get(name)?.notice
    const acts = notice ?? this.#deps.actsAgain(name)
    const act = acts === null ? pageOfNotice(name) : actOf(acts, key)
    if (act) this.#pressed.emit({ act, token })
    // what stays until it is closed is closed by what was pressed
    if (act && notice?.stays) void this.#close(id)
  }

  async #close(id: number): Promise<void> {
    const call = { ...service, member: 'CloseNotification', signature: 'u', body: [id] }
    await this.#deps.bus.call(call).catch(() => undefined) // it is closed already, or nobody is there
  }
}
